import { z } from "zod";
import { command, query } from "./operations.ts";
import {
  Bytes,
  CalendarDate,
  FileOutput,
  Francs,
  Id,
  Instant,
  longText,
  MemberNumber,
  OfficeCode,
  OfficeScope,
  Sha256Hex,
  shortText,
} from "./primitives.ts";

/** A birth date as it is known; kept as such, never rounded to a false precision. */
export const BirthDate = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("exact"), on: CalendarDate }),
  z.strictObject({ kind: z.literal("year"), year: z.int().min(1900).max(2100) }),
  z.strictObject({ kind: z.literal("estimated"), year: z.int().min(1900).max(2100) }),
]);
export type BirthDate = z.infer<typeof BirthDate>;

export const WorkSetting = z.enum(["street", "bar", "closedHouse", "clandestine", "other"]);
export const LiteracyLevel = z.enum(["none", "some", "reads", "readsAndWrites"]);
export const IdentityPaperKind = z.enum([
  "nina",
  "nationalCard",
  "passport",
  "consularCard",
  "birthCertificate",
  "voterCard",
  "other",
]);
/** `transferred` is written by a transfer alone: another office follows her from then on. */
export const DepartureReason = z.enum([
  "moved",
  "stoppedWork",
  "ownWish",
  "excluded",
  "deceased",
  "other",
  "transferred",
]);
export type DepartureReason = z.infer<typeof DepartureReason>;

export const MembershipStatus = z.enum(["new", "current", "grace", "expired", "left", "deceased"]);
export type MembershipStatus = z.infer<typeof MembershipStatus>;

/** What a person fills in. Phones are as typed; the service stores E.164. */
export const MemberDetails = z.strictObject({
  surname: shortText(60).min(1),
  firstNames: shortText(80).min(1),
  alsoKnownAs: shortText(80),
  birth: BirthDate.nullable(),
  /** ISO 3166-1 alpha-2, or a word that the table does not know. */
  nationality: shortText(40),
  /** Names of languages as people say them. */
  languages: z.array(shortText(30).min(1)).max(12),
  phone: shortText(30),
  locality: shortText(80),
  /** Local only: never leaves the office. */
  workSetting: WorkSetting.nullable(),
  childrenInCare: z.int().min(0).max(40).nullable(),
  literacy: LiteracyLevel.nullable(),
  emergencyName: shortText(80),
  emergencyPhone: shortText(30),
  emergencyRelation: shortText(40),
  paperKind: IdentityPaperKind.nullable(),
  paperNumber: shortText(40),
  consentOn: CalendarDate.nullable(),
  consentSigned: z.boolean(),
  joinedOn: CalendarDate,
  /** Local only: never leaves the office. */
  notes: longText(4000),
});
export type MemberDetails = z.infer<typeof MemberDetails>;

export const Term = z.strictObject({
  id: Id,
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  price: Francs,
  voucherId: Id.nullable(),
  voucherNumber: z.string().nullable(),
  /** Days without cover between the end of the term before and this one's start. */
  gapDays: z.int().min(0),
});
export type Term = z.infer<typeof Term>;

export const Card = z.strictObject({
  id: Id,
  issue: z.int().min(1),
  issuedOn: CalendarDate,
  validUntil: CalendarDate,
  state: z.enum(["valid", "replaced", "lost"]),
});
export type Card = z.infer<typeof Card>;

export const MemberChange = z.strictObject({
  seq: z.int(),
  /** The office that wrote it; `seq` counts within it. */
  office: OfficeCode,
  at: Instant,
  /** Empty for what another office wrote: names of its staff do not travel. */
  by: z.string(),
  entity: z.string(),
  op: z.string(),
  /** Names of the fields that changed, as in `MemberDetails`. */
  fields: z.array(z.string()),
});

export const Member = z.strictObject({
  id: Id,
  /** The office that follows her: it alone changes the record. Her number may be an earlier office's. */
  office: OfficeCode,
  number: MemberNumber,
  ...MemberDetails.shape,
  /** An erased record has no name left. */
  surname: z.string(),
  firstNames: z.string(),
  photoSha256: Sha256Hex.nullable(),
  leftOn: CalendarDate.nullable(),
  leftReason: DepartureReason.nullable(),
  erased: z.boolean(),
  status: MembershipStatus,
  /** The last day that a paid term covers. */
  paidUntil: CalendarDate.nullable(),
});
export type Member = z.infer<typeof Member>;

export const MemberFile = z.strictObject({
  member: Member,
  terms: z.array(Term),
  cards: z.array(Card),
  history: z.array(MemberChange),
  /** Records that were merged into this one: their numbers still find her. */
  mergedNumbers: z.array(MemberNumber),
});
export type MemberFile = z.infer<typeof MemberFile>;

export const MemberRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  number: MemberNumber,
  surname: z.string(),
  firstNames: z.string(),
  alsoKnownAs: z.string(),
  birth: BirthDate.nullable(),
  phone: z.string(),
  locality: z.string(),
  joinedOn: CalendarDate,
  status: MembershipStatus,
  paidUntil: CalendarDate.nullable(),
  photoSha256: Sha256Hex.nullable(),
});
export type MemberRow = z.infer<typeof MemberRow>;

