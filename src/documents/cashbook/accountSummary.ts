import type { Content } from "pdfmake/interfaces.js";
import type { AccountSide, MonthWarning } from "../../contract/cashbookTerms.ts";
import type { Francs, Language } from "../../contract/primitives.ts";
import { showCount, showFrancs } from "../../domain/format.ts";
import { heading } from "../design/letterhead.ts";
import { COLOURS, fill } from "../design/paper.ts";
import { amountBar, remark, ruledTable } from "../design/ruledTable.ts";
import type { CashbookWords, NamedAccount } from "./wording.ts";

export interface AccountLine extends NamedAccount {
  readonly side: AccountSide;
  readonly vouchers: number;
  readonly sumIn: Francs;
  readonly sumOut: Francs;
}

export interface AccountSummary {
  readonly accounts: readonly AccountLine[];
  readonly projects: readonly {
    /** Null for what belongs to no project. */
    readonly code: string | null;
    readonly name: string;
    readonly sumIn: Francs;
    readonly sumOut: Francs;
  }[];
  readonly warnings: readonly { readonly code: MonthWarning["code"]; readonly place: string }[];
}

const SIDES: readonly AccountSide[] = ["income", "expense", "balance"];

/** The month by account, with income against expenses, and by project. */
export function summaryContent(summary: AccountSummary, words: CashbookWords, language: Language): Content[] {
  const own = words.summary;
  return [
    ...(summary.accounts.length === 0
      ? [{ text: own.empty, color: COLOURS.muted }]
      : [
          ...SIDES.flatMap((side) => sideTable(summary, side, words, language)),
          amountBar(own.result, showFrancs(resultOf(summary), language)),
          remark(own.resultNote),
        ]),
    ...projectsTable(summary, words, language),
    ...warnings(summary, words),
  ];
}

/** What was taken back counts against its account, so each side is what came in less what went out. */
function resultOf({ accounts }: AccountSummary): number {
  return accounts
    .filter(({ side }) => side !== "balance")
    .reduce((sum, { sumIn, sumOut }) => sum + sumIn - sumOut, 0);
}

const sumOf = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

function sideTable(
  { accounts }: AccountSummary,
  side: AccountSide,
  words: CashbookWords,
  language: Language,
): Content[] {
  const own = words.summary;
  const lines = accounts.filter((line) => line.side === side);
  if (lines.length === 0) return [];
  const figures = (vouchers: number, sumIn: number, sumOut: number) =>
    [vouchers, sumIn, sumOut].map((figure) => showCount(figure, language));
  return [
    heading(own[side]),
    ruledTable({
      dense: true,
      columns: [
        { caption: own.number, width: 22 },
        { caption: own.account, width: "*" },
        { caption: own.vouchers, width: 22, figures: true },
        { caption: words.shared.moneyIn, width: 34, figures: true },
        { caption: words.shared.moneyOut, width: 34, figures: true },
      ],
      rows: lines.map(({ number, name, vouchers, sumIn, sumOut }) => [
        number,
        name,
        ...figures(vouchers, sumIn, sumOut),
      ]),
      total: [
        "",
        fill(own.subtotal, { side: own[side].toLowerCase() }),
        ...figures(
          sumOf(lines, ({ vouchers }) => vouchers),
          sumOf(lines, ({ sumIn }) => sumIn),
          sumOf(lines, ({ sumOut }) => sumOut),
        ),
      ],
    }),
  ];
}

function projectsTable({ projects }: AccountSummary, words: CashbookWords, language: Language): Content[] {
  const own = words.summary;
  // Without any project there is nothing to tell apart.
  if (projects.every(({ code }) => code === null)) return [];
  const figures = (sumIn: number, sumOut: number) =>
    [sumIn, sumOut, sumIn - sumOut].map((figure) => showCount(figure, language));
  return [
    heading(own.byProject),
    ruledTable({
      dense: true,
      columns: [
        { caption: own.project, width: "*" },
        { caption: words.shared.moneyIn, width: 34, figures: true },
        { caption: words.shared.moneyOut, width: 34, figures: true },
        { caption: own.difference, width: 34, figures: true },
      ],
      rows: projects.map(({ code, name, sumIn, sumOut }) => [
        code === null ? own.noProject : `${code} ${name}`.trim(),
        ...figures(sumIn, sumOut),
      ]),
      total: [
        words.shared.total,
        ...figures(
          sumOf(projects, ({ sumIn }) => sumIn),
          sumOf(projects, ({ sumOut }) => sumOut),
        ),
      ],
    }),
  ];
}

function warnings(summary: AccountSummary, { summary: own }: CashbookWords): Content[] {
  if (summary.warnings.length === 0) return [];
  const texts = new Set(summary.warnings.map(({ code, place }) => fill(own.warning[code], { place })));
  return [
    {
      unbreakable: true,
      stack: [
        heading(own.warnings),
        { ul: [...texts].map((text) => ({ text, margin: [2, 0, 0, 2] })), markerColor: COLOURS.ochre },
      ],
    },
  ];
}
