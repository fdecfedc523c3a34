import type { InputOf, OutputOf } from "../../contract/index.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listVouchers as list, sumVouchers } from "../../data/vouchers.ts";
import type { Call } from "../call.ts";

/** The vouchers of a span of days with their sums, the newest first. */
export function listVouchers(
  call: Call,
  input: InputOf<"cashbook.listVouchers">,
): Result<OutputOf<"cashbook.listVouchers">> {
  const { from, to, offset, limit } = input;
  const { reader } = call.office;
  return accept({
    rows: list(reader, { from, to }, { offset, limit }),
    ...sumVouchers(reader, { from, to }),
  });
}
