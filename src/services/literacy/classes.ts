import type { ClassSession, Stay } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  listAssessments,
  listCertificatesOf,
  type StoredAssessment,
  type StoredCertificate,
} from "../../data/literacy/assessments.ts";
import { readCohort, type StoredCohort } from "../../data/literacy/cohorts.ts";
import { listStays, type StoredStay } from "../../data/literacy/enrolments.ts";
import {
  type FeeStanding,
  listAllowances,
  listFees,
  readFeeStandings,
  type StoredAllowance,
  type StoredFee,
} from "../../data/literacy/money.ts";
import { listSessions, type StoredSession } from "../../data/literacy/sessions.ts";
import { listTrainers, type StoredTrainer } from "../../data/literacy/trainers.ts";
import type { Reader } from "../../data/reader.ts";
import { mergeSessions, type PlannedSession, plannedSessions } from "../../domain/literacy/sessions.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { type Feasts, feastsOf } from "./feasts.ts";
import {
  nationalProgrammeBook,
  ownProgrammeBook,
  type ProgrammeBook,
  type StandingProgramme,
} from "./programmeBook.ts";

/** A class with all that was recorded of it. */
export interface ClassRecord {
  readonly cohort: StoredCohort;
  readonly programme: StandingProgramme;
  readonly trainer: StoredTrainer | undefined;
  readonly stays: readonly StoredStay[];
  readonly recorded: readonly StoredSession[];
  /** Of the cohort's whole time. */
  readonly planned: readonly PlannedSession[];
  /** Recorded and planned, in order; nothing is planned once the class is closed. */
  readonly sessions: readonly ClassSession[];
  readonly feasts: Feasts;
  readonly assessments: readonly StoredAssessment[];
  readonly certificates: readonly StoredCertificate[];
  readonly fees: readonly StoredFee[];
  /** By stay. */
  readonly feeStandings: ReadonlyMap<string, FeeStanding>;
  readonly allowances: readonly StoredAllowance[];
}

const byCohort = <T extends { readonly cohortId: string }>(all: readonly T[]): Map<string, T[]> =>
  Map.groupBy(all, ({ cohortId }) => cohortId);

/** Where classes are read: the own register, or headquarters' copies of all offices. */
export interface ClassSource {
  readonly reader: Reader;
  readonly book: ProgrammeBook;
}

export function ownSource(call: Call, reader: Reader = call.office.reader): ClassSource {
  return { reader, book: ownProgrammeBook(call, reader) };
}

export function sourceFor(call: Call, reader: Reader): ClassSource {
  return reader === call.office.reader
    ? ownSource(call)
    : { reader, book: nationalProgrammeBook(call, reader) };
}

/** Classes with all that belongs to them, in a constant number of queries. @throws when a class has no programme */
export function readClasses(
  call: Call,
  { reader, book }: ClassSource,
  cohorts: readonly StoredCohort[],
): ClassRecord[] {
  const ids = cohorts.map(({ id }) => id);
  const stays = byCohort(listStays(reader, ids));
  const sessions = byCohort(listSessions(reader, ids));
  const assessments = byCohort(listAssessments(reader, ids));
  const certificates = byCohort(listCertificatesOf(reader, ids));
  const fees = byCohort(listFees(reader, ids));
  const feeStandings = readFeeStandings(
    reader,
    [...stays.values()].flat().map(({ id }) => id),
  );
  const allowances = byCohort(listAllowances(reader, ids));
  const trainers = new Map(listTrainers(reader, null).map((trainer) => [trainer.id, trainer]));
  const feasts = new Map<string, Feasts>();
  const feastsIn = (office: string): Feasts => {
    const known = feasts.get(office) ?? feastsOf(call, reader, office, spanOf(cohorts));
    feasts.set(office, known);
    return known;
  };
  return cohorts.map((cohort): ClassRecord => {
    const { id, office, details } = cohort;
    const programme = book.of(office, details.programmeId);
    if (programme === undefined) throw new Error("a class without a programme");
    const recorded = sessions.get(id) ?? [];
    const held = feastsIn(office);
    const { closedOn } = cohort;
    const isBeforeClosing = ({ onDay }: PlannedSession) => closedOn === null || onDay <= closedOn;
    const planned = plannedSessions(details, new Set(held.keys()), details.startsOn, details.endsOn);
    return {
      ...{
        cohort,
        programme,
        trainer: trainers.get(details.trainerId ?? ""),
        recorded,
        planned,
        feasts: held,
      },
      stays: stays.get(id) ?? [],
      sessions: mergeSessions(id, planned.filter(isBeforeClosing), recorded),
      assessments: assessments.get(id) ?? [],
      certificates: certificates.get(id) ?? [],
      fees: fees.get(id) ?? [],
      feeStandings,
      allowances: allowances.get(id) ?? [],
    };
  });
}

function spanOf(cohorts: readonly StoredCohort[]): [CalendarDate, CalendarDate] {
  const starts = cohorts.map(({ details }) => details.startsOn).sort();
  const ends = cohorts.map(({ details }) => details.endsOn).sort();
  return [starts[0] ?? "2000-01-01", ends.at(-1) ?? "2000-01-01"];
}

export function readClass(call: Call, source: ClassSource, cohort: StoredCohort): ClassRecord {
  const record = readClasses(call, source, [cohort])[0];
  if (record === undefined) throw new Error("a class vanished");
  return record;
}

/** A class of this office, to be worked on. @param field of its id on the form */
export function readOwnCohort(call: Call, reader: Reader, id: string, field: string): Result<StoredCohort> {
  const cohort = readCohort(reader, id);
  return cohort === undefined || cohort.office !== call.office.code
    ? refuse("literacy.cohortUnknown", { field })
    : accept(cohort);
}

/** The same where it is not closed. */
export function readOpenCohort(call: Call, reader: Reader, id: string, field: string): Result<StoredCohort> {
  const cohort = readOwnCohort(call, reader, id, field);
  return cohort.ok && cohort.value.closedOn !== null ? refuse("literacy.cohortClosed", { field }) : cohort;
}

/** A class of this office, or at headquarters of any, to be read. */
export function findClass(call: Call, id: string, field = "id"): Result<ClassRecord> {
  const own = readCohort(call.office.reader, id);
  if (own !== undefined) return accept(readClass(call, ownSource(call), own));
  const national = nationalWith(call, "programme");
  const other = national === null ? undefined : readCohort(national.reader, id);
  return national === null || other === undefined
    ? refuse("literacy.cohortUnknown", { field })
    : accept(readClass(call, sourceFor(call, national.reader), other));
}

/** Whether she was in the class on any day, or will be: who waits was not, nor who went before her first day. */
export function hasBegun({ startsOn, endedOn }: Pick<Stay, "startsOn" | "endedOn">): boolean {
  return startsOn !== null && (endedOn === null || startsOn <= endedOn);
}

/** A stay without whom it is of. */
export function stayOf(stored: StoredStay): Stay {
  const { id, cohortId, memberId, enrolledOn, startsOn, endedOn, end, previousId } = stored;
  return { id, cohortId, memberId, enrolledOn, startsOn, endedOn, end, previousId };
}

/** What was paid of a class's fee on the way of a stay, and what is still to pay for it. */
export function feeOf({ cohort, feeStandings }: ClassRecord, { id, startsOn }: StoredStay) {
  const { paid, followed } = feeStandings.get(id) ?? { paid: 0, followed: false };
  const isOwed = startsOn !== null && !followed;
  return { feePaid: paid, feeLeft: isOwed ? Math.max(0, cohort.details.fee - paid) : 0 };
}
