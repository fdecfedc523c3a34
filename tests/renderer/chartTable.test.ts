import { describe, expect, test } from "vitest";
import { chartTable } from "../../renderer/ui/chartTable.ts";
import { ATTENDANCE, MEMBERS, MONEY } from "../charts/pictures.ts";

const WORDS = { dash: "—", currency: "F CFA" };

describe("the table behind a chart", () => {
  test("has a column for each series, with the unit of francs, and the year in every row", () => {
    const table = chartTable(MONEY, "fr", WORDS);
    expect(table.columns).toEqual(["Cotisations (F CFA)", "Prestations (F CFA)"]);
    expect(table.rows).toHaveLength(12);
    expect(table.rows[0]).toEqual({ name: "nov. 2025", values: ["210\u202f000", "150\u202f000"] });
    expect(table.rows[11]?.name).toBe("oct. 2026");
  });

  test("says by a dash where there is no figure, which is not zero", () => {
    expect(chartTable(MONEY, "fr", WORDS).rows[4]?.values).toEqual(["278\u202f000", "—"]);
  });

  test("has the target beside what it is for", () => {
    const table = chartTable(ATTENDANCE, "fr", WORDS);
    expect(table.columns.at(-1)).toBe("Objectif");
    expect(table.rows.every(({ values }) => values.at(-1) === "80\u00a0%")).toBe(true);
    expect(table.rows[0]?.values[0]).toBe("60\u00a0%");
  });

  test("names offices as they are, and counts as the language writes them", () => {
    const [bamako, , , , , , , last] = chartTable(MEMBERS, "en", WORDS).rows;
    expect(bamako).toEqual({ name: "Bamako", values: ["1,210", "1,100"] });
    expect(last?.name).toBe("Morila-Sanso/Koumantou");
  });
});
