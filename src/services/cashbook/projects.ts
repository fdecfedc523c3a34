import type { Project, ProjectCode } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  insertProject,
  isProjectUsed,
  listReceivedProjects,
  listWrittenProjects,
  updateProject,
} from "../../data/cashbook/projects.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";

/** Headquarters' projects and this office's own; where both use a code, headquarters' is meant. */
export function projectBook(call: Call, reader: Reader = call.office.reader): Project[] {
  const received = call.identity.headquarters ? [] : listReceivedProjects(reader);
  const taken = new Set(received.map(({ code }) => code));
  const own = listWrittenProjects(reader).filter(
    ({ office, code }) => office === call.office.code && !taken.has(code),
  );
  return [...received, ...own].sort((a, b) => (a.code < b.code ? -1 : 1));
}

export function projects(call: Call): Result<Project[]> {
  return accept(projectBook(call));
}

/** Why money of a day cannot be booked on a project; null when it can, and where none is named. */
export function projectFault(
  call: Call,
  reader: Reader,
  code: ProjectCode | null,
  on: CalendarDate,
): ReturnType<typeof refuse> | null {
  if (code === null) return null;
  const project = projectBook(call, reader).find((one) => one.code === code);
  if (project === undefined || !project.active)
    return refuse("cashbook.projectUnknown", { field: "project" });
  const { startsOn, endsOn } = project;
  const runs = (startsOn === null || startsOn <= on) && (endsOn === null || on <= endsOn);
  return runs
    ? null
    : refuse("cashbook.projectNotThen", {
        field: "project",
        values: { from: startsOn ?? "…", to: endsOn ?? "…" },
      });
}

type Saving = InputOf<"cashbook.saveProject">;

function faultOf(call: Call, door: WriteDoor, input: Saving): ReturnType<typeof refuse> | null {
  const { id, code, startsOn, endsOn } = input;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    return refuse("cashbook.projectDates", { field: "endsOn" });
  const received = call.identity.headquarters ? [] : listReceivedProjects(door);
  if (received.some((project) => project.id === id))
    return refuse("cashbook.projectOfHeadquarters", { field: "code" });
  const written = listWrittenProjects(door);
  const before = written.find((project) => project.id === id)?.code ?? code;
  // Vouchers name a project by its code.
  if (before !== code && isProjectUsed(door, before)) return refuse("request.invalid", { field: "code" });
  const others = [...received, ...written].filter((project) => project.id !== id);
  return others.some((project) => project.code === code)
    ? refuse("cashbook.codeTaken", { field: "code" })
    : null;
}

/**
 * Writes a project of this office, a new one or changes of one; headquarters' go to every office. Refuses an end before
 * the beginning, a code that is taken, another code for one with vouchers, and headquarters' projects anywhere else.
 */
export function saveProject(call: Call, input: Saving): Result<Project[]> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Project[]> => {
    const fault = faultOf(call, door, input);
    if (fault !== null) return fault;
    const known = listWrittenProjects(door).find(({ id }) => id === input.id);
    if (known === undefined) insertProject(door, input);
    else updateProject(door, input);
    return accept(projectBook(call, door));
  });
}
