import type { InputOf } from "../../contract/index.ts";
import type { CohortDetails } from "../../contract/literacyTerms.ts";
import type { CohortFile, CohortRow } from "../../contract/literacyViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  insertCohort,
  listCohorts,
  readCohort,
  type StoredCohort,
  updateCohort,
  updateCohortClosing,
} from "../../data/literacy/cohorts.ts";
import { updateStayEnd } from "../../data/literacy/enrolments.ts";
import { listTrainers } from "../../data/literacy/trainers.ts";
import { takeCohortNumber } from "../../data/numbers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { isInClass } from "../../domain/literacy/stays.ts";
import { foldedWords, foldText } from "../../domain/names/foldText.ts";
import type { Call } from "../call.ts";
import { projectBook } from "../cashbook/projects.ts";
import { scopeOf } from "../scope.ts";
import {
  type ClassRecord,
  findClass,
  ownSource,
  readClass,
  readClasses,
  readOpenCohort,
  sourceFor,
} from "./classes.ts";
import { fileOf, rowOf } from "./classViews.ts";
import { ownProgrammeBook, type ProgrammeBook } from "./programmeBook.ts";

/** The classes in these states (any, where none is named), the latest first; at headquarters of any office or of all. */
export function cohorts(call: Call, input: InputOf<"literacy.cohorts">): Result<CohortRow[]> {
  const scope = scopeOf(call, input.office, "programme");
  if (!scope.ok) return scope;
  const { reader, office = call.office.code } = scope.value;
  const words = foldedWords(input.text);
  const today = call.today();
  const rows = readClasses(call, sourceFor(call, reader), listCohorts(reader, { office })).map((record) =>
    rowOf(record, today),
  );
  return accept(
    rows.filter((row) => {
      const { name, place } = row.details;
      const told = foldText(`${row.number} ${name} ${place} ${row.trainerName} ${row.programmeName}`);
      const isAsked = input.states.length === 0 || input.states.includes(row.state);
      return isAsked && words.every((word) => told.includes(word));
    }),
  );
}

/** One class with all that belongs to it; at headquarters of any office. */
export function cohort(call: Call, input: { id: string }): Result<CohortFile> {
  const own = readCohort(call.office.reader, input.id) !== undefined;
  const record = findClass(call, input.id);
  if (!record.ok) return record;
  const reader = own ? call.office.reader : (call.national()?.reader ?? call.office.reader);
  return accept(fileOf(call, reader, record.value));
}

/** What forbids these details whoever is in the class; null when nothing does. */
function detailsFault(call: Call, door: WriteDoor, details: CohortDetails): ReturnType<typeof refuse> | null {
  const own = call.office.code;
  if (details.endsOn < details.startsOn)
    return refuse("literacy.endBeforeStart", { field: "details.endsOn" });
  if (ownProgrammeBook(call, door).of(own, details.programmeId) === undefined)
    return refuse("literacy.programmeUnknown", { field: "details.programmeId" });
  const isProject = projectBook(call, door).some(({ code }) => code === details.project);
  if (details.project !== null && !isProject)
    return refuse("cashbook.projectUnknown", { field: "details.project" });
  const isKnown = listTrainers(door, own).some(({ id }) => id === details.trainerId);
  return details.trainerId !== null && !isKnown
    ? refuse("literacy.trainerUnknown", { field: "details.trainerId" })
    : null;
}

/** What forbids to change a class so, by what was recorded of it. */
function changeFault(
  call: Call,
  { record, book }: { record: ClassRecord; book: ProgrammeBook },
  details: CohortDetails,
): ReturnType<typeof refuse> | null {
  const { stays, recorded, cohort: known } = record;
  if (known.closedOn !== null) return refuse("literacy.cohortClosed", { field: "id" });
  const codeOf = (id: string) => book.of(known.office, id)?.details.code;
  if (stays.length > 0 && codeOf(details.programmeId) !== codeOf(known.details.programmeId))
    return refuse("literacy.programmeStays", { field: "details.programmeId" });
  const attending = stays.filter((stay) => isInClass(stay, call.today())).length;
  if (details.capacity < attending)
    return refuse("literacy.capacityBelow", { field: "details.capacity", values: { attending } });
  const starts = stays.flatMap(({ startsOn }) => (startsOn === null ? [] : [startsOn])).sort();
  const days = [...recorded.map(({ onDay }) => onDay), ...starts].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first !== undefined && first < details.startsOn)
    return refuse("literacy.datesEntered", { field: "details.startsOn", values: { on: first } });
  return last !== undefined && last > details.endsOn
    ? refuse("literacy.datesEntered", { field: "details.endsOn", values: { on: last } })
    : null;
}

/**
 * Opens a class or changes it. Refuses days that would leave out a recorded session or a woman's first day, another
 * programme once women are enrolled, and fewer places than women.
 */
export function saveCohort(call: Call, input: InputOf<"literacy.saveCohort">): Result<CohortFile> {
  const { id, details } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    const source = ownSource(call, door);
    const known = readCohort(door, id);
    if (known !== undefined && known.office !== call.office.code)
      return refuse("literacy.cohortUnknown", { field: "id" });
    const fault =
      detailsFault(call, door, details) ??
      (known === undefined
        ? null
        : changeFault(call, { record: readClass(call, source, known), book: source.book }, details));
    if (fault !== null) return fault;
    if (known === undefined) insertCohort(door, { id, number: takeCohortNumber(door), details });
    else updateCohort(door, id, details);
    return fileNow(call, door, id);
  });
}

/** A class as it stands within a transaction. */
export function fileNow(call: Call, door: WriteDoor, id: string): Result<CohortFile> {
  const stored: StoredCohort | undefined = readCohort(door, id);
  if (stored === undefined) throw new Error("a class vanished");
  return accept(fileOf(call, door, readClass(call, ownSource(call, door), stored)));
}

/**
 * Ends a class: everybody in it has finished, who waits only goes. The same request twice ends it once. Refuses while a past session is not entered or
 * cancelled, and a day before the last one that was held.
 */
export function closeCohort(call: Call, input: InputOf<"literacy.closeCohort">): Result<CohortFile> {
  const { id, on } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    if (readCohort(door, id)?.closedOn === on) return fileNow(call, door, id);
    const stored = readOpenCohort(call, door, id, "id");
    if (!stored.ok) return stored;
    const today = call.today();
    const { startsOn, endsOn } = stored.value.details;
    if (on > today) return refuse("literacy.dayInFuture", { field: "on" });
    const record = readClass(call, ownSource(call, door), stored.value);
    const last = record.recorded.filter(({ state }) => state === "held").at(-1)?.onDay;
    if (on < startsOn || (last !== undefined && on < last))
      return refuse("literacy.dayOutside", { field: "on", values: { from: last ?? startsOn, to: endsOn } });
    const missing = record.sessions.filter(({ state, onDay }) => state === "planned" && onDay <= on).length;
    if (missing > 0) return refuse("literacy.sessionsMissing", { field: "on", values: { count: missing } });
    // Closed later than it ended, the class was over on its last day all the same.
    const over = on < endsOn ? on : endsOn;
    for (const { id: stayId, startsOn: from, endedOn } of record.stays)
      if (endedOn === null)
        updateStayEnd(door, stayId, over, from === null || from > over ? "other" : "finished");
    updateCohortClosing(door, id, on);
    return fileNow(call, door, id);
  });
}
