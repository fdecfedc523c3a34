import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/root.ts";
import { readModules } from "./modules.ts";

const WRITING = /\bwrite(?:Csv|Xlsx|Workbook)\b/;
/** Where lists leave, noted; and the workbook of an issued report, which notes itself. */
const ALLOWED: readonly string[] = [
  "src/services/office/outgoing.ts",
  "src/services/reporting/reportWorkbook.ts",
  "src/spreadsheets/writeTable.ts",
];

const writers = (modules: readonly { readonly path: string; readonly text: string }[]): string[] =>
  modules.filter(({ path, text }) => path.startsWith("src/") && WRITING.test(text)).map(({ path }) => path);

describe("a spreadsheet", () => {
  const modules = readModules().map(({ path }) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

  test("leaves through one door, where it is noted and no cell can run", () => {
    expect(writers(modules).filter((path) => !ALLOWED.includes(path))).toEqual([]);
    for (const path of ALLOWED.slice(0, 2))
      expect(modules.find((module) => module.path === path)?.text).toMatch(/(?:insertAudit|noteOutgoing)\(/);
  });

  test("would not pass another door", () => {
    const planted = { path: "src/services/planted.ts", text: "bytes: writeCsv([headings, ...rows])" };
    expect(writers([planted])).toEqual([planted.path]);
  });
});
