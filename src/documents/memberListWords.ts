import type { MemberFilter } from "../contract/membership.ts";
import type { Language, OfficeScope } from "../contract/primitives.ts";
import { fill } from "./design/paper.ts";
import { documentTexts } from "./texts/documentTexts.ts";

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
