import type { OfficeScope } from "../../contract/primitives.ts";
import type {
  BothLanguages,
  Breakdown,
  IndicatorCode,
  ReportedSpan,
  ReportTable,
  Shown,
} from "../../contract/reportingTerms.ts";
import type { IndicatorTable } from "../../contract/reportingViews.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import { SMALLEST_SHOWN } from "../../domain/reporting/maskingDecisions.ts";
import { countsBehind, groupsListed } from "../../domain/reporting/maskingRules.ts";
import { ALL_OFFICES, cellKey } from "../../domain/reporting/maskingTable.ts";
import { daysIn, isOver, spanOf } from "../../domain/reporting/periods.ts";
import { fiscalStartOf } from "./engineColumns.ts";
import { type MaskedPlace, officesAt, shownCells } from "./maskedCounts.ts";
import type { MeasuredPlace } from "./measuring.ts";

/** One figure: of an indicator, a period, an office or all, and one group; `by` is null for the whole figure. */
export interface FigureCell {
  readonly code: IndicatorCode;
  readonly span: ReportedSpan;
  /** The place's own scope when left out. */
  readonly office?: OfficeScope;
  readonly by: Breakdown | null;
  /** By office an office, by month a month of the span. */
  readonly key: string;
}

interface ListedGroup {
  readonly key: string;
  readonly label: BothLanguages;
}

/** What stays hidden in whatever leaves the office. On its own screens nothing is hidden. */
export interface Masks {
  /** False for all that is not sensitive. A sensitive figure of a period that is not over is always hidden. */
  hides(cell: FigureCell): boolean;
  shown(cell: FigureCell, value: number | null): Shown;
  /**
   * The groups that a table of a sensitive indicator lists, whatever was counted: a line left out would say that nothing
   * was, one more that something was. Null where a table lists what it has.
   */
  groups(code: IndicatorCode, by: Breakdown): readonly ListedGroup[] | null;
}

const HIDDEN: Shown = { value: null, masked: true };

/** A month or an office as a key is the whole figure of that month or office. */
function plain(cell: FigureCell, { place, fiscalStart }: MaskedPlace): FigureCell & { office: OfficeScope } {
  const { by, key, office = place.office } = cell;
  if (by === "office") return { ...cell, office: key, by: null, key: "" };
  if (by === "month")
    return { ...cell, office, by: null, key: "", span: spanOf(key, place.call.today(), fiscalStart) };
  return { ...cell, office };
}

/** What masks are not worked out for: a period that is not over, or one that an office with another year calls so. */
function isStrange({ name, from, to, partial }: ReportedSpan, { place, fiscalStart }: MaskedPlace): boolean {
  const days = daysIn(name, fiscalStart);
  const isOther = days.from !== from || days.to !== to;
  return partial || isOther || !isOver(name, place.call.today(), fiscalStart);
}

/**
 * The masks of a place: the own register, one office's copies, or all offices'. Worked out when they are first asked for
 * and kept, so one of it serves a whole report or file.
 */
export function masksOf(place: MeasuredPlace): Masks {
  const masked = { place, fiscalStart: fiscalStartOf(place.call) };
  const kept = new Map<string, ReadonlySet<string>>();
  const offices = officesAt(place);
  const isHidden = (count: IndicatorCode, cell: FigureCell & { office: OfficeScope }): boolean => {
    const { span, by, key } = cell;
    const { holds, keys } = shownCells(masked, count, span.name);
    const shown = kept.get(holds) ?? keys();
    kept.set(holds, shown);
    // One office alone is all offices.
    const office = cell.office === ALL_OFFICES && offices.length === 1 ? (offices[0] ?? "") : cell.office;
    return !shown.has(cellKey({ span: span.name, office, by: by ?? "", group: key }));
  };
  const countsOf = (code: IndicatorCode): readonly IndicatorCode[] => {
    const indicator = indicatorOf(code);
    return indicator === undefined ? [] : countsBehind(indicator);
  };
  const hides = (asked: FigureCell): boolean => {
    const counts = countsOf(asked.code);
    if (counts.length === 0) return false;
    const cell = plain(asked, masked);
    if (isStrange(cell.span, masked)) return true;
    return counts.some((count) => isHidden(count, cell));
  };
  return {
    hides,
    shown(cell, value) {
      const isSmallCount = countsOf(cell.code)[0] === cell.code && value !== null && value < SMALLEST_SHOWN;
      return isSmallCount || hides(cell) ? HIDDEN : { value, masked: false };
    },
    groups(code, by) {
      const indicator = indicatorOf(code);
      const isFree = indicator === undefined || countsBehind(indicator).length === 0;
      return isFree || by === "office" || by === "month" ? null : groupsListed(indicator, by);
    },
  };
}

/** Lines of groups as far as they may be there, and those that must be and are not, all masked. */
function listedLines<Line extends { readonly key: string }>(
  listed: readonly ListedGroup[] | null,
  lines: readonly Line[],
  columns: number,
): { readonly lines: readonly Line[]; readonly missing: readonly (ListedGroup & { cells: Shown[] })[] } {
  if (listed === null) return { lines, missing: [] };
  const keys = new Set(lines.map(({ key }) => key));
  return {
    lines: lines.filter((line) => listed.some(({ key }) => key === line.key)),
    missing: listed
      .filter(({ key }) => !keys.has(key))
      .map(({ key, label }) => ({ key, label, cells: Array.from({ length: columns }, () => HIDDEN) })),
  };
}

/** A table of indicators as it may leave the office. */
export function maskTable(masks: Masks, table: IndicatorTable): IndicatorTable {
  const { by, columns, scope: office } = table;
  const codes = [...new Set(table.rows.map(({ code }) => code))];
  const rows = codes.flatMap((code) => {
    const own = table.rows.filter((row) => row.code === code);
    const masked = own.map((row) => {
      const isWhole = row.label === null || by === "month";
      const place = { code, office, by: isWhole ? null : by, key: isWhole ? "" : row.key };
      const cells = columns.map((span, index) =>
        masks.shown({ ...place, span }, row.cells[index]?.value ?? null),
      );
      return { ...row, cells };
    });
    const isGroup = ({ label }: (typeof own)[number]) => label !== null;
    const listed = by === null ? null : masks.groups(code, by);
    const { lines, missing } = listedLines(listed, masked.filter(isGroup), columns.length);
    const whole = masked.filter((row) => !isGroup(row));
    return [...whole, ...lines, ...missing.map((row) => ({ code, ...row, target: null }))];
  });
  return { ...table, rows };
}

/** A report's table as it may leave the office. @param spans one for each of its columns */
export function maskReportTable(
  masks: Masks,
  table: ReportTable,
  spans: readonly ReportedSpan[],
): ReportTable {
  const { code, by } = table;
  const masked = (cells: readonly Shown[], place: { by: Breakdown | null; key: string }): Shown[] =>
    cells.map((cell, index) => {
      const span = spans[index];
      return span === undefined ? HIDDEN : masks.shown({ code, span, ...place }, cell.value);
    });
  const rows = table.rows.map((row) => ({ ...row, cells: masked(row.cells, { by, key: row.key }) }));
  const { lines, missing } = listedLines(masks.groups(code, by), rows, spans.length);
  return {
    ...table,
    rows: [...lines, ...missing],
    totals: masked(table.totals, { by: null, key: "" }),
  };
}
