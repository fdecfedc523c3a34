import { columnsOf, type Row } from "../registry.ts";
import type { NationalDoor } from "./door.ts";

/** Columns of a member that say nothing of who she is: neither her name's place in a list nor what must be readable. */
const LIGHT: ReadonlySet<string> = new Set(["photo_sha256", "left_on", "left_reason"]);
/** So many members are remembered at a time. */
const MOST = 100;

/**
 * Members as this transaction wrote them last. An entry that changes but a light column of one of them is written as
 * that, a third of the work of a whole record with its indexes.
 */
export interface LightChanges {
  /** @returns false when the whole record has to be written */
  write(row: Row, office: string): boolean;
  remember(row: Row): void;
}

export function lightChangesOf(door: NationalDoor): LightChanges {
  const recent = new Map<unknown, Row>();
  const { shared } = columnsOf("member");
  return {
    write: (row, office) => {
      const before = recent.get(row.id);
      if (before === undefined) return false;
      const changed = shared.filter((column) => row[column] !== before[column]);
      if (changed.length === 0 || !changed.every((column) => LIGHT.has(column))) return false;
      const sql = `UPDATE identity.member SET ${changed.map((column) => `${column} = ?`).join(", ")}
        WHERE id = ? AND office = ?`;
      const values = changed.map((column) => row[column] ?? null);
      return door.put(sql, [...values, row.id ?? null, office]) === 1;
    },
    remember: (row) => {
      if (recent.size >= MOST) recent.clear();
      recent.set(row.id, row);
    },
  };
}
