import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NtExecutable, NtExecutableResource, Resource } from "resedit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archiveDigest, listPackaged, type PackagedFile, unpackArchive } from "../../scripts/asarFile.ts";
import { faultsOf, MOST_BYTES } from "../../scripts/packageContents.ts";
import { ROOT } from "../../scripts/root.ts";
import { FUSE_SENTINEL } from "../../scripts/standInRuntime.ts";
import { type PackedForTest, packForTest } from "./packed.ts";

let packed: PackedForTest;
let files: PackagedFile[];
beforeAll(async () => {
  packed = await packForTest("win32");
  files = listPackaged(packed.archive);
});
afterAll(() => packed?.sweep());

const programBytes = (): Buffer => readFileSync(join(packed.folder, "Danaya.exe"));
const resources = (): NtExecutableResource => NtExecutableResource.from(NtExecutable.from(programBytes()));
const withFile = (path: string, unpacked = false): PackagedFile[] => [...files, { path, bytes: 1, unpacked }];

describe("what is in the Windows package", () => {
  test("is only what the program needs, and little of it", () => {
    expect(faultsOf(files, "win32")).toEqual([]);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    process.stdout.write(
      `inside the Windows package: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB of at most ${MOST_BYTES / 1e6}\n`,
    );
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test("has the Windows SQLite beside the archive, where Windows can load it, and no other", () => {
    const addon = "node_modules/better-sqlite3/prebuilds/win32-x64.node";
    expect(files.filter(({ path, unpacked }) => unpacked || path.endsWith(".node"))).toMatchObject([
      { path: addon, unpacked: true },
    ]);
    const beside = readFileSync(join(`${packed.archive}.unpacked`, addon));
    expect(beside.equals(readFileSync(join(ROOT, addon)))).toBe(true);
    expect(beside.subarray(0, 2).toString()).toBe("MZ");
  });

  test("leaves nothing of a folder for itself: program, archive and two languages of Chromium", () => {
    const besideTheArchive = readdirSync(packed.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(packed.folder.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
    expect(besideTheArchive).toEqual([
      "Danaya.exe",
      "locales/en-US.pak",
      "locales/fr.pak",
      "resources/app.asar",
      "resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/win32-x64.node",
    ]);
  });

  test("names its entry and its version, and nothing of how it is made", () => {
    const folder = join(packed.scratch, "unpacked");
    unpackArchive(packed.archive, folder);
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(manifest).toMatchObject({ name: "danaya", main: "dist/desktop/desktop/main.js", type: "module" });
    expect(manifest).not.toHaveProperty("devDependencies");
    expect(manifest).not.toHaveProperty("scripts");
    const build: unknown = JSON.parse(readFileSync(join(folder, "dist", "build.json"), "utf8"));
    expect(build).toEqual({ builtOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });

  test.each([
    ["src/services/call.ts", "has no business in the package"],
    ["tests/support/office.ts", "has no business in the package"],
    ["renderer/main.tsx", "has no business in the package"],
    ["dist/screenshots/today.png", "has no business in the package"],
    ["node_modules/vitest/dist/index.js", "is of a package for development"],
    ["node_modules/typescript/lib/tsc.js", "is of a package for development"],
    ["node_modules/@mantine/core/esm/index.mjs", "is of a package for development"],
    ["node_modules/electron-builder/cli.js", "is of a package for development"],
    ["node_modules/zod/index.d.ts", "is a source, a type, a test or a paper"],
    ["node_modules/zod/index.js.map", "is a source, a type, a test or a paper"],
    ["node_modules/better-sqlite3/deps/sqlite3/sqlite3.c", "is a source, a type, a test or a paper"],
    ["node_modules/better-sqlite3/prebuilds/linux-x64.node", "is for another system"],
  ])("a package with %s is refused", (path, why) => {
    expect(faultsOf(withFile(path), "win32")).toEqual([`${path} ${why}`]);
  });

  test("a package that lacks a migration or the add-on, or carries too much, is refused", () => {
    const without = (ending: string) => files.filter(({ path }) => !path.endsWith(ending));
    expect(faultsOf(without(".sql"), "win32").join("\n")).toMatch(/migrations\/\S+\.sql is missing/);
    expect(faultsOf(without("win32-x64.node"), "win32")).toHaveLength(1);
    expect(faultsOf(files, "linux").join("\n")).toContain("linux-x64.node is missing");
    const heavy = [...files, { path: "dist/desktop/a.js", bytes: MOST_BYTES, unpacked: false }];
    expect(faultsOf(heavy, "win32").join("\n")).toContain("bytes are more than");
    expect(faultsOf(withFile("dist/desktop/b.js", true), "win32").join("\n")).toContain("lies beside");
  });
});

describe("the Windows program", () => {
  test("holds the digest of its archive: a changed archive does not start", () => {
    const [found] = resources().entries.filter(({ id }) => id === "ELECTRONASAR");
    expect(found?.type).toBe("INTEGRITY");
    const told: unknown = JSON.parse(Buffer.from(found?.bin ?? new ArrayBuffer(0)).toString("utf8"));
    const digest = archiveDigest(packed.archive);
    expect(told).toEqual([{ file: "resources\\app.asar", alg: "SHA256", value: digest }]);
  });

  test("is not Node, listens to no debugger, and loads nothing but its archive", () => {
    const bytes = programBytes();
    const at = bytes.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length;
    expect(bytes.subarray(at, at + 2)).toEqual(Buffer.from([1, 8]));
    const [runAsNode, cookies, nodeOptions, inspector, integrity, onlyArchive, snapshot, fileRights] = bytes
      .toString("latin1", at + 2, at + 10)
      .split("")
      .map((fuse) => fuse === "1");
    expect({ runAsNode, nodeOptions, inspector, snapshot, fileRights }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspector: false,
      snapshot: false,
      fileRights: false,
    });
    expect({ cookies, integrity, onlyArchive }).toEqual({
      cookies: true,
      integrity: true,
      onlyArchive: true,
    });
  });

  test("carries its name, its version and its picture in every size that Windows asks for", () => {
    const { entries } = resources();
    const [about] = Resource.VersionInfo.fromEntries(entries);
    const [language] = about?.getAllLanguagesForStringValues() ?? [];
    expect(language && about?.getStringValues(language)).toMatchObject({
      ProductName: "Danaya",
      FileDescription: "Danaya",
      CompanyName: "DANAYA SO",
      FileVersion: "0.1.0",
    });
    const [group] = Resource.IconGroupEntry.fromEntries(entries);
    expect(group?.icons.map(({ width }) => width || 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  });
});
