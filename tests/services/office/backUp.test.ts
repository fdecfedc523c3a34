import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Tier } from "../../../src/contract/sync.ts";
import { AWA, makeFolder, makeTestOffice, openDesk } from "../../support/office.ts";
import { NO_FILTER, register } from "../../support/women.ts";
import { addColleague, makeSiege, tiersAtSignIn } from "../headquarters/siege.ts";

describe("a backup", () => {
  test("is itself a data folder: the same people sign in and find the same members", async () => {
    const office = await makeTestOffice();
    await register(office, { surname: "Sidibé" });
    const { path, bytes } = await office.must("office.backUp", { folder: makeFolder() });
    expect(path).toMatch(/KTL-2026-11-23-081500$/);
    expect(readdirSync(path).sort()).toEqual(["danaya.db", "keyring.json"]);
    expect(readFileSync(join(path, "danaya.db")).length).toBe(bytes);
    await register(office, { surname: "Apres" });

    const copy = openDesk(path);
    await copy.must("access.signIn", AWA);
    const about = { filter: NO_FILTER, sort: "name", descending: false, offset: 0, limit: 10 } as const;
    const { rows } = await copy.must("membership.listMembers", about);
    expect(rows.map(({ surname }) => surname)).toEqual(["Sidibé"]);
    expect((await copy.must("office.checkUp", {})).faults).toEqual([]);
    copy.close();
  });

  test("is remembered on the first page, with its moment", async () => {
    const office = await makeTestOffice();
    expect((await office.must("office.overview", {})).lastBackupAt).toBeNull();
    await office.must("office.backUp", { folder: makeFolder() });
    expect((await office.must("office.overview", {})).lastBackupAt).toBe(office.clock.now());
  });

  test("made twice in one second stands there twice", async () => {
    const office = await makeTestOffice();
    const folder = makeFolder();
    const first = await office.must("office.backUp", { folder });
    const second = await office.must("office.backUp", { folder });
    expect(second.path).not.toBe(first.path);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("is refused where there is no folder, and inside the data folder itself", async () => {
    const office = await makeTestOffice();
    const folder = makeFolder();
    writeFileSync(join(folder, "file"), "");
    expect(await office.refused("office.backUp", { folder: join(folder, "gone") })).toBe(
      "disk.notFound @ folder",
    );
    expect(await office.refused("office.backUp", { folder: join(folder, "file") })).toBe(
      "disk.notFound @ folder",
    );
    mkdirSync(join(office.dir, "inside"));
    symlinkSync(office.dir, join(folder, "link"));
    for (const place of [office.dir, join(office.dir, "inside"), join(folder, "link")])
      expect(await office.refused("office.backUp", { folder: place })).toBe("disk.sameAsData @ folder");
    expect((await office.must("office.overview", {})).lastBackupAt).toBeNull();
  });
});

describe("a backup of headquarters", () => {
  test("holds the tier keyring, the copies of all offices and the bundles that wait, and opens as they do", async () => {
    const siege = await makeSiege();
    await register(siege, { surname: "Sidibé" });
    const kadia = await addColleague(siege, "accountant", "kadia");
    expect(siege.call.national()?.reader.number("SELECT count(*) FROM member")).toBe(1);
    const sealed = "5a".repeat(32);
    const waiting = join(siege.dir, "national", "waiting");
    writeFileSync(join(waiting, `${sealed}.danaya`), "a bundle");
    writeFileSync(join(waiting, `${sealed}.danaya.part`), "half a bundle");
    const { path, bytes } = await siege.must("office.backUp", { folder: makeFolder() });
    expect(readdirSync(path).sort()).toEqual(["danaya.db", "keyring.json", "national", "tiers.json"]);
    const copies = ["national.db", ...Tier.options.map((tier) => `${tier}.db`)];
    expect(readdirSync(join(path, "national")).sort()).toEqual([...copies, "waiting"].sort());
    expect(readdirSync(join(path, "national", "waiting"))).toEqual([`${sealed}.danaya`]);
    const files = ["danaya.db", ...[...copies, `waiting/${sealed}.danaya`].map((name) => `national/${name}`)];
    expect(bytes).toBe(files.reduce((sum, name) => sum + statSync(join(path, name)).size, 0));

    const copy = openDesk(path);
    expect(await tiersAtSignIn(copy, kadia)).toEqual(["finance", "programme"]);
    expect(await tiersAtSignIn(copy, AWA)).toEqual(Tier.options);
    expect(copy.call.national()?.reader.number("SELECT count(*) FROM member")).toBe(1);
    copy.close();
  });

  test("is made by somebody who holds no tier, of all of them", async () => {
    const siege = await makeSiege();
    await register(siege, { surname: "Sidibé" });
    expect(siege.call.national()?.tiers.size).toBe(5);
    const kadia = await addColleague(siege, "secretary", "kadia");
    await siege.must("access.signIn", { login: kadia.login, passphrase: kadia.passphrase });
    const { path } = await siege.must("office.backUp", { folder: makeFolder() });
    const copy = openDesk(path);
    await copy.must("access.signIn", AWA);
    expect(copy.call.national()?.reader.number("SELECT count(*) FROM member")).toBe(1);
    copy.close();
    await siege.signIn();
  });

  test("waits while a store that she cannot open has a write cut off by the power, and leaves nothing behind", async () => {
    const siege = await makeSiege();
    siege.call.national();
    const kadia = await addColleague(siege, "secretary", "kadia");
    await siege.must("access.signIn", { login: kadia.login, passphrase: kadia.passphrase });
    writeFileSync(join(siege.dir, "national", "finance.db-journal"), "half a write");
    const folder = makeFolder();
    expect(await siege.refused("office.backUp", { folder })).toBe("backup.importUnfinished");
    expect(readdirSync(folder)).toEqual([]);
    await siege.signIn();
    await siege.must("office.backUp", { folder });
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe("folders of this machine", () => {
  test("are listed without hidden ones, with the way up and the places to begin from", async () => {
    const office = await makeTestOffice();
    const folder = makeFolder();
    for (const name of ["Été", "alpha", ".hidden"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "file"), "");
    const listing = await office.must("office.listFolders", { path: folder });
    expect(listing.folders.map(({ name }) => name)).toEqual(["alpha", "Été"]);
    expect(listing.places.map(({ kind }) => kind)).toContain("home");
    expect(await office.refused("office.listFolders", { path: join(folder, "file") })).toBe(
      "disk.notFound @ path",
    );
    expect(await office.refused("office.listFolders", { path: join(folder, "none") })).toBe(
      "disk.notFound @ path",
    );
  });
});
