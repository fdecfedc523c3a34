import type { AuditEntry } from "../../contract/access.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listAudit as list } from "../../data/journal.ts";
import type { Call } from "../call.ts";

/** The audit trail, the newest first. */
export function listAudit(call: Call, input: InputOf<"access.listAudit">): Result<AuditEntry[]> {
  return accept(
    list(call.office.reader, input.before, input.limit).map(({ op, action, ...row }) => ({
      ...row,
      action: action ?? `${row.entity}.${op}`,
    })),
  );
}
