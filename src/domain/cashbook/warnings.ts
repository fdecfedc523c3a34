import type { MonthName, MonthWarning, TillKey } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, PaymentMethod } from "../../contract/primitives.ts";

/** A place in a month, as far as warnings look at it. */
export interface WatchedPlace {
  readonly till: TillKey;
  readonly kind: PaymentMethod;
  /** What lay there when each day ended on which something moved, in order. */
  readonly days: readonly { readonly on: CalendarDate; readonly balance: number }[];
  readonly lastCount: CalendarDate | null;
}

export interface OpenSending {
  readonly office: string;
  readonly number: string;
  readonly amount: Francs;
}

/** What a month's warnings are drawn from. */
export interface MonthFacts {
  readonly gaps: readonly { readonly after: string; readonly missing: number }[];
  readonly places: readonly WatchedPlace[];
  readonly earlierOpen: MonthName | null;
  readonly remittances: readonly OpenSending[];
  /** Expenses by hand without a photograph of their paper. */
  readonly withoutPaper: number;
  /** Whether a closed month's vouchers still are what they were when it was closed. */
  readonly asClosed: boolean;
}

const general = (code: MonthWarning["code"], values: MonthWarning["values"] = {}): MonthWarning => ({
  code,
  till: null,
  values,
});

/** A bank account may be overdrawn; notes and mobile money cannot be less than nothing. */
function negativeOf({ till, kind, days }: WatchedPlace): MonthWarning[] {
  const first = kind === "bank" ? undefined : days.find(({ balance }) => balance < 0);
  return first === undefined
    ? []
    : [{ code: "negativeCash", till, values: { on: first.on, balance: first.balance } }];
}

/** A cash box in which money moved after it was last counted. */
function uncountedOf({ till, kind, days, lastCount }: WatchedPlace): MonthWarning[] {
  const last = days.at(-1)?.on;
  const isCounted = last === undefined || (lastCount !== null && lastCount >= last);
  return kind !== "cash" || isCounted
    ? []
    : [{ code: "notCounted", till, values: lastCount === null ? {} : { lastCount } }];
}

/** What is wrong with a month, the gravest first. */
export function warningsOf(facts: MonthFacts): MonthWarning[] {
  return [
    ...(facts.asClosed ? [] : [general("notAsClosed")]),
    ...facts.gaps.map((gap) => general("gap", gap)),
    ...facts.places.flatMap(negativeOf),
    ...(facts.earlierOpen === null ? [] : [general("earlierMonthOpen", { month: facts.earlierOpen })]),
    ...facts.places.flatMap(uncountedOf),
    ...facts.remittances.map((sent) => general("remittanceOpen", { ...sent })),
    ...(facts.withoutPaper === 0 ? [] : [general("paperMissing", { vouchers: facts.withoutPaper })]),
  ];
}
