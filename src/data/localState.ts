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
  | "headquarters"
  /** Headquarters: the key of `national/national.db`, and of the digests that find the same woman in two offices. */
  | "nationalKey"
  | "matchKey"
  /** Where this journal and headquarters' copy part, as JSON; headquarters' epoch of this office. */
  | "parting"
  | "heldEpoch"
  | "lastAnswerAt"
  /** Entries up to here came back from headquarters, without their local-only values. */
  | "recoveredThrough"
  /** A new signing key's enrolment, signed by the old one: base64, until headquarters answers to the new one. */
  | "renewal"
  /** Headquarters: signing keys that came before the present one, as JSON. */
  | "formerKeys";

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

export function clearLocal(door: WriteDoor, name: LocalName): void {
  door.run("DELETE FROM local_state WHERE name = @name", { name });
}
