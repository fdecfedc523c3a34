import type { CalendarDate } from "../../../../../src/contract/primitives.ts";
import type { Charge } from "../../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { addMonths } from "../../../../../src/domain/calendar.ts";
import { scheduleOf } from "../../../../../src/domain/rental/schedule.ts";
import { historyOf } from "../history.ts";

/** Today and the notice that was agreed; the lease's own end where that is sooner. */
export function proposedEnd(file: LeaseFile, today: CalendarDate): CalendarDate {
  const from = today > file.startsOn ? today : file.startsOn;
  const noticed = addMonths(from, file.terms.noticeMonths);
  return file.endsOn !== null && file.endsOn < noticed && file.endsOn >= today ? file.endsOn : noticed;
}

/** The last rents and charges that the lease asks for when it ends on this day. */
export function lastCharges(file: LeaseFile, on: CalendarDate, count: number): Charge[] {
  if (on < file.startsOn) return [];
  const history = { ...historyOf(file), termination: { on, reason: "other" as const } };
  return scheduleOf(history, on)
    .filter(({ kind }) => kind === "rent" || kind === "charges")
    .slice(-count);
}
