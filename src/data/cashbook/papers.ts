import type { Reader } from "../reader.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** Who was paid or who paid, and the photographs of the paper. None of it leaves the office. */
export interface VoucherPaper {
  readonly id: string;
  readonly voucherId: string;
  readonly payee: string;
  /** SHA-256 */
  readonly photos: readonly string[];
}

export function readVoucherPaper(reader: Reader, voucherId: string): VoucherPaper | undefined {
  const row = reader.get("SELECT * FROM voucher_paper WHERE voucher_id = @voucherId", { voucherId });
  return row === undefined
    ? undefined
    : {
        id: String(row.id),
        voucherId: String(row.voucher_id),
        payee: String(row.payee),
        // Photographs never left the laptop that was lost.
        photos: row.photos === "" ? [] : (JSON.parse(String(row.photos)) as string[]),
      };
}

export function insertVoucherPaper(door: WriteDoor, paper: VoucherPaper): void {
  const { id, voucherId, payee, photos } = paper;
  door.insert("voucher_paper", {
    ...{ id, office: door.author.office, voucher_id: voucherId, payee, photos: JSON.stringify(photos) },
  });
}

export function updateVoucherPhotos(door: WriteDoor, id: string, photos: readonly string[]): void {
  door.update("voucher_paper", id, { photos: JSON.stringify(photos) });
}

export function isVoucherPhoto(reader: Reader, sha256: string): boolean {
  return (
    reader.get("SELECT 1 FROM voucher_paper WHERE instr(photos, @sha256) > 0 LIMIT 1", { sha256 }) !==
    undefined
  );
}
