import { z } from "zod";
import { ClaimOutcome } from "../../contract/insuranceTerms.ts";
import { DepartureReason, DuplicateReason } from "../../contract/membership.ts";
import {
  CalendarDate,
  Francs,
  Id,
  Instant,
  MemberNumber,
  OfficeCode,
  Sha256Hex,
} from "../../contract/primitives.ts";
import { Tier } from "../../contract/sync.ts";
import { ENTITY_NAMES } from "../../data/registry.ts";
import { LedgerAccountRow, MonthReopeningRow, ProjectRow } from "./cashbookRows.ts";
import {
  BeneficiaryRow,
  CheckupRow,
  ClaimLineRow,
  ClaimPaymentRow,
  ClaimRecordRow,
  ContributionRow,
  InsuredChildRow,
  LifeExitRow,
  LifePaymentRow,
  PlanVersionRow,
  PolicyRecordRow,
} from "./insuranceRows.ts";
import { jsonText } from "./jsonText.ts";
import { HolidayRow, ProgrammeRow } from "./literacyRows.ts";
import { AgeRecipient, SshKey } from "./manifest.ts";
import { IndicatorTargetRow } from "./reportingRows.ts";

/*
 * What headquarters' answers carry, row by row (docs/bundles.md): written by headquarters, checked by the office.
 */

const Flag = z.union([z.literal(0), z.literal(1)]);
const Text = z.string().max(4_000);

/** Exactly one, first: which tiers' rows this answer is complete in, and headquarters' present signing key. */
export const AnswerHead = z.strictObject({
  id: z.literal("answer"),
  tiers: jsonText(z.array(Tier)),
  key: SshKey,
});
export type AnswerHead = z.infer<typeof AnswerHead>;

/** One of the association's offices, headquarters included. */
export const BranchRow = z.strictObject({
  id: OfficeCode,
  code: OfficeCode,
  name: Text,
  region: Text,
  parent_code: OfficeCode.nullable(),
  signing_key: SshKey.nullable(),
  card_key: SshKey.nullable(),
});
export type BranchRow = z.infer<typeof BranchRow>;

export const TierRecipientRow = z.strictObject({ id: Tier, tier: Tier, recipient: AgeRecipient });
export type TierRecipientRow = z.infer<typeof TierRecipientRow>;

export const TransferRow = z.strictObject({
  id: Id,
  member_id: Id,
  from_office: OfficeCode,
  to_office: OfficeCode,
  merge_into: Id.nullable(),
  decided_at: Instant,
});
export type TransferRow = z.infer<typeof TransferRow>;

/** A member's shareable columns, as the registry has them. */
export const MemberRecordRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  number: MemberNumber,
  surname: Text,
  first_names: Text,
  also_known_as: Text,
  birth_kind: z.enum(["exact", "year", "estimated"]).nullable(),
  birth_on: Text.nullable(),
  nationality: Text,
  languages: jsonText(z.array(z.string())),
  phone: Text,
  locality: Text,
  children_in_care: z.int().nullable(),
  literacy: Text.nullable(),
  emergency_name: Text,
  emergency_phone: Text,
  emergency_relation: Text,
  paper_kind: Text.nullable(),
  paper_number: Text,
  photo_sha256: Sha256Hex.nullable(),
  consent_on: CalendarDate.nullable(),
  consent_signed: Flag,
  joined_on: CalendarDate,
  left_on: CalendarDate.nullable(),
  left_reason: DepartureReason.nullable(),
  merged_into: Id.nullable(),
  erased_at: Instant.nullable(),
  created_at: Instant,
});
export type MemberRecordRow = z.infer<typeof MemberRecordRow>;

export const CardRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  member_id: Id,
  issue: z.int().positive(),
  issued_on: CalendarDate,
  valid_until: CalendarDate,
  state: z.enum(["valid", "replaced", "lost"]),
  number: MemberNumber,
});
export type CardRow = z.infer<typeof CardRow>;

export const TermRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  member_id: Id,
  starts_on: CalendarDate,
  ends_on: CalendarDate,
  price: Francs,
  voucher_id: Id.nullable(),
  voided: Flag.default(0),
});
export type TermRow = z.infer<typeof TermRow>;

