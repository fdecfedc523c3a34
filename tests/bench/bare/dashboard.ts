import type SQLite from "better-sqlite3";
import type { Dashboard } from "../../../src/contract/reportingViews.ts";
import { requireIndicator } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { DASHBOARD_FIGURES, DASHBOARD_SERIES } from "../../../src/domain/reporting/dashboards.ts";
import { evaluate } from "../../../src/domain/reporting/formulas.ts";
import { prepareClasses } from "./classes.ts";
import type { BareAsked } from "./figures.ts";
import { prepareInsurance } from "./insurance.ts";
import { prepareMembers } from "./members.ts";
import { prepareMoney } from "./money.ts";
import { prepareRents } from "./rents.ts";

/** Each figure under its code, span and group. */
export type BareFigures = ReadonlyMap<string, number | null>;

const keyOf = (code: string, span: string, group = "") => `${code} ${span} ${group}`.trim();

/** The rule of months divides what the measures do not say apart: it is answered as it is. */
const READY = new Set(["insurance.reserveMonths"]);

export function prepareBareDashboard(connection: SQLite.Database, isNational: boolean) {
  const areas = [prepareMembers, prepareMoney, prepareInsurance, prepareRents, prepareClasses].map(
    (prepare) => prepare(connection, isNational),
  );
  return (asked: BareAsked): BareFigures => {
    const counted = new Map<string, number | null>();
    const put = (measure: string, span: string, value: unknown, group = "") => {
      const key = keyOf(measure, span, group);
      counted.set(key, value === null ? null : (counted.get(key) ?? 0) + Number(value));
    };
    for (const count of areas) count(asked, { put });
    const figures = new Map(counted);
    const figureOf = (code: string, span: string) => {
      if (READY.has(code)) return;
      const { formula } = requireIndicator(code);
      figures.set(
        keyOf(code, span),
        evaluate(formula, (measure) => counted.get(keyOf(measure, span)) ?? 0),
      );
    };
    for (const code of DASHBOARD_FIGURES)
      for (const { key } of [asked.span, asked.before]) figureOf(code, key);
    for (const code of DASHBOARD_SERIES) for (const { key } of asked.months) figureOf(code, key);
    return figures;
  };
}

/** What the product's dashboard shows, under the same keys; groups in which there is nothing left out. */
export function shownFigures({ figures, series, tables, span, before }: Dashboard): BareFigures {
  return new Map([
    ...figures.flatMap(({ code, now, before: earlier }) => [
      [keyOf(code, span.name), now.value] as const,
      [keyOf(code, before.name), earlier.value] as const,
    ]),
    ...series.flatMap(({ code, points }) =>
      points.map(({ month, shown }) => [keyOf(code, month), shown.value] as const),
    ),
    ...tables.flatMap(({ code, by, rows }) =>
      rows
        .filter(({ cells }) => (cells[0]?.value ?? 0) !== 0)
        .map(({ key, cells }) => [keyOf(code, span.name, `${by} ${key}`), cells[0]?.value ?? null] as const),
    ),
  ]);
}
