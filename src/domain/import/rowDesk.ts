import type { ImportField, RowRemark } from "../../contract/imports.ts";
import type { BirthDate, MemberDetails } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { yearOf } from "../calendar.ts";
import { isAdult } from "../membership/age.ts";
import { tidyName, tidyText } from "../names/tidyName.ts";
import { readPhone } from "../phone.ts";
import { readJointName } from "./jointName.ts";
import { type BirthReading, readAge, readBirth } from "./readBirth.ts";
import { readDay } from "./readDay.ts";
import { cellOf, headingOf, noteLine, noteLines, type RowPlan, textOf } from "./rowPlan.ts";
import { paperKindOf, readChildren, readEmergency, readLanguages, readLiteracy } from "./smallFields.ts";
import { cellText, type TableRow } from "./table.ts";

export type RemarkCode = RowRemark["code"];

/** Collects what is said about a row and what has no place in the record while its cells are read. */
export interface Desk {
  readonly plan: RowPlan;
  readonly row: TableRow;
  readonly today: CalendarDate;
  readonly remarks: RowRemark[];
  readonly notes: string[];
}

export function remark(
  desk: Desk,
  code: RemarkCode,
  field: ImportField | null,
  found: string | null = null,
): void {
  const column = field === null ? null : headingOf(desk.plan, field);
  desk.remarks.push({ code, column, found, other: null });
}

/** Text that the record can hold; a longer one is cut with a remark, and stands whole in the notes. */
export function shorten(desk: Desk, field: ImportField, text: string, limit: number): string {
  const line = tidyText(text);
  if (line.length <= limit) return line;
  remark(desk, "textCut", field, line);
  desk.notes.push(noteLine(headingOf(desk.plan, field), line));
  // Never half of a surrogate pair.
  return line
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}

export function readNames(desk: Desk): { surname: string; firstNames: string; alsoKnownAs: string } {
  const { plan, row } = desk;
  const joint = plan.single.has("fullName");
  const whole = textOf(plan, row, "fullName");
  const hasLetters = (text: string): string => (/\p{L}/u.test(text) ? text : "");
  const parts = joint
    ? readJointName(whole, plan.order, plan.words)
    : {
        surname: hasLetters(textOf(plan, row, "surname")),
        firstNames: hasLetters(textOf(plan, row, "firstNames")),
        alsoKnownAs: "",
        isUnsure: false,
      };
  if (parts.surname === "") remark(desk, "noSurname", joint ? "fullName" : "surname", whole || null);
  if (parts.firstNames === "") remark(desk, "noFirstName", joint ? "fullName" : "firstNames", whole || null);
  if (parts.isUnsure) remark(desk, "nameOrder", "fullName", whole);
  const known = [textOf(plan, row, "alsoKnownAs"), parts.alsoKnownAs]
    .filter((name) => name !== "")
    .join(", ");
  return {
    surname: shorten(desk, joint ? "fullName" : "surname", tidyName(parts.surname), 60),
    firstNames: shorten(desk, joint ? "fullName" : "firstNames", tidyName(parts.firstNames), 80),
    alsoKnownAs: shorten(desk, "alsoKnownAs", tidyName(known), 80),
  };
}

export function readBirthCells(desk: Desk): { reading: BirthReading; found: string } {
  const { plan, row, today } = desk;
  const written = cellText(cellOf(plan, row, "birth"));
  const own = readBirth(cellOf(plan, row, "birth"), today);
  const useAge = own.birth === null && own.fault === null && textOf(plan, row, "age") !== "";
  const reading = useAge ? readAge(cellOf(plan, row, "age"), today) : own;
  const field: ImportField = useAge ? "age" : "birth";
  const found = useAge ? textOf(plan, row, "age") : written;
  if (reading.fault !== null) remark(desk, reading.fault, field, found);
  else if (reading.birth === null) remark(desk, "noBirth", field, null);
  else if (reading.perhapsMinor) remark(desk, "perhapsMinor", field, found);
  if (reading.centuryAdded) remark(desk, "centuryAdded", field, found);
  if (reading.fromAge) remark(desk, "ageOnly", field, found);
  return { reading, found };
}

