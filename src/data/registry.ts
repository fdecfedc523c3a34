import type { Tier } from "../contract/sync.ts";

export type Scalar = string | number | null;
export type Row = Readonly<Record<string, Scalar>>;

export interface Entity {
  readonly table: string;
  readonly tier: Tier;
  /** Columns that may leave the office, in this tier's part of a bundle. */
  readonly shared: readonly string[];
  /** Columns that are journaled but never leave the office. */
  readonly local: readonly string[];
  /** The column that names a member, where the record goes with her to another office. */
  readonly follows?: string;
  /** Of a record that follows a member: what the columns are left with that tell of her, once she is erased. */
  readonly erased?: Readonly<Record<string, Scalar>>;
  /** Columns that came with a later version, and what entries from before stand for: an older office still sends those. */
  readonly added?: Readonly<Record<string, Scalar>>;
}

/**
 * Every synced entity: the allow-list for bundles, the source of the audit trail, and the only place where a
 * column becomes shareable. `id` and `office` are first in every one. Columns that stand in no list here are
 * derived or this machine's own bookkeeping.
 */
export const REGISTRY = {
  office: {
    table: "office",
    tier: "programme",
    shared: ["id", "office", "name", "region", "parent_code", "headquarters", "created_at"],
    local: [],
  },
  setting: { table: "setting", tier: "programme", shared: ["id", "office", "name", "value"], local: [] },
  user: {
    table: "user",
    tier: "programme",
    shared: ["id", "office", "role", "active", "created_at"],
    local: ["login", "name"],
  },
  member: {
    table: "member",
    tier: "identity",
    shared: [
      "id",
      "office",
      "number",
      "surname",
      "first_names",
      "also_known_as",
      "birth_kind",
      "birth_on",
      "nationality",
      "languages",
      "phone",
      "locality",
      "children_in_care",
      "literacy",
      "emergency_name",
      "emergency_phone",
      "emergency_relation",
      "paper_kind",
      "paper_number",
      "photo_sha256",
      "consent_on",
      "consent_signed",
      "joined_on",
      "left_on",
      "left_reason",
      "merged_into",
      "erased_at",
      "created_at",
    ],
    local: ["work_setting", "notes"],
    follows: "id",
  },
  voucher: {
    table: "voucher",
    tier: "finance",
    shared: [
      "id",
      "office",
      "number",
      "year",
      "counter",
      "dated_on",
      "direction",
      "account",
      "amount",
      "method",
      "reference",
      "member_id",
      "recorded_at",
    ],
    local: [],
  },
  term: {
    table: "term",
    tier: "finance",
    shared: ["id", "office", "member_id", "starts_on", "ends_on", "price", "voucher_id"],
    local: [],
    follows: "member_id",
  },
  card: {
    table: "card",
    tier: "identity",
    shared: ["id", "office", "member_id", "issue", "issued_on", "valid_until", "state", "number"],
    local: [],
    follows: "member_id",
  },
  audit_event: {
    table: "audit_event",
    tier: "programme",
    shared: ["id", "office", "action", "reference", "rows"],
    local: [],
  },
  plan_version: {
    table: "plan_version",
    tier: "programme",
    shared: ["id", "office", "code", "name", "kind", "starts_on", "terms", "confirmed", "created_at"],
    local: [],
  },
  policy: {
    table: "policy",
    tier: "finance",
    shared: [
      "id",
      "office",
      "number",
      "member_id",
      "plan_code",
      "kind",
      "effective_on",
      "ended_on",
      "end_reason",
      "created_at",
    ],
    local: [],
    follows: "member_id",
  },
  contribution: {
    table: "contribution",
    tier: "finance",
    shared: [
      "id",
      "office",
      "policy_id",
      "member_id",
      "period_from",
      "period_to",
      "amount",
      "paid_on",
      "voucher_id",
      "refunded_on",
      "refund_voucher_id",
    ],
    local: [],
    follows: "member_id",
  },
  insured_child: {
    table: "insured_child",
    tier: "identity",
    shared: ["id", "office", "policy_id", "member_id", "name", "birth_on", "removed_on"],
    local: [],
    follows: "member_id",
    erased: { name: "", birth_on: null },
  },
  beneficiary: {
    table: "beneficiary",
    tier: "identity",
    shared: ["id", "office", "policy_id", "member_id", "name", "relation", "phone", "share", "removed_on"],
    local: [],
    follows: "member_id",
    erased: { name: "", relation: "", phone: "" },
  },
  claim: {
    table: "claim",
    tier: "health",
    shared: [
      "id",
      "office",
      "number",
      "policy_id",
      "member_id",
      "child_id",
      "facility_code",
      "care_on",
      "receipt_number",
      "state",
      "outcome",
      "asked",
      "granted",
      "entered_on",
      "decided_on",
    ],
    // They tell why, and stay in the office.
    local: ["facility_name", "diagnosis", "prescription", "photos", "decision_note"],
    follows: "member_id",
    erased: {
      receipt_number: "",
      facility_name: "",
      diagnosis: "",
      prescription: "",
      photos: "[]",
      decision_note: "",
    },
  },
  claim_line: {
    table: "claim_line",
    tier: "health",
    shared: [
      "id",
      "office",
      "claim_id",
      "member_id",
      "category",
      "act",
      "quantity",
      "asked",
      "paid",
      "acts",
      "cuts",
      "voided",
    ],
    local: ["words"],
    follows: "member_id",
    erased: { words: "" },
  },
  claim_payment: {
    table: "claim_payment",
    tier: "finance",
    shared: ["id", "office", "claim_id", "member_id", "plan_code", "amount", "paid_on", "voucher_id"],
    local: [],
    follows: "member_id",
  },
  claim_ruling: {
    table: "claim_ruling",
    tier: "health",
    shared: ["id", "office", "claim_id", "for_office", "outcome", "granted", "decided_on", "note"],
    local: [],
  },
  life_exit: {
    table: "life_exit",
    tier: "finance",
    shared: [
      "id",
      "office",
      "policy_id",
      "member_id",
      "plan_code",
      "kind",
      "on_day",
      "amount",
      "state",
      "requested_by",
      "approved_by",
    ],
    local: [],
    follows: "member_id",
  },
  life_payment: {
    table: "life_payment",
    tier: "finance",
    shared: [
      "id",
      "office",
      "exit_id",
      "member_id",
      "plan_code",
      "beneficiary_id",
      "amount",
      "paid_on",
      "voucher_id",
    ],
    local: [],
    follows: "member_id",
  },
  checkup: {
    table: "checkup",
    tier: "health",
    shared: ["id", "office", "member_id", "done_on", "stamp", "voided"],
    local: ["facility"],
    follows: "member_id",
    erased: { stamp: "", facility: "" },
  },
} as const satisfies Record<string, Entity>;

export type EntityName = keyof typeof REGISTRY;

export const ENTITY_NAMES = Object.keys(REGISTRY) as readonly EntityName[];

export function isEntity(name: string): name is EntityName {
  return Object.hasOwn(REGISTRY, name);
}

export function entityOf(name: EntityName): Entity {
  return REGISTRY[name];
}

interface Columns {
  /** Shareable ones, then local ones, in the order of the registry. */
  readonly all: readonly string[];
  /** In the order of canonical JSON (RFC 8785: by UTF-16 code units), so that a record is written in it at once. */
  readonly shared: readonly string[];
  readonly local: readonly string[];
}

const COLUMNS = Object.fromEntries(
  Object.entries(REGISTRY).map(([name, { shared, local }]: [string, Entity]): [string, Columns] => [
    name,
    { all: [...shared, ...local], shared: [...shared].sort(), local: [...local].sort() },
  ]),
) as Record<EntityName, Columns>;

export function columnsOf(name: EntityName): Columns {
  return COLUMNS[name];
}
