import type { BirthDate } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { dayOf, yearOf } from "../calendar.ts";
import { type BirthFault, birthFault, isAdult } from "../membership/age.ts";
import { readWrittenDate, type WrittenDate } from "./dateText.ts";
import { type Cell, knownText } from "./table.ts";

export interface BirthReading {
  /** Null where nothing is known or the cell cannot be; a birth that is too early, too late or a minor's is kept. */
  readonly birth: BirthDate | null;
  readonly fault: "impossibleDate" | "futureDate" | "tooOld" | "minor" | null;
  /** The year's last days leave open whether she is 18. */
  readonly perhapsMinor: boolean;
  /** Two digits of the year were written, the century is ours. */
  readonly centuryAdded: boolean;
  /** An age stood there; the year is reckoned back from today. */
  readonly fromAge: boolean;
}

const OLDEST_AGE = 110;
/** Years that the record can hold. */
const FIRST_YEAR = 1900;
const FAULTS: Readonly<Record<BirthFault, BirthReading["fault"]>> = {
  "member.birthInFuture": "futureDate",
  "member.birthTooOld": "tooOld",
  "member.minor": "minor",
};

/**
 * The only century in which someone with these two digits can be alive. Where both can (a girl of ten and a woman of
 * a hundred and ten), the girl: she is refused and the person decides.
 */
function fullYear(written: WrittenDate & { year: number }, today: CalendarDate): number {
  const recent = 2000 + written.year;
  const isFuture =
    written.kind === "day"
      ? (dayOf(recent, written.month, written.day) ?? "") > today
      : recent > yearOf(today);
  return isFuture || recent > yearOf(today) ? 1900 + written.year : recent;
}

function unknown(fault: BirthReading["fault"]): BirthReading {
  return { birth: null, fault, perhapsMinor: false, centuryAdded: false, fromAge: false };
}

function birthOf(written: WrittenDate, year: number): BirthDate | null {
  if (written.kind === "day") {
    const on = dayOf(year, written.month, written.day);
    return on === null ? null : { kind: "exact", on };
  }
  if (written.kind === "month")
    return written.month >= 1 && written.month <= 12 ? { kind: "year", year } : null;
  return written.kind === "year" && written.estimated ? { kind: "estimated", year } : { kind: "year", year };
}

function judge(
  birth: BirthDate,
  today: CalendarDate,
  marks: { centuryAdded: boolean; fromAge: boolean },
): BirthReading {
  const fault = birthFault(birth, today);
  return {
    birth,
    fault: fault === null ? null : FAULTS[fault],
    perhapsMinor: isAdult(birth, today) === "perhaps",
    ...marks,
  };
}

/** An age says the year to within one, at the time when it was written: an estimate. */
export function birthFromAge(years: number, today: CalendarDate): BirthReading {
  if (!Number.isInteger(years) || years < 0) return unknown("impossibleDate");
  if (years > OLDEST_AGE) return unknown("tooOld");
  return judge({ kind: "estimated", year: yearOf(today) - years }, today, {
    centuryAdded: false,
    fromAge: true,
  });
}

/** Reads the cell of an age column: `35`, `35 ans`. */
export function readAge(cell: Cell, today: CalendarDate): BirthReading {
  const text = knownText(cell);
  if (text === "") return unknown(null);
  const years = /^(?:env(?:iron|\.)?|vers|~)?\s*(\d{1,3})\s*(?:ans?|years?)?$/iu.exec(text)?.[1];
  return years === undefined ? unknown("impossibleDate") : birthFromAge(Number(years), today);
}

/**
 * Reads a birth date in any of the styles of `readWrittenDate`, with what it knows and no more: a year stays a year.
 * @param today the day on which 18 and 110 years are counted; exactly 18 today is an adult.
 */
export function readBirth(cell: Cell, today: CalendarDate): BirthReading {
  const written = knownText(cell) === "" ? null : readWrittenDate(cell);
  if (written === null) return unknown(null);
  if (written.kind === "unreadable") return unknown("impossibleDate");
  if (written.kind === "age") return birthFromAge(written.years, today);
  const year = written.shortYear ? fullYear(written, today) : written.year;
  if (year < 1000) return unknown("impossibleDate");
  const birth = birthOf(written, year);
  if (birth === null) return unknown("impossibleDate");
  if (year < FIRST_YEAR) return unknown("tooOld");
  if (year > yearOf(today)) return unknown("futureDate");
  return judge(birth, today, { centuryAdded: written.shortYear, fromAge: false });
}
