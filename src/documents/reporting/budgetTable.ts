import type { Content } from "pdfmake/interfaces.js";
import type { Language } from "../../contract/primitives.ts";
import type { ReportBudgetLine, ReportContent } from "../../contract/reportingTerms.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { fill } from "../design/paper.ts";
import { remark, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { keptTogether, subheading } from "./parts.ts";
import type { ReportWords } from "./shownValue.ts";

type Line = Pick<ReportBudgetLine, "side" | "planned" | "plannedToDate" | "used">;
interface AccountLine extends Line {
  readonly account: string;
  readonly name: string;
}

const add = (one: Line, other: Line): Line => ({
  side: one.side,
  planned: one.planned + other.planned,
  plannedToDate: one.plannedToDate + other.plannedToDate,
  used: one.used + other.used,
});

/** A line for each account, whatever offices and projects planned on it. */
function byAccount({ budget, language }: ReportContent): AccountLine[] {
  const lines = new Map<string, AccountLine>();
  for (const line of budget) {
    const known = lines.get(line.account);
    const name = line.label[language];
    lines.set(line.account, {
      ...{ account: line.account, name },
      ...(known === undefined ? line : add(known, line)),
    });
  }
  return [...lines.values()].filter(({ planned, used }) => planned !== 0 || used !== 0);
}

function cells({ planned, plannedToDate, used }: Line, words: ReportWords, language: Language): string[] {
  const percent = planned === 0 ? null : Math.floor((used * 100) / planned);
  const share = percent === null ? words.figures.none : `${percent}${language === "fr" ? "\u00a0%" : "%"}`;
  return [...[planned, plannedToDate, used].map((francs) => showCount(francs, language)), share];
}

function sideTable(lines: readonly AccountLine[], caption: string, content: ReportContent): Content[] {
  const { language } = content;
  const words = documentTexts(language).reporting;
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const own = words.budget;
  return [
    {
      margin: [0, 4, 0, 2],
      stack: [
        ruledTable({
          dense: true,
          columns: [
            { caption, width: "*" },
            { caption: own.planned, width: 29, figures: true },
            { caption: own.toDate, width: 29, figures: true },
            { caption: own.used, width: 29, figures: true },
            { caption: own.share, width: 17, figures: true },
          ],
          rows: lines.map((line) => [line.name, ...cells(line, words, language)]),
          total: [own.total, ...cells(rest.reduce<Line>(add, first), words, language)],
        }),
      ],
    },
  ];
}

/** What was planned for the year, account by account, and what was booked up to the period's end. */
export function budgetTable(content: ReportContent): Content[] {
  const words = documentTexts(content.language).reporting.budget;
  const lines = byAccount(content);
  const side = (of: Line["side"]) => lines.filter((line) => line.side === of);
  const sides = [
    ...sideTable(side("income"), words.income, content),
    ...sideTable(side("expense"), words.expense, content),
  ];
  const [first = remark(words.none), ...others] = sides;
  return [
    keptTogether([subheading(fill(words.title, { day: showDay(content.span.to) })), first]),
    ...others,
    ...(sides.length === 0 ? [] : [remark(words.note)]),
  ];
}
