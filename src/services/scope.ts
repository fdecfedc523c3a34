import type { OfficeCode, OfficeScope } from "../contract/primitives.ts";
import { accept, type Result, refuse } from "../contract/results.ts";
import type { Tier } from "../contract/sync.ts";
import type { PaidBy } from "../data/memberLists.ts";
import type { Reader } from "../data/reader.ts";
import type { Call } from "./call.ts";
import type { National } from "./headquarters/store.ts";

/** Where a list is read. */
export interface Scope {
  readonly reader: Reader;
  /** Left out for the own register; `all` or a code within headquarters' copies of all offices. */
  readonly office: OfficeScope | undefined;
  readonly paidBy: PaidBy;
}

/** Who may not read what was paid sees by the cards until when a member is. */
export function paidBy({ tiers }: National): PaidBy {
  return tiers.has("finance") ? "term" : "card";
}

/** Headquarters' copies of all offices; null at an antenna, which has its own register only. */
export function nationalOf(call: Call): National | null {
  return call.identity.headquarters ? call.national() : null;
}

/** The same where the person may read this tier of them. */
export function nationalWith(call: Call, tier: Tier): National | null {
  const national = nationalOf(call);
  return national?.tiers.has(tier) ? national : null;
}

/**
 * The register that holds what is asked for: the own one for the own office, and headquarters' copies otherwise.
 * Refuses other offices anywhere but at headquarters, and there who does not hold the tier.
 * @param tier of the records; null for what every tier's holder may see
 */
export function scopeOf(call: Call, office: OfficeScope | undefined, tier: Tier | null): Result<Scope> {
  if (office === undefined || office === call.office.code)
    return accept({ reader: call.office.reader, office: undefined, paidBy: "term" });
  const national = nationalOf(call);
  if (national === null) return refuse("headquarters.notHere", { field: "office" });
  if (tier !== null && !national.tiers.has(tier)) return refuse("headquarters.noTier", { field: "office" });
  return accept({ reader: national.reader, office, paidBy: paidBy(national) });
}

/** How a list's file is called and noted: nothing for the own register, a code, or all offices. */
export function scopeWord({ office }: Scope): "national" | OfficeCode | null {
  return office === undefined ? null : office === "all" ? "national" : office;
}
