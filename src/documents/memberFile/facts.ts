import type { z } from "zod";
import type { Member, MemberFile } from "../../contract/membership.ts";
import type { CalendarDate, Language } from "../../contract/primitives.ts";
import { showBirth, showDay } from "../../domain/format.ts";
import { showPhone } from "../../domain/phone.ts";
import { fill } from "../design/paper.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";
import { showCountry } from "./country.ts";

export interface FactGroup {
  readonly title: string;
  readonly facts: readonly { readonly caption: string; readonly value: string }[];
}

type MemberShape = z.infer<typeof Member>;

/** Everything that is held about her but terms, cards and history, grouped and in words. */
export function factGroups(
  file: z.infer<typeof MemberFile>,
  texts: DocumentTexts,
  language: Language,
): FactGroup[] {
  const { member } = file;
  const own = texts.memberFile;
  const { field, status } = texts.words;
  const group = (title: string, entries: readonly (readonly [caption: string, value: string | null])[]) => ({
    title,
    facts: entries.map(([caption, value]) => ({ caption: capital(caption), value: value || own.none })),
  });
  const day = (value: CalendarDate | null) => (value === null ? null : showDay(value));
  return [
    group(own.who, [
      [field.surname, member.surname],
      [field.firstNames, member.firstNames],
      [field.alsoKnownAs, member.alsoKnownAs],
      [field.birth, member.birth && showBirth(member.birth, language)],
      [field.nationality, showCountry(member.nationality, language)],
      [field.languages, member.languages.join(", ")],
      [field.paperKind, member.paperKind && texts.words.paper[member.paperKind]],
      [field.paperNumber, member.paperNumber],
    ]),
    group(own.contact, [
      [field.phone, showPhone(member.phone)],
      [field.locality, member.locality],
      [field.emergencyName, member.emergencyName],
      [field.emergencyPhone, showPhone(member.emergencyPhone)],
      [field.emergencyRelation, member.emergencyRelation],
    ]),
    group(own.life, [
      [field.workSetting, member.workSetting && texts.words.setting[member.workSetting]],
      [field.childrenInCare, member.childrenInCare === null ? null : String(member.childrenInCare)],
      [field.literacy, member.literacy && texts.words.literacy[member.literacy]],
    ]),
    group(own.membership, [
      [field.number, member.number],
      [field.mergedNumbers, file.mergedNumbers.join(", ")],
      [field.joinedOn, day(member.joinedOn)],
      [field.status, status[member.status]],
      [field.paidUntil, day(member.paidUntil)],
      [field.leftOn, departure(member, texts)],
      [field.consentSigned, consent(member, own)],
    ]),
    group(own.notes, [[field.notes, member.notes || capital(own.nothing)]]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function departure(member: MemberShape, texts: DocumentTexts): string | null {
  if (member.leftOn === null) return null;
  const reason =
    member.leftReason === null ? texts.words.departure.other : texts.words.departure[member.leftReason];
  return fill(texts.memberFile.leftOn, { day: showDay(member.leftOn), reason });
}

function consent(member: MemberShape, own: DocumentTexts["memberFile"]): string {
  if (member.consentOn === null) return own.consentNo;
  const sentence = member.consentSigned ? own.consentYes : own.consentUnsigned;
  return fill(sentence, { day: showDay(member.consentOn) });
}
