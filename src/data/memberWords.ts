import type { MemberDetails } from "../contract/membership.ts";
import type { MemberNumber } from "../contract/primitives.ts";
import { foldText } from "../domain/names/foldText.ts";
import { phoneDigits } from "../domain/phone.ts";

/** What lists are sorted by: folded surname, then first names. */
export function sortName(details: MemberDetails): string {
  return `${foldText(details.surname)} ${foldText(details.firstNames)}`;
}

/** Everything by which she is found, as folded words: names, phone, numbers (whole, and without office or zeros). */
export function searchWords(
  details: Pick<MemberDetails, "surname" | "firstNames" | "alsoKnownAs" | "phone">,
  numbers: readonly MemberNumber[],
): string {
  const digits = phoneDigits(details.phone);
  const whole = details.phone.replace(/\D/g, "");
  const phones = digits === whole ? [digits] : [digits, whole];
  const numberWords = numbers.flatMap((number) => {
    const [office = "", counter = "", check = ""] = number.toLowerCase().split("-");
    return [`${office}${counter}${check}`, `${counter}${check}`, `${Number(counter)}${check}`];
  });
  return [
    // One by one: whole names are of too many kinds to be remembered.
    ...[details.surname, details.firstNames, details.alsoKnownAs].map(foldText).filter((name) => name !== ""),
    ...phones,
    ...numberWords,
  ].join(" ");
}
