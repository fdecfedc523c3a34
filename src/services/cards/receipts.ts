import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listTerms } from "../../data/cards.ts";
import { listContributionsOfVoucher } from "../../data/insurance/contributions.ts";
import { readMember } from "../../data/members.ts";
import type { Reader } from "../../data/reader.ts";
import { markReceiptPrinted, readVoucher } from "../../data/vouchers.ts";
import { type ReceiptData, receipt } from "../../documents/receipt.ts";
import type { Call } from "../call.ts";
import { paperContext, pdfFile } from "../office/paper.ts";

/** What a voucher paid for in time: a card's term, or contributions, which follow one another. */
function periodOf(reader: Reader, memberId: string, voucherId: string): ReceiptData["period"] {
  const term = listTerms(reader, memberId).find((candidate) => candidate.voucherId === voucherId);
  if (term !== undefined) return { startsOn: term.startsOn, endsOn: term.endsOn };
  const contributions = listContributionsOfVoucher(reader, voucherId);
  const [first, last] = [contributions[0], contributions.at(-1)];
  return first === undefined || last === undefined ? null : { startsOn: first.from, endsOn: last.to };
}

/** The receipt of a voucher; every print but the first is marked as a copy. */
export async function printReceipt(call: Call, input: { voucherId: string }): Promise<Result<FileOutput>> {
  const { reader } = call.office;
  const voucher = readVoucher(reader, input.voucherId);
  const member = voucher?.memberId ? readMember(reader, voucher.memberId) : undefined;
  if (voucher === undefined || member === undefined) return refuse("voucher.notFound");
  const definition = receipt({
    ...paperContext(call),
    on: voucher.datedOn,
    number: voucher.number,
    memberNumber: member.number,
    memberName: `${member.details.surname} ${member.details.firstNames}`.trim(),
    account: voucher.account,
    paidOut: voucher.direction === "out",
    period: periodOf(reader, member.id, voucher.id),
    amount: voucher.amount,
    method: voucher.method,
    reference: voucher.reference,
    receivedBy: voucher.recordedBy,
    duplicate: voucher.receiptPrints > 0,
  });
  const paper = await pdfFile(call.world, `${voucher.number}-recu`, definition);
  call.office.write(call.user.id, call.world.now(), (door) => accept(markReceiptPrinted(door, voucher.id)));
  return accept(paper);
}
