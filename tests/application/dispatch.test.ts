import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { dispatch } from "../../src/application/dispatch.ts";
import { makeLog } from "../../src/application/log.ts";
import { AWA, makeFolder, makeTestOffice, NEW_OFFICE, openDesk } from "../support/office.ts";
import { newDetails, register } from "../support/women.ts";

const waiting = { progress: () => {}, breathe: async () => {} };

describe("a request", () => {
  test("of a name that is not in the contract is unknown, whatever the name", async () => {
    const office = await makeTestOffice();
    for (const name of [
      "",
      "members",
      "membership.dropAll",
      "__proto__.toString",
      "office.constructor",
      "office",
    ]) {
      const result = await dispatch(office.desk, { name, input: {} }, waiting, () => {});
      expect(result).toEqual({ ok: false, refusal: { code: "request.unknown" } });
    }
  });

  test("is refused at the field that is wrong, as the form names it", async () => {
    const office = await makeTestOffice();
    const about = { id: v7(), confirmedNotDuplicate: false };
    const tryWith = (changes: object) =>
      office.refused("membership.registerMember", { ...about, details: { ...newDetails(), ...changes } });
    expect(await tryWith({ surname: " " })).toBe("request.required @ surname");
    expect(await tryWith({ surname: "x".repeat(61) })).toBe("request.tooLong @ surname");
    expect(await tryWith({ firstNames: "A\nB" })).toBe("request.invalid @ firstNames");
    expect(await tryWith({ joinedOn: "2026-02-30" })).toBe("request.invalid @ joinedOn");
    expect(await tryWith({ birth: { kind: "year", year: 1 } })).toBe("request.required @ birth.year");
    expect(await tryWith({ languages: ["fr", ""] })).toBe("request.required @ languages.1");
    expect(await tryWith({ unknown: 1 })).toMatch(/^request\.invalid/);
  });

  test("never fails for input of any kind", async () => {
    const office = await makeTestOffice();
    for (const input of [null, undefined, 1, "x", [], new Map(), { id: { toString: null } }, () => 1]) {
      const result = await dispatch(office.desk, { name: "membership.readMember", input }, waiting, () => {});
      expect(result.ok).toBe(false);
    }
  });

  test("that meets a defect gets one apology; the log says where, and nothing of the data", async () => {
    const office = await makeTestOffice({ unexamined: true });
    const { member } = await register(office, { surname: "Secrète" });
    office.call.office.connection.prepare("UPDATE member SET languages = 'Secrète'").run();
    const log = makeLog(office.dir, office.clock.now);
    const request = { name: "membership.readMember", input: { id: member.id } };
    const result = await dispatch(office.desk, request, waiting, log);
    expect(result).toEqual({ ok: false, refusal: { code: "request.defect" } });
    const text = readFileSync(join(office.dir, "defects.log"), "utf8");
    expect(text).toMatch(
      /^2026-11-23T08:15:00\.000Z membership\.readMember SyntaxError memberRecord\.ts:\d+:\d+/,
    );
    expect(text).not.toContain("Secr");
    expect(text).not.toContain(member.id);
  });

  test("that meets a damaged page is told that the data are damaged", async () => {
    const office = await makeTestOffice({ unexamined: true });
    for (let index = 0; index < 30; index += 1) await register(office, { surname: `Membre${index}` });
    office.close();
    const path = join(office.dir, "danaya.db");
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 8_192));
    expect((await office.signIn()).ok ? await office.refused("office.checkUp", {}) : "database.damaged").toBe(
      "database.damaged",
    );
  });
});

describe("a data folder", () => {
  test("that cannot be made or written to is refused, not a defect", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "file"), "");
    const below = openDesk(join(folder, "file", "office"));
    below.defectsExpected = true;
    expect((await below.ask("office.state", {})).ok).toBe(false);

    const locked = join(folder, "locked");
    mkdirSync(locked);
    writeFileSync(join(locked, "lock"), "");
    chmodSync(join(locked, "lock"), 0o000);
    chmodSync(locked, 0o500);
    const desk = openDesk(locked);
    const result = await desk.refused("office.create", NEW_OFFICE);
    // Whoever runs as root may write anywhere.
    expect(process.getuid?.() === 0 ? "disk.notWritable" : result).toBe("disk.notWritable");
    desk.close();
    chmodSync(locked, 0o700);
  });

  test("is empty, then locked, then open", async () => {
    const desk = openDesk(join(makeFolder(), "office"));
    expect(await desk.must("office.state", {})).toMatchObject({ stage: "empty" });
    expect(await desk.refused("access.signIn", AWA)).toBe("office.notFound");
    const created = await desk.must("office.create", NEW_OFFICE);
    expect(created.session.role).toBe("coordinator");
    expect(await desk.must("office.state", {})).toMatchObject({ stage: "open", office: { code: "KTL" } });
    expect(await desk.refused("office.create", NEW_OFFICE)).toBe("office.alreadyExists");
    await desk.must("access.lock", {});
    expect(await desk.must("office.state", {})).toMatchObject({ stage: "locked", code: "KTL" });
    desk.close();
  });
});
