import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AWA, makeFolder, makeTestOffice, openDesk } from "../../support/office.ts";
import { NO_FILTER, register } from "../../support/women.ts";

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
