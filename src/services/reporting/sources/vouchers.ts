import type { AccountCode } from "../../../contract/cashbookTerms.ts";
import { type AccountSums, listVouchersOf, sumSegments } from "../../../data/reporting/cashbook.ts";
import { type ChartBook, chartBook } from "../../cashbook/chartBook.ts";
import type {
  CountedRecord,
  Measured,
  MeasuredBy,
  MeasureRequest,
  MeasureSource,
  RecordRequest,
} from "../measuring.ts";
import { NO_PROJECT } from "./groupNames.ts";
import { cutSpans } from "./segments.ts";

/*
 * Sums of vouchers. Whose side an account is on the chart says; a reversal has the account of what it takes back and goes
 * the other way, so that it takes itself off. Transfers, deposits and what offices send to Bamako are on neither side:
 * what one office sends and another receives is no income of the association.
 */

interface VoucherMeasure {
  /** Which accounts count; null for all of them. */
  readonly accounts: ((chart: ChartBook) => readonly AccountCode[]) | null;
  /** What a voucher adds, or several with one account together. */
  readonly value: (sums: {
    readonly vouchers: number;
    readonly sumIn: number;
    readonly sumOut: number;
  }) => number;
}

const ofSide = (side: "income" | "expense") => (chart: ChartBook) =>
  chart.accounts.filter((account) => account.side === side).map(({ code }) => code);

type Value = VoucherMeasure["value"];
const moneyIn: Value = ({ sumIn, sumOut }) => sumIn - sumOut;
const moneyOut: Value = ({ sumIn, sumOut }) => sumOut - sumIn;

const MEASURES: Readonly<Record<string, VoucherMeasure>> = {
  "cashbook.income": { accounts: ofSide("income"), value: moneyIn },
  "cashbook.expense": { accounts: ofSide("expense"), value: moneyOut },
  "cashbook.remitted": { accounts: () => ["remittanceSent"], value: moneyOut },
  "cashbook.received": { accounts: () => ["remittanceReceived"], value: moneyIn },
  "cashbook.vouchers": { accounts: null, value: ({ vouchers }) => vouchers },
};

function partOf(by: MeasuredBy | null): "office" | "donor" | "none" {
  return by === "office" || by === "donor" ? by : "none";
}

function keyOf(by: MeasuredBy | null, account: AccountCode, part: string | null): string {
  if (by === "group") return account;
  return by === "donor" ? (part ?? NO_PROJECT) : (part ?? "");
}

interface Summing {
  readonly chart: ChartBook;
  /** By segment. */
  readonly sums: ReadonlyMap<number, readonly AccountSums[]>;
  readonly by: MeasuredBy | null;
}

/** The figures of one measure in one span, group by group. */
function figuresOf(name: string, segments: readonly number[], { chart, sums, by }: Summing) {
  const figures = new Map<string, number>();
  const measure = MEASURES[name];
  const accounts = measure?.accounts ? new Set(measure.accounts(chart)) : null;
  for (const at of segments)
    for (const line of sums.get(at) ?? []) {
      if (measure === undefined || (accounts !== null && !accounts.has(line.account))) continue;
      const key = keyOf(by, line.account, line.part);
      figures.set(key, (figures.get(key) ?? 0) + measure.value(line));
    }
  return figures;
}

function measure({ call, reader, office, measures, spans, by }: MeasureRequest): Measured[] {
  if (by === "ageBand") return [];
  const { segments, of } = cutSpans(spans);
  const lines = sumSegments(reader, office, { segments, by: partOf(by) });
  const summing = { chart: chartBook(call), sums: Map.groupBy(lines, ({ at }) => at), by };
  return measures.flatMap((name) =>
    spans.flatMap(({ key: span }) =>
      [...figuresOf(name, of.get(span) ?? [], summing)].map(([group, value]) => ({
        ...{ measure: name, span, group, value },
      })),
    ),
  );
}

function records({ call, reader, office, measure: name, span, by, key }: RecordRequest): CountedRecord[] {
  const asked = MEASURES[name];
  if (asked === undefined || by === "ageBand") return [];
  const accounts = asked.accounts === null ? null : asked.accounts(chartBook(call));
  return listVouchersOf(reader, office, { from: span.from, to: span.to, accounts })
    .filter(({ account, project, office: code }) => {
      const part = { office: code, donor: project, none: null }[partOf(by)];
      return keyOf(by, account, part) === key;
    })
    .map(({ id, office: code, datedOn, number, direction, amount }) => {
      const sums = {
        vouchers: 1,
        sumIn: direction === "in" ? amount : 0,
        sumOut: direction === "out" ? amount : 0,
      };
      return {
        ...{ id, office: code, on: datedOn, label: number, value: asked.value(sums) },
        link: { to: "voucher", id },
      };
    });
}

export const voucherSource: MeasureSource = { measures: Object.keys(MEASURES), measure, records };
