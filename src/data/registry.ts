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
