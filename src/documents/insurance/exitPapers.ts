import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { LifeExitFile, PolicyRow } from "../../contract/insurancePolicies.ts";
import { amountInWords } from "../../domain/amountInWords.ts";
import { showDay, showFrancs, showLongDay } from "../../domain/format.ts";
import { runningPages, signBox, title, writingLine } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { amountBar } from "../design/ruledTable.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

export interface ExitPapersData extends PaperContext {
  readonly exit: Pick<LifeExitFile, "kind" | "on" | "payments">;
  readonly policy: PolicyRow;
}

type Words = DocumentTexts["insurance"];
type Payment = LifeExitFile["payments"][number];

const MARGIN = 22;
const WIDTH = A4.width - 2 * MARGIN;
const HALF = (WIDTH - 8) / 2;

/**
 * What an exit from the life fund needs on paper: a discharge to sign for each payment, and on death before each a
 * letter to whom it is for. A letter is read by a family: it says neither what she did nor what the association is for.
 */
export function exitPapers(data: ExitPapersData): PaperDefinition {
  const words = documentTexts(data.language).insurance;
  const { exit, policy } = data;
  const sheets = exit.payments.flatMap((payment) =>
    exit.kind === "death"
      ? [letter(data, payment, words), discharge(data, payment, words)]
      : [discharge(data, payment, words)],
  );
  const page: TDocumentDefinitions = {
    ...startDefinition(`${words.exit.titleDischarge} ${policy.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language),
    // Each sheet goes to somebody else: none says of how many it is one.
    footer: () => "",
    content: sheets.map((stack, index) => ({ stack, ...(index === 0 ? {} : { pageBreak: "before" }) })),
  };
  return { page, photos: new Map() };
}

const memberName = ({ surname, firstNames }: PolicyRow) => `${surname} ${firstNames}`;

function discharge(data: ExitPapersData, payment: Payment, words: Words): Content[] {
  const own = words.exit;
  const { exit, policy, language } = data;
  const isDeath = exit.kind === "death";
  const values = {
    name: payment.to,
    number: policy.memberNumber,
    association: data.office.printedName,
    member: memberName(policy),
    policy: policy.number,
    plan: policy.planName,
    day: showLongDay(exit.on, language),
    share: payment.share ?? 100,
  };
  return [
    title(own.titleDischarge, 10),
    { text: fill(isDeath ? own.other : own.own, values), fontSize: 11, margin: [0, 0, 0, 6] },
    amountBar(amountInWords(payment.amount, language), showFrancs(payment.amount, language)),
    { text: fill(own.reason[exit.kind], values), fontSize: 11, margin: [0, 2, 0, 8] },
    { text: isDeath ? own.settledShare : own.settled, fontSize: 11, margin: [0, 0, 0, 12] },
    paidOrBlank(payment, words),
    ...(isDeath ? [blank(own.identity, WIDTH)] : []),
    {
      margin: [0, 20, 0, 0],
      columnGap: mm(8),
      columns: [
        signBox(isDeath ? words.shared.receiverSigns : words.shared.memberSigns, HALF, 30),
        signBox(words.shared.cashierSigns, HALF, 30),
      ],
    },
    {
      margin: [0, 12, 0, 0],
      columnGap: mm(8),
      columns: [signBox(own.witness, HALF, 30), signBox(words.shared.coordinatorSigns, HALF, 30)],
    },
  ];
}

function blank(caption: string, width: number): Content {
  return {
    margin: [0, 0, 0, 10],
    stack: [{ text: caption, color: COLOURS.muted, fontSize: 8.5 }, writingLine(width)],
  };
}

/** When and by which voucher it was paid, or the places to write it. */
function paidOrBlank({ paidOn, voucherNumber }: Payment, words: Words): Content {
  const own = words.exit;
  if (paidOn !== null && voucherNumber !== null)
    return {
      text: fill(own.paidOn, { day: showDay(paidOn), voucher: voucherNumber }),
      bold: true,
      margin: [0, 0, 0, 12],
    };
  return { columnGap: mm(8), columns: [blank(own.toPay, HALF), blank(own.payment, HALF)] };
}

function letter(data: ExitPapersData, payment: Payment, words: Words): Content[] {
  const own = words.exit;
  const { exit, policy, office, language } = data;
  const values = {
    member: memberName(policy),
    day: showLongDay(exit.on, language),
    share: payment.share ?? 100,
    office: office.name,
  };
  const paragraph = (text: string): Content => ({ text: fill(text, values), margin: [0, 0, 0, 9] });
  const sum = amountBar(amountInWords(payment.amount, language), showFrancs(payment.amount, language));
  return [
    {
      fontSize: 11,
      lineHeight: 1.3,
      stack: [
        {
          text: `${office.name}, ${showLongDay(data.on, language)}`,
          alignment: "right",
          margin: [0, 16, 0, 0],
        },
        { text: payment.to, bold: true, margin: [0, 26, 0, 26] },
        {
          text: `${own.letterSubject}\n${fill(own.letterReference, { policy: policy.number })}`,
          margin: [0, 0, 0, 18],
          color: COLOURS.muted,
        },
        paragraph(own.dear),
        ...own.letter.slice(0, 3).map(paragraph),
        sum,
        ...own.letter.slice(3).map(paragraph),
        paragraph(own.greeting),
      ],
    },
    { margin: [mm(HALF + 8), 16, 0, 0], stack: [signBox(own.forOffice, HALF, 30)] },
  ];
}
