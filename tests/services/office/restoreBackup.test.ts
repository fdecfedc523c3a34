import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Desk } from "../../../src/application/desk.ts";
import { restoreBackup } from "../../../src/services/office/restoreBackup.ts";
import { AWA, makeFolder, makeTestOffice, testWorld } from "../../support/office.ts";

describe("a new laptop", () => {
  test("takes over the office from a backup, with its passphrases and its people", async () => {
    const office = await makeTestOffice();
    const backup = await office.must("office.backUp", { folder: makeFolder() });
    const dataDir = join(makeFolder(), "new");
    expect(await restoreBackup(dataDir, backup.path)).toEqual({ ok: true, value: { code: "KTL" } });
    expect(readdirSync(dataDir).sort()).toEqual(["danaya.db", "keyring.json"]);

    const desk = new Desk({ dataDir, demo: false, world: testWorld(office.clock) });
    expect(desk.state()).toMatchObject({ ok: true, value: { stage: "locked", code: "KTL" } });
    expect((await desk.signIn(AWA)).ok).toBe(true);
    desk.close();
  });

  test("refuses a folder without a backup and leaves nothing behind", async () => {
    const dataDir = join(makeFolder(), "new");
    const restored = await restoreBackup(dataDir, makeFolder());
    expect(restored).toMatchObject({ ok: false, refusal: { code: "backup.notFound", field: "folder" } });
    expect(() => readdirSync(dataDir)).toThrow();
  });

  test("refuses a backup whose keyring is damaged", async () => {
    const office = await makeTestOffice();
    const backup = await office.must("office.backUp", { folder: makeFolder() });
    const damaged = makeFolder();
    copyFileSync(join(backup.path, "danaya.db"), join(damaged, "danaya.db"));
    writeFileSync(join(damaged, "keyring.json"), "{");
    expect(await restoreBackup(join(makeFolder(), "new"), damaged)).toMatchObject({
      refusal: { code: "access.keyringDamaged" },
    });
  });

  test("never writes over an office that is there", async () => {
    const office = await makeTestOffice();
    const backup = await office.must("office.backUp", { folder: makeFolder() });
    expect(await office.refused("office.restore", { folder: backup.path })).toBe("office.alreadyExists");
  });
});
