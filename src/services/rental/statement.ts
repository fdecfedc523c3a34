import type { InputOf, OutputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { statementOf } from "../../domain/rental/statement.ts";
import type { Call } from "../call.ts";
import { findRecord } from "./leaseFile.ts";

/** The account of a lease between two days. */
export function statement(
  call: Call,
  input: InputOf<"rental.statement">,
): Result<OutputOf<"rental.statement">> {
  const found = findRecord(call, input.leaseId, "leaseId");
  if (!found.ok) return found;
  if (input.to < input.from) return refuse("request.invalid", { field: "to" });
  const { history, settlements } = found.value.record;
  const { opening, lines, closing } = statementOf(history, settlements, input.from, input.to);
  return accept({ opening, lines: [...lines], closing });
}
