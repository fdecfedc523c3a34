import { accept } from "../../contract/results.ts";
import { eraseRulingNote, listNotedRulings } from "../../data/insurance/rulings.ts";
import { isErased } from "../../data/national/entries.ts";
import type { Call } from "../call.ts";
import type { NationalStore } from "./store.ts";

/**
 * A woman was erased in her office: what headquarters wrote of her claims in its own words goes too, with its salts;
 * outcome and francs stay.
 */
export function forgetErasedReasons(call: Call, store: NationalStore): void {
  const gone = listNotedRulings(call.office.reader).filter(({ claimId }) => isErased(store.reader, claimId));
  if (gone.length === 0) return;
  call.office.write(call.user.id, call.world.now(), (door) => {
    for (const { id } of gone) eraseRulingNote(door, id);
    return accept(null);
  });
  call.office.scrub();
  store.refresh();
}
