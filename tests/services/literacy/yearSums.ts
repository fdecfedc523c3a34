import type { LiteracyFigures } from "../../../src/contract/literacyTerms.ts";
import {
  type CohortNote,
  isThere,
  type Notes,
  type PaperNote,
  plusDays,
  REASONS,
  type StayNote,
  slotsWithin,
} from "./yearNotes.ts";

/* The indicators once more, from the test's own notes and by docs/literacy.md alone: day by day, woman by woman. */

export interface Days {
  readonly from: string;
  readonly to: string;
}

const percentOf = (part: number, whole: number) =>
  whole === 0 ? null : Math.floor((20_000 * part + whole) / (2 * whole));

/** Marks at sessions held on days on which she was there: came, of those that count. */
export function presence(notes: Notes, stay: StayNote, days?: Days): { came: number; of: number } {
  let came = 0;
  let of = 0;
  for (const { cohort, onDay, held, marks } of notes.sessions) {
    if (cohort !== stay.cohort || !held || !isThere(stay, onDay)) continue;
    if (days !== undefined && (onDay < days.from || onDay > days.to)) continue;
    const mark = marks.get(stay.id);
    if (mark === "P" || mark === "L") came += 1;
    if (mark !== undefined && mark !== "E") of += 1;
  }
  return { came, of };
}

/** Her absences at the end of what she has marks for, excused ones aside. */
export function lastAbsences(notes: Notes, stay: StayNote): number {
  const hers = notes.sessions
    .filter(({ cohort, held, onDay }) => cohort === stay.cohort && held && isThere(stay, onDay))
    .sort((one, other) => (one.onDay < other.onDay ? -1 : 1))
    .map(({ marks }) => marks.get(stay.id))
    .join("")
    .replaceAll("E", "");
  return hers.length - hers.replace(/A+$/, "").length;
}

/** Whether these marks pass by the programme's rule, with her attendance of the whole class. */
export function passes(notes: Notes, { stay, marks }: PaperNote): boolean {
  const { skills, pass } = stay.cohort.programme;
  if (skills.some(({ code }) => !marks.has(code))) return false;
  const share = (some: typeof skills) => {
    const got = some.reduce((all, { code }) => all + (marks.get(code) ?? 0), 0);
    const most = some.reduce((all, skill) => all + skill.most, 0);
    return Math.floor((100 * got) / most);
  };
  const { came, of } = presence(notes, stay);
  const domains = [...Map.groupBy(skills, ({ domain }) => domain).values()];
  return (
    share(skills) >= pass.overall &&
    domains.every((some) => share(some) >= pass.eachDomain) &&
    (percentOf(came, of) ?? 0) >= 100 * pass.attendance
  );
}

/** The paper that counts of those up to a day: her last retake, or the one at the end. */
export function lastPaper({ papers }: Notes, stay: StayNote, until = "9999"): PaperNote | undefined {
  const hers = papers.filter((paper) => paper.stay === stay && paper.onDay <= until);
  const sorted = (kind: string) =>
    hers.filter((paper) => paper.kind === kind).sort((one, other) => (one.onDay < other.onDay ? 1 : -1));
  return sorted("retake")[0] ?? sorted("end")[0];
}

const lastDayOf = ({ endsOn, closedOn }: CohortNote) => [endsOn, closedOn ?? endsOn].sort()[0] ?? endsOn;

/** Whether she was in the class on one of the days while it ran, asked day by day. */
function wasThere(stay: StayNote, { from, to }: Days): boolean {
  const last = lastDayOf(stay.cohort);
  for (let day = from; day <= to; day = plusDays(day, 1))
    if (day >= stay.cohort.startsOn && day <= last && isThere(stay, day)) return true;
  return false;
}

/** Why she left them all in these days; undefined where she is still there, went on elsewhere or stayed to the end. */
function goneFor(hers: readonly StayNote[], { to }: Days): string | undefined {
  const lastDayIn = ({ endedOn, cohort }: StayNote) => endedOn ?? lastDayOf(cohort);
  if (hers.some((stay) => lastDayIn(stay) > to)) return undefined;
  const last = [...hers].sort((one, other) => (lastDayIn(one) < lastDayIn(other) ? 1 : -1))[0];
  return REASONS.find((reason) => reason === last?.end);
}

function womenIn(notes: Notes, group: readonly CohortNote[], days: Days) {
  const stays = notes.stays.filter((stay) => group.includes(stay.cohort) && wasThere(stay, days));
  const byWoman = Map.groupBy(stays, ({ woman }) => woman);
  const reasons = [...byWoman.values()].map((hers) => goneFor(hers, days));
  const papers = stays.flatMap((stay) => {
    const paper = lastPaper(notes, stay, days.to);
    const isComplete = stay.cohort.programme.skills.every(({ code }) => paper?.marks.has(code));
    return paper !== undefined && paper.onDay >= days.from && isComplete ? [paper] : [];
  });
  const atEnd = stays.filter((stay) => {
    const last = lastDayOf(stay.cohort);
    return isThere(stay, last < days.to ? last : days.to);
  });
  const count = (some: readonly StayNote[]) => new Set(some.map(({ woman }) => woman)).size;
  return {
    ...{ enrolled: byWoman.size, attending: count(atEnd), reasons },
    assessed: count(papers.map(({ stay }) => stay)),
    passed: count(papers.filter((paper) => passes(notes, paper)).map(({ stay }) => stay)),
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** All indicators of some classes in these days. */
export function figuresFrom(notes: Notes, group: readonly CohortNote[], days: Days): LiteracyFigures {
  const { enrolled, attending, reasons, assessed, passed } = womenIn(notes, group, days);
  const isIn = (day: string) => day >= days.from && day <= days.to;
  const marks = notes.stays
    .filter(({ cohort }) => group.includes(cohort))
    .map((stay) => presence(notes, stay, days));
  const gone = reasons.filter((reason) => reason !== undefined).length;
  const paid = (lines: readonly { cohort: CohortNote; on: string; amount: number }[]) =>
    total(lines.filter(({ cohort, on }) => group.includes(cohort) && isIn(on)).map(({ amount }) => amount));
  const cost = paid(notes.allowances);
  const taught = notes.sessions.filter(
    ({ cohort, held, onDay }) => group.includes(cohort) && held && isIn(onDay),
  );
  const slots = group.flatMap((cohort) => slotsWithin(cohort, days.from, days.to));
  return {
    cohorts: group.filter((cohort) => cohort.startsOn <= days.to && lastDayOf(cohort) >= days.from).length,
    ...{ enrolled, attending, assessed, passed, dropouts: gone, cost, fees: paid(notes.fees) },
    attendanceRate: percentOf(total(marks.map(({ came }) => came)), total(marks.map(({ of }) => of))),
    dropoutRate: percentOf(gone, enrolled),
    reasons: REASONS.map((reason) => ({ reason, women: reasons.filter((one) => one === reason).length })),
    completionRate: percentOf(passed, enrolled),
    successRate: percentOf(passed, assessed),
    minutesPlanned: total(slots.map(({ minutes }) => minutes)),
    minutesTaught: total(taught.map(({ minutes }) => minutes)),
    costPerLearner: enrolled === 0 ? null : Math.round(cost / enrolled),
  };
}
