import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Desk } from "../../../src/application/desk.ts";
import { Tier } from "../../../src/contract/sync.ts";
import { restoreBackup } from "../../../src/services/office/restoreBackup.ts";
import { AWA, makeFolder, makeTestOffice, openDesk, testWorld } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { makeSiege, tiersAtSignIn } from "../headquarters/siege.ts";

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

  test("takes over headquarters with its tiers and its copies of all offices", async () => {
    const siege = await makeSiege();
    await register(siege, { surname: "Sidibé" });
    siege.call.national();
    const backup = await siege.must("office.backUp", { folder: makeFolder() });
    writeFileSync(join(backup.path, "national", "stray.db"), "not ours");
    const dataDir = join(makeFolder(), "new");
    expect(await restoreBackup(dataDir, backup.path)).toEqual({ ok: true, value: { code: "BKO" } });
    expect(readdirSync(dataDir).sort()).toEqual(["danaya.db", "keyring.json", "national", "tiers.json"]);
    expect(readdirSync(join(dataDir, "national"))).not.toContain("stray.db");

    const desk = openDesk(dataDir, siege.clock);
    expect(await tiersAtSignIn(desk, AWA)).toEqual(Tier.options);
    expect(desk.call.national()?.reader.number("SELECT count(*) FROM member")).toBe(1);
    desk.close();
  });

  test("refuses headquarters' backup whose tier keyring is gone, damaged or another office's", async () => {
    const siege = await makeSiege();
    siege.call.national();
    const backup = await siege.must("office.backUp", { folder: makeFolder() });
    const tiers = join(backup.path, "tiers.json");
    const whole = readFileSync(tiers, "utf8");
    const dataDir = join(makeFolder(), "new");
    for (const text of [null, whole.slice(0, -9), whole.replace('"BKO"', '"MPT"')]) {
      if (text === null) rmSync(tiers);
      else writeFileSync(tiers, text);
      expect(await restoreBackup(dataDir, backup.path)).toMatchObject({
        refusal: { code: "access.keyringDamaged", field: "folder" },
      });
    }
    writeFileSync(tiers, whole);
    writeFileSync(join(backup.path, "national", "identity.db-journal"), "half a write");
    expect(await restoreBackup(dataDir, backup.path)).toMatchObject({
      refusal: { code: "backup.importUnfinished", field: "folder" },
    });
    expect(() => readdirSync(dataDir)).toThrow();
  });

  test("begins anew after a restoration that the power cut off", async () => {
    const siege = await makeSiege();
    siege.call.national();
    const backup = await siege.must("office.backUp", { folder: makeFolder() });
    const dataDir = makeFolder();
    mkdirSync(join(dataDir, "national"));
    for (const name of ["creating", "danaya.db", "tiers.json", "national/finance.db"])
      writeFileSync(join(dataDir, name), "half");
    expect(await restoreBackup(dataDir, backup.path)).toMatchObject({ ok: true });
    const desk = openDesk(dataDir, siege.clock);
    expect(await tiersAtSignIn(desk, AWA)).toEqual(Tier.options);
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