export const MemberFilter = z.strictObject({
  /** Absent for this office's own register. */
  office: OfficeScope.optional(),
  /** Words in any order, a phone or a number; empty for all. */
  text: z.string().max(200),
  statuses: z.array(MembershipStatus),
  locality: z.string().max(80).nullable(),
  withoutPhoto: z.boolean(),
  withoutConsent: z.boolean(),
  /** Card ends within this many days from today. */
  endingWithinDays: z.int().min(0).max(366).nullable(),
});
export type MemberFilter = z.infer<typeof MemberFilter>;

export const MemberSort = z.enum(["name", "number", "joinedOn", "paidUntil", "locality"]);
export type MemberSort = z.infer<typeof MemberSort>;

export const MemberQuery = z.strictObject({
  filter: MemberFilter,
  sort: MemberSort,
  descending: z.boolean(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});

/** Why two records may be the same woman. */
export const DuplicateReason = z.enum(["sameName", "similarName", "samePhone", "sameBirth", "nearBirth"]);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

export const DuplicateSuggestion = z.strictObject({
  member: MemberRow,
  reasons: z.array(DuplicateReason),
  /** 0 to 1; from 0.9 it is asked before saving. */
  likelihood: z.number().min(0).max(1),
});
export type DuplicateSuggestion = z.infer<typeof DuplicateSuggestion>;

/** For LAKANA SO. What is typed here goes on the paper and nowhere else. */
export const ReferralNote = z.strictObject({
  surname: shortText(60),
  firstNames: shortText(80),
  age: z.int().min(0).max(17).nullable(),
  contact: shortText(120),
  need: longText(1000),
});

export const ListFormat = z.enum(["csv", "xlsx"]);

export const membership = {
  listMembers: query({
    input: MemberQuery,
    output: z.strictObject({ rows: z.array(MemberRow), total: z.int() }),
    permission: "members.read",
  }),
  listLocalities: query({
    input: z.strictObject({ office: OfficeScope.optional() }),
    output: z.array(z.strictObject({ name: z.string(), members: z.int() })),
    permission: "members.read",
  }),
  /** At headquarters any office's member, as far as the person may read her. */
  readMember: query({ input: z.strictObject({ id: Id }), output: MemberFile, permission: "members.read" }),
  readPhoto: query({
    input: z.strictObject({ sha256: Sha256Hex }),
    output: z.strictObject({ jpeg: Bytes }),
    permission: "members.read",
  }),
  suggestDuplicates: query({
    input: z.strictObject({
      surname: z.string().max(60),
      firstNames: z.string().max(80),
      birth: BirthDate.nullable(),
      phone: z.string().max(30),
      exceptId: Id.nullable(),
    }),
    output: z.array(DuplicateSuggestion),
    permission: "members.read",
  }),
  /** `confirmedNotDuplicate` says that the person looked at the likely duplicates. */
  registerMember: command({
    input: z.strictObject({ id: Id, details: MemberDetails, confirmedNotDuplicate: z.boolean() }),
    output: MemberFile,
    permission: "members.write",
  }),
  updateMember: command({
    input: z.strictObject({ id: Id, details: MemberDetails }),
    output: MemberFile,
    permission: "members.write",
  }),
  /** A JPEG of 35×45 proportion, at most 60 KB; `null` takes the photograph away. */
  setPhoto: command({
    input: z.strictObject({ id: Id, jpeg: Bytes.nullable() }),
    output: MemberFile,
    permission: "members.write",
  }),
  /** Refuses `transferred`: a transfer is decided at headquarters. */
  recordDeparture: command({
    input: z.strictObject({ id: Id, on: CalendarDate, reason: DepartureReason }),
    output: MemberFile,
    permission: "members.write",
  }),
  /** She comes back: the departure is voided, her terms and their gap stay. */
  reinstate: command({ input: z.strictObject({ id: Id }), output: MemberFile, permission: "members.write" }),
  /** `keepId` stays; terms, cards and history of `mergeId` are hers from now on. */
  mergeMembers: command({
    input: z.strictObject({ keepId: Id, mergeId: Id }),
    output: MemberFile,
    permission: "members.write",
  }),
  /** Law 2013-015: her identifying values go everywhere, journal included; counts and francs stay. */
  eraseMember: command({
    input: z.strictObject({ id: Id, number: MemberNumber }),
    output: MemberFile,
    permission: "members.erase",
  }),
  /** A copy of all that is held about her (right of access). */
  printFile: query({ input: z.strictObject({ id: Id }), output: FileOutput, permission: "members.read" }),
  printConsent: query({ input: z.strictObject({ id: Id }), output: FileOutput, permission: "members.read" }),
  /** Nothing of it is stored but the count in the audit trail. */
  printReferral: command({ input: ReferralNote, output: FileOutput, permission: "members.write" }),
  printList: command({ input: MemberFilter, output: FileOutput, permission: "members.export" }),
  exportList: command({
    input: z.strictObject({ filter: MemberFilter, format: ListFormat }),
    output: FileOutput,
    permission: "members.export",
  }),
};
