import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDemo } from "../../../src/application/demoOffice.ts";
import type { OutputOf } from "../../../src/contract/index.ts";
import { DEMO_SIGN_IN } from "../../../src/contract/office.ts";
import type { Shown } from "../../../src/contract/reportingTerms.ts";
import { pdfInfo, pdfText } from "../../documents/poppler.ts";
import { makeClock, makeFolder, openDesk, type TestOffice, TODAY } from "../../support/office.ts";
import {
  KEY_FIGURES,
  MAY_BE_HIDDEN,
  type NamedFigure,
  type NamedTable,
  PARTS,
  type PrintedUnit,
} from "./monthlyPlan.ts";
import { bare, figureHeads, figureRow, type Part, partsOf, tableIn } from "./printedPaper.ts";

/*
 * The monthly report of a demonstration as it is printed, read by pdftotext: every figure on it is the screen's own, asked
 * for as the screen asks and written as this file writes it.
 */

const MONTH = "2026-10";
const LAST_DAY = "2026-10-31";
const HIDDEN = "masqué";
const NONE = "—";

const UNITS: Readonly<Record<PrintedUnit, string>> = {
  ...{ number: "", francs: "F", percent: "%", months: "mois", hours: "h" },
};
const digits = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

/** As it is printed, without its blanks. */
function written(value: number | null, unit: PrintedUnit): string {
  if (value === null) return NONE;
  return bare(`${digits.format(value).replace("-", "−")}${UNITS[unit]}`);
}

/** What a period added to the one before; rates in points. */
function writtenChange(now: number | null, before: number | null, unit: PrintedUnit): string {
  if (now === null || before === null) return NONE;
  const change = Number((now - before).toFixed(2));
  if (change === 0) return "=";
  const text = unit === "percent" ? `${written(change, "number")}pt` : written(change, unit);
  return change > 0 ? `+${text}` : text;
}

type Indicators = OutputOf<"reporting.indicators">;

