import { eraseInheritedValues } from "./answers.ts";
import { eraseValues } from "./journal.ts";
import { ENTITY_NAMES, entityOf, type Row } from "./registry.ts";
import type { WriteDoor } from "./writeDoor.ts";

/** What records that are the member's own are left with; null for those that tell nothing of her but numbers. */
function leftOf(entity: (typeof ENTITY_NAMES)[number]): Row | null {
  const { follows, erased } = entityOf(entity);
  return follows === "member_id" && erased !== undefined ? erased : null;
}

/**
 * Empties what the records that follow a member tell of her and of hers, in the records and in their history; counts,
 * days and francs stay. Each gets an entry of its own, so that every holder empties it too.
 */
export function eraseFollowing(door: WriteDoor, memberId: string): void {
  for (const entity of ENTITY_NAMES) {
    const left = leftOf(entity);
    if (left === null) continue;
    const sql = `SELECT id FROM ${entityOf(entity).table} WHERE member_id = @memberId AND office = @own ORDER BY id`;
    for (const row of door.all(sql, { memberId, own: door.author.office })) {
      const id = String(row.id);
      eraseValues(door, id);
      eraseInheritedValues(door, id);
      door.erase(entity, id, left);
    }
  }
}
