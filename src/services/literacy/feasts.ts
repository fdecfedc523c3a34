import type { InputOf } from "../../contract/index.ts";
import type { Holiday } from "../../contract/literacyTerms.ts";
import type { CalendarDate, OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listHolidays, listReceivedHolidays, putHoliday } from "../../data/literacy/surroundings.ts";
import type { Reader } from "../../data/reader.ts";
import { yearOf } from "../../domain/calendar.ts";
import { fixedHolidays } from "../../domain/literacy/holidays.ts";
import type { Call } from "../call.ts";
import { headquartersOf } from "./programmeBook.ts";

/** What no session is planned on: the day, and the name of its feast (of the yearly ones the catalogue's key). */
export type Feasts = ReadonlyMap<CalendarDate, string>;

function fixedWithin(from: CalendarDate, to: CalendarDate): Holiday[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years
    .flatMap(fixedHolidays)
    .filter(({ onDay }) => from <= onDay && onDay <= to)
    .map(({ onDay, name }) => ({ id: null, office: null, onDay, name }));
}

/** Feasts of an office: the yearly ones, its own and headquarters'. @param reader of the office or headquarters' copies */
function listFeasts(
  call: Call,
  reader: Reader,
  office: OfficeCode,
  span: readonly [CalendarDate, CalendarDate],
) {
  const [from, to] = span;
  const isOwn = reader === call.office.reader || office === call.office.code;
  const headquarters = headquartersOf(call, call.office.reader);
  const moved = [...listHolidays(reader), ...(isOwn ? listReceivedHolidays(call.office.reader) : [])];
  const holding = moved.filter(
    (holiday) =>
      (holiday.office === office || holiday.office === headquarters) &&
      from <= holiday.onDay &&
      holiday.onDay <= to,
  );
  return [...fixedWithin(from, to), ...holding].sort((one, other) => (one.onDay < other.onDay ? -1 : 1));
}

export function feastsOf(
  call: Call,
  reader: Reader,
  office: OfficeCode,
  span: readonly [CalendarDate, CalendarDate],
): Feasts {
  return new Map(listFeasts(call, reader, office, span).map(({ onDay, name }) => [onDay, name]));
}

function listYear(call: Call, reader: Reader, year: number): Holiday[] {
  return listFeasts(call, reader, call.office.code, [`${year}-01-01`, `${year}-12-31`]);
}

/** A year's holidays as they hold in this office, in order. */
export function holidays(call: Call, input: { year: number }): Result<Holiday[]> {
  return accept(listYear(call, call.office.reader, input.year));
}

/** Enters a feast that moves, moves it or takes it away. Headquarters' reach every office with its next answer. */
export function saveHoliday(call: Call, input: InputOf<"literacy.saveHoliday">): Result<Holiday[]> {
  const { id, onDay, name, remove } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<Holiday[]> => {
    if (listReceivedHolidays(door).some((holiday) => holiday.id === id))
      return refuse("literacy.holidayOfHeadquarters", { field: "name" });
    const sameDay = listYear(call, door, yearOf(onDay)).find((holiday) => holiday.onDay === onDay);
    if (!remove && sameDay !== undefined && sameDay.id !== id)
      return refuse(sameDay.id === null ? "literacy.holidayFixed" : "literacy.holidayThere", {
        field: "onDay",
      });
    putHoliday(door, { id, onDay, name, removed: remove });
    return accept(listYear(call, door, yearOf(onDay)));
  });
}
