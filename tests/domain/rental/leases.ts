import fc from "fast-check";
import type {
  ChargeStanding,
  LeaseChange,
  LeasePenalty,
  LeaseTerms,
  MeterReading,
  Settlement,
} from "../../../src/contract/rentalTerms.ts";
import { addDays, addMonths, addToMonth, firstDayOf, monthOf } from "../../../src/domain/calendar.ts";
import { allocate } from "../../../src/domain/rental/allocate.ts";
import type { LeaseHistory } from "../../../src/domain/rental/history.ts";
import { standingOf } from "../../../src/domain/rental/standing.ts";

export const idOf = (count: number) => `00000000-0000-7000-8000-${String(count).padStart(12, "0")}`;
export const SHOP = idOf(1);
export const STORE = idOf(2);

/** A shop for 30,000 a month from the first of a year, without anything else; each test says what its lease has more. */
export const PLAIN: LeaseTerms = {
  premises: [{ premisesId: SHOP, share: 30_000 }],
  startsOn: "2027-01-01",
  endsOn: null,
  period: "month",
  rent: 30_000,
  dueDay: 5,
  charges: { kind: "none" },
  deposit: 0,
  noticeMonths: 1,
  penalty: { kind: "none" },
};

export function leaseOf(
  terms: Partial<LeaseTerms> = {},
  more: Partial<Omit<LeaseHistory, "terms">> = {},
): LeaseHistory {
  return { terms: { ...PLAIN, ...terms }, changes: [], termination: null, readings: [], ...more };
}

export const endedOn = (on: string) => ({ termination: { on, reason: "agreement" as const } });

export function settlement(
  count: number,
  on: string,
  amount: number,
  parts: Record<string, number> = {},
  kind: Settlement["kind"] = "payment",
): Settlement {
  const stored = Object.entries(parts).map(([key, part]) => ({ key, amount: part }));
  return { id: idOf(count), on, amount, parts: stored, kind };
}

export interface Event {
  readonly kind: "payment" | "writeOff" | "refund";
  readonly on: string;
  readonly amount: number;
}

/** Settles as an office does: money goes to all that may be asked for within two years, a write-off to what is late. */
export function settle(history: LeaseHistory, before: readonly Settlement[], event: Event): Settlement[] {
  const { kind, on, amount } = event;
  const { charges, arrears, advance } = standingOf(history, before, on, addMonths(on, 24));
  const free = advance - sumOf(charges.filter(({ dueOn }) => dueOn > on).map(({ paid }) => paid));
  const limit = kind === "payment" ? amount : Math.min(amount, kind === "writeOff" ? arrears : free);
  if (limit === 0) return [...before];
  const asked = kind === "writeOff" ? charges.filter(({ dueOn }) => dueOn <= on) : charges;
  const parts = kind === "refund" ? [] : allocate(asked, limit).parts;
  return [...before, { id: idOf(1_000 + before.length), on, amount: limit, parts, kind }];
}

export function settleAll(history: LeaseHistory, events: readonly Event[]): Settlement[] {
  const inOrder = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return inOrder.reduce<Settlement[]>((before, event) => settle(history, before, event), []);
}

export const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
export const receivedOf = (settlements: readonly Settlement[], on: string) =>
  sumOf(
    settlements
      .filter((one) => one.on <= on && one.kind !== "writeOff")
      .map(({ kind, amount }) => (kind === "refund" ? -amount : amount)),
  );
export const find = (charges: readonly ChargeStanding[], key: string) =>
  charges.find((charge) => charge.key === key);

const START = "2026-11-01";
export const anyDay = fc.integer({ min: 0, max: 1_600 }).map((days) => addDays(START, days));
const anyRent = fc.integer({ min: 1, max: 400_000 });
export const anyPeriod = fc.constantFrom("month", "quarter", "halfYear", "year");