export function readPhoneCell(desk: Desk): { phone: string; found: string } {
  const found = textOf(desk.plan, desk.row, "phone");
  const phone = readPhone(found);
  const heading = headingOf(desk.plan, "phone");
  if (phone === null && found !== "") {
    remark(desk, "badPhone", "phone", found);
    desk.notes.push(noteLine(heading, found));
  }
  if (phone !== null && phone.rest !== "") desk.notes.push(noteLine(heading, phone.rest));
  return { phone: phone?.e164 ?? "", found };
}

function joinedBeforeBirth(joinedOn: CalendarDate, birth: BirthDate): boolean {
  return birth.kind === "exact" ? joinedOn < birth.on : yearOf(joinedOn) < birth.year;
}

/** Where the day cannot be, today stands in its place and what was written goes to the notes. */
export function readJoined(
  desk: Desk,
  birth: BirthDate | null,
): { joinedOn: CalendarDate; found: string; isRead: boolean } {
  const { plan, row, today } = desk;
  const found = cellText(cellOf(plan, row, "joinedOn"));
  const reading = readDay(cellOf(plan, row, "joinedOn"), today);
  const misfit = (code: RemarkCode) => {
    remark(desk, code, "joinedOn", found);
    desk.notes.push(noteLine(headingOf(plan, "joinedOn"), found));
    return { joinedOn: today, found, isRead: false };
  };
  if (reading.impossible) return misfit("impossibleJoined");
  if (reading.on === null) {
    remark(desk, "joinedMissing", "joinedOn", null);
    return { joinedOn: today, found: "", isRead: false };
  }
  // Of a year alone the last day counts against her birth: nothing is doubted that can be.
  const latest = reading.yearOnly ? `${reading.on.slice(0, 4)}-12-31` : reading.on;
  if (birth !== null && joinedBeforeBirth(latest, birth)) return misfit("joinedBeforeBirth");
  if (reading.centuryAdded) remark(desk, "centuryAdded", "joinedOn", found);
  if (reading.yearOnly) remark(desk, "joinedYearOnly", "joinedOn", found);
  if (birth !== null && isAdult(birth, latest) === "no") remark(desk, "joinedBeforeAdult", "joinedOn", found);
  return { joinedOn: reading.on, found, isRead: true };
}

type SmallFields = Pick<
  MemberDetails,
  | "languages"
  | "childrenInCare"
  | "literacy"
  | "emergencyName"
  | "emergencyPhone"
  | "paperKind"
  | "paperNumber"
>;

export function readSmallFields(desk: Desk): SmallFields {
  const { plan, row } = desk;
  /** Keeps the text of a cell whose meaning could not be read. */
  const read = <T>(field: ImportField, reader: (text: string) => T | null): T | null => {
    const text = textOf(plan, row, field);
    const value = text === "" ? null : reader(text);
    if (value === null && text !== "") desk.notes.push(noteLine(headingOf(plan, field), text));
    return value;
  };
  const emergency = readEmergency(textOf(plan, row, "emergencyName"));
  const emergencyPhone = read("emergencyPhone", (text) => readPhone(text)?.e164 ?? null) ?? "";
  const paper = textOf(plan, row, "paperNumber");
  return {
    languages: read("languages", readLanguages) ?? [],
    childrenInCare: read("childrenInCare", readChildren),
    literacy: read("literacy", readLiteracy),
    emergencyName: shorten(desk, "emergencyName", emergency.name, 80),
    emergencyPhone: emergencyPhone || emergency.phone,
    paperKind: paper === "" ? null : paperKindOf(paper, headingOf(plan, "paperNumber") ?? ""),
    paperNumber: shorten(desk, "paperNumber", paper, 40),
  };
}

export function notesOf(desk: Desk): string {
  const text = [...noteLines(desk.plan, desk.row), ...desk.notes].join("\n").trim();
  if (text.length <= 4000) return text;
  remark(desk, "textCut", "notes", null);
  return text
    .slice(0, 4000)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}
