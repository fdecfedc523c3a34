import type { Instant, OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";

/* What headquarters has of each office, month by month. */

export interface MonthRange {
  /** Months `YYYY-MM`, both ends included. */
  readonly from: string;
  readonly to: string;
}

const instant = (value: unknown): Instant | null =>
  value === null || value === undefined ? null : String(value);

/** When an office's chain begins; null when headquarters has nothing of it. @param reader of headquarters' copies */
export function readFirstEntryAt(reader: Reader, office: OfficeCode): Instant | null {
  const row = reader.get(
    "SELECT at FROM main.entry WHERE office = @office ORDER BY office, epoch, seq LIMIT 1",
    { office },
  );
  return instant(row?.at);
}

/** When the newest of the bundles that were taken in was made. @param reader of headquarters' copies */
export function readLastTakenAt(reader: Reader, office: OfficeCode): Instant | null {
  const row = reader.get(
    "SELECT max(created_at) AS at FROM main.bundle WHERE office = @office AND state = 'applied'",
    { office },
  );
  return instant(row?.at);
}

const placed = (office: unknown, month: unknown) => `${String(office)} ${String(month)}`;

/** The last number of each issued activity report of a month, by office and month, `KTL 2026-10`. */
export function listMonthReports(reader: Reader, { from, to }: MonthRange): ReadonlyMap<string, string> {
  const rows = reader.all(
    `SELECT office, period, max(number) AS number FROM report
     WHERE kind = 'activity' AND length(period) = 7 AND period NOT GLOB '*Q*' AND period BETWEEN @from AND @to
     GROUP BY office, period`,
    { from, to },
  );
  return new Map(rows.map((row) => [placed(row.office, row.period), String(row.number)]));
}
