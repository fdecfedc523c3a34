import type { CalendarDate } from "../../contract/primitives.ts";
import type { ArrearsByAge, ChargeStanding } from "../../contract/rentalTerms.ts";
import { daysBetween } from "../calendar.ts";

/** What is due by the end of a day and not settled, by the days that have passed since it was due. */
export function arrearsByAge(
  charges: readonly Pick<ChargeStanding, "dueOn" | "left">[],
  on: CalendarDate,
): ArrearsByAge {
  const ages = { upTo30: 0, upTo60: 0, upTo90: 0, over90: 0 };
  for (const { dueOn, left } of charges) {
    if (left === 0 || dueOn > on) continue;
    const days = daysBetween(dueOn, on);
    ages[days <= 30 ? "upTo30" : days <= 60 ? "upTo60" : days <= 90 ? "upTo90" : "over90"] += left;
  }
  return ages;
}
