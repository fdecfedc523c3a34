import type { MemberNumber } from "../contract/primitives.ts";
import { memberNumber } from "../domain/membership/memberNumber.ts";
import type { Reader } from "./reader.ts";
import type { WriteDoor } from "./writeDoor.ts";

/** The next value of a counter; inside the caller's transaction, so that a refusal gives it back. */
function take(door: WriteDoor, name: string): number {
  door.run(
    "INSERT INTO counter (name, value) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
    {
      name,
    },
  );
  return door.number("SELECT value FROM counter WHERE name = @name", { name });
}

export function takeMemberNumber(door: WriteDoor): MemberNumber {
  return memberNumber(door.author.office, take(door, "member"));
}

export interface VoucherNumber {
  readonly number: string;
  readonly year: number;
  readonly counter: number;
}

/** `KTL-2026-00042`, without gaps within the year of `datedOn`. */
export function takeVoucherNumber(door: WriteDoor, datedOn: string): VoucherNumber {
  const year = Number(datedOn.slice(0, 4));
  const counter = take(door, `voucher-${year}`);
  return { number: `${door.author.office}-${year}-${String(counter).padStart(5, "0")}`, year, counter };
}

/** `KTL-A00012` */
export function takePolicyNumber(door: WriteDoor): string {
  return `${door.author.office}-A${String(take(door, "policy")).padStart(5, "0")}`;
}

/** `KTL-S00031` */
export function takeClaimNumber(door: WriteDoor): string {
  return `${door.author.office}-S${String(take(door, "claim")).padStart(5, "0")}`;
}

/** `KTL-B00007` (bail) */
export function takeLeaseNumber(door: WriteDoor): string {
  return `${door.author.office}-B${String(take(door, "lease")).padStart(5, "0")}`;
}

/** `KTL-C00007` */
export function takeCohortNumber(door: WriteDoor): string {
  return `${door.author.office}-C${String(take(door, "cohort")).padStart(5, "0")}`;
}

/** `KTL-D00012` */
export function takeCertificateNumber(door: WriteDoor): string {
  return `${door.author.office}-D${String(take(door, "certificate")).padStart(5, "0")}`;
}

/** `KTL-R00004` */
export function takeReportNumber(door: WriteDoor): string {
  return `${door.author.office}-R${String(take(door, "report")).padStart(5, "0")}`;
}

/** Rising, not without gaps: where a number is already in use on a stick, the caller takes the next. */
export function takeBundleNumber(door: WriteDoor): number {
  return take(door, "bundle");
}

/** Years whose voucher counters do not run from 1 to their count, for the check-up. */
export function listVoucherGaps(
  reader: Reader,
  office: string,
): { year: number; count: number; highest: number }[] {
  return reader
    .all(
      `SELECT year, count(*) AS count, max(counter) AS highest FROM voucher WHERE office = @office
       GROUP BY year HAVING count(*) <> max(counter)
         OR max(counter) IS NOT (SELECT value FROM counter WHERE name = 'voucher-' || year)`,
      { office },
    )
    .map((row) => ({ year: Number(row.year), count: Number(row.count), highest: Number(row.highest) }));
}
