import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { InsuranceSummary } from "../../contract/insurancePolicies.ts";
import type { Language } from "../../contract/primitives.ts";
import { categoryText } from "../../contract/texts/cutText.ts";
import { showCount, showDay, showFrancs, showLongDay } from "../../domain/format.ts";
import { heading, runningPages, signBox, title } from "../design/letterhead.ts";
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
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

export interface MonthlySummaryData extends PaperContext {
  readonly summary: InsuranceSummary;
  /** Over the sums of all plans; null where nothing was earned. */
  readonly lossRatio: number | null;
  readonly madeBy: string;
}

type Words = DocumentTexts["insurance"];
type PlanLine = InsuranceSummary["plans"][number];

const MARGIN = 18;
const WIDTH = A4.width - 2 * MARGIN;

/** The insurance in a month, on one page to sign. */
export function monthlySummary(data: MonthlySummaryData): PaperDefinition {
  const words = documentTexts(data.language).insurance;
  const own = words.summary;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${data.summary.month}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language),
    content: [
      title(own.title, 2),
      {
        columns: [
          { width: "*", text: `${monthOf(data)} · ${scopeOf(data, words)}`, bold: true, fontSize: 11 },
          {
            width: "auto",
            text: fill(own.madeOn, { day: showDay(data.on), person: data.madeBy }),
            color: COLOURS.muted,
          },
        ],
        margin: [0, 0, 0, 4],
      },
      ...policies(data, words),
      ...money(data, words),
      ...claims(data, words),
      signatures(words),
    ],
  };
  return { page, photos: new Map() };
}

/** `octobre 2026`: a long day without its number. */
function monthOf({ summary, language }: MonthlySummaryData): string {
  const month = showLongDay(`${summary.month}-02`, language).replace(/^2\s/, "");
  return month.charAt(0).toUpperCase() + month.slice(1);
}

function scopeOf({ summary, office }: MonthlySummaryData, { summary: own }: Words): string {
  if (summary.office === "all") return own.all;
  return summary.office === office.code
    ? fill(own.own, { office: office.name })
    : fill(own.office, { office: summary.office });
}

const sumOf = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

function policies({ summary, language }: MonthlySummaryData, words: Words): Content[] {
  const own = words.summary;
  if (summary.plans.length === 0)
    return [heading(own.policiesTitle), { text: own.noPlans, color: COLOURS.muted }];
  const kinds = ["active", "new", "suspended", "lapsed", "ended"] as const;
  const counts = (of: (kind: (typeof kinds)[number]) => number) =>
    kinds.map((kind) => showCount(of(kind), language));
  return [
    heading(own.policiesTitle),
    ruledTable({
      dense: true,
      columns: [
        { caption: words.shared.plan, width: "*" },
        ...kinds.map((kind) => ({ caption: own[kind], width: 23, figures: true })),
      ],
      rows: summary.plans.map((plan) => [plan.name, ...counts((kind) => plan[kind])]),
      total: [words.shared.total, ...counts((kind) => sumOf(summary.plans, (plan) => plan[kind]))],
    }),
    remark(own.policiesNote),
  ];
}

function showRatio(ratio: number | null, words: Words, language: Language): string {
  if (ratio === null) return words.shared.none;
  return language === "fr" ? `${String(ratio).replace(".", ",")}\u00a0%` : `${ratio}%`;
}

function money({ summary, lossRatio, language }: MonthlySummaryData, words: Words): Content[] {
  const own = words.summary;
  if (summary.plans.length === 0) return [];
  const francs = (amount: number) => showFrancs(amount, language);
  const line = (of: (what: "collected" | "earned" | "benefits") => number, ratio: number | null) => [
    francs(of("collected")),
    francs(of("earned")),
    francs(of("benefits")),
    showRatio(ratio, words, language),
  ];
  return [
    heading(own.moneyTitle),
    ruledTable({
      dense: true,
      columns: [
        { caption: words.shared.plan, width: "*" },
        { caption: own.collected, width: 31, figures: true },
        { caption: own.earned, width: 31, figures: true },
        { caption: own.benefits, width: 31, figures: true },
        { caption: own.lossRatio, width: 29, figures: true },
      ],
      rows: summary.plans.map((plan: PlanLine) => [plan.name, ...line((what) => plan[what], plan.lossRatio)]),
      total: [words.shared.total, ...line((what) => sumOf(summary.plans, (plan) => plan[what]), lossRatio)],
    }),
    remark(own.moneyNote),
  ];
}

function claims({ summary, language }: MonthlySummaryData, words: Words): Content[] {
  const own = words.summary;
  const { claimsByState: states, claimsByCategory: categories } = summary;
  if (states.length === 0) return [heading(own.stateTitle), { text: own.noClaims, color: COLOURS.muted }];
  const figures = (count: number, asked: number, given: number) => [
    showCount(count, language),
    showFrancs(asked, language),
    showFrancs(given, language),
  ];
  const columns = (what: string, count: string) => [
    { caption: what, width: "*" as const },
    { caption: count, width: 25, figures: true },
    { caption: own.asked, width: 38, figures: true },
    { caption: own.granted, width: 38, figures: true },
  ];
  return [
    heading(own.stateTitle),
    ruledTable({
      dense: true,
      columns: columns(own.state, own.claims),
      rows: states.map((row) => [own.claimState[row.state], ...figures(row.claims, row.asked, row.granted)]),
      total: [
        words.shared.total,
        ...figures(
          sumOf(states, (row) => row.claims),
          sumOf(states, (row) => row.asked),
          sumOf(states, (row) => row.granted),
        ),
      ],
    }),
    heading(own.categoryTitle),
    ruledTable({
      dense: true,
      columns: columns(own.category, own.lines),
      rows: categories.map((row) => [
        categoryText(language, row.category),
        ...figures(row.lines, row.asked, row.paid),
      ]),
      total: [
        words.shared.total,
        ...figures(
          sumOf(categories, (row) => row.lines),
          sumOf(categories, (row) => row.asked),
          sumOf(categories, (row) => row.paid),
        ),
      ],
    }),
  ];
}

function signatures(words: Words): Content {
  const half = (WIDTH - 8) / 2;
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columnGap: mm(8),
    columns: [signBox(words.summary.preparedBy, half, 18), signBox(words.summary.approvedBy, half, 18)],
  };
}
