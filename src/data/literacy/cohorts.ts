import { CohortDetails } from "../../contract/literacyTerms.ts";
import type { CalendarDate, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

export interface StoredCohort {
  readonly id: string;
  readonly office: OfficeCode;
  readonly number: string;
  readonly details: CohortDetails;
  readonly closedOn: CalendarDate | null;
}

function cohortFromRow(row: Row): StoredCohort {
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    details: CohortDetails.parse(JSON.parse(String(row.details))),
    closedOn: row.closed_on === null ? null : String(row.closed_on),
  };
}

export interface CohortScope {
  /** Left out, or `all`, for every office that the reader holds. */
  readonly office?: OfficeScope | undefined;
  /** Those that run on a day between these. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** The latest to begin first. */
export function listCohorts(reader: Reader, { office, from, to }: CohortScope = {}): StoredCohort[] {
  const isOne = office !== undefined && office !== "all";
  const where = [
    ...(isOne ? ["office = @office"] : []),
    ...(from === undefined ? [] : ["ends_on >= @from"]),
    ...(to === undefined ? [] : ["starts_on <= @to"]),
  ];
  const sql = `SELECT * FROM cohort ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
    ORDER BY starts_on DESC, number`;
  const params: Record<string, string> = {};
  if (isOne) params.office = office;
  if (from !== undefined) params.from = from;
  if (to !== undefined) params.to = to;
  return reader.all(sql, params).map(cohortFromRow);
}

export function readCohort(reader: Reader, id: string): StoredCohort | undefined {
  const row = reader.get("SELECT * FROM cohort WHERE id = @id", { id });
  return row === undefined ? undefined : cohortFromRow(row);
}

const columnsOf = (details: CohortDetails) => ({
  ...{ programme_id: details.programmeId, details: JSON.stringify(CohortDetails.parse(details)) },
  ...{ starts_on: details.startsOn, ends_on: details.endsOn },
});

export function insertCohort(
  door: WriteDoor,
  cohort: { readonly id: string; readonly number: string; readonly details: CohortDetails },
): void {
  const { id, number, details } = cohort;
  const { office, at } = door.author;
  door.insert("cohort", { id, office, number, ...columnsOf(details), closed_on: null, created_at: at });
}

export function updateCohort(door: WriteDoor, id: string, details: CohortDetails): void {
  door.update("cohort", id, columnsOf(details));
}

export function updateCohortClosing(door: WriteDoor, id: string, closedOn: CalendarDate): void {
  door.update("cohort", id, { closed_on: closedOn });
}
