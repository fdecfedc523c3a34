import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CareCategory, ClaimOutcome, Cut } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs, MemberNumber } from "../../contract/primitives.ts";
import { categoryText, cutText, outcomeText } from "../../contract/texts/cutText.ts";
import { amountInWords } from "../../domain/amountInWords.ts";
import { showDay, showFrancs } from "../../domain/format.ts";
import { heading, runningPages, signBox, title, writingLine } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { amountBar, factRow, ruledTable } from "../design/ruledTable.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

/** What the slip may say of a claim: neither the illness, nor the facility, nor what a medicine is called. */
export interface DecisionSlipData extends PaperContext {
  readonly number: string;
  readonly policyNumber: string;
  readonly memberNumber: MemberNumber;
  readonly memberName: string;
  /** Herself or a child. */
  readonly patient: string;
  readonly careOn: CalendarDate;
  readonly receiptNumber: string;
  readonly decidedOn: CalendarDate | null;
  readonly outcome: ClaimOutcome;
  readonly granted: Francs;
  readonly note: string;
  readonly lines: readonly {
    readonly category: CareCategory;
    readonly quantity: number;
    readonly asked: Francs;
    readonly paid: Francs;
    readonly cuts: readonly Cut[];
  }[];
}

type Words = DocumentTexts["insurance"];

const MARGIN = 20;
const WIDTH = A4.width - 2 * MARGIN;

/** The decision on a claim, line by line, with the place where she signs for the money. */
export function decisionSlip(data: DecisionSlipData): PaperDefinition {
  const words = documentTexts(data.language).insurance;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${words.decision.title} ${data.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, words.shared.personal),
    content: [
      title(`${words.decision.title} ${data.number}`, 6),
      ...whose(data, words),
      amountBar(
        fill(words.decision.result, { outcome: outcomeText(data.language, data.outcome).toLowerCase() }),
        showFrancs(data.granted, data.language),
      ),
      linesTable(data, words),
      ...reasons(data, words),
      ...(data.note === "" ? [] : [heading(words.decision.note), { text: data.note }]),
      { text: words.decision.objection, color: COLOURS.muted, margin: [0, 10, 0, 0] },
      ...(data.granted === 0 ? [] : [receiptPart(data, words)]),
    ],
  };
  return { page, photos: new Map() };
}

function whose(data: DecisionSlipData, words: Words): Content[] {
  const own = words.decision;
  const { none } = words.shared;
  return [
    factRow([
      [words.shared.member, data.memberName],
      [words.shared.memberNumber, data.memberNumber],
    ]),
    factRow([
      [own.patient, data.patient],
      [words.shared.policy, data.policyNumber],
    ]),
    factRow([
      [own.careOn, showDay(data.careOn)],
      [own.receiptNumber, data.receiptNumber || none],
      [own.decidedOn, data.decidedOn === null ? none : showDay(data.decidedOn)],
    ]),
  ];
}

type Line = DecisionSlipData["lines"][number];

function nameOf({ category, quantity }: Line, data: DecisionSlipData, words: Words): string {
  const name = categoryText(data.language, category);
  return quantity === 1 ? name : fill(words.decision.quantity, { category: name, quantity });
}

function linesTable(data: DecisionSlipData, words: Words): Content {
  const own = words.decision;
  const francs = (amount: number) => showFrancs(amount, data.language);
  const sum = (of: (line: Line) => number) => data.lines.reduce((total, line) => total + of(line), 0);
  const figures = (asked: number, paid: number) => [francs(asked), francs(asked - paid), francs(paid)];
  return ruledTable({
    columns: [
      { caption: own.line, width: 12 },
      { caption: own.category, width: "*" },
      { caption: own.asked, width: 33, figures: true },
      { caption: own.cut, width: 33, figures: true },
      { caption: own.paid, width: 33, figures: true },
    ],
    rows: data.lines.map((line, index) => [
      String(index + 1),
      nameOf(line, data, words),
      ...figures(line.asked, line.paid),
    ]),
    total: [
      "",
      words.shared.total,
      ...figures(
        sum(({ asked }) => asked),
        sum(({ paid }) => paid),
      ),
    ],
  });
}

/** Which rule took off how much of which line. */
function reasons(data: DecisionSlipData, words: Words): Content[] {
  const own = words.decision;
  const rows = data.lines.flatMap(({ cuts }, index) =>
    cuts.map((cut) => [
      String(index + 1),
      cutText(data.language, cut),
      `−\u00a0${showFrancs(cut.amount, data.language)}`,
    ]),
  );
  if (rows.length === 0) return [{ text: own.nothingCut, color: COLOURS.muted, margin: [0, 8, 0, 0] }];
  return [
    heading(own.why),
    ruledTable({
      columns: [
        { caption: own.line, width: 12 },
        { caption: own.reason, width: "*" },
        { caption: own.cut, width: 33, figures: true },
      ],
      rows,
    }),
  ];
}

function receiptPart(data: DecisionSlipData, words: Words): Content {
  const own = words.decision;
  const half = (WIDTH - 8) / 2;
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    stack: [
      {
        canvas: [
          {
            type: "line",
            x1: 0,
            y1: 0,
            x2: mm(WIDTH),
            y2: 0,
            lineWidth: 0.6,
            dash: { length: 3, space: 3 },
            lineColor: COLOURS.muted,
          },
        ],
      },
      heading(own.receipt),
      {
        columnGap: mm(8),
        columns: [
          {
            width: mm(half),
            stack: [
              { text: own.received, color: COLOURS.muted },
              { text: showFrancs(data.granted, data.language), bold: true, fontSize: 12 },
              { text: amountInWords(data.granted, data.language) },
            ],
          },
          { width: mm(half), stack: [{ text: own.on, color: COLOURS.muted }, writingLine(half)] },
        ],
      },
      {
        margin: [0, 10, 0, 0],
        columnGap: mm(8),
        columns: [signBox(words.shared.memberSigns, half, 24), signBox(words.shared.cashierSigns, half, 24)],
      },
    ],
  };
}
