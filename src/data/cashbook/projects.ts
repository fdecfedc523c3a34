import type { Project } from "../../contract/cashbookTerms.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

const dayOrNull = (value: unknown) => (value === null || value === undefined ? null : String(value));

function projectFromRow(row: Row): Project {
  return {
    id: String(row.id),
    office: String(row.office),
    code: String(row.code),
    name: String(row.name),
    donor: String(row.donor),
    startsOn: dayOrNull(row.starts_on),
    endsOn: dayOrNull(row.ends_on),
    active: row.active === 1,
  };
}

/** Projects that this register wrote itself; in headquarters' copies those of all offices. */
export function listWrittenProjects(reader: Reader): Project[] {
  return reader.all("SELECT * FROM project ORDER BY code, office").map(projectFromRow);
}

/** What headquarters' last answer brought to an antenna. */
export function listReceivedProjects(reader: Reader): Project[] {
  return reader.all("SELECT * FROM received_project ORDER BY code").map(projectFromRow);
}

const columnsOf = (project: Omit<Project, "id" | "office">) => ({
  code: project.code,
  name: project.name,
  donor: project.donor,
  starts_on: project.startsOn,
  ends_on: project.endsOn,
  active: project.active ? 1 : 0,
});

export function insertProject(door: WriteDoor, project: Omit<Project, "office">): void {
  door.insert("project", { id: project.id, office: door.author.office, ...columnsOf(project) });
}

export function updateProject(door: WriteDoor, project: Omit<Project, "office">): void {
  door.update("project", project.id, columnsOf(project));
}

/** Whether anything was ever booked on it. */
export function isProjectUsed(reader: Reader, code: string): boolean {
  return reader.get("SELECT 1 FROM voucher WHERE project = @code LIMIT 1", { code }) !== undefined;
}

/** Headquarters' projects for its answers, with the columns that the registry shares. */
export function listProjectRows(reader: Reader, headquarters: OfficeCode): Row[] {
  return reader.all(
    `SELECT id, office, code, name, donor, starts_on, ends_on, active FROM project
     WHERE office = @headquarters ORDER BY code`,
    { headquarters },
  );
}

/** Headquarters' projects take the place of those that it sent before. */
export function takeReceivedProjects(door: WriteDoor, projects: readonly Row[]): void {
  door.run("DELETE FROM received_project");
  for (const project of projects)
    door.run(
      `INSERT INTO received_project (id, office, code, name, donor, starts_on, ends_on, active)
       VALUES (@id, @office, @code, @name, @donor, @starts_on, @ends_on, @active)`,
      project,
    );
}
