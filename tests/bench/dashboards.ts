import type SQLite from "better-sqlite3";
import type { OfficeScope } from "../../src/contract/primitives.ts";
import type { Dashboard } from "../../src/contract/reportingViews.ts";
import { readSettings } from "../../src/data/officeRecord.ts";
import { addToMonth, firstDayOf, lastDayOfMonth, monthOf } from "../../src/domain/calendar.ts";
import { earliestEndInGrace } from "../../src/domain/membership/terms.ts";
import { DASHBOARD_MONTHS } from "../../src/domain/reporting/dashboards.ts";
import { termRules } from "../../src/services/membership/views.ts";
import { type BareFigures, prepareBareDashboard, shownFigures } from "./bare/dashboard.ts";
import type { BareAsked } from "./bare/figures.ts";
import type { BenchOffice } from "./benchOffice.ts";
import { costOf, type Figure, figureOf, sideBySide } from "./measure.ts";

/** The month before the running one, and those that its charts show. */
function askedOf(office: BenchOffice): BareAsked {
  const call = office.call();
  const month = lastWhole(office);
  const spanOf = (key: string) => ({ key, first: firstDayOf(key), last: lastDayOfMonth(key) });
  const months = Array.from({ length: DASHBOARD_MONTHS }, (_, at) =>
    spanOf(addToMonth(month, at + 1 - DASHBOARD_MONTHS)),
  );
  const graceFrom = earliestEndInGrace(lastDayOfMonth(month), termRules(readSettings(call.office.reader)));
  return { months, span: spanOf(month), before: spanOf(addToMonth(month, -1)), graceFrom };
}

/** The last month that is over. */
export function lastWhole(office: BenchOffice): string {
  return addToMonth(monthOf(office.call().today()), -1);
}

/** @throws when a figure that the product shows is another by hand */
function requireSame(ours: BareFigures, bare: BareFigures): void {
  const wrong = [...ours].filter(([key, value]) => (bare.get(key) ?? null) !== value);
  if (wrong.length > 0)
    throw new Error(
      `the two sides do not answer the same: ${wrong.map(([key, value]) => `${key} is ${value}, by hand ${bare.get(key)}`).join("; ")}`,
    );
}

/** Both ways to the same dashboard. */
export interface DashboardSides {
  readonly bare: () => BareFigures;
  readonly ask: () => Promise<Dashboard>;
}

/**
 * The dashboard of the last whole month through the contract, and the same figures by SQL of one's own in the library.
 * @param connection the same files, for the statements of one's own
 * @throws when the two do not answer the same
 */
export async function sidesOf(
  office: BenchOffice,
  connection: SQLite.Database,
  scope?: OfficeScope,
): Promise<DashboardSides> {
  const count = prepareBareDashboard(connection, scope === "all");
  const asked = askedOf(office);
  const input = { period: asked.span.key, ...(scope === undefined ? {} : { office: scope }) };
  const sides = { bare: () => count(asked), ask: () => office.ask("reporting.dashboard", input) };
  requireSame(shownFigures(await sides.ask()), sides.bare());
  return sides;
}

/** One against the other. @param connection as in `sidesOf` */
export async function benchDashboard(
  office: BenchOffice,
  connection: SQLite.Database,
  about: {
    readonly what: string;
    readonly size: string;
    readonly scope?: OfficeScope;
    readonly runs: number;
  },
): Promise<Figure> {
  const { what, size, scope, runs } = about;
  const { bare, ask } = await sidesOf(office, connection, scope);
  const pairs = await sideBySide(
    runs,
    () => costOf(bare),
    () => costOf(ask),
  );
  return figureOf(
    { what, size, baseline: "the same figures by SQL in the bare library", target: 1.3 },
    pairs,
  );
}
