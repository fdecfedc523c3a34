import { describe, expect, test } from "vitest";
import { CutRule } from "../../../src/contract/insuranceTerms.ts";
import { DOCUMENT, judgeYear, sums, tables } from "./workedYear.ts";

describe("the worked year of docs/insurance.md", () => {
  test.each(Object.entries(tables()))("prints the table of %s as the rules compute it, whole", (_, rows) => {
    expect(rows.length).toBeGreaterThan(5);
    expect(DOCUMENT).toContain(`|\n${rows.join("\n")}\n\n`);
  });

  test("prints its sums", () => {
    expect(DOCUMENT).toContain(sums());
  });

  test("is not outlived by a rule: every code stands in the document, nearly all in the example", () => {
    for (const rule of CutRule.options) expect(DOCUMENT).toContain(`| \`${rule}\` |`);
    const used = new Set(
      judgeYear().flatMap(({ decision }) =>
        decision.lines.flatMap(({ cuts }) => cuts.map(({ rule }) => rule)),
      ),
    );
    // The last code is a person's, not a rule's.
    expect([...used, "decision"].sort()).toEqual([...CutRule.options].sort());
  });
});
