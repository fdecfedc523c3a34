import type { FormErrors } from "@mantine/form";
import type { z } from "zod";
import {
  type IdentityPaperKind,
  type LiteracyLevel,
  type Member,
  MemberDetails,
  type WorkSetting,
} from "../../../../src/contract/membership.ts";
import type { CalendarDate, Id, Language } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { birthFault } from "../../../../src/domain/membership/age.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { errorsBy } from "../../../lib/refusals.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";
import { nationalityShown, nationalityStored } from "./nationality.ts";
import { birthAsTyped, NO_BIRTH, readTypedBirth, type TypedBirth } from "./typedBirth.ts";

/**
 * The form as it is typed: dates stay text until they are sent, so that half a date survives a lock and a refusal.
 * Field names are the contract's, so that a refusal finds its field.
 */
export type MemberFormValues = {
  /** Made once a form: saving twice makes one member. */
  id: Id;
  surname: string;
  firstNames: string;
  alsoKnownAs: string;
  birth: TypedBirth;
  nationality: string;
  languages: string[];
  phone: string;
  locality: string;
  workSetting: z.infer<typeof WorkSetting> | null;
  childrenInCare: number | "";
  literacy: z.infer<typeof LiteracyLevel> | null;
  emergencyName: string;
  emergencyPhone: string;
  emergencyRelation: string;
  paperKind: z.infer<typeof IdentityPaperKind> | null;
  paperNumber: string;
  consentOn: string;
  consentSigned: boolean;
  joinedOn: string;
  notes: string;
};

export function emptyMember(id: Id, today: CalendarDate): MemberFormValues {
  return {
    id,
    surname: "",
    firstNames: "",
    alsoKnownAs: "",
    birth: NO_BIRTH,
    nationality: "Mali",
    languages: [],
    phone: "",
    locality: "",
    workSetting: null,
    childrenInCare: "",
    literacy: null,
    emergencyName: "",
    emergencyPhone: "",
    emergencyRelation: "",
    paperKind: null,
    paperNumber: "",
    consentOn: "",
    consentSigned: false,
    joinedOn: dayAsTyped(today),
    notes: "",
  };
}

/** A kept member as the form shows her. */
export function valuesOf(member: Member, language: Language): MemberFormValues {
  return {
    id: member.id,
    surname: member.surname,
    firstNames: member.firstNames,
    alsoKnownAs: member.alsoKnownAs,
    birth: birthAsTyped(member.birth),
    nationality: nationalityShown(member.nationality, language),
    languages: [...member.languages],
    phone: showPhone(member.phone),
    locality: member.locality,
    workSetting: member.workSetting,
    childrenInCare: member.childrenInCare ?? "",
    literacy: member.literacy,
    emergencyName: member.emergencyName,
    emergencyPhone: showPhone(member.emergencyPhone),
    emergencyRelation: member.emergencyRelation,
    paperKind: member.paperKind,
    paperNumber: member.paperNumber,
    consentOn: dayAsTyped(member.consentOn),
    consentSigned: member.consentSigned,
    joinedOn: dayAsTyped(member.joinedOn),
    notes: member.notes,
  };
}

/** What is sent. Dates that cannot be read become empty ones: `memberErrors` stops them before. */
export function detailsOf(values: MemberFormValues, today: CalendarDate, language: Language): MemberDetails {
  const { id: _id, birth, consentOn, joinedOn, childrenInCare, nationality, ...same } = values;
  const read = readTypedBirth(birth, today);
  const consent = readTypedDay(consentOn, today);
  const joined = readTypedDay(joinedOn, today);
  return {
    ...same,
    birth: read.state === "read" ? read.birth : null,
    nationality: nationalityStored(nationality, language),
    childrenInCare: childrenInCare === "" ? null : childrenInCare,
    consentOn: consent.kind === "day" ? consent.day : null,
    joinedOn: joined.kind === "day" ? joined.day : "",
  };
}

/** Sentences for what only the screen can see. */
export interface FormSentences {
  readonly refusal: (refusal: Refusal) => string;
  readonly dateUnreadable: string;
  readonly birthUnreadable: string;
}

function dateErrors(values: MemberFormValues, today: CalendarDate, say: FormSentences): FormErrors {
  const errors: FormErrors = {};
  const birth = readTypedBirth(values.birth, today);
  const fault = birth.state === "read" ? birthFault(birth.birth, today) : null;
  if (birth.state === "unreadable") errors.birth = say.birthUnreadable;
  else if (fault !== null) errors.birth = say.refusal({ code: fault });
  for (const field of ["consentOn", "joinedOn"] as const) {
    if (readTypedDay(values[field], today).kind === "unreadable") errors[field] = say.dateUnreadable;
  }
  if (values.joinedOn.trim() === "") errors.joinedOn = say.refusal({ code: "request.required" });
  return errors;
}

/** Every wrong field at once, before anything is sent; the service checks again. */
export function memberErrors(
  values: MemberFormValues,
  today: CalendarDate,
  language: Language,
  say: FormSentences,
): FormErrors {
  const byContract = errorsBy<MemberDetails>(MemberDetails, say.refusal)(detailsOf(values, today, language));
  return { ...byContract, ...dateErrors(values, today, say) };
}
