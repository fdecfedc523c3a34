import type { Voucher } from "../../contract/cashbookTerms.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listTerms } from "../../data/cards.ts";
import { listContributionsOfVoucher } from "../../data/insurance/contributions.ts";
import type { Reader } from "../../data/reader.ts";
import { markReceiptPrinted, readVoucher } from "../../data/vouchers.ts";
import { receipt } from "../../documents/receipt.ts";
import type { ReceiptData } from "../../documents/receiptData.ts";
import type { Call } from "../call.ts";
import { accountName } from "../cashbook/chartBook.ts";
import { projectBook } from "../cashbook/projects.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { partyOf, rentOf } from "./receiptParty.ts";

/** What a voucher paid for in time: a card's term, or contributions, which follow one another. */
function periodOf(reader: Reader, memberId: string, voucherId: string): ReceiptData["period"] {
  const term = listTerms(reader, memberId).find((candidate) => candidate.voucherId === voucherId);
  if (term !== undefined) return { startsOn: term.startsOn, endsOn: term.endsOn };
  const contributions = listContributionsOfVoucher(reader, voucherId);
  const [first, last] = [contributions[0], contributions.at(-1)];
  return first === undefined || last === undefined ? null : { startsOn: first.from, endsOn: last.to };
}

function projectOf(call: Call, { project }: Voucher): string {
  if (project === null) return "";
  const name = projectBook(call).find(({ code }) => code === project)?.name;
  return name === undefined ? project : `${project} ${name}`;
}

function receiptOf(call: Call, reader: Reader, voucher: Voucher & { receiptPrints: number }): ReceiptData {
  const context = paperContext(call);
  const reversed = voucher.reversesId === null ? undefined : readVoucher(reader, voucher.reversesId);
  const { memberId, number, amount, method, reference, words } = voucher;
  return {
    ...context,
    ...partyOf(reader, voucher, reversed),
    ...{ number, amount, method, reference, words },
    on: voucher.datedOn,
    account: accountName(call, voucher.account, context.language),
    project: projectOf(call, voucher),
    paidOut: voucher.direction === "out",
    reverses: reversed === undefined ? null : { number: reversed.number, reason: voucher.reason },
    period: memberId === null ? null : periodOf(reader, memberId, voucher.id),
    rent: rentOf(reader, voucher.id),
    receivedBy: voucher.recordedBy,
    duplicate: voucher.receiptPrints > 0,
  };
}

/**
 * The receipt of any voucher, a member's or not; a payment prints as a cash voucher that the person paid signs too.
 * Every print but the first is marked as a copy.
 */
export async function printReceipt(call: Call, input: { voucherId: string }): Promise<Result<FileOutput>> {
  const { reader } = call.office;
  const voucher = readVoucher(reader, input.voucherId);
  if (voucher === undefined) return refuse("voucher.notFound");
  const paper = await pdfFile(
    call.world,
    `${voucher.number}-${voucher.direction === "out" ? "depense" : "recu"}`,
    receipt(receiptOf(call, reader, voucher)),
  );
  call.office.write(call.user.id, call.world.now(), (door) => accept(markReceiptPrinted(door, voucher.id)));
  return accept(paper);
}
