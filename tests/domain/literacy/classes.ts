import fc from "fast-check";
import {
  type Assessment,
  AssessmentKind,
  type ClassSession,
  EnrolmentEnd,
  Mark,
  type ProgrammeDetails,
  SessionState,
  type Stay,
} from "../../../src/contract/literacyTerms.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import type { CountedCohort } from "../../../src/domain/literacy/figures.ts";

/* Classes that nobody taught: what a test does not say itself, chance does. */

export const FIRST = "2027-01-01";
export const LAST_DAY = 120;
export const at = (day: number) => addDays(FIRST, day);
/** The whole time in which anything happens here. */
export const WHOLE = { from: FIRST, to: at(LAST_DAY) };

export const PROGRAMME: Pick<ProgrammeDetails, "skills" | "pass"> = {
  skills: [
    { code: "L1", domain: "reading", name: "Lire", most: 10 },
    { code: "E1", domain: "writing", name: "Écrire", most: 10 },
    { code: "C1", domain: "numeracy", name: "Compter", most: 5 },
  ],
  pass: { overall: 50, eachDomain: 40, attendance: 60 },
};

export function stay(about: Partial<Stay> = {}): Stay {
  return {
    ...{ id: "stay", cohortId: "cohort", memberId: "woman", enrolledOn: FIRST, startsOn: FIRST },
    ...{ endedOn: null, end: null, previousId: null, ...about },
  };
}

export function session(about: Partial<ClassSession> = {}): ClassSession {
  return {
    ...{ id: "session", cohortId: "cohort", onDay: FIRST, from: "16:00", minutes: 120, state: "held" },
    ...{ cancelReason: null, holiday: "", extra: false, trainerId: null, trainerAbsent: false },
    ...{ content: "", marks: [], ...about },
  };
}

/** Held sessions of one woman's marks, a day each; a blank where nobody noted her. */
export function sessionsOf(marks: string, enrolmentId = "stay"): ClassSession[] {
  return [...marks].map((letter, day) => {
    const mark = Mark.safeParse(letter);
    return session({
      ...{ id: `s${day}`, onDay: at(day) },
      marks: mark.success ? [{ enrolmentId, mark: mark.data }] : [],
    });
  });
}

const anyDay = fc.integer({ min: 0, max: LAST_DAY });

/** One part of a woman's way: where, after how many days' pause, for how long, and how it ended. */
const anyPart = fc.record({
  cohort: fc.nat({ max: 2 }),
  pause: fc.nat({ max: 20 }),
  days: fc.nat({ max: 60 }),
  end: fc.option(fc.constantFrom(...EnrolmentEnd.options)),
  waiting: fc.boolean(),
});
type Part = typeof anyPart extends fc.Arbitrary<infer P> ? P : never;

/** Parts one after the other as stays; after one without an end nothing follows. */
function wayOf(parts: readonly Part[], woman: number): Stay[] {
  const stays: Stay[] = [];
  let from = 0;
  for (const [index, { cohort, pause, days, end, waiting }] of parts.entries()) {
    const startsOn = at(from + pause);
    const about = { id: `w${woman}-${index}`, cohortId: `c${cohort}`, memberId: `w${woman}` };
    const previousId = stays.at(-1)?.id ?? null;
    if (waiting && index === parts.length - 1) {
      stays.push(stay({ ...about, enrolledOn: startsOn, startsOn: null, previousId }));
      break;
    }
    const endedOn = end === null ? null : addDays(startsOn, days);
    stays.push(stay({ ...about, enrolledOn: startsOn, startsOn, endedOn, end, previousId }));
    if (end === null) break;
    from += pause + days + 1;
  }
  return stays;
}

const anyStays = fc
  .array(fc.array(anyPart, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((ways) => ways.flatMap(wayOf));

interface Chance {
  readonly sessions: readonly { readonly day: number; readonly state: SessionState; readonly seed: number }[];
  readonly assessments: readonly {
    readonly stay: number;
    readonly kind: AssessmentKind;
    readonly day: number;
    readonly marks: readonly (number | null)[];
  }[];
  readonly starts: number;
  readonly days: number;
  readonly closed: number | null;
  readonly fees: number;
  readonly cost: number;
}

const anyChance: fc.Arbitrary<Chance> = fc.record({
  sessions: fc.uniqueArray(
    fc.record({ day: anyDay, state: fc.constantFrom(...SessionState.options), seed: fc.nat() }),
    { maxLength: 12, selector: ({ day }) => day },
  ),
  assessments: fc.uniqueArray(
    fc.record({
      stay: fc.nat(),
      kind: fc.constantFrom(...AssessmentKind.options),
      day: anyDay,
      marks: fc.tuple(
        ...PROGRAMME.skills.map(({ most }) => fc.option(fc.integer({ min: 0, max: most }), { freq: 9 })),
      ),
    }),
    { maxLength: 12, selector: ({ day }) => day },
  ),
  starts: fc.nat({ max: 40 }),
  days: fc.nat({ max: 80 }),
  closed: fc.option(fc.nat({ max: 80 })),
  fees: fc.nat({ max: 50_000 }),
  cost: fc.nat({ max: 200_000 }),
});

/** A mark, or none, that follows from the session's chance. */
function markOf(seed: number, index: number): Mark | undefined {
  return [...Mark.options, undefined][(seed >> (index % 20)) % 5];
}

function cohortOf(id: string, stays: readonly Stay[], chance: Chance): CountedCohort {
  const sessions = [...chance.sessions]
    .sort((one, other) => one.day - other.day)
    .map(({ day, state, seed }): ClassSession => {
      const marks = stays.flatMap((one, index) => {
        const mark = markOf(seed, index);
        return mark === undefined ? [] : [{ enrolmentId: one.id, mark }];
      });
      const cancelReason = state === "cancelled" ? "weather" : null;
      return session({ id: `${id}-${day}`, cohortId: id, onDay: at(day), state, cancelReason, marks });
    });
  const assessments = chance.assessments.flatMap(({ stay: index, kind, day, marks }): Assessment[] => {
    const enrolmentId = stays[index % Math.max(1, stays.length)]?.id;
    if (enrolmentId === undefined) return [];
    const known = PROGRAMME.skills.flatMap(({ code }, skill) => {
      const mark = marks[skill] ?? null;
      return mark === null ? [] : [{ skill: code, mark }];
    });
    return [{ id: `${id}-a${day}`, enrolmentId, kind, onDay: at(day), marks: known }];
  });
  return {
    cohort: {
      ...{ startsOn: at(chance.starts), endsOn: at(chance.starts + chance.days) },
      closedOn: chance.closed === null ? null : at(chance.starts + chance.closed),
    },
    programme: PROGRAMME,
    stays: stays.filter(({ cohortId }) => cohortId === id),
    planned: chance.sessions.map(({ day }) => ({ onDay: at(day), from: "16:00", minutes: 120 })),
    ...{ sessions, assessments, fees: chance.fees, cost: chance.cost },
  };
}

/** Three classes with the ways of one to six women through them. */
export const anyGroup: fc.Arbitrary<CountedCohort[]> = fc
  .tuple(anyStays, fc.tuple(anyChance, anyChance, anyChance))
  .map(([stays, chances]) =>
    chances.map((chance, index) => {
      const id = `c${index}`;
      return cohortOf(
        id,
        stays.filter(({ cohortId }) => cohortId === id),
        chance,
      );
    }),
  );

/** Any days of that time, both included. */
export const anySpan = fc
  .tuple(anyDay, anyDay)
  .map(([one, other]) => ({ from: at(Math.min(one, other)), to: at(Math.max(one, other)) }));
