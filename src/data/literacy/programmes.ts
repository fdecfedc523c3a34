import { ProgrammeDetails } from "../../contract/literacyTerms.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

export interface StoredProgramme {
  readonly id: string;
  readonly office: OfficeCode;
  readonly details: ProgrammeDetails;
}

function programmeFromRow(row: Row): StoredProgramme {
  return {
    id: String(row.id),
    office: String(row.office),
    details: ProgrammeDetails.parse(JSON.parse(String(row.details))),
  };
}

/** Programmes that an office of this reader wrote. */
export function listWrittenProgrammes(reader: Reader): StoredProgramme[] {
  return reader.all("SELECT id, office, details FROM programme ORDER BY code").map(programmeFromRow);
}

/** Headquarters' programmes, as its last answer brought them. */
export function listReceivedProgrammes(reader: Reader): StoredProgramme[] {
  return reader.all("SELECT id, office, details FROM received_programme ORDER BY code").map(programmeFromRow);
}

const detailsText = (details: ProgrammeDetails) => JSON.stringify(ProgrammeDetails.parse(details));

export function insertProgramme(door: WriteDoor, programme: Omit<StoredProgramme, "office">): void {
  const { id, details } = programme;
  door.insert("programme", {
    ...{ id, office: door.author.office, code: details.code, details: detailsText(details) },
  });
}

export function updateProgramme(door: WriteDoor, { id, details }: Omit<StoredProgramme, "office">): void {
  door.update("programme", id, { details: detailsText(details) });
}

/** With the columns that the registry shares, for headquarters' answers. */
export function listProgrammeRows(reader: Reader, headquarters: OfficeCode): Row[] {
  return reader.all(
    "SELECT id, office, code, details FROM programme WHERE office = @headquarters ORDER BY code",
    {
      headquarters,
    },
  );
}

/** Headquarters' programmes take the place of those that it sent before. */
export function takeReceivedProgrammes(door: WriteDoor, programmes: readonly Row[]): void {
  door.run("DELETE FROM received_programme");
  for (const programme of programmes)
    door.run(
      "INSERT INTO received_programme (id, office, code, details) VALUES (@id, @office, @code, @details)",
      programme,
    );
}

/** Cohorts of each programme. */
export function countCohortsByProgramme(reader: Reader, office: OfficeCode | null): Map<string, number> {
  const where = office === null ? "" : "WHERE office = @office";
  const rows = reader.all(
    `SELECT programme_id, count(*) AS cohorts FROM cohort ${where} GROUP BY programme_id`,
    office === null ? {} : { office },
  );
  return new Map(rows.map((row) => [String(row.programme_id), Number(row.cohorts)]));
}
