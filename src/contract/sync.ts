import { z } from "zod";
import { DuplicateReason } from "./membership.ts";
import { command, query } from "./operations.ts";
import { Bytes, FileOutput, Id, Instant, MemberNumber, OfficeCode } from "./primitives.ts";
import { REFUSAL_CODES } from "./refusals.ts";

export const Tier = z.enum(["identity", "finance", "health", "rights", "programme"]);
export type Tier = z.infer<typeof Tier>;

/** A key as people compare it: eight groups of four digits, read aloud. */
export const Fingerprint = z.string().regex(/^(\d{4} ){7}\d{4}$/);
export type Fingerprint = z.infer<typeof Fingerprint>;

/** A folder or file of this machine, as the folder list names it. */
export const Path = z.string().min(1).max(4000);

export const BundleKind = z.enum(["journal", "snapshot", "receipt", "reference", "invitation", "enrolment"]);
export type BundleKind = z.infer<typeof BundleKind>;

/** Entries of a journal, both ends included. */
export const Span = z.strictObject({ first: z.int().min(0), last: z.int().min(0) });
export type Span = z.infer<typeof Span>;

export const InvitationPreview = z.strictObject({
  from: OfficeCode,
  forOffice: OfficeCode,
  createdAt: Instant,
  fingerprint: Fingerprint,
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;

/**
 * Why the office's journal and headquarters' copy of it part: `behind`, headquarters has more than this laptop (it was
 * restored from an old copy); `forked`, they differ from an entry on. Settled by a snapshot.
 */
export const Parting = z.strictObject({ kind: z.enum(["behind", "forked"]), held: z.int(), own: z.int() });
export type Parting = z.infer<typeof Parting>;

export const SyncState = z.strictObject({
  /** This office's own key. */
  ownFingerprint: Fingerprint,
  headquarters: z.strictObject({ code: OfficeCode, fingerprint: Fingerprint, joinedAt: Instant }).nullable(),
  entries: z.int(),
  /** The last entry that headquarters acknowledged, and when that entry was written. */
  acknowledged: z.int(),
  acknowledgedUntil: Instant.nullable(),
  lastExportAt: Instant.nullable(),
  lastAnswerAt: Instant.nullable(),
  epoch: z.int(),
  parting: Parting.nullable(),
  /** A new signing key goes with every stick until headquarters uses it. */
  renewing: z.boolean(),
  /** What the next bundle will carry, by kind of record. */
  waiting: z.array(z.strictObject({ entity: z.string(), tier: Tier, entries: z.int() })),
});
export type SyncState = z.infer<typeof SyncState>;

export const SentBundle = z.strictObject({
  file: z.string(),
  number: z.int(),
  first: z.int(),
  last: z.int(),
  bytes: z.int(),
  createdAt: Instant,
});
export type SentBundle = z.infer<typeof SentBundle>;

/** A file on a stick that is a bundle; its signature is not checked yet. */
export const StickFile = z.strictObject({
  path: Path,
  name: z.string(),
  bytes: z.int(),
  kind: BundleKind,
  from: OfficeCode,
  to: OfficeCode,
  number: z.int(),
  span: Span,
  createdAt: Instant,
  /** Meant for this office. */
  forUs: z.boolean(),
});
export type StickFile = z.infer<typeof StickFile>;

/** A file that is named like a bundle and cannot be read as one: damaged at its beginning, too new, or somebody else's. */
export const UnreadableFile = z.strictObject({ name: z.string(), code: z.enum(REFUSAL_CODES) });
export type UnreadableFile = z.infer<typeof UnreadableFile>;

/** All that lies on a stick under a bundle's name: nothing that was meant for us goes unmentioned. */
export const StickContent = z.strictObject({
  files: z.array(StickFile),
  unreadable: z.array(UnreadableFile),
});
export type StickContent = z.infer<typeof StickContent>;

/** What an imported answer of headquarters brought. */
export const AnswerReport = z.strictObject({
  acknowledged: z.int(),
  acknowledgedUntil: Instant.nullable(),
  notAcknowledged: z.int(),
  /** Members who came to this office, and who went to another one. */
  arrived: z.array(MemberNumber),
  departed: z.array(z.strictObject({ number: MemberNumber, to: OfficeCode })),
  /** Members of this office who may be enrolled elsewhere too. */
  suggestions: z.int(),
  offices: z.int(),
  keyRenewed: z.boolean(),
  /** Entries that came back, where the answer was a whole office for a new laptop. */
  recovered: z.int().nullable(),
  parting: Parting.nullable(),
});
export type AnswerReport = z.infer<typeof AnswerReport>;

export const ReceivedAnswer = z.strictObject({
  number: z.int(),
  kind: z.enum(["receipt", "snapshot"]),
  createdAt: Instant,
  importedAt: Instant,
  acknowledged: z.int(),
});
export type ReceivedAnswer = z.infer<typeof ReceivedAnswer>;

/** Headquarters saw two records that may be one woman. It tells this office's number and the reasons, no name. */
export const OwnSuggestion = z.strictObject({
  memberId: Id,
  number: MemberNumber,
  otherOffice: OfficeCode,
  reasons: z.array(DuplicateReason),
});
export type OwnSuggestion = z.infer<typeof OwnSuggestion>;

const files = z.array(Path).min(1).max(500);

export const sync = {
  state: query({ input: z.strictObject({}), output: SyncState, permission: "sync.read" }),
  history: query({ input: z.strictObject({}), output: z.array(SentBundle), permission: "sync.read" }),
  answers: query({ input: z.strictObject({}), output: z.array(ReceivedAnswer), permission: "sync.read" }),
  suggestions: query({
    input: z.strictObject({}),
    output: z.array(OwnSuggestion),
    permission: "members.read",
  }),
  /** The bundles in a folder (not below it), those for this office first; all other files are left alone. */
  lookAtStick: query({
    input: z.strictObject({ folder: Path }),
    output: StickContent,
    permission: "sync.read",
  }),
  previewInvitation: query({
    input: z.strictObject({ bytes: Bytes }),
    output: InvitationPreview,
    permission: "sync.join",
  }),
  /** After the fingerprint was read aloud and confirmed. Hands back the enrolment for headquarters. */
  join: command({
    input: z.strictObject({ bytes: Bytes, fingerprint: Fingerprint }),
    output: FileOutput,
    permission: "sync.join",
  }),
  /** Written, flushed, read back and verified before it answers. */
  export: command({ input: z.strictObject({ folder: Path }), output: SentBundle, permission: "sync.export" }),
  /** The whole journal under a new epoch, after a laptop was restored from an old copy. */
  snapshot: command({ input: z.strictObject({ folder: Path }), output: SentBundle, permission: "sync.join" }),
  /** Headquarters' answers among these files, in their order; all or nothing. */
  importAnswer: command({
    input: z.strictObject({ files }),
    output: AnswerReport,
    permission: "sync.export",
  }),
  /** A new signing key, signed by the old one; it goes with every stick until headquarters answers to it. */
  renewKey: command({ input: z.strictObject({}), output: FileOutput, permission: "sync.join" }),
};
