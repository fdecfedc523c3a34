import type { MonthName, TillKey } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";
import type { Book } from "./ledger.ts";

/** A month that was closed, with what it was then. */
export interface Closing {
  readonly id: string;
  readonly office: OfficeCode;
  readonly month: MonthName;
  readonly closedOn: CalendarDate;
  /** Empty in headquarters' copies: names of an office's staff do not travel. */
  readonly closedBy: string;
  readonly vouchers: number;
  readonly sumIn: Francs;
  readonly sumOut: Francs;
  /** What lay in each place when the month ended; places that held nothing left out. */
  readonly balances: Readonly<Record<TillKey, number>>;
  readonly state: "closed" | "reopened";
  readonly reopenReason: string;
}

function closingFromRow(row: Row): Closing {
  return {
    id: String(row.id),
    office: String(row.office),
    month: String(row.month),
    closedOn: String(row.closed_on),
    closedBy: String(row.closed_by ?? ""),
    vouchers: Number(row.vouchers),
    sumIn: Number(row.sum_in),
    sumOut: Number(row.sum_out),
    balances: JSON.parse(String(row.balances)) as Record<TillKey, number>,
    state: row.state === "closed" ? "closed" : "reopened",
    reopenReason: String(row.reopen_reason),
  };
}

export function isMonthClosed(reader: Reader, office: OfficeCode, month: string): boolean {
  const sql = "SELECT 1 FROM month_closing WHERE office = @office AND month = @month AND state = 'closed'";
  return reader.get(sql, { office, month }) !== undefined;
}

/** Of one office or of all, those of a month in the order in which they were made. */
export function listClosings(reader: Reader, { office, isOwn }: Book): Closing[] {
  const what = isOwn
    ? `SELECT month_closing.*, user.name AS closed_by FROM month_closing
       LEFT JOIN journal ON journal.id = month_closing.id AND journal.op = 'insert'
       LEFT JOIN user ON user.id = journal.by`
    : "SELECT month_closing.*, '' AS closed_by FROM month_closing";
  const whose = office === "all" ? "" : "WHERE month_closing.office = @office";
  return reader
    .all(
      `${what} ${whose} ORDER BY month_closing.office, month_closing.month, month_closing.id`,
      office === "all" ? {} : { office },
    )
    .map(closingFromRow);
}

/** Keys sorted, so that the same balances are the same text. */
const canonical = (balances: Closing["balances"]) =>
  JSON.stringify(Object.fromEntries(Object.entries(balances).sort(([a], [b]) => (a < b ? -1 : 1))));

export function insertClosing(
  door: WriteDoor,
  closing: Omit<Closing, "office" | "closedBy" | "state" | "reopenReason">,
): void {
  door.insert("month_closing", {
    id: closing.id,
    office: door.author.office,
    month: closing.month,
    closed_on: closing.closedOn,
    vouchers: closing.vouchers,
    sum_in: closing.sumIn,
    sum_out: closing.sumOut,
    balances: canonical(closing.balances),
    state: "closed",
    reopened_on: null,
    reopen_reason: "",
  });
}

export function markReopened(
  door: WriteDoor,
  id: string,
  { on, reason }: { on: CalendarDate; reason: string },
): void {
  door.update("month_closing", id, { state: "reopened", reopened_on: on, reopen_reason: reason });
}
