import { CASHBOOK_ENTITIES } from "./entities/cashbook.ts";
import type { Entity, Row, Scalar } from "./entities/entity.ts";
import { INSURANCE_ENTITIES } from "./entities/insurance.ts";
import { LITERACY_ENTITIES } from "./entities/literacy.ts";
import { REGISTER_ENTITIES } from "./entities/register.ts";
import { RENTAL_ENTITIES } from "./entities/rental.ts";
import { REPORTING_ENTITIES } from "./entities/reporting.ts";

export type { Entity, Row, Scalar };

/**
 * Every synced entity: the allow-list for bundles, the source of the audit trail, and the only place where a
 * column becomes shareable. `id` and `office` are first in every one. Columns that stand in no list here are
 * derived or this machine's own bookkeeping.
 */
export const REGISTRY = {
  ...REGISTER_ENTITIES,
  ...INSURANCE_ENTITIES,
  ...CASHBOOK_ENTITIES,
  ...RENTAL_ENTITIES,
  ...LITERACY_ENTITIES,
  ...REPORTING_ENTITIES,
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