const anyPenalty: fc.Arbitrary<LeasePenalty> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.record({
    kind: fc.constant("fixed" as const),
    graceDays: fc.integer({ min: 0, max: 40 }),
    amount: fc.integer({ min: 1, max: 5_000 }),
  }),
  fc.record({
    kind: fc.constant("percent" as const),
    graceDays: fc.integer({ min: 0, max: 40 }),
    percent: fc.integer({ min: 1, max: 100 }),
  }),
);

const anyCharges: fc.Arbitrary<LeaseTerms["charges"]> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.record({ kind: fc.constant("fixed" as const), amount: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({
    kind: fc.constant("meter" as const),
    water: fc.option(fc.integer({ min: 1, max: 900 })),
    power: fc.option(fc.integer({ min: 1, max: 300 })),
  }),
);

export const anyTerms: fc.Arbitrary<LeaseTerms> = fc
  .record({
    startsOn: fc.integer({ min: 0, max: 500 }).map((days) => addDays(START, days)),
    lastsDays: fc.option(fc.integer({ min: 0, max: 900 })),
    period: anyPeriod,
    shares: fc.array(anyRent, { minLength: 1, maxLength: 3 }),
    dueDay: fc.integer({ min: 1, max: 28 }),
    charges: anyCharges,
    penalty: anyPenalty,
  })
  .map(({ lastsDays, shares, ...terms }) => ({
    ...PLAIN,
    ...terms,
    premises: shares.map((share, index) => ({ premisesId: idOf(index + 1), share })),
    rent: sumOf(shares),
    endsOn: lastsDays === null ? null : addDays(terms.startsOn, lastsDays),
  }));

const anyChange: fc.Arbitrary<LeaseChange> = fc.oneof(
  fc.record({ from: anyDay, rent: anyRent }).map(({ from, rent }) => {
    return { kind: "revision" as const, id: idOf(50), from, rent, rate: null };
  }),
  fc.record({ from: anyDay, months: fc.integer({ min: 0, max: 4 }) }).map(({ from, months }) => ({
    ...{ kind: "rentFree" as const, id: idOf(51), from: firstDayOf(monthOf(from)) },
    to: firstDayOf(addToMonth(monthOf(from), months)),
  })),
  fc.option(anyDay).map((endsOn) => ({ kind: "renewal" as const, id: idOf(52), endsOn })),
);

/** Readings that follow one another; a new meter now and then. */
const anyReadings: fc.Arbitrary<MeterReading[]> = fc
  .array(
    fc.record({
      meter: fc.constantFrom("water" as const, "power" as const),
      readOn: anyDay,
      index: fc.integer({ min: 0, max: 500 }),
      initial: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map((reading, count) => ({ ...reading, id: idOf(100 + count), premisesId: idOf(1 + (count % 2)) })),
  );

export const anyHistory: fc.Arbitrary<LeaseHistory> = fc
  .record({
    terms: anyTerms,
    changes: fc.array(anyChange, { maxLength: 3 }),
    endsAfterDays: fc.option(fc.integer({ min: 0, max: 800 }), { freq: 2 }),
    readings: anyReadings,
  })
  .map(({ terms, changes, endsAfterDays, readings }) => ({
    ...{ terms, changes, readings },
    ...(endsAfterDays === null ? { termination: null } : endedOn(addDays(terms.startsOn, endsAfterDays))),
  }));

export const anyEvents: fc.Arbitrary<Event[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("payment" as const, "payment" as const, "writeOff" as const, "refund" as const),
    on: anyDay,
    amount: fc.integer({ min: 1, max: 900_000 }),
  }),
  { maxLength: 12 },
);

/** A lease, and what was settled of it while it was known otherwise: parts may be for charges that are no more. */
export const anyAccount = fc
  .record({
    before: anyHistory,
    after: anyHistory,
    events: anyEvents,
    same: fc.boolean(),
    voided: fc.nat(15),
  })
  .map(({ before, after, events, same, voided }) => {
    const history = same ? before : { ...after, terms: { ...before.terms, charges: after.terms.charges } };
    const settlements = settleAll(before, events).filter((_, index) => index !== voided);
    return { history, settlements };
  });