describe("the monthly report of a demonstration, as it is printed", () => {
  let office: TestOffice;
  let pdf: Uint8Array;
  let parts: Map<string, Part>;
  let content: OutputOf<"reporting.draft">["content"];

  beforeAll(async () => {
    office = openDesk(join(makeFolder(), "demo"), makeClock(`${TODAY}T08:15:00.000Z`));
    office.desk.take();
    await makeDemo(office.desk, { seed: 4, members: 72, months: 9, passphrase: DEMO_SIGN_IN.passphrase });
    await office.must("access.signIn", DEMO_SIGN_IN);
    const key = { kind: "activity", period: MONTH, project: null } as const;
    content = (await office.must("reporting.draft", key)).content;
    const { id } = await office.must("reporting.issue", { ...key, id: v7() });
    pdf = (await office.must("reporting.print", { id })).bytes;
    parts = partsOf(pdf, [
      "Chiffres clés",
      ...PARTS.map(({ heading }) => heading),
      "Difficultés",
      "La suite",
    ]);
  }, 240_000);
  afterAll(() => office.close());

  const partOf = (heading: string): Part => {
    const part = parts.get(heading);
    if (part === undefined) throw new Error(heading);
    return part;
  };
  const asked = (codes: readonly string[], by: NamedTable["by"] | null): Promise<Indicators> =>
    office.must("reporting.indicators", { codes: [...codes], from: MONTH, to: MONTH, by });

  /** What must stand there: the sign of masking where the paper hides it, else what the screen answers. */
  function expected({ code, unit }: NamedFigure, value: number | null, onPaper: Shown | undefined): string {
    if (onPaper?.masked !== true) return written(value, unit);
    expect(MAY_BE_HIDDEN, code).toContain(code);
    return HIDDEN;
  }

  /** Names, figures of the month, figures of the month before, changes. */
  function expectFigures(
    part: Part,
    figures: readonly NamedFigure[],
    valuesOf: (code: string) => (number | null)[],
  ) {
    expect(figureHeads(part).slice(0, 3)).toEqual(["oct. 2026", "sept. 2026", "Écart"]);
    for (const one of figures) {
      const [now = null, before = null] = valuesOf(one.code);
      const onPaper = content.figures.find(({ code }) => code === one.code);
      const isHidden = onPaper?.now.masked || onPaper?.before.masked;
      expect(figureRow(part, one.name).slice(0, 3), one.name).toEqual([
        expected(one, now, onPaper?.now),
        expected(one, before, onPaper?.before),
        isHidden ? NONE : writtenChange(now, before, one.unit),
      ]);
    }
  }

  test("its key figures are the dashboard's, now, before and as targets", async () => {
    const { figures, span, before } = await office.must("reporting.dashboard", { period: MONTH });
    expect([span.to, before.to]).toEqual([LAST_DAY, "2026-09-30"]);
    const of = (code: string) => {
      const found = figures.find((one) => one.code === code);
      if (found === undefined) throw new Error(`the dashboard has no ${code}`);
      return found;
    };
    const part = partOf("Chiffres clés");
    expectFigures(part, KEY_FIGURES, (code) => [of(code).now.value, of(code).before.value]);
    for (const { code, name, unit } of KEY_FIGURES)
      expect(figureRow(part, name)[3], name).toBe(written(of(code).target, unit));
    expect(KEY_FIGURES.filter(({ code }) => (of(code).now.value ?? 0) > 0).length).toBeGreaterThan(14);
  });

  test.each(PARTS)(
    "the figures of « $heading » are those of the page of indicators",
    async ({ heading, figures }) => {
      const { rows } = await asked(
        figures.map(({ code }) => code),
        null,
      );
      expectFigures(partOf(heading), figures, (code) => {
        const row = rows.find((one) => one.code === code);
        if (row === undefined) throw new Error(`the page has no ${code}`);
        return row.cells.map(({ value }) => value);
      });
    },
  );

  const tables = PARTS.flatMap(({ heading, tables: of }) => of.map((table) => ({ heading, table })));

  test.each(tables)(
    "the table « $table.caption » of « $heading » has each group with its figure",
    async ({ heading, table: { caption, by, figures } }) => {
      const { rows } = await asked(
        figures.map(({ code }) => code),
        by,
      );
      const onPaper = (code: string) => content.tables.find((one) => one.code === code && one.by === by);
      const value = (code: string, key: string) =>
        rows.find((row) => row.code === code && row.key === key)?.cells[0]?.value ?? 0;
      const labels = new Map(rows.flatMap(({ key, label }) => (label === null ? [] : [[key, label.fr]])));
      const cellOf = (code: string, key: string) =>
        onPaper(code)?.rows.find((row) => row.key === key)?.cells[0];
      const cells = figures.flatMap(({ code }) => onPaper(code)?.rows.flatMap((row) => row.cells) ?? []);
      const totals = figures.flatMap(({ code }) => onPaper(code)?.totals ?? []);
      const isHidden = cells.every(({ masked }) => masked);
      if (isHidden) for (const { code } of figures) expect(MAY_BE_HIDDEN, code).toContain(code);
      if (isHidden && totals.every(({ masked }) => masked)) {
        const remark = `${caption} : tout est masqué.`;
        expect(partOf(heading).filter(([first]) => first?.text === remark)).toHaveLength(1);
        return;
      }
      const printed = tableIn(partOf(heading), [caption, ...figures.map(({ name }) => name)]);
      const total = figures.map((one) => expected(one, value(one.code, ""), onPaper(one.code)?.totals[0]));
      expect(printed.row("Total")).toEqual(total);
      if (isHidden) {
        expect(printed.row("tout le détail")).toEqual(figures.map(() => HIDDEN));
        expect(printed.rows).toBe(1);
        return;
      }
      const isSomething = (key: string) =>
        figures.some(({ code }) => value(code, key) !== 0 || cellOf(code, key)?.masked);
      const shown = [...labels].filter(([key]) => isSomething(key));
      for (const [key, label] of shown)
        expect(printed.row(label), label).toEqual(
          figures.map((one) => expected(one, value(one.code, key), cellOf(one.code, key))),
        );
      expect(printed.rows).toBe(shown.length);
      expect(shown.length).toBeGreaterThan(0);
    },
  );

  test("its budget is that of the cash book at the month’s end, account by account", async () => {
    const lines = await office.must("cashbook.budget", { year: 2026, on: LAST_DAY, project: null });
    const chart = await office.must("cashbook.chart", {});
    const sum = (of: typeof lines) =>
      (["planned", "plannedToDate", "used"] as const).map((what) =>
        written(
          of.reduce((all, line) => all + line[what], 0),
          "number",
        ),
      );
    for (const [side, caption] of [
      ["income", "Recettes"],
      ["expense", "Dépenses"],
    ] as const) {
      const own = lines.filter((line) => line.side === side);
      const printed = tableIn(partOf("Argent"), [
        caption,
        "Prévu, année",
        "Prévu à ce jour",
        "Réalisé",
        "Part",
      ]);
      const accounts = [...Map.groupBy(own, ({ account }) => account)].filter(([, of]) =>
        of.some(({ planned, used }) => planned !== 0 || used !== 0),
      );
      for (const [account, of] of accounts) {
        const name = chart.find(({ code }) => code === account)?.name ?? account;
        expect(printed.row(name).slice(0, 3), name).toEqual(sum(of));
      }
      expect(printed.row("Total").slice(0, 3)).toEqual(sum(own));
      expect(printed.rows).toBe(accounts.length);
    }
  });

  test("small counts of care are hidden on it, and it says why where one is", () => {
    const cells = content.tables
      .filter(({ code }) => MAY_BE_HIDDEN.has(code))
      .flatMap(({ rows }) => rows.flatMap(({ cells: of }) => of));
    expect(cells.some(({ masked }) => masked)).toBe(true);
    const text = pdfText(pdf);
    expect(text).toContain("Il n’est pas montré pour protéger les personnes.");
    expect(text.match(/petit nombre/g)?.length).toBe(1);
    expect(pdfInfo(pdf).pages).toBeLessThanOrEqual(8);
  });
});
