import type { CashCount } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";
import type { Book } from "./ledger.ts";

function countFromRow(row: Row): CashCount {
  const [counted, expected] = [Number(row.counted), Number(row.expected)];
  return {
    id: String(row.id),
    office: String(row.office),
    till: String(row.till),
    countedOn: String(row.counted_on),
    pieces: JSON.parse(String(row.pieces)) as CashCount["pieces"],
    counted,
    expected,
    difference: counted - expected,
    reason: String(row.reason),
    voucherId: row.voucher_id === null ? null : String(row.voucher_id),
    voucherNumber: row.voucher_number === null ? null : String(row.voucher_number),
    countedBy: String(row.counted_by ?? ""),
  };
}

const OWN = `SELECT cash_count.*, voucher.number AS voucher_number, user.name AS counted_by
  FROM cash_count LEFT JOIN voucher ON voucher.id = cash_count.voucher_id
  LEFT JOIN journal ON journal.id = cash_count.id AND journal.op = 'insert' LEFT JOIN user ON user.id = journal.by`;
const NATIONAL = `SELECT cash_count.*, voucher.number AS voucher_number, '' AS counted_by
  FROM cash_count LEFT JOIN voucher ON voucher.id = cash_count.voucher_id`;

export function readCount(reader: Reader, id: string): CashCount | undefined {
  const row = reader.get(`${OWN} WHERE cash_count.id = @id`, { id });
  return row === undefined ? undefined : countFromRow(row);
}

/** A count in headquarters' copies. */
export function readNationalCount(reader: Reader, id: string): CashCount | undefined {
  const row = reader.get(`${NATIONAL} WHERE cash_count.id = @id`, { id });
  return row === undefined ? undefined : countFromRow(row);
}

/** The latest first. */
export function listCounts(
  reader: Reader,
  { office, isOwn }: Book,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): CashCount[] {
  const whose = office === "all" ? "" : "AND cash_count.office = @office";
  return reader
    .all(
      `${isOwn ? OWN : NATIONAL} WHERE cash_count.counted_on BETWEEN @from AND @to ${whose}
       ORDER BY cash_count.counted_on DESC, cash_count.recorded_at DESC, cash_count.id DESC`,
      { from, to, ...(office === "all" ? {} : { office }) },
    )
    .map(countFromRow);
}

export interface LastCount {
  readonly countedOn: CalendarDate;
  readonly difference: number;
}

/** The last count of each place, by `KTL/cash`; up to a day where one is given. */
export function lastCounts(
  reader: Reader,
  office: OfficeScope,
  through: CalendarDate = "9999-12-31",
): Map<string, LastCount> {
  const whose = office === "all" ? "" : "AND office = @office";
  const rows = reader.all(
    `SELECT office, till, counted_on, counted - expected AS difference FROM cash_count
     WHERE counted_on <= @through ${whose} ORDER BY counted_on, recorded_at, id`,
    { through, ...(office === "all" ? {} : { office }) },
  );
  return new Map(
    rows.map((row) => [
      `${row.office}/${row.till}`,
      { countedOn: String(row.counted_on), difference: Number(row.difference) },
    ]),
  );
}

export function insertCount(
  door: WriteDoor,
  count: Pick<
    CashCount,
    "id" | "till" | "countedOn" | "pieces" | "counted" | "expected" | "reason" | "voucherId"
  >,
): void {
  door.insert("cash_count", {
    id: count.id,
    office: door.author.office,
    till: count.till,
    counted_on: count.countedOn,
    pieces: JSON.stringify(count.pieces),
    counted: count.counted,
    expected: count.expected,
    reason: count.reason,
    voucher_id: count.voucherId,
    recorded_at: door.author.at,
  });
}
