import type { Voucher, VoucherFile } from "../../contract/cashbookTerms.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { findNationalVoucher, findPairId } from "../../data/cashbook/ledger.ts";
import { readVoucherPaper } from "../../data/cashbook/papers.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { reversibility } from "./reversible.ts";

/** A voucher that stands in this register. @throws when it does not */
export function plainVoucher(reader: Reader, id: string): Voucher {
  const found = readVoucher(reader, id);
  if (found === undefined) throw new Error("a voucher that was booked is not there");
  const { receiptPrints: _, ...voucher } = found;
  return voucher;
}

/** Of this office's book, or of the copies that headquarters has. */
function find(call: Call, id: string): Voucher | undefined {
  const { reader } = call.office;
  if (readVoucher(reader, id) !== undefined) return plainVoucher(reader, id);
  const national = nationalWith(call, "finance");
  return national === null ? undefined : findNationalVoucher(national.reader, id);
}

type Tie = VoucherFile["pair"];

function tie(call: Call, id: string | null): Tie {
  const voucher = id === null ? undefined : find(call, id);
  return voucher === undefined ? null : { id: voucher.id, number: voucher.number };
}

/** The other voucher of a transfer or a remittance, whichever of the two names the other. */
function pairOf(call: Call, voucher: Voucher): Tie {
  const named = tie(call, voucher.pairId);
  if (named !== null) return named;
  const national = nationalWith(call, "finance");
  const readers = [call.office.reader, ...(national === null ? [] : [national.reader])];
  const naming = readers.map((reader) => findPairId(reader, voucher.id)).find((id) => id !== null);
  return tie(call, naming ?? null);
}

/** A voucher with its papers and what it is tied to. Refuses one that neither this book nor a copy here has. */
export function voucherFile(call: Call, input: { id: string }): Result<VoucherFile> {
  const { reader } = call.office;
  const voucher = find(call, input.id);
  if (voucher === undefined) return refuse("voucher.notFound", { field: "id" });
  const isOwn = voucher.office === call.office.code;
  const paper = isOwn ? readVoucherPaper(reader, voucher.id) : undefined;
  return accept({
    voucher,
    pair: pairOf(call, voucher),
    reverses: tie(call, voucher.reversesId),
    reversedBy: tie(call, voucher.reversedById),
    payee: paper?.payee ?? "",
    photos: [...(paper?.photos ?? [])],
    // Another office's is taken back there.
    reversible: isOwn ? reversibility(reader, voucher) : reversibleElsewhere(voucher),
  });
}

function reversibleElsewhere(voucher: Voucher): VoucherFile["reversible"] {
  if (voucher.kind === "reversal") return "isReversal";
  return voucher.reversedById === null ? "undoneElsewhere" : "reversed";
}
