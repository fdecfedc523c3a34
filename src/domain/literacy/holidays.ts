import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, dayOf } from "../calendar.ts";

/** Public holidays of Mali by the key of their name in the catalogues. The Muslim feasts move and are entered by hand. */
export const FIXED_HOLIDAYS = [
  "newYear",
  "sovereigntyDay",
  "armyDay",
  "martyrsDay",
  "easterMonday",
  "labourDay",
  "africaDay",
  "independenceDay",
  "christmas",
] as const;
export type FixedHoliday = (typeof FIXED_HOLIDAYS)[number];

const DAYS: Readonly<Record<Exclude<FixedHoliday, "easterMonday">, readonly [month: number, day: number]>> = {
  newYear: [1, 1],
  sovereigntyDay: [1, 14],
  armyDay: [1, 20],
  martyrsDay: [3, 26],
  labourDay: [5, 1],
  africaDay: [5, 25],
  independenceDay: [9, 22],
  christmas: [12, 25],
};

/** The day after Easter Sunday in the Gregorian calendar (the computus as in Meeus, Astronomical Algorithms, ch. 8). */
export function easterMonday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  const sunday = dayOf(year, month, day);
  if (sunday === null) throw new Error("Easter falls on no day");
  return addDays(sunday, 1);
}

/** The holidays that come every year, in the order of their days. */
export function fixedHolidays(year: number): { onDay: CalendarDate; name: FixedHoliday }[] {
  return FIXED_HOLIDAYS.map((name) => {
    if (name === "easterMonday") return { onDay: easterMonday(year), name };
    const [month, day] = DAYS[name];
    const onDay = dayOf(year, month, day);
    if (onDay === null) throw new Error("a holiday falls on no day");
    return { onDay, name };
  }).sort((one, other) => (one.onDay < other.onDay ? -1 : 1));
}
