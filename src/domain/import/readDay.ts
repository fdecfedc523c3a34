import type { CalendarDate } from "../../contract/primitives.ts";
import { dayOf, yearOf } from "../calendar.ts";
import { readWrittenDate, type WrittenDate } from "./dateText.ts";
import { type Cell, knownText } from "./table.ts";

export interface DayReading {
  /** Null where the cell is empty or cannot be. */
  readonly on: CalendarDate | null;
  /** The cell holds something that is no day between the association's founding and today. */
  readonly impossible: boolean;
  /** Only a year (or month) was written: its first day stands for it. */
  readonly yearOnly: boolean;
  readonly centuryAdded: boolean;
}

/** The association was founded in 1994: nobody joined before. */
const FOUNDED = 1994;

const NOTHING: DayReading = { on: null, impossible: false, yearOnly: false, centuryAdded: false };
const IMPOSSIBLE: DayReading = { ...NOTHING, impossible: true };

function joinedCentury(twoDigits: number): number {
  return twoDigits >= FOUNDED - 1900 ? 1900 + twoDigits : 2000 + twoDigits;
}

function firstDay(written: WrittenDate, year: number): CalendarDate | null {
  if (written.kind === "day") return dayOf(year, written.month, written.day);
  if (written.kind === "month") return dayOf(year, written.month, 1);
  return dayOf(year, 1, 1);
}

/** Reads the day on which she joined, in any of the styles of `readWrittenDate`; a future day is impossible. */
export function readDay(cell: Cell, today: CalendarDate): DayReading {
  const written = knownText(cell) === "" ? null : readWrittenDate(cell);
  if (written === null) return NOTHING;
  if (written.kind === "unreadable" || written.kind === "age") return IMPOSSIBLE;
  const year = written.shortYear ? joinedCentury(written.year) : written.year;
  if (year < FOUNDED || year > yearOf(today)) return IMPOSSIBLE;
  const on = firstDay(written, year);
  if (on === null || on > today) return IMPOSSIBLE;
  return { on, impossible: false, yearOnly: written.kind !== "day", centuryAdded: written.shortYear };
}
