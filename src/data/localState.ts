import type { Reader } from "./reader.ts";
import type { WriteDoor } from "./writeDoor.ts";

/** What this machine alone knows; never journaled, never in a bundle. */
export type LocalName =
  | "signingSeed"
  | "cardSeed"
  | "ageIdentity"
  | "importKey"
  | "epoch"
  | "acknowledged"
  | "lastBackupAt"
  | "headquarters";

export function readLocal(reader: Reader, name: LocalName): string | null {
  const row = reader.get("SELECT value FROM local_state WHERE name = @name", { name });
  return row === undefined ? null : String(row.value);
}

export function writeLocal(door: WriteDoor, name: LocalName, value: string): void {
  door.run(
    "INSERT INTO local_state (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    { name, value },
  );
}
