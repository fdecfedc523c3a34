import type { Tier } from "../../contract/sync.ts";
import { listBranches } from "../../data/national/branches.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import { eachHeldValues } from "../../data/national/entries.ts";
import { type Records, recordsOf, rowOf } from "../../data/national/rows.ts";
import { isEntity } from "../../data/registry.ts";
import { entitiesOf } from "../sync/parts.ts";
import type { NationalStore } from "./store.ts";
import { lookForTwins } from "./twins.ts";

/** Fills the tables of these tiers from the values that their stores keep for every entry. */
export function refill(store: NationalStore, tiers: readonly Tier[]): void {
  store.write((door) => {
    const touched = new Set<string>();
    const records = recordsOf(door);
    for (const tier of tiers)
      for (const branch of listBranches(door))
        refillBranch({ door, records, touched }, tier, { ...branch, office: branch.code });
    lookForTwins(door, store.matchKey, touched);
    return { ok: true, value: null };
  });
}

interface Filling {
  readonly door: NationalDoor;
  readonly records: Records;
  readonly touched: Set<string>;
}

function refillBranch(
  { door, records, touched }: Filling,
  tier: Tier,
  chain: { office: string; epoch: number; headSeq: number },
): void {
  const about = { tier, entities: entitiesOf(tier), first: 1, last: chain.headSeq };
  for (const { entity, id, values } of eachHeldValues(door, chain, about)) {
    if (values === null || !isEntity(entity)) continue;
    const row = rowOf(entity, JSON.parse(values));
    if (row === null) throw new Error("an entry has not the columns of this version");
    if (records.apply(entity, row, chain.office) === "applied" && entity === "member") touched.add(id);
  }
}
