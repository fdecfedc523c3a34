import type { Reader } from "./reader.ts";
import type { WriteDoor } from "./writeDoor.ts";

export function readPhoto(reader: Reader, sha256: string): Uint8Array | undefined {
  return reader.blob("SELECT jpeg FROM photo WHERE sha256 = @sha256", { sha256 });
}

export function insertPhoto(door: WriteDoor, sha256: string, jpeg: Uint8Array): void {
  door.run("INSERT OR IGNORE INTO photo (sha256, jpeg) VALUES (@sha256, @jpeg)", { sha256, jpeg });
}

/** Takes away pictures that no record shows any more. */
export function dropUnusedPhoto(door: WriteDoor, sha256: string): void {
  door.run(
    `DELETE FROM photo WHERE sha256 = @sha256 AND NOT EXISTS (SELECT 1 FROM member WHERE photo_sha256 = @sha256)
       AND NOT EXISTS (SELECT 1 FROM claim WHERE instr(photos, @sha256) > 0)
       AND NOT EXISTS (SELECT 1 FROM voucher_paper WHERE instr(photos, @sha256) > 0)
       AND NOT EXISTS (SELECT 1 FROM premises WHERE instr(photos, @sha256) > 0)`,
    { sha256 },
  );
}
