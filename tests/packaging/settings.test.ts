import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildDay } from "../../scripts/buildDate.ts";
import { runBuilder } from "../../scripts/packApplication.ts";
import { ROOT } from "../../scripts/root.ts";
import { windowsIcon } from "../../scripts/windowsIcon.ts";
import { defaultDataDir } from "../../src/desktop/startArguments.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const settings = read("electron-builder.yml");
const include = read("resources/installer/uninstall.nsh");

describe("the packager's settings", () => {
  test("are held against its own rules: a word that it does not know is refused", async () => {
    const run = await runBuilder(["--win", "dir", "-c.nsis.keepEverything=1"], false);
    expect(run.code).not.toBe(0);
    expect(run.said).toContain("configuration.nsis");
  });

  test("make an installer for one person, in French, without an administrator, that keeps the data", () => {
    const nsis = settings.slice(settings.indexOf("\nnsis:"), settings.indexOf("\nportable:"));
    for (const line of [
      "perMachine: false",
      "allowElevation: false",
      "allowToChangeInstallationDirectory: false",
      "installerLanguages: [fr_FR]",
      'language: "1036"',
      "deleteAppDataOnUninstall: false",
    ])
      expect(nsis).toContain(`\n  ${line}\n`);
    expect(settings).toContain("requestedExecutionLevel: asInvoker");
  });

  test("name files that are there", () => {
    const named = settings.match(/resources\/[\w./-]+\w/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    for (const path of named.filter((name) => !name.includes("*")))
      expect(existsSync(join(ROOT, path)), path).toBe(true);
  });
});

describe("taking the program away", () => {
  const windows = { platform: "win32", env: { LOCALAPPDATA: "$LOCALAPPDATA" }, homeDir: "" } as const;
  const erased = [...include.matchAll(/RMDir \/r "([^"]+)"/g)].map(([, path]) => path);

  test("erases the program's own data folders and nothing else, after a second question", () => {
    expect(erased).toEqual([
      defaultDataDir(windows, false),
      defaultDataDir(windows, true),
      defaultDataDir(windows, true, true),
    ]);
    const questions = [
      ...include.matchAll(/MessageBox MB_YESNO\S+MB_DEFBUTTON2 "[^"]+" IDNO danayaKeepData/g),
    ];
    expect(questions).toHaveLength(2);
    const last = questions.at(-1)?.index ?? 0;
    expect(include.indexOf("RMDir")).toBeGreaterThan(last);
  });

  test("asks nothing and keeps everything when it is an update or silent", () => {
    const ask = include.indexOf("!insertmacro danayaAskAboutData");
    const before = include.slice(include.indexOf("!macro customUnInstall"), ask);
    expect(before).toMatch(
      /\$\{ifNot\} \$\{isUpdated\}[\s\S]*GetOptions\} \$R0 "\/S"[\s\S]*\$\{if\} \$\{Errors\}/,
    );
    const blocks = include.match(/\$\{if(Not)?\}/gi) ?? [];
    expect(include.match(/\$\{endIf\}/gi)).toHaveLength(blocks.length);
  });
});

describe("the icons", () => {
  const icons = join(ROOT, "resources", "icons");

  test.each(["icon.ico", "bundle.ico"])("%s holds every size that Windows shows", (name) => {
    const file = readFileSync(join(icons, name));
    const count = file.readUInt16LE(4);
    const entries = Array.from({ length: count }, (_, index) => 6 + index * 16);
    expect(entries.map((at) => file.readUInt8(at) || 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
    const end = entries.map((at) => file.readUInt32LE(at + 8) + file.readUInt32LE(at + 12));
    expect(end.at(-1)).toBe(file.length);
    // The largest is a PNG, the others bitmaps.
    const starts = entries.map((at) => file.readUInt32LE(file.readUInt32LE(at + 12)));
    expect(starts).toEqual([...Array<number>(7).fill(40), Buffer.from("\x89PNG", "latin1").readUInt32LE()]);
  });

  test("for Linux are as large as their names say", () => {
    const names = readdirSync(join(icons, "linux"));
    expect(names).toHaveLength(8);
    for (const name of names) {
      const png = readFileSync(join(icons, "linux", name));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(basename(name));
    }
  });

  test("keep colour, transparency and the order of rows", () => {
    const rgba = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    const file = windowsIcon([{ side: 2, rgba, png: new Uint8Array() }]);
    const pixels = file.subarray(22 + 40, 22 + 40 + 16);
    expect([...pixels]).toEqual([11, 10, 9, 12, 15, 14, 13, 16, 3, 2, 1, 4, 7, 6, 5, 8]);
  });
});

describe("the day of a build", () => {
  const now = new Date("2026-11-24T23:30:00Z");

  test("is the sources' own, so that the same sources make the same program", () => {
    const noon = Date.UTC(2026, 9, 3, 12) / 1000;
    expect(buildDay({ SOURCE_DATE_EPOCH: String(noon) }, () => 0, now)).toBe("2026-10-03");
    expect(buildDay({}, () => noon, now)).toBe("2026-10-03");
    expect(buildDay({ SOURCE_DATE_EPOCH: "yesterday" }, () => noon, now)).toBe("2026-10-03");
  });

  test("is today where the sources have none", () => {
    expect(buildDay({}, () => null, now)).toBe("2026-11-24");
  });
});
