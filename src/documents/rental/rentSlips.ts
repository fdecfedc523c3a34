import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { ChargeKind } from "../../contract/rentalTerms.ts";
import { amountInWords } from "../../domain/amountInWords.ts";
import { showDay, showFrancs, showLongDay } from "../../domain/format.ts";
import { fill, type PaperContext, type PaperDefinition } from "../design/paper.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type Slip, slipNumber, slipPages } from "./slip.ts";
import { type NamedPremises, periodOf, premisesNames, type RentalWords } from "./wording.ts";

/** Something asked for, as it stands on a slip. */
export interface SlipLine {
  readonly kind: ChargeKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amount: Francs;
}

interface LeasePeriod {
  readonly number: string;
  readonly tenantName: string;
  readonly premises: readonly NamedPremises[];
  /** The period's first, `2026-12`. */
  readonly month: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface RentNotice extends LeasePeriod {
  readonly dueOn: CalendarDate;
  /** Rent and charges of the period, then what else is open by meters and penalties. */
  readonly lines: readonly SlipLine[];
  /** Of all these, what has been paid already. */
  readonly paid: Francs;
  /** Rents and charges of earlier periods that are still owed. */
  readonly earlier: Francs;
}

export interface RentQuittance extends LeasePeriod {
  readonly lines: readonly SlipLine[];
  /** Of all these, what the association let go. */
  readonly remitted: Francs;
  readonly payments: readonly {
    readonly number: string;
    readonly on: CalendarDate;
    readonly source: "tenant" | "deposit";
  }[];
}

const sumOf = (lines: readonly SlipLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);
/** A slip's foot has room for so many vouchers. */
const VOUCHERS = 4;

/** Notices before the due day; two to a page where there are several. */
export function rentNotices(
  data: PaperContext & { readonly notices: readonly RentNotice[] },
  perPage: 1 | 2,
): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const slips = data.notices.map((notice) => noticeSlip(notice, data, words));
  return slipPages(slips, { ...data, title: titleOf(words.notice, slips) }, perPage);
}

/** `Quittances`: only of what is wholly settled; whoever asks for them has made sure. */
export function rentQuittances(
  data: PaperContext & { readonly quittances: readonly RentQuittance[] },
  perPage: 1 | 2,
): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const slips = data.quittances.map((quittance) => quittanceSlip(quittance, data, words));
  return slipPages(slips, { ...data, title: titleOf(words.quittance, slips) }, perPage);
}

function titleOf(own: { title: string; titleMany: string }, slips: readonly Slip[]): string {
  const [first] = slips;
  return slips.length === 1 && first !== undefined ? `${own.title} ${first.number}` : own.titleMany;
}

function factsOf(period: LeasePeriod, { language }: PaperContext, words: RentalWords): Slip["facts"] {
  const { premises } = period;
  return [
    [words.shared.tenant, period.tenantName || words.shared.none],
    [
      premises.length === 1 ? words.shared.premises : words.shared.manyPremises,
      premisesNames(premises, words),
    ],
    [words.shared.what, periodOf(period, language)],
  ];
}

const columnsOf = (words: RentalWords, withDue: boolean): Slip["columns"] => [
  { caption: words.shared.what, width: 62 },
  { caption: "", width: "*" },
  ...(withDue ? [{ caption: words.shared.dueOn, width: 28 }] : []),
  { caption: words.shared.amount, width: 38, figures: true },
];

function noticeSlip(notice: RentNotice, data: PaperContext, words: RentalWords): Slip {
  const own = words.notice;
  const francs = (amount: number) => showFrancs(amount, data.language);
  const toPay = sumOf(notice.lines) - notice.paid + notice.earlier;
  return {
    title: own.title,
    number: slipNumber(notice.number, notice.month),
    bar: {
      caption:
        toPay === 0 ? own.nothingToPay : fill(own.toPay, { day: showLongDay(notice.dueOn, data.language) }),
      amount: francs(toPay),
    },
    facts: factsOf(notice, data, words),
    columns: columnsOf(words, true),
    rows: [
      ...notice.lines.map((line) => [
        words.shared.charge[line.kind],
        periodOf(line, data.language),
        showDay(line.dueOn),
        francs(line.amount),
      ]),
      ...(notice.earlier === 0
        ? []
        : [[fill(own.earlier, { day: showDay(notice.from) }), "", "", francs(notice.earlier)]]),
      ...(notice.paid === 0 ? [] : [[own.paidAlready, "", "", francs(-notice.paid)]]),
    ],
    total: [words.shared.total, "", "", francs(toPay)],
    notes: [own.where],
    signs: words.shared.officeSigns,
  };
}

function quittanceSlip(quittance: RentQuittance, data: PaperContext, words: RentalWords): Slip {
  const own = words.quittance;
  const francs = (amount: number) => showFrancs(amount, data.language);
  const received = sumOf(quittance.lines) - quittance.remitted;
  return {
    title: own.title,
    number: slipNumber(quittance.number, quittance.month),
    bar: {
      caption: fill(own.received, { words: amountInWords(received, data.language) }),
      amount: francs(received),
    },
    facts: factsOf(quittance, data, words),
    columns: columnsOf(words, false),
    rows: [
      ...quittance.lines.map((line) => [
        words.shared.charge[line.kind],
        periodOf(line, data.language),
        francs(line.amount),
      ]),
      ...(quittance.remitted === 0 ? [] : [[own.remitted, "", francs(-quittance.remitted)]]),
    ],
    total: [words.shared.total, "", francs(received)],
    notes: [...paidBy(quittance, words), own.settled],
    signs: words.shared.officeSigns,
  };
}

function paidBy({ payments }: RentQuittance, { quittance: own }: RentalWords): string[] {
  if (payments.length === 0) return [];
  const shown = payments
    .slice(0, VOUCHERS)
    .map(({ number, on, source }) =>
      fill(source === "deposit" ? own.fromDeposit : own.voucher, { number, day: showDay(on) }),
    );
  const more = payments.length - shown.length;
  const vouchers = [...shown, ...(more === 0 ? [] : [fill(own.more, { count: more })])].join(", ");
  return [fill(own.by, { vouchers })];
}
