import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { ChargeStanding } from "../../contract/rentalTerms.ts";
import { showDay, showFrancs, showLongDay } from "../../domain/format.ts";
import { runningPages, signBox, title } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { amountBar, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type NamedPremises, periodOf, premisesNames, type RentalWords } from "./wording.ts";

export interface ReminderLetterData extends PaperContext {
  readonly kind: "first" | "last";
  readonly number: string;
  readonly tenantName: string;
  readonly guarantorName: string;
  readonly premises: readonly NamedPremises[];
  /** What is owed on the day, the oldest first. */
  readonly unpaid: readonly Pick<
    ChargeStanding,
    "kind" | "from" | "to" | "dueOn" | "amount" | "paid" | "writtenOff" | "left"
  >[];
  /** The day before which it is to be paid. */
  readonly payBefore: CalendarDate;
}

const MARGIN = 22;
const HALF = (A4.width - 2 * MARGIN - 8) / 2;

/** A reminder: firm and polite, with every unpaid period, and in the last one what may follow. */
export function reminderLetter(data: ReminderLetterData): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const own = words.reminder;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own[data.kind]} ${data.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, data.number),
    content: [...opening(data, words), unpaidTable(data, words), ...closing(data, words)],
  };
  return { page, photos: new Map() };
}

const paragraph = (text: string): Content => ({
  text,
  fontSize: 10.5,
  lineHeight: 1.3,
  margin: [0, 0, 0, 8],
});

function opening(data: ReminderLetterData, words: RentalWords): Content[] {
  const own = words.reminder;
  const subject = fill(own.subject, {
    what: own[data.kind].toLowerCase(),
    number: data.number,
    premises: premisesNames(data.premises, words),
  });
  return [
    {
      text: `${data.office.name}, ${showLongDay(data.on, data.language)}`,
      alignment: "right",
      margin: [0, 10, 0, 6],
    },
    title(own[data.kind], 10),
    { text: data.tenantName, bold: true, fontSize: 11.5, margin: [mm(HALF + 8), 0, 0, 16] },
    { text: subject, color: COLOURS.muted, margin: [0, 0, 0, 12] },
    paragraph(own.dear),
    paragraph(data.kind === "first" ? own.firstBody : own.lastBody),
  ];
}

function unpaidTable({ unpaid, language }: ReminderLetterData, words: RentalWords): Content {
  const francs = (amount: number) => showFrancs(amount, language);
  const sum = (of: (line: ReminderLetterData["unpaid"][number]) => number) =>
    francs(unpaid.reduce((total, line) => total + of(line), 0));
  const settled = (line: ReminderLetterData["unpaid"][number]) => line.paid + line.writtenOff;
  return ruledTable({
    columns: [
      { caption: words.shared.what, width: 23 },
      { caption: "", width: "*" },
      { caption: words.shared.dueOn, width: 23 },
      { caption: words.shared.amount, width: 28, figures: true },
      { caption: words.shared.paid, width: 28, figures: true },
      { caption: words.shared.left, width: 28, figures: true },
    ],
    rows: unpaid.map((line) => [
      words.shared.charge[line.kind],
      periodOf(line, language),
      showDay(line.dueOn),
      francs(line.amount),
      francs(settled(line)),
      francs(line.left),
    ]),
    total: [words.shared.total, "", "", sum(({ amount }) => amount), sum(settled), sum(({ left }) => left)],
  });
}

function closing(data: ReminderLetterData, words: RentalWords): Content[] {
  const own = words.reminder;
  const total = data.unpaid.reduce((sum, { left }) => sum + left, 0);
  const ask = data.kind === "first" ? own.firstAsk : own.lastAsk;
  return [
    {
      unbreakable: true,
      margin: [0, 8, 0, 0],
      stack: [
        amountBar(own.totalDue, showFrancs(total, data.language)),
        paragraph(fill(ask, { day: showLongDay(data.payBefore, data.language) })),
        ...(data.kind === "last" && data.guarantorName !== ""
          ? [paragraph(fill(own.guarantor, { name: data.guarantorName }))]
          : []),
        paragraph(own.crossed),
        paragraph(own.greeting),
        { margin: [mm(HALF + 8), 8, 0, 0], stack: [signBox(own.forOffice, HALF, 26)] },
      ],
    },
  ];
}
