import type { Language } from "../../contract/primitives.ts";
import type { ReportedSpan, Shown } from "../../contract/reportingTerms.ts";
import type { IndicatorTable } from "../../contract/reportingViews.ts";
import { showDay } from "../../domain/format.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { fill } from "../design/paper.ts";
import type { Cell, DescribedTable, ListTable } from "../lists/listTable.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import { shortPeriod } from "./periodTitle.ts";

/* The table of indicators as a spreadsheet, and what each indicator means. */

function periodHeading(
  { name, to, partial }: ReportedSpan,
  texts: DocumentTexts,
  language: Language,
): string {
  const period = shortPeriod(name, language);
  return partial ? fill(texts.exports.indicators.until, { period, day: showDay(to) }) : period;
}

/** Nothing where there is no figure; the paper's word where one is hidden. */
const cellOf = ({ value, masked }: Shown, sign: string): Cell => (masked ? sign : (value ?? ""));

/** What indicators mean: definition, what is counted, unit, by what they are divided. */
export function indicatorCodebook(indicators: readonly Indicator[], language: Language): ListTable {
  const { reporting, exports } = documentTexts(language);
  const { workbook, figures, tables, unit } = reporting;
  const { codebook, breakdowns, area, areas } = exports.indicators;
  const groupsOf = ({ groups }: Indicator) => groups?.[language] ?? tables.by.group;
  return {
    title: codebook,
    headings: [
      ...[workbook.code, figures.name, area, workbook.unit],
      ...[workbook.definition, workbook.counted, breakdowns],
    ],
    cells: indicators.map((one) => [
      ...[one.code, one.name[language], areas[one.area], unit[one.unit]],
      ...[one.definition[language], one.counted[language]],
      one.breakdowns.map((by) => (by === "group" ? groupsOf(one) : tables.by[by])).join(", "),
    ]),
  };
}

/** Indicators with their figures as they are shown, one line each and one for each group. */
export function indicatorTable(table: IndicatorTable, language: Language): DescribedTable {
  const texts = documentTexts(language);
  const { reporting, exports } = texts;
  const { workbook, figures, unit, masked } = reporting;
  const { title, group, key, target } = exports.indicators;
  const hasGroups = table.by !== null && table.by !== "month";
  const first = table.columns[0];
  const indicators = [...new Set(table.rows.map(({ code }) => code))]
    .map(indicatorOf)
    .filter((found) => found !== undefined);
  return {
    ...{ title, language },
    headings: [
      ...[workbook.code, figures.name, workbook.unit, ...(hasGroups ? [group, key] : [])],
      ...table.columns.map((column) => periodHeading(column, texts, language)),
      ...(first === undefined ? [] : [fill(target, { period: shortPeriod(first.name, language) })]),
    ],
    cells: table.rows.map((row) => {
      const indicator = indicatorOf(row.code);
      return [
        ...[row.code, indicator?.name[language] ?? row.code, indicator ? unit[indicator.unit] : ""],
        ...(hasGroups ? [row.label?.[language] ?? "", row.key] : []),
        ...row.cells.map((cell) => cellOf(cell, masked.sign)),
        ...(first === undefined ? [] : [row.target ?? ""]),
      ];
    }),
    codebook: indicatorCodebook(indicators, language),
  };
}
