import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { addMonths } from "../../../../src/domain/calendar.ts";

const NAME = /^\d{4}-(0[1-9]|1[0-2])$/;

/** `2026-11` → `2026-12` for 1, `2026-10` for −1. */
export function monthAfter(month: string, months: number): string {
  return addMonths(`${month}-01`, months).slice(0, 7);
}

/** The months around today, the latest first: so many to come, the running one, so many that have been. */
export function monthsAround(today: CalendarDate, coming: number, past: number): string[] {
  const running = today.slice(0, 7);
  return Array.from({ length: coming + 1 + past }, (_, at) => monthAfter(running, coming - at));
}

/** A month that somebody may have written into the address, or the one that is meant without it. */
export function readMonth(text: string | null, otherwise: string): string {
  return text !== null && NAME.test(text) ? text : otherwise;
}
