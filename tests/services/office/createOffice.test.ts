import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AWA, makeFolder, makeTestOffice, NEW_OFFICE, openDesk } from "../../support/office.ts";

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

describe("an office whose making was interrupted", () => {
  test.each([
    ["before anything else", ["creating"]],
    ["with its database", ["creating", "danaya.db", "danaya.db-wal"]],
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
