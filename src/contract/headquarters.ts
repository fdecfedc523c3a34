import { z } from "zod";
import { DuplicateReason, MemberRow } from "./membership.ts";
import { command, query } from "./operations.ts";
import { Role } from "./permissions.ts";
import {
  Bytes,
  FileOutput,
  Id,
  Instant,
  MemberNumber,
  OfficeCode,
  Sha256Hex,
  shortText,
} from "./primitives.ts";
import { REFUSAL_CODES } from "./refusals.ts";
import { Fingerprint, Path, Span, Tier } from "./sync.ts";

/** `invited`: the invitation went out; `active`: its key is pinned; `revoked`: its key counts no more, none replaced it. */
export const OfficeStanding = z.enum(["invited", "active", "revoked"]);
export type OfficeStanding = z.infer<typeof OfficeStanding>;

/** Where an office's journal parts from headquarters' copy: the first entry that differs, and both hashes there. */
export const Fork = z.strictObject({
  at: z.int(),
  /** `null` where one side ends before this entry (a rollback). */
  held: Sha256Hex.nullable(),
  brought: Sha256Hex.nullable(),
  /** The bundle that showed it. */
  number: z.int(),
  seenAt: Instant,
  /** Entries that headquarters holds from there on, and those that the bundle brought, by kind of record. */
  heldEntries: z.array(z.strictObject({ entity: z.string(), entries: z.int() })),
  broughtEntries: z.array(z.strictObject({ entity: z.string(), entries: z.int() })),
});
export type Fork = z.infer<typeof Fork>;

/** What an office does, as far as the reader's tiers open it; `null` where they do not. */
export const OfficeTotals = z.strictObject({
  members: z.int().nullable(),
  /** Members whose card is paid. */
  paid: z.int().nullable(),
  cardsThisYear: z.int().nullable(),
  cashIn: z.int().nullable(),
  cashOut: z.int().nullable(),
});
export type OfficeTotals = z.infer<typeof OfficeTotals>;

export const OfficeLine = z.strictObject({
  code: OfficeCode,
  name: z.string(),
  region: z.string(),
  parentCode: OfficeCode.nullable(),
  standing: OfficeStanding,
  /** This headquarters itself, which is a branch too. */
  own: z.boolean(),
  fingerprint: Fingerprint.nullable(),
  lastBundle: z.strictObject({ number: z.int(), createdAt: Instant, receivedAt: Instant }).nullable(),
  /** The last entry that headquarters has, and when it was written there. */
  held: z.int(),
  heldUntil: Instant.nullable(),
  /** Whole days since the last bundle was made; `null` before the first. */
  daysSince: z.int().nullable(),
  epoch: z.int(),
  /** Bundles that came and wait, and the entries that are missing before them. */
  waitingBundles: z.int(),
  missing: Span.nullable(),
  /** Tiers whose parts wait for somebody who may open them. */
  sealedTiers: z.array(Tier),
  forked: z.boolean(),
  snapshotToConfirm: z.boolean(),
  /** Whether the last answer that was written tells the office all that headquarters has. */
  answerDue: z.boolean(),
  totals: OfficeTotals,
});
export type OfficeLine = z.infer<typeof OfficeLine>;

export const OfficeKey = z.strictObject({
  fingerprint: Fingerprint,
  state: z.enum(["current", "renewed", "revoked"]),
  since: Instant,
  until: Instant.nullable(),
});
export type OfficeKey = z.infer<typeof OfficeKey>;

export const ReceivedBundle = z.strictObject({
  number: z.int(),
  kind: z.enum(["journal", "snapshot"]),
  epoch: z.int(),
  span: Span,
  createdAt: Instant,
  receivedAt: Instant,
  bytes: z.int(),
  state: z.enum(["applied", "waiting", "toConfirm"]),
});
export type ReceivedBundle = z.infer<typeof ReceivedBundle>;

export const OfficeFile = z.strictObject({
  line: OfficeLine,
  keys: z.array(OfficeKey),
  bundles: z.array(ReceivedBundle),
  fork: Fork.nullable(),
});
export type OfficeFile = z.infer<typeof OfficeFile>;

