import { type BirthDate, type DepartureReason, MemberDetails } from "../contract/membership.ts";
import type { CalendarDate, MemberNumber } from "../contract/primitives.ts";
import type { Row } from "./registry.ts";

/** A member as the database holds her: her details, and what the office adds. Phones are E.164. */
export interface StoredMember {
  readonly id: string;
  readonly office: string;
  readonly number: MemberNumber;
  readonly details: MemberDetails;
  readonly photoSha256: string | null;
  readonly leftOn: CalendarDate | null;
  readonly leftReason: DepartureReason | null;
  readonly mergedInto: string | null;
  readonly erasedAt: string | null;
  readonly createdAt: string;
}

export function birthToColumns(birth: BirthDate | null): {
  birth_kind: string | null;
  birth_on: string | null;
} {
  if (birth === null) return { birth_kind: null, birth_on: null };
  return { birth_kind: birth.kind, birth_on: birth.kind === "exact" ? birth.on : String(birth.year) };
}

export function birthFromColumns(row: Row): BirthDate | null {
  if (row.birth_kind === null || row.birth_kind === undefined) return null;
  const text = String(row.birth_on);
  if (row.birth_kind === "exact") return { kind: "exact", on: text };
  return { kind: row.birth_kind === "year" ? "year" : "estimated", year: Number(text) };
}

/** The person's part of a record as registered columns. */
export function detailsToColumns(details: MemberDetails): Row {
  return {
    surname: details.surname,
    first_names: details.firstNames,
    also_known_as: details.alsoKnownAs,
    ...birthToColumns(details.birth),
    nationality: details.nationality,
    languages: JSON.stringify(details.languages),
    phone: details.phone,
    locality: details.locality,
    work_setting: details.workSetting,
    children_in_care: details.childrenInCare,
    literacy: details.literacy,
    emergency_name: details.emergencyName,
    emergency_phone: details.emergencyPhone,
    emergency_relation: details.emergencyRelation,
    paper_kind: details.paperKind,
    paper_number: details.paperNumber,
    consent_on: details.consentOn,
    consent_signed: details.consentSigned ? 1 : 0,
    joined_on: details.joinedOn,
    notes: details.notes,
  };
}

/** What erasure leaves of a person's part: nothing but the day she joined. */
export function emptyDetails(joinedOn: CalendarDate): MemberDetails {
  return {
    surname: "",
    firstNames: "",
    alsoKnownAs: "",
    birth: null,
    nationality: "",
    languages: [],
    phone: "",
    locality: "",
    workSetting: null,
    childrenInCare: null,
    literacy: null,
    emergencyName: "",
    emergencyPhone: "",
    emergencyRelation: "",
    paperKind: null,
    paperNumber: "",
    consentOn: null,
    consentSigned: false,
    joinedOn,
    notes: "",
  };
}

const text = (value: unknown): string => String(value ?? "");
const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** Made once: zod compiles a schema at its first use. An erased record has no name left. */
const StoredDetails = MemberDetails.extend({
  surname: MemberDetails.shape.alsoKnownAs,
  firstNames: MemberDetails.shape.alsoKnownAs,
});

function detailsFromRow(row: Row): MemberDetails {
  return StoredDetails.parse({
    surname: row.surname,
    firstNames: row.first_names,
    alsoKnownAs: row.also_known_as,
    birth: birthFromColumns(row),
    nationality: row.nationality,
    languages: JSON.parse(text(row.languages)),
    phone: row.phone,
    locality: row.locality,
    workSetting: row.work_setting,
    childrenInCare: row.children_in_care,
    literacy: row.literacy,
    emergencyName: row.emergency_name,
    emergencyPhone: row.emergency_phone,
    emergencyRelation: row.emergency_relation,
    paperKind: row.paper_kind,
    paperNumber: row.paper_number,
    consentOn: row.consent_on,
    consentSigned: row.consent_signed === 1,
    joinedOn: row.joined_on,
    notes: text(row.notes),
  });
}

export function memberFromRow(row: Row): StoredMember {
  return {
    id: text(row.id),
    office: text(row.office),
    number: text(row.number),
    details: detailsFromRow(row),
    photoSha256: textOrNull(row.photo_sha256),
    leftOn: textOrNull(row.left_on),
    leftReason: textOrNull(row.left_reason) as DepartureReason | null,
    mergedInto: textOrNull(row.merged_into),
    erasedAt: textOrNull(row.erased_at),
    createdAt: text(row.created_at),
  };
}
