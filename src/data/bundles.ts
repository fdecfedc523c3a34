import type { SentBundle } from "../contract/sync.ts";
import type { Reader } from "./reader.ts";
import type { WriteDoor } from "./writeDoor.ts";

export function listSentBundles(reader: Reader): SentBundle[] {
  return reader.all("SELECT * FROM bundle_sent ORDER BY number DESC").map((row) => ({
    file: String(row.file),
    number: Number(row.number),
    first: Number(row.first),
    last: Number(row.last),
    bytes: Number(row.bytes),
    createdAt: String(row.created_at),
  }));
}

export function insertSentBundle(
  door: WriteDoor,
  bundle: SentBundle & { epoch: number; sha256: string },
): void {
  door.run(
    `INSERT INTO bundle_sent (number, epoch, first, last, file, bytes, sha256, created_at)
     VALUES (@number, @epoch, @first, @last, @file, @bytes, @sha256, @createdAt)`,
    { ...bundle },
  );
}
