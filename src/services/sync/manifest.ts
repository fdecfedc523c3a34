import { z } from "zod";
import { Instant, OfficeCode, Sha256Hex } from "../../contract/primitives.ts";
import { Tier } from "../../contract/sync.ts";

/** Format and field names: docs/bundles.md. */
export const FORMAT = "danaya-bundle/1";
export const NAMESPACE = "danaya-bundle";

export const SshKey = z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/);
export const AgeRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);
const Party = z.strictObject({ office: OfficeCode, key: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/) });

/** In the order in which parts stand in a bundle. */
export const PART_TIERS = z.enum(["chain", ...Tier.options]);

export const Part = z
  .strictObject({ name: z.string(), tier: PART_TIERS, bytes: z.int().min(0), sha256: Sha256Hex })
  .refine(({ name, tier }) => name === `${tier}.age`);
export type Part = z.infer<typeof Part>;

/** Each tier at most once, in their order. */
const Parts = z
  .array(Part)
  .refine((parts) =>
    parts.every(
      ({ tier }, index) =>
        index === 0 ||
        PART_TIERS.options.indexOf(tier) > PART_TIERS.options.indexOf(parts[index - 1]?.tier ?? tier),
    ),
  );

/** What every bundle says of itself, signed. */
const Head = {
  format: z.literal(FORMAT),
  from: Party,
  number: z.int().min(0),
  epoch: z.int().min(0),
  range: z.strictObject({ first: z.int().min(0), last: z.int().min(0) }),
  chain: z.strictObject({ before: Sha256Hex, after: Sha256Hex }),
  createdAt: Instant,
  schema: z.int().positive(),
  app: z.string().max(40),
  parts: Parts,
};

/** Keys that headquarters hands an office: one age recipient a tier, and the one that its recovery slot is sealed to. */
export const InvitationKeys = z.strictObject({
  signing: SshKey,
  recipients: z.strictObject({
    identity: AgeRecipient,
    finance: AgeRecipient,
    health: AgeRecipient,
    rights: AgeRecipient,
    programme: AgeRecipient,
    recovery: AgeRecipient.optional(),
  }),
  cards: z
    .array(z.strictObject({ office: OfficeCode, key: SshKey }))
    .max(200)
    .optional(),
});
export type InvitationKeys = z.infer<typeof InvitationKeys>;

/** Keys that an office hands back: its signature, where answers are sealed to, and the key of its cards. */
export const EnrolmentKeys = z.strictObject({ signing: SshKey, answers: AgeRecipient, card: SshKey });

export const Manifest = z.discriminatedUnion("kind", [
  z.strictObject({ ...Head, kind: z.enum(["journal", "snapshot", "receipt", "reference"]), to: Party }),
  z.strictObject({
    ...Head,
    kind: z.literal("invitation"),
    to: z.strictObject({ office: OfficeCode }),
    keys: InvitationKeys,
  }),
  z.strictObject({ ...Head, kind: z.literal("enrolment"), to: Party, keys: EnrolmentKeys }),
]);
export type Manifest = z.infer<typeof Manifest>;
/** A manifest whose parts are still to be sealed. */
export type ManifestHead = Manifest extends infer M ? (M extends Manifest ? Omit<M, "parts"> : never) : never;
export type Invitation = Extract<Manifest, { kind: "invitation" }>;

/** Head values of bundles that carry keys and no entries. */
export const NO_ENTRIES = {
  number: 0,
  epoch: 0,
  range: { first: 0, last: 0 },
  chain: { before: "0".repeat(64), after: "0".repeat(64) },
  parts: [],
} as const;
