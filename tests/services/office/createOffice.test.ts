import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Tier } from "../../../src/contract/sync.ts";
import { AWA, makeFolder, makeTestOffice, NEW_OFFICE, openDesk } from "../../support/office.ts";
import { tierKeyringOf } from "../headquarters/siege.ts";

describe("making an office", () => {
  test.each([
    ["its own parent", { parentCode: "KTL" }, "office.parentIsSelf @ parentCode"],
    ["a code of two letters", { code: "KT" }, "request.invalid @ code"],
    ["a small code", { code: "ktl" }, "request.invalid @ code"],
    ["no name", { name: "  " }, "request.required @ name"],
    [
      "a role of headquarters in an antenna",
      { person: { ...NEW_OFFICE.person, role: "accountant" } },
      "access.roleNotHere @ person.role",
    ],
    [
      "a login with a blank",
      { person: { ...NEW_OFFICE.person, login: "awa sissoko" } },
      "request.invalid @ person.login",
    ],
    ["a weak passphrase", { passphrase: "motdepasse" }, "access.passphraseWeak @ passphrase"],
    ["the login as passphrase", { passphrase: "awaawaawaawa" }, "access.passphraseWeak @ passphrase"],
    ["the office's name as passphrase", { passphrase: "koutiala2026" }, "access.passphraseWeak @ passphrase"],
  ] as const)("is refused with %s, and leaves nothing behind", async (_, changes, refused) => {
    const desk = openDesk(join(makeFolder(), "office"));
    expect(await desk.refused("office.create", { ...NEW_OFFICE, ...changes })).toBe(refused);
    expect(readdirSync(desk.dir)).toEqual(["lock"]);
    desk.close();
  });

  test("begins with prices to be confirmed, a printed name that tells nothing, and its own journal", async () => {
    const office = await makeTestOffice();
    expect(await office.must("office.readSettings", {})).toMatchObject({
      cardPrice: 2_500,
      cardTermMonths: 12,
      graceMonths: 1,
      printedName: "Danaya So",
    });
    const { entries, faults } = await office.must("office.checkUp", {});
    expect(entries).toBeGreaterThan(5);
    expect(faults).toEqual([]);
  });

  test("hands out the recovery code once, on a sheet, and stores it nowhere", async () => {
    const desk = openDesk(join(makeFolder(), "office"));
    const { recoveryCode, sheet } = await desk.must("office.create", NEW_OFFICE);
    expect(sheet).toMatchObject({ fileName: "KTL-secours.pdf", mediaType: "application/pdf" });
    for (const name of readdirSync(desk.dir)) {
      const bytes = readFileSync(join(desk.dir, name));
      expect(bytes.includes(recoveryCode)).toBe(false);
      expect(bytes.includes(recoveryCode.replaceAll("-", ""))).toBe(false);
    }
    desk.close();
  });
});

describe("making headquarters", () => {
  const SIEGE = { ...NEW_OFFICE, code: "BKO", name: "Bamako", headquarters: true };

  test("makes a tier keyring beside the database, and what is in neither file is the recovery code", async () => {
    const desk = openDesk(join(makeFolder(), "office"));
    const { recoveryCode, session } = await desk.must("office.create", SIEGE);
    expect(session.tiers).toEqual(Tier.options);
    expect(readdirSync(desk.dir)).toContain("tiers.json");
    const text = readFileSync(join(desk.dir, "tiers.json"), "utf8");
    for (const word of [recoveryCode, AWA.login, "AGE-SECRET-KEY"]) expect(text).not.toContain(`"${word}`);
    desk.close();
  });

  test("by an accountant gives her her own tiers; the recovery code holds the others", async () => {
    const desk = openDesk(join(makeFolder(), "office"));
    const person = { ...NEW_OFFICE.person, role: "accountant" as const };
    const { session } = await desk.must("office.create", { ...SIEGE, person });
    expect(session.tiers).toEqual(["finance", "programme"]);
    const { tiers, recovery } = tierKeyringOf(desk);
    expect(tiers.map(({ holders }) => holders.length)).toEqual([0, 1, 0, 0, 1]);
    expect(recovery).toHaveLength(1);
    desk.close();
  });

  test("does not write over a tier keyring whose office is gone", async () => {
    const dir = makeFolder();
    writeFileSync(join(dir, "tiers.json"), "the keys of all offices");
    const desk = openDesk(dir);
    expect(await desk.refused("office.state", {})).toBe("database.incomplete");
    expect(await desk.refused("office.create", SIEGE)).toBe("office.alreadyExists");
    expect(readFileSync(join(dir, "tiers.json"), "utf8")).toBe("the keys of all offices");
    desk.close();
  });
});

describe("an office whose making was interrupted", () => {
  test.each([
    ["before anything else", ["creating"]],
    ["with its database", ["creating", "danaya.db", "danaya.db-wal"]],
    ["with its tiers", ["creating", "danaya.db", "tiers.json"]],
    ["with its keyring", ["creating", "danaya.db", "danaya.db-wal", "danaya.db-shm", "keyring.json"]],
  ])("%s is made again", async (_, files) => {
    const dir = makeFolder();
    for (const name of files) writeFileSync(join(dir, name), "half");
    const desk = openDesk(dir);
    expect(await desk.must("office.state", {})).toMatchObject({ stage: "empty" });
    await desk.must("office.create", NEW_OFFICE);
    desk.close();
    expect(existsSync(join(dir, "creating"))).toBe(false);
    await desk.must("access.signIn", AWA);
    expect((await desk.must("office.checkUp", {})).faults).toEqual([]);
    desk.close();
  });

  test("is not confused with a finished one, which is never cleared", async () => {
    const office = await makeTestOffice();
    office.close();
    const before = readFileSync(join(office.dir, "danaya.db"));
    expect(await office.refused("office.create", NEW_OFFICE)).toBe("office.alreadyExists");
    expect(readFileSync(join(office.dir, "danaya.db")).equals(before)).toBe(true);
    rmSync(join(office.dir, "keyring.json"));
    expect(await office.refused("office.create", NEW_OFFICE)).toBe("office.alreadyExists");
    expect(readFileSync(join(office.dir, "danaya.db")).equals(before)).toBe(true);
    office.close();
  });
});
