import type { Column, Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { RentalReport } from "../../contract/rentalViews.ts";
import { showCount, showDay, showFrancs } from "../../domain/format.ts";
import { barChart } from "../design/barChart.ts";
import { heading, runningPages, title } from "../design/letterhead.ts";
import { monthName, monthTitle } from "../design/monthName.ts";
import {
  A4,
  COLOURS,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { remark, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { premisesName, type RentalWords, scopeName } from "./wording.ts";

export interface RentalReportData extends PaperContext {
  readonly report: RentalReport;
  readonly madeBy: string;
}

type Month = RentalReport["months"][number];
type Figures = Pick<Month, "daysLet" | "days" | "asked" | "received">;

const MARGIN = 12;
const WIDTH = A4.height - 2 * MARGIN;
const GAP = 9;
/** A page is as wide as the months of a year. */
const MONTHS_A_TABLE = 12;

/** Occupancy and income of the premises, by month and by premises, with charts that read in black and white. */
export function rentalReport(data: RentalReportData): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const own = words.report;
  const { report } = data;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${report.from} ${report.to}`, data.on, data.language),
    ...runningPages(
      { width: A4.height, height: A4.width, margin: MARGIN },
      data.office,
      data.language,
      fill(words.shared.madeOn, { day: showDay(data.on), person: data.madeBy }),
    ),
    content: [
      title(own.title, 2),
      {
        text: `${spanOf(data, words)} · ${scopeName(report.office ?? data.office.code, data, words)}`,
        bold: true,
        fontSize: 11,
        margin: [0, 0, 0, 6],
      },
      ...(report.premises.length === 0
        ? [{ text: own.empty, color: COLOURS.muted }]
        : [charts(data, words), ...byMonth(data, words), ...byPremises(data, words), ...cells(data, words)]),
    ],
  };
  return { page, photos: new Map() };
}

function spanOf({ report, language }: RentalReportData, { report: own }: RentalWords): string {
  return report.from === report.to
    ? monthTitle(report.from, language)
    : fill(own.months, { from: monthName(report.from, language), to: monthName(report.to, language) });
}

function charts({ report, language }: RentalReportData, { report: own }: RentalWords): Content {
  const { months } = report;
  const size = { width: (WIDTH - GAP) / 2, height: 58 };
  const labels = months.map(({ month }) => month.slice(5));
  const groups = months.map(({ month }) => month.slice(0, 4));
  const chart = (name: string, content: Content): Column => ({
    width: mm(size.width),
    stack: [heading(name), content],
  });
  return {
    columnGap: mm(GAP),
    columns: [
      chart(
        own.chartIncome,
        barChart({
          ...{ ...size, labels, groups },
          series: [
            { name: own.asked, filled: false, values: months.map(({ asked }) => asked) },
            { name: own.received, filled: true, values: months.map(({ received }) => received) },
          ],
          tick: (francs) => showCount(Math.round(francs), language),
        }),
      ),
      chart(
        own.chartOccupancy,
        barChart({
          ...{ ...size, labels, groups },
          series: [{ name: own.occupancy, filled: true, values: months.map(percentLet) }],
          top: 100,
          tick: (percent) => showPercent(percent, language),
        }),
      ),
    ],
  };
}

const percentLet = ({ daysLet, days }: Pick<Figures, "daysLet" | "days">) =>
  days === 0 ? 0 : (100 * daysLet) / days;

function showPercent(percent: number, language: RentalReportData["language"]): string {
  return `${Math.round(percent)}${language === "fr" ? "\u00a0" : ""}%`;
}

function occupancy(figures: Pick<Figures, "daysLet" | "days">, data: RentalReportData, words: RentalWords) {
  return figures.days === 0 ? words.shared.none : showPercent(percentLet(figures), data.language);
}

function sumUp(all: readonly Figures[]): Figures {
  const sum = { daysLet: 0, days: 0, asked: 0, received: 0 };
  for (const { daysLet, days, asked, received } of all) {
    sum.daysLet += daysLet;
    sum.days += days;
    sum.asked += asked;
    sum.received += received;
  }
  return sum;
}

/** A table of names with their figures, summed up. */
function figuresTable(
  caption: string,
  rows: readonly (readonly [name: string, figures: Figures])[],
  data: RentalReportData,
  words: RentalWords,
): Content {
  const own = words.report;
  const figures = (of: Figures) => [
    showFrancs(of.asked, data.language),
    showFrancs(of.received, data.language),
    showCount(of.daysLet, data.language),
    showCount(of.days, data.language),
    occupancy(of, data, words),
  ];
  return ruledTable({
    dense: true,
    columns: [
      { caption, width: "*" },
      { caption: own.asked, width: 42, figures: true },
      { caption: own.received, width: 42, figures: true },
      { caption: own.daysLet, width: 32, figures: true },
      { caption: own.days, width: 32, figures: true },
      { caption: own.occupancy, width: 30, figures: true },
    ],
    rows: rows.map(([name, of]) => [name, ...figures(of)]),
    total: [words.shared.total, ...figures(sumUp(rows.map(([, of]) => of)))],
  });
}

function byMonth(data: RentalReportData, words: RentalWords): Content[] {
  const own = words.report;
  const rows = data.report.months.map((month) => [monthTitle(month.month, data.language), month] as const);
  return [heading(own.byMonth), figuresTable(own.month, rows, data, words), remark(own.note)];
}

function nameOf(one: RentalReport["premises"][number], { report }: RentalReportData, words: RentalWords) {
  const name = premisesName(one, words);
  return report.office === "all" ? `${one.office} · ${name}` : name;
}

function byPremises(data: RentalReportData, words: RentalWords): Content[] {
  const { report } = data;
  const of = new Map<string, Figures[]>();
  for (const cell of report.cells) of.set(cell.premisesId, [...(of.get(cell.premisesId) ?? []), cell]);
  const rows = report.premises.map((one) => [nameOf(one, data, words), sumUp(of.get(one.id) ?? [])] as const);
  return [heading(words.report.byPremises), figuresTable(words.shared.premises, rows, data, words)];
}

/** Two tables for each year of months: occupancy and income of every one of the premises. */
function cells(data: RentalReportData, words: RentalWords): Content[] {
  const { report } = data;
  if (report.months.length < 2) return [];
  const found = new Map(report.cells.map((cell) => [`${cell.premisesId} ${cell.month}`, cell]));
  const names = report.months.map(({ month }) => month);
  const parts = Array.from({ length: Math.ceil(names.length / MONTHS_A_TABLE) }, (_, index) =>
    names.slice(index * MONTHS_A_TABLE, (index + 1) * MONTHS_A_TABLE),
  );
  const grid = (months: readonly string[], show: (cell: Figures) => string): Content =>
    ruledTable({
      dense: true,
      columns: [
        { caption: words.shared.premises, width: "*" },
        ...months.map((month) => ({
          caption: `${month.slice(5)}/${month.slice(2, 4)}`,
          width: 18,
          figures: true,
        })),
      ],
      rows: report.premises.map((one) => [
        nameOf(one, data, words),
        ...months.map((month) => {
          const cell = found.get(`${one.id} ${month}`);
          return cell === undefined ? words.shared.none : show(cell);
        }),
      ]),
    });
  return parts.flatMap((months) => [
    heading(words.report.cellsOccupancy),
    grid(months, (cell) => occupancy(cell, data, words)),
    heading(words.report.cellsReceived),
    grid(months, ({ received }) => (received === 0 ? words.shared.none : showCount(received, data.language))),
  ]);
}