/** What was done to an arriving member's records in the offices that she comes from. */
export const InheritedRow = z.strictObject({
  id: Text,
  office: OfficeCode,
  epoch: z.int().positive(),
  seq: z.int().positive(),
  at: Instant,
  entity: z.string().max(40),
  record_id: Id,
  op: z.enum(["insert", "update", "erase"]),
  member_id: Id,
  shared_values: jsonText(z.record(z.string(), z.unknown())).nullable(),
});
export type InheritedRow = z.infer<typeof InheritedRow>;

export const SuggestionRow = z.strictObject({
  id: Text,
  member_id: Id,
  other_office: OfficeCode,
  reasons: jsonText(z.array(DuplicateReason)),
});
export type SuggestionRow = z.infer<typeof SuggestionRow>;

/** Headquarters' decision on a claim of the office. */
export const ClaimRulingRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  claim_id: Id,
  for_office: OfficeCode,
  outcome: ClaimOutcome,
  granted: Francs,
  decided_on: CalendarDate,
  note: Text,
});

/** What goes with a member, beside her own record. */
const FOLLOWING = {
  card: CardRow,
  term: TermRow,
  policy: PolicyRecordRow,
  contribution: ContributionRow,
  insured_child: InsuredChildRow,
  beneficiary: BeneficiaryRow,
  claim: ClaimRecordRow,
  claim_line: ClaimLineRow,
  claim_payment: ClaimPaymentRow,
  life_exit: LifeExitRow,
  life_payment: LifePaymentRow,
  checkup: CheckupRow,
} as const;

export type Follower = keyof typeof FOLLOWING;

/** In the registry's order: a record comes after those that it names. */
export const FOLLOWERS = ENTITY_NAMES.filter((name): name is Follower => Object.hasOwn(FOLLOWING, name));

const SCHEMAS = {
  answer: AnswerHead,
  branch: BranchRow,
  tier_recipient: TierRecipientRow,
  plan_version: PlanVersionRow,
  ledger_account: LedgerAccountRow,
  project: ProjectRow,
  transfer: TransferRow,
  member: MemberRecordRow,
  inherited: InheritedRow,
  suggestion: SuggestionRow,
  claim_ruling: ClaimRulingRow,
  month_reopening: MonthReopeningRow,
  programme: ProgrammeRow,
  holiday: HolidayRow,
  indicator_target: IndicatorTargetRow,
  ...FOLLOWING,
} as const;

export type AnswerEntity = keyof typeof SCHEMAS;

/** The part that each kind of row travels in. */
export const ANSWER_TIERS: Readonly<Record<AnswerEntity, Tier>> = {
  answer: "programme",
  branch: "programme",
  tier_recipient: "programme",
  plan_version: "programme",
  ledger_account: "programme",
  project: "programme",
  programme: "programme",
  holiday: "programme",
  indicator_target: "programme",
  transfer: "programme",
  member: "identity",
  inherited: "identity",
  suggestion: "identity",
  card: "identity",
  insured_child: "identity",
  beneficiary: "identity",
  term: "finance",
  policy: "finance",
  contribution: "finance",
  claim_payment: "finance",
  life_exit: "finance",
  life_payment: "finance",
  month_reopening: "finance",
  claim: "health",
  claim_line: "health",
  checkup: "health",
  claim_ruling: "health",
};

/** The values of one kind of row. */
export type AnswerValues<E extends AnswerEntity> = z.infer<(typeof SCHEMAS)[E]>;

/** One row of an answer. */
export type AnswerRow = {
  [E in AnswerEntity]: { readonly entity: E; readonly values: AnswerValues<E> };
}[AnswerEntity];

export function isAnswerEntity(name: string): name is AnswerEntity {
  return Object.hasOwn(SCHEMAS, name);
}

/** A row of this kind, if the values are one; null for anything else, and for a column too many. */
export function parseAnswerRow(entity: AnswerEntity, values: unknown): AnswerRow | null {
  const parsed = SCHEMAS[entity].safeParse(values);
  return parsed.success ? ({ entity, values: parsed.data } as AnswerRow) : null;
}
