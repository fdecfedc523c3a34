import type { AuditEntry } from "../../contract/access.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listAudit as list, listNationalAudit } from "../../data/journal.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";

/** The audit trail, the newest first; at headquarters of any office or of all. */
export function listAudit(call: Call, input: InputOf<"access.listAudit">): Result<AuditEntry[]> {
  // The chain itself tells no values: whoever may read the trail reads it without a tier.
  const scope = scopeOf(call, input.office, null);
  if (!scope.ok) return scope;
  const { reader, office } = scope.value;
  const { before, skip = 0, limit } = input;
  const rows =
    office === undefined
      ? list(reader, before, limit, call.office.code)
      : listNationalAudit(reader, office === "all" ? null : office, { before, skip, limit });
  return accept(rows.map(({ op, action, ...row }) => ({ ...row, action: action ?? `${row.entity}.${op}` })));
}
