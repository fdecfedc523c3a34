import type { MemberFilter, MemberRow } from "../contract/membership.ts";
import type { CalendarDate, Language, OfficeScope } from "../contract/primitives.ts";
import { showBirth, showDay } from "../domain/format.ts";
import { showPhone } from "../domain/phone.ts";
import { fill } from "./design/paper.ts";
import { documentTexts } from "./texts/documentTexts.ts";

/** The columns of a list of members, on paper and in a spreadsheet. */
export function listHeadings(language: Language, withOffice: boolean): string[] {
  const texts = documentTexts(language).memberList;
  const { number, surname, firstNames, birth, phone, locality, joinedOn, status, paidUntil } = texts;
  const columns = [number, surname, firstNames, birth, phone, locality, joinedOn, status, paidUntil];
  return withOffice ? [texts.office, ...columns] : columns;
}

/** One member under `listHeadings`. */
export function listCells(row: MemberRow, language: Language, withOffice: boolean): string[] {
  const day = (value: CalendarDate | null) => (value === null ? "" : showDay(value));
  return [
    ...(withOffice ? [row.office] : []),
    row.number,
    row.surname,
    row.alsoKnownAs === "" ? row.firstNames : `${row.firstNames} (${row.alsoKnownAs})`,
    row.birth === null ? "" : showBirth(row.birth, language),
    showPhone(row.phone),
    row.locality,
    day(row.joinedOn),
    documentTexts(language).words.status[row.status],
    day(row.paidUntil),
  ];
}

function officeWords(office: OfficeScope, language: Language): string {
  const texts = documentTexts(language).memberList;
  return office === "all" ? texts.allOffices : fill(texts.ofOffice, { office });
}

/** What was chosen, in words; none for all members. */
export function filterWords(filter: MemberFilter, language: Language): string[] {
  const { memberList: texts, words } = documentTexts(language);
  return [
    filter.office === undefined ? "" : officeWords(filter.office, language),
    filter.text.trim() === "" ? "" : fill(texts.searched, { text: filter.text.trim() }),
    filter.statuses.map((status) => words.status[status]).join(", "),
    filter.locality === null ? "" : fill(texts.inLocality, { locality: filter.locality }),
    filter.withoutPhoto ? texts.withoutPhoto : "",
    filter.withoutConsent ? texts.withoutConsent : "",
    filter.endingWithinDays === null ? "" : fill(texts.endingWithin, { days: filter.endingWithinDays }),
  ].filter((words) => words !== "");
}
