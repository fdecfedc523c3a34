import type { Francs } from "../../contract/primitives.ts";
import type { Charge, Settlement } from "../../contract/rentalTerms.ts";
import { daysBetween, monthOf } from "../calendar.ts";
import type { DaySpan } from "../reporting/periods.ts";
import { type LeaseHistory, lastDayOf } from "./history.ts";
import { splitByShares } from "./shares.ts";

/** How long premises were let and what they brought, month by month. */

/** Days of a span, both ends included, on which one of the leases has the premises; their leases never overlap. */
export function daysLet(
  histories: readonly LeaseHistory[],
  premisesId: string,
  { from: first, to: last }: DaySpan,
): number {
  let days = 0;
  for (const history of histories) {
    const { premises, startsOn } = history.terms;
    const ends = lastDayOf(history);
    if (startsOn > last || (ends !== null && ends < first)) continue;
    if (!premises.some((one) => one.premisesId === premisesId)) continue;
    const to = ends !== null && ends < last ? ends : last;
    days += Math.max(0, daysBetween(startsOn > first ? startsOn : first, to) + 1);
  }
  return Math.min(days, daysBetween(first, last) + 1);
}

export interface PremisesFrancs {
  readonly premisesId: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly francs: Francs;
}

/** Both months included, `YYYY-MM`. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** Francs of one month: of all premises together, and of those whose own meter they are for. */
interface MonthFrancs {
  shared: Francs;
  readonly own: Map<string, Francs>;
}

/** Gathers francs by month and shares out each month at once, so that a lease is rounded once a month. */
class Months {
  readonly #history: LeaseHistory;
  readonly #span: MonthSpan;
  readonly #premisesOf: ReadonlyMap<string, string>;
  readonly #months = new Map<string, MonthFrancs>();

  constructor(history: LeaseHistory, span: MonthSpan) {
    this.#history = history;
    this.#span = span;
    this.#premisesOf = new Map(
      history.readings.map(({ id, meter, premisesId }) => [`${meter}:${id}`, premisesId]),
    );
  }

  holds(month: string): boolean {
    return this.#span.from <= month && month <= this.#span.to;
  }

  add(month: string, key: string | null, francs: Francs): void {
    const found = this.#months.get(month) ?? { shared: 0, own: new Map<string, Francs>() };
    this.#months.set(month, found);
    const premisesId = key === null ? undefined : this.#premisesOf.get(key);
    const isOwn = this.#history.terms.premises.some((one) => one.premisesId === premisesId);
    if (premisesId === undefined || !isOwn) found.shared += francs;
    else found.own.set(premisesId, (found.own.get(premisesId) ?? 0) + francs);
  }

  rows(): PremisesFrancs[] {
    const { premises } = this.#history.terms;
    const shares = premises.map(({ share }) => share);
    return [...this.#months].flatMap(([month, { shared, own }]) => {
      const split = splitByShares(shared, shares);
      return premises.map(({ premisesId }, index) => {
        return { premisesId, month, francs: (split[index] ?? 0) + (own.get(premisesId) ?? 0) };
      });
    });
  }
}

/**
 * What a lease asked for in each month, by due day, for each of its premises: a meter's charge for those whose meter it
 * is, everything else by their shares of the rent. Months in which nothing was asked are left out.
 */
export function askedByPremises(
  history: LeaseHistory,
  charges: readonly Charge[],
  span: MonthSpan,
): PremisesFrancs[] {
  const months = new Months(history, span);
  for (const { key, dueOn, amount } of charges) {
    const month = monthOf(dueOn);
    if (months.holds(month)) months.add(month, key, amount);
  }
  return months.rows();
}

/** What was received in each month, shared out alike; an advance by the shares of the rent. Refunds are not taken off. */
export function receivedByPremises(
  history: LeaseHistory,
  settlements: readonly Settlement[],
  span: MonthSpan,
): PremisesFrancs[] {
  const months = new Months(history, span);
  for (const { on, kind, amount, parts } of settlements) {
    const month = monthOf(on);
    if (kind !== "payment" || !months.holds(month)) continue;
    let rest = amount;
    for (const part of parts) {
      months.add(month, part.key, part.amount);
      rest -= part.amount;
    }
    if (rest > 0) months.add(month, null, rest);
  }
  return months.rows();
}
