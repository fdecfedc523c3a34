import type { InputOf } from "../../contract/index.ts";
import type { Programme } from "../../contract/literacyViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listAssessments } from "../../data/literacy/assessments.ts";
import { listCohorts } from "../../data/literacy/cohorts.ts";
import {
  countCohortsByProgramme,
  insertProgramme,
  listWrittenProgrammes,
  updateProgramme,
} from "../../data/literacy/programmes.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { isSupplied } from "../../domain/literacy/supplied.ts";
import type { Call } from "../call.ts";
import { headquartersOf, ownProgrammeBook, type StandingProgramme } from "./programmeBook.ts";

export function programmeOf(programme: StandingProgramme, cohorts: number): Programme {
  const { id, office, details, confirmed } = programme;
  return { ...details, id, office, confirmed, cohorts };
}

function listAll(call: Call, reader: Reader): Programme[] {
  const own = call.office.code;
  const book = ownProgrammeBook(call, reader);
  const counts = new Map<string, number>();
  for (const [id, cohorts] of countCohortsByProgramme(reader, own)) {
    const code = book.of(own, id)?.details.code;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + cohorts);
  }
  return book
    .standing(own)
    .map((programme) => programmeOf(programme, counts.get(programme.details.code) ?? 0));
}

/** Every programme that holds in this office, by code. */
export function programmes(call: Call): Result<Programme[]> {
  return accept(listAll(call, call.office.reader));
}

/** A skill of the standing programme that has marks and would go or change its scale; undefined where none would. */
function skillInUse(
  call: Call,
  door: WriteDoor,
  standing: StandingProgramme,
  input: Input,
): string | undefined {
  const own = call.office.code;
  const book = ownProgrammeBook(call, door);
  const cohorts = listCohorts(door, { office: own }).filter(
    ({ details }) => book.of(own, details.programmeId)?.details.code === standing.details.code,
  );
  const marks = listAssessments(
    door,
    cohorts.map(({ id }) => id),
  ).flatMap((assessment) => assessment.marks);
  const marked = new Set(marks.map(({ skill }) => skill));
  const next = new Map(input.details.skills.map(({ code, most }) => [code, most]));
  return standing.details.skills.find(({ code, most }) => marked.has(code) && next.get(code) !== most)?.code;
}

type Input = InputOf<"literacy.saveProgramme">;

function faultOf(call: Call, door: WriteDoor, input: Input): ReturnType<typeof refuse> | null {
  const own = call.office.code;
  const standing = ownProgrammeBook(call, door).standing(own);
  const same = standing.find(({ details }) => details.code === input.details.code);
  const known = [...standing, ...listWrittenProgrammes(door)].find(({ id }) => id === input.id);
  if (known !== undefined && known.details.code !== input.details.code)
    return refuse("literacy.codeTaken", { field: "details.code" });
  // The id that a programme has in every office cannot be one office's own record.
  if (isSupplied(input.id)) return refuse("request.invalid", { field: "id" });
  if (same === undefined) return null;
  const headquarters = headquartersOf(call, door);
  if (same.confirmed && headquarters !== own)
    return refuse("literacy.programmeOfHeadquarters", { field: "details.code" });
  // A programme is replaced by who opened it to change it; a new one does not take a code that is there.
  if (same.id !== input.id && isWritten(same, own))
    return refuse("literacy.codeTaken", { field: "details.code" });
  const skill = skillInUse(call, door, same, input);
  return skill === undefined
    ? null
    : refuse("literacy.skillInUse", { field: "details.skills", values: { skill } });
}

/** Those that come with the program have an id that no office gives. */
const isWritten = ({ id, office }: StandingProgramme, own: string) => office === own && !isSupplied(id);

/**
 * Writes a programme or changes it. One that came with the program is taken over under its code by the first change
 * (`id` a fresh one then). Refuses headquarters' elsewhere, a code that is taken, and skills that have marks to go.
 */
export function saveProgramme(call: Call, input: Input): Result<Programme[]> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Programme[]> => {
    const fault = faultOf(call, door, input);
    if (fault !== null) return fault;
    const known = ownProgrammeBook(call, door)
      .standing(call.office.code)
      .find((programme) => programme.id === input.id && isWritten(programme, call.office.code));
    if (known === undefined) insertProgramme(door, input);
    else updateProgramme(door, input);
    return accept(listAll(call, door));
  });
}
