import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { lockFaults, markPrebuilt } from "../../scripts/mendLock.ts";
import { ROOT } from "../../scripts/root.ts";
import { listFiles, readModules } from "./modules.ts";

const LONGEST_FILE = 400;
const VAGUE_NAMES = /^(utils?|helpers?|common|managers?|types?|misc|shared)\.tsx?$/i;

describe("the house rules", () => {
  const modules = readModules();

  test("no module is longer than 400 lines", () => {
    expect(modules.filter(({ lines }) => lines > LONGEST_FILE).map(({ path }) => path)).toEqual([]);
  });

  test("a module's name says what it is: camelCase, components PascalCase, nothing vague", () => {
    const names = [...modules.map(({ path }) => path), ...listFiles(["scripts"])];
    const wrong = names.filter((path) => {
      const name = basename(path);
      const isWellFormed = /^([a-z][A-Za-z0-9]*|[A-Z][A-Za-z0-9]*)(\.(fr|en|d))?\.tsx?$/.test(name);
      return VAGUE_NAMES.test(name) || !isWellFormed;
    });
    expect(wrong).toEqual([]);
  });

  test("the lock file names no download address, and nothing in it asks for a compiler", () => {
    const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
    expect(lock).not.toMatch(/"resolved": "https?:/);
    expect(lockFaults(lock)).toEqual([]);
  });

  test("a lock file that npm rewrote is noticed and mended", () => {
    const rewritten = readFileSync(join(ROOT, "package-lock.json"), "utf8").replace(
      /,\s*"gypfile": false/,
      "",
    );
    expect(lockFaults(rewritten)).toHaveLength(1);
    expect(lockFaults(markPrebuilt(rewritten))).toEqual([]);
  });
});

/** `{ a: { b: "…" } }` → `a.b`; the plural forms of one key are one. */
function keysOf(value: unknown, prefix = ""): string[] {
  if (typeof value !== "object" || value === null)
    return [prefix.replace(/_(zero|one|two|few|many|other)$/, "")];
  return Object.entries(value).flatMap(([key, inner]) =>
    keysOf(inner, prefix === "" ? key : `${prefix}.${key}`),
  );
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe("the catalogues of the screen", () => {
  const folder = join(ROOT, "renderer", "locales");
  const read = (language: string, file: string): unknown =>
    JSON.parse(readFileSync(join(folder, language, file), "utf8"));
  const files = readdirSync(join(folder, "fr"));

  test("are the same files in French and in English", () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    expect(readdirSync(join(folder, "en"))).toEqual(files);
  });

  test.each(files)("%s has the same sentences in both languages, none of them empty", (file) => {
    const unique = (language: string): string[] => [...new Set(keysOf(read(language, file)))].sort();
    expect(unique("en")).toEqual(unique("fr"));
    const empty = [read("fr", file), read("en", file)].flatMap(textsOf).filter((text) => text.trim() === "");
    expect(empty).toEqual([]);
  });
});
