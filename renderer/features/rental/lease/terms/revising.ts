import type { CalendarDate } from "../../../../../src/contract/primitives.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { addMonths } from "../../../../../src/domain/calendar.ts";
import { rentOn, revisedRent } from "../../../../../src/domain/rental/history.ts";
import type { Typed } from "../../typed.ts";
import { historyOf } from "../history.ts";

/** A revision while it is typed: by a rate in percent, or to an amount. */
export interface Revision {
  readonly by: "rate" | "amount";
  readonly percent: Typed;
  readonly rent: Typed;
}

/** Percent as typed → hundredths of a percent. */
export function rateOf({ by, percent }: Revision): number | null {
  return by === "rate" && percent !== "" ? Math.round(percent * 100) : null;
}

/** The rent before the revision, and after it; null while it is not typed. */
export function revised(file: LeaseFile, from: CalendarDate | null, revision: Revision) {
  const was = from === null ? file.rent : rentOn(historyOf(file), from);
  const rate = rateOf(revision);
  if (revision.by === "rate") return { was, becomes: rate === null ? null : revisedRent(was, rate) };
  return { was, becomes: revision.rent === "" ? null : revision.rent };
}

/** The first day of the next month, or the lease's first where that is later. */
export function proposedStart({ startsOn }: Pick<LeaseFile, "startsOn">, today: CalendarDate): CalendarDate {
  const next = addMonths(`${today.slice(0, 7)}-01`, 1);
  return next > startsOn ? next : addMonths(`${startsOn.slice(0, 7)}-01`, 1);
}

/** Months that can be chosen as free of rent: from the lease's first on, two years beyond today. */
export function monthsOf(file: Pick<LeaseFile, "startsOn" | "endsOn">, today: CalendarDate): string[] {
  const first = `${file.startsOn.slice(0, 7)}-01`;
  const far = addMonths(`${today.slice(0, 7)}-01`, 24);
  const last = file.endsOn !== null && file.endsOn < far ? file.endsOn : far;
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month.slice(0, 7));
  return months;
}