/** One record that headquarters' copy and a snapshot hold differently. */
export const Difference = z.strictObject({
  entity: z.string(),
  /** A member's, card's or voucher's number; `null` for records that have none or that the reader may not see. */
  reference: z.string().nullable(),
  kind: z.enum(["onlyHeld", "onlyBrought", "changed"]),
});
export type Difference = z.infer<typeof Difference>;

export const SnapshotView = z.strictObject({
  office: OfficeCode,
  sha256: Sha256Hex,
  number: z.int(),
  epoch: z.int(),
  createdAt: Instant,
  /** Entries on both sides, and the first one that differs. */
  heldLast: z.int(),
  broughtLast: z.int(),
  differsFrom: z.int().nullable(),
  counts: z.array(
    z.strictObject({ entity: z.string(), onlyHeld: z.int(), onlyBrought: z.int(), changed: z.int() }),
  ),
  /** At most 200 of them, those that only headquarters has first. */
  differences: z.array(Difference),
});
export type SnapshotView = z.infer<typeof SnapshotView>;

/** What became of one file of a stick. */
export const ReceivedFile = z.strictObject({
  name: z.string(),
  office: OfficeCode.nullable(),
  number: z.int().nullable(),
  outcome: z.enum([
    "applied",
    "alreadyReceived",
    "waiting",
    "toConfirm",
    "enrolmentToConfirm",
    "keyRenewed",
    "refused",
  ]),
  /** Entries taken in; bundles that waited and now followed count with the one that let them. */
  entries: z.int(),
  missing: Span.nullable(),
  refusal: z
    .strictObject({
      code: z.enum(REFUSAL_CODES),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .nullable(),
  /** Tiers whose part waits for somebody who may open it. */
  sealedTiers: z.array(Tier),
});
export type ReceivedFile = z.infer<typeof ReceivedFile>;

export const ReceiveReport = z.strictObject({
  files: z.array(ReceivedFile),
  entries: z.int(),
  /** Pairs of records that were not suspected before. */
  newDuplicates: z.int(),
});
export type ReceiveReport = z.infer<typeof ReceiveReport>;

export const EnrolmentPreview = z.strictObject({
  office: OfficeCode,
  name: z.string(),
  fingerprint: Fingerprint,
  createdAt: Instant,
  /** `again` repeats what is pinned; `newLaptop` replaces a key that was revoked. */
  kind: z.enum(["first", "again", "newLaptop"]),
});
export type EnrolmentPreview = z.infer<typeof EnrolmentPreview>;

export const WrittenAnswer = z.strictObject({
  office: OfficeCode,
  file: z.string(),
  kind: z.enum(["receipt", "snapshot"]),
  number: z.int(),
  bytes: z.int(),
  acknowledged: z.int(),
});
export type WrittenAnswer = z.infer<typeof WrittenAnswer>;

export const DuplicatePair = z.strictObject({
  id: z.string(),
  one: MemberRow,
  other: MemberRow,
  reasons: z.array(DuplicateReason),
  likelihood: z.number().min(0).max(1),
  /** A transfer between the two offices is under way. */
  settling: z.boolean(),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** `decided`: in the next answers; `leaving`/`arriving`: one of the two offices has done its part; `done`: both. */
export const Transfer = z.strictObject({
  id: Id,
  memberId: Id,
  number: MemberNumber.nullable(),
  from: OfficeCode,
  to: OfficeCode,
  decidedAt: Instant,
  state: z.enum(["decided", "leaving", "arriving", "done"]),
});
export type Transfer = z.infer<typeof Transfer>;

export const TierHolders = z.strictObject({
  tier: Tier,
  /** Age recipient that the offices seal this tier to. */
  recipient: z.string(),
  holders: z.array(z.strictObject({ userId: Id, name: z.string() })),
});
export type TierHolders = z.infer<typeof TierHolders>;

export const Holder = z.strictObject({
  userId: Id,
  name: z.string(),
  role: Role,
  /** She signed in since she was added: before that nothing can be sealed to her. */
  ready: z.boolean(),
});

const OfficeOnly = z.strictObject({ office: OfficeCode });
const files = z.array(Path).min(1).max(500);

/** What only headquarters does: its offices, their sticks, their keys, and who reads which tier. */
export const headquarters = {
  offices: query({ input: z.strictObject({}), output: z.array(OfficeLine), permission: "headquarters.read" }),
  office: query({ input: OfficeOnly, output: OfficeFile, permission: "headquarters.read" }),
  /** Makes, or makes again, the invitation of an office. A sub-branch names its antenna. */
  invite: command({
    input: z.strictObject({
      code: OfficeCode,
      name: shortText(60).min(1),
      region: shortText(60),
      parentCode: OfficeCode.nullable(),
    }),
    output: FileOutput,
    permission: "headquarters.enrol",
  }),
  previewEnrolment: query({
    input: z.strictObject({ bytes: Bytes }),
    output: EnrolmentPreview,
    permission: "headquarters.enrol",
  }),
  /** Pins the office's key after the fingerprint was read aloud and confirmed. */
  enrol: command({
    input: z.strictObject({ bytes: Bytes, fingerprint: Fingerprint }),
    output: OfficeLine,
    permission: "headquarters.enrol",
  }),
  /** A lost laptop: nothing signed by its key is taken from now on. */
  revokeKey: command({
    input: z.strictObject({ office: OfficeCode, fingerprint: Fingerprint }),
    output: OfficeFile,
    permission: "headquarters.enrol",
  }),
  /** Headquarters' own new signing key, signed by the old one in every office's next answer. */
  renewKey: command({
    input: z.strictObject({}),
    output: z.strictObject({ fingerprint: Fingerprint }),
    permission: "headquarters.enrol",
  }),
  exportSigners: command({
    input: z.strictObject({}),
    output: FileOutput,
    permission: "headquarters.enrol",
  }),
  /** Takes in the bundles among these files, whatever their order. */
  receive: command({
    input: z.strictObject({ files }),
    output: ReceiveReport,
    permission: "headquarters.receive",
  }),
  /** Writes one answer for each of these offices (all that are active when `null`) into a folder. */
  answer: command({
    input: z.strictObject({ offices: z.array(OfficeCode).max(200).nullable(), folder: Path }),
    output: z.array(WrittenAnswer),
    permission: "headquarters.receive",
  }),
  readSnapshot: query({
    input: OfficeOnly,
    output: SnapshotView,
    permission: "headquarters.settle",
  }),
  /** Headquarters' copy of the office becomes the snapshot; what it held is kept under the old epoch. */
  confirmSnapshot: command({
    input: z.strictObject({ office: OfficeCode, sha256: Sha256Hex }),
    output: OfficeFile,
    permission: "headquarters.settle",
  }),
  duplicates: query({
    input: z.strictObject({}),
    output: z.array(DuplicatePair),
    permission: "headquarters.settle",
  }),
  /** Two women: never suggested again. */
  settleDistinct: command({
    input: z.strictObject({ id: z.string().max(100) }),
    output: z.strictObject({}),
    permission: "headquarters.settle",
  }),
  /**
   * Hands a member to another office with her cards, terms and history. `mergeInto` is that office's own record of the
   * same woman, which takes hers in.
   */
  transfer: command({
    input: z.strictObject({ id: Id, memberId: Id, to: OfficeCode, mergeInto: Id.nullable() }),
    output: Transfer,
    permission: "headquarters.settle",
  }),
  transfers: query({
    input: z.strictObject({}),
    output: z.array(Transfer),
    permission: "headquarters.settle",
  }),
  tiers: query({
    input: z.strictObject({}),
    output: z.strictObject({ tiers: z.array(TierHolders), people: z.array(Holder) }),
    permission: "access.users",
  }),
  /** Seals a tier's key to a person. Only who holds the tier can give it. */
  grantTier: command({
    input: z.strictObject({ userId: Id, tier: Tier }),
    output: z.strictObject({}),
    permission: "access.users",
  }),
  withdrawTier: command({
    input: z.strictObject({ userId: Id, tier: Tier }),
    output: z.strictObject({}),
    permission: "access.users",
  }),
  /** A tier's age identity, to open parts by hand. Asks for the passphrase once more; noted in the audit trail. */
  exportIdentity: command({
    input: z.strictObject({ tier: Tier, passphrase: z.string().min(1).max(200) }),
    output: FileOutput,
    permission: "headquarters.identity",
  }),
};
