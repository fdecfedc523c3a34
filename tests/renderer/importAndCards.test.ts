import { describe, expect, test } from "vitest";
import { scannedText } from "../../renderer/features/cards/scannedText.ts";
import { acceptance, firstShown, rowsOf, toggled } from "../../renderer/features/imports/acceptedRows.ts";
import { remarkSentence } from "../../renderer/features/imports/remarkSentence.ts";
import type { Outcome, Preview } from "../../renderer/features/imports/source.ts";
import { RowRemark } from "../../src/contract/imports.ts";

function previewOf(outcomes: readonly Outcome[]): Preview {
  const rows = outcomes.map((outcome, index) => ({
    row: index + 2,
    outcome,
    surname: "Traoré",
    firstNames: "Fanta",
    birth: "",
    phone: "",
    joinedOn: "",
    remarks: [],
  }));
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return {
    format: { kind: "csv", encoding: "utf-8", separator: ";", headerRow: 1 },
    columns: [],
    counts: {
      rows: rows.length,
      created: count("create"),
      doubtful: count("doubtful"),
      refused: count("refused"),
      unchanged: count("unchanged"),
    },
    rows,
  };
}

describe("accepting doubtful rows", () => {
  const preview = previewOf(["create", "doubtful", "refused", "doubtful"]);

  test("none, some and all are told apart", () => {
    expect(acceptance(preview, new Set())).toBe("none");
    expect(acceptance(preview, new Set([3]))).toEqual([3]);
    expect(acceptance(preview, new Set([3, 5]))).toBe("all");
  });

  test("a refused row cannot be accepted by ticking it", () => {
    expect(acceptance(preview, new Set([4]))).toBe("none");
  });

  test("ticking twice is not ticking", () => {
    const once = toggled(new Set(), 3);
    expect([...once]).toEqual([3]);
    expect([...toggled(once, 3)]).toEqual([]);
  });

  test("rows that need a look are shown first", () => {
    expect(firstShown(preview)).toBe("doubtful");
    expect(firstShown(previewOf(["create", "refused"]))).toBe("refused");
    expect(firstShown(previewOf(["create"]))).toBe("all");
    expect(rowsOf(preview, "refused").map(({ row }) => row)).toEqual([4]);
  });
});

describe("a remark on a row", () => {
  test("names the column and what stands there", () => {
    const remark = { code: "impossibleDate", column: "Né(e) le", found: "31/02/1988", other: null } as const;
    const sentence = remarkSentence(remark, "fr");
    expect(sentence).toMatch(/^«\u00a0Né\(e\) le\u00a0»\u00a0: cette date/);
    expect(sentence).toContain("«\u00a031/02/1988\u00a0»");
  });

  test.each(RowRemark.shape.code.options)("%s is a full sentence in both languages", (code) => {
    for (const language of ["fr", "en"] as const) {
      const sentence = remarkSentence({ code, column: null, found: "x", other: "12" }, language);
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toContain("{{");
    }
  });
});

describe("what a scanner types", () => {
  const text = "DNY1:KTL-00042-8:3:20271122:MZXW6YTBOI234567";

  test("is taken as it is when the keyboards agree", () => {
    expect(scannedText(` ${text}\n`)).toBe(text);
    expect(scannedText("KTL-00042-8")).toBe("KTL-00042-8");
  });

  test("is made good where the scanner took a French keyboard for an American one", () => {
    expect(scannedText("DNY&MKTL)ààà'é)_M\"Méàéè&&ééM?WXZ-YTBOIé\"'(-è")).toBe(text);
  });
});
