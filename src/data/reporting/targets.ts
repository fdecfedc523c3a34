import type { OfficeScope } from "../../contract/primitives.ts";
import type { IndicatorTarget } from "../../contract/reportingViews.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/* What indicators shall reach in a fiscal year: an office's own targets, and those that headquarters set for it. */

/** Whose targets are asked for. */
export interface TargetSelection {
  readonly year?: number | undefined;
  readonly forOffice: OfficeScope;
}

const COLUMNS = "id, office, for_office, year, code, value";

const targetFromRow = (row: Row): IndicatorTarget => ({
  id: String(row.id),
  office: String(row.office),
  forOffice: String(row.for_office),
  year: Number(row.year),
  code: String(row.code),
  value: Number(row.value),
});

function list(reader: Reader, table: string, { year, forOffice }: TargetSelection): IndicatorTarget[] {
  const ofYear = year === undefined ? "" : "AND year = @year";
  return reader
    .all(
      `SELECT ${COLUMNS} FROM ${table} WHERE for_office = @forOffice AND value IS NOT NULL ${ofYear}
       ORDER BY year, code, office`,
      { forOffice, ...(year === undefined ? {} : { year }) },
    )
    .map(targetFromRow);
}

/** Targets that offices of this reader wrote, without those that were taken away. */
export function listWrittenTargets(reader: Reader, selection: TargetSelection): IndicatorTarget[] {
  return list(reader, "indicator_target", selection);
}

/** Headquarters' targets for this office, as its last answer brought them. */
export function listReceivedTargets(reader: Reader, selection: TargetSelection): IndicatorTarget[] {
  return list(reader, "received_target", selection);
}

/** One value an office, year and indicator. @param target.value null takes it away */
export function putTarget(
  door: WriteDoor,
  target: Pick<IndicatorTarget, "id" | "forOffice" | "year" | "code"> & { readonly value: number | null },
): void {
  const { office } = door.author;
  const { id, forOffice, year, code, value } = target;
  const known = door.get(
    `SELECT id FROM indicator_target
     WHERE office = @office AND for_office = @forOffice AND year = @year AND code = @code`,
    { office, forOffice, year, code },
  );
  if (known !== undefined) door.update("indicator_target", String(known.id), { value });
  else if (value !== null)
    door.insert("indicator_target", { id, office, for_office: forOffice, year, code, value });
}

/** With the columns that the registry shares, for headquarters' answers to one office. */
export function listTargetRows(reader: Reader, about: { headquarters: string; office: string }): Row[] {
  return reader.all(
    `SELECT ${COLUMNS} FROM indicator_target
     WHERE office = @headquarters AND for_office = @office AND value IS NOT NULL ORDER BY year, code, id`,
    about,
  );
}

/** Headquarters' targets take the place of those that it sent before. */
export function takeReceivedTargets(door: WriteDoor, targets: readonly Row[]): void {
  door.run("DELETE FROM received_target");
  for (const target of targets)
    door.run(
      `INSERT INTO received_target (${COLUMNS}) VALUES (@id, @office, @for_office, @year, @code, @value)`,
      target,
    );
}
