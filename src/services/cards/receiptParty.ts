import type { Voucher } from "../../contract/cashbookTerms.ts";
import { readVoucherPaper } from "../../data/cashbook/papers.ts";
import { readTenantName } from "../../data/cashbook/payers.ts";
import { readMember } from "../../data/members.ts";
import type { Reader } from "../../data/reader.ts";
import { readRentPaymentOf } from "../../data/rental/money.ts";
import type { ReceiptData, RentLine } from "../../documents/receiptData.ts";
import { addMonths } from "../../domain/calendar.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import { AHEAD_MONTHS } from "../rental/leaseFile.ts";
import { type BookedSettlement, readRecord } from "../rental/leaseHistory.ts";

/** Between places of the office itself: nobody gives and nobody takes. */
const WITHIN: readonly Voucher["kind"][] = ["transfer", "opening", "difference"];

/** Who paid or was paid; of a reversal, whoever the voucher was with that it takes back. */
export function partyOf(
  reader: Reader,
  voucher: Voucher,
  reversed: Voucher | undefined,
): Pick<ReceiptData, "name" | "memberNumber"> {
  const member = voucher.memberId === null ? undefined : readMember(reader, voucher.memberId);
  if (member !== undefined) {
    const { surname, firstNames } = member.details;
    return { name: `${surname} ${firstNames}`.trim(), memberNumber: member.number };
  }
  const { id, kind } = reversed ?? voucher;
  if (WITHIN.includes(kind)) return { name: null, memberNumber: null };
  const name = readTenantName(reader, id) ?? readVoucherPaper(reader, id)?.payee ?? "";
  return { name, memberNumber: null };
}

/** A payment's parts lie at most so far after its day: it may have been entered three years late and paid ahead. */
const PAID_MONTHS = AHEAD_MONTHS + 37;

const isBefore = (own: BookedSettlement) => (other: BookedSettlement) =>
  other.on < own.on || (other.on === own.on && other.voucherNumber < own.voucherNumber);

/** What a tenant's payment went to, as the lease stood right after it: a copy says what the first print said. */
export function rentOf(reader: Reader, voucherId: string): RentLine[] {
  const payment = readRentPaymentOf(reader, voucherId);
  const record = payment && readRecord(reader, payment.leaseId);
  if (payment === undefined || record === undefined || payment.kind === "refund") return [];
  const { id, receivedOn: on, amount, parts, voucherNumber } = payment;
  const own: BookedSettlement = { id, on, amount, parts: [...parts], kind: "payment", voucherNumber };
  const others = record.settlements.filter((other) => other.id !== id);
  const settlements = [...others.filter(isBefore(own)), own];
  const { charges } = standingOf(record.history, settlements, on, addMonths(on, PAID_MONTHS));
  const byKey = new Map(charges.map((charge) => [charge.key, charge]));
  return parts.flatMap(({ key, amount: part }): RentLine[] => {
    const charge = byKey.get(key);
    if (charge === undefined) return [];
    const { kind, from, to, left } = charge;
    return [{ kind, from, to, amount: part, partial: left > 0 }];
  });
}
