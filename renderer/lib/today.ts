import type { CalendarDate } from "../../src/contract/primitives.ts";
import { dayOfInstant } from "../../src/domain/calendar.ts";

/** The day that hangs on the wall: Mali keeps UTC, whatever zone this machine is set to. */
export function today(): CalendarDate {
  return dayOfInstant(new Date().toISOString());
}
