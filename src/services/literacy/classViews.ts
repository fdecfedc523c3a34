import type { LearnerRef } from "../../contract/literacyTerms.ts";
import type {
  CohortFile,
  CohortRow,
  CohortState,
  CohortWarning,
  LearnerLine,
} from "../../contract/literacyViews.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { StoredCohort } from "../../data/literacy/cohorts.ts";
import type { StoredStay } from "../../data/literacy/enrolments.ts";
import { listMaterials } from "../../data/literacy/surroundings.ts";
import type { Reader } from "../../data/reader.ts";
import { attendanceOf, rateOf } from "../../domain/literacy/attendance.ts";
import { minutesPlanned, minutesTaught } from "../../domain/literacy/sessions.ts";
import { isInClass, stateOf } from "../../domain/literacy/stays.ts";
import { cohortWarnings } from "../../domain/literacy/warnings.ts";
import type { Call } from "../call.ts";
import { type ClassRecord, feeOf, hasBegun, stayOf } from "./classes.ts";
import { programmeOf } from "./programmes.ts";
import { unpaidSessions } from "./unpaid.ts";

export function learnerOf({ memberId, number, surname, firstNames }: StoredStay): LearnerRef {
  return { memberId, number, surname, firstNames };
}

export function cohortState({ details, closedOn }: StoredCohort, today: CalendarDate): CohortState {
  if (closedOn !== null) return "closed";
  if (today < details.startsOn) return "upcoming";
  return today > details.endsOn ? "ended" : "running";
}

/** A woman's stay in a class, as the class's page tells it. */
export function lineOf(record: ClassRecord, stay: StoredStay, today: CalendarDate): LearnerLine {
  const { attended, held, rate, absencesInARow } = attendanceOf(stay, record.recorded);
  const { enrolledOn, startsOn, endedOn, end, previousId, placement } = stay;
  return {
    ...{ enrolmentId: stay.id, learner: learnerOf(stay), state: stateOf(stayOf(stay), today) },
    ...{ enrolledOn, startsOn, endedOn, end, previousId, placement },
    ...{ attended, held, attendanceRate: rate, absencesInARow },
    ...feeOf(record, stay),
  };
}

/** Warnings of a class that is not closed, with whom they concern. */
export function warningsOf(record: ClassRecord, today: CalendarDate): CohortWarning[] {
  if (record.cohort.closedOn !== null) return [];
  const watched = { cohort: record.cohort.details, stays: record.stays, sessions: record.sessions };
  return cohortWarnings(watched, today).map((warning): CohortWarning => {
    const { code, ...values } = warning;
    if (!("enrolmentId" in values)) return { code, learner: null, enrolmentId: null, values };
    const { enrolmentId, ...counts } = values;
    const stay = record.stays.find(({ id }) => id === enrolmentId);
    return { code, learner: stay === undefined ? null : learnerOf(stay), enrolmentId, values: counts };
  });
}

/** Women, never stays: after a merge two stays may be one woman's. */
const womenOf = (stays: readonly StoredStay[]) => new Set(stays.map(({ memberId }) => memberId)).size;

function headOf(record: ClassRecord, today: CalendarDate) {
  const { cohort, programme, trainer, stays, recorded, planned } = record;
  const marks = stays.map((stay) => attendanceOf(stay, recorded));
  const sum = (of: (one: (typeof marks)[number]) => number) => marks.reduce((all, one) => all + of(one), 0);
  const { id, office, number, details, closedOn } = cohort;
  return {
    ...{ id, office, number, details, closedOn },
    programmeName: programme.details.name,
    level: programme.details.level,
    language: programme.details.language,
    trainerName: trainer?.name ?? "",
    state: cohortState(cohort, today),
    attending: womenOf(stays.filter((stay) => isInClass(stay, today))),
    waiting: stays.filter((stay) => stay.startsOn === null && stay.endedOn === null).length,
    enrolled: womenOf(stays.filter(hasBegun)),
    attendanceRate: rateOf(
      sum(({ attended }) => attended),
      sum(({ held }) => held),
    ),
    minutesPlanned: minutesPlanned(planned),
    minutesTaught: minutesTaught(recorded),
  };
}

export function rowOf(record: ClassRecord, today: CalendarDate): CohortRow {
  return { ...headOf(record, today), warnings: warningsOf(record, today).length };
}

/** A class with its learners, in the order of their numbers. @param reader that the class was read from */
export function fileOf(call: Call, reader: Reader, record: ClassRecord): CohortFile {
  const today = call.today();
  const due = unpaidSessions(record, { trainerId: record.cohort.details.trainerId, to: today });
  return {
    ...headOf(record, today),
    programme: programmeOf(record.programme, 0),
    learners: record.stays.map((stay) => lineOf(record, stay, today)),
    warnings: warningsOf(record, today),
    materials: listMaterials(reader, record.cohort.id),
    allowances: record.allowances.map(
      ({ office: _, cohortId: __, sessionIds: ___, ...allowance }) => allowance,
    ),
    allowanceDue: {
      sessions: due.length,
      amount: due.length * record.cohort.details.allowance,
    },
  };
}
