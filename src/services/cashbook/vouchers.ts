import type { InputOf, OutputOf } from "../../contract/index.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listVouchers as list, sumVouchers } from "../../data/vouchers.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";

/** The vouchers of a span of days with their sums, the newest first; at headquarters of any office or of all. */
export function listVouchers(
  call: Call,
  input: InputOf<"cashbook.listVouchers">,
): Result<OutputOf<"cashbook.listVouchers">> {
  const { from, to, offset, limit } = input;
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const { reader, office } = scope.value;
  const span = { from, to, office };
  return accept({ rows: list(reader, span, { offset, limit }), ...sumVouchers(reader, span) });
}
