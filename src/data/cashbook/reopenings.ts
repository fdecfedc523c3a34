import type { MonthName } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** Headquarters' word that an office opens a month again, one closing of it: it may be closed again afterwards. */
export interface Reopening {
  readonly id: string;
  readonly forOffice: OfficeCode;
  readonly month: MonthName;
  readonly closingId: string;
  readonly reason: string;
  readonly decidedOn: CalendarDate;
}

function reopeningFromRow(row: Row): Reopening {
  return {
    id: String(row.id),
    forOffice: String(row.for_office),
    month: String(row.month),
    closingId: String(row.closing_id),
    reason: String(row.reason),
    decidedOn: String(row.decided_on),
  };
}

export function readReopening(reader: Reader, id: string): Reopening | undefined {
  const row = reader.get("SELECT * FROM month_reopening WHERE id = @id", { id });
  return row === undefined ? undefined : reopeningFromRow(row);
}

/** Those that an office has not been seen to have done: the closing still stands in headquarters' copy of it. */
export function listOpenReopenings(national: Reader, office: OfficeScope): Reopening[] {
  const whose = office === "all" ? "" : "AND month_closing.office = @office";
  return national
    .all(
      `SELECT month_reopening.* FROM month_reopening
       JOIN month_closing ON month_closing.id = month_reopening.closing_id
       WHERE month_closing.state = 'closed' ${whose} ORDER BY month_reopening.id`,
      office === "all" ? {} : { office },
    )
    .map(reopeningFromRow);
}

export function insertReopening(door: WriteDoor, reopening: Reopening): void {
  door.insert("month_reopening", {
    id: reopening.id,
    office: door.author.office,
    for_office: reopening.forOffice,
    month: reopening.month,
    closing_id: reopening.closingId,
    reason: reopening.reason,
    decided_on: reopening.decidedOn,
  });
}
