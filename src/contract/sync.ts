import { z } from "zod";
import { command, query } from "./operations.ts";
import { Bytes, FileOutput, Instant, OfficeCode } from "./primitives.ts";

export const Tier = z.enum(["identity", "finance", "health", "rights", "programme"]);
export type Tier = z.infer<typeof Tier>;

/** A key as people compare it: eight groups of four digits, read aloud. */
export const Fingerprint = z.string().regex(/^(\d{4} ){7}\d{4}$/);

export const InvitationPreview = z.strictObject({
  from: OfficeCode,
  forOffice: OfficeCode,
  createdAt: Instant,
  fingerprint: Fingerprint,
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;

export const SyncState = z.strictObject({
  /** This office's own key. */
  ownFingerprint: Fingerprint,
  headquarters: z.strictObject({ code: OfficeCode, fingerprint: Fingerprint, joinedAt: Instant }).nullable(),
  entries: z.int(),
  acknowledged: z.int(),
  lastExportAt: Instant.nullable(),
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

export const sync = {
  state: query({ input: z.strictObject({}), output: SyncState, permission: "sync.read" }),
  history: query({ input: z.strictObject({}), output: z.array(SentBundle), permission: "sync.read" }),
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
  export: command({
    input: z.strictObject({ folder: z.string().min(1).max(4000) }),
    output: SentBundle,
    permission: "sync.export",
  }),
};
