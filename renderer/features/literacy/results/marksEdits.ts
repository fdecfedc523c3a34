import type { InputOf } from "../../../../src/contract/index.ts";
import type {
  Assessment,
  AssessmentKind,
  Skill,
  SkillDomain,
} from "../../../../src/contract/literacyTerms.ts";
import type { CohortResults, LearnerResult } from "../../../../src/contract/literacyViews.ts";
import type { CalendarDate, Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { overallPercent } from "../../../../src/domain/literacy/assessing.ts";

/* Marks that were typed and are not saved yet lie over those that are. */

export interface LearnerEdit {
  /** The assessment's, or the one that it gets when it is saved: sending it twice makes it once. */
  readonly id: Id;
  /** As typed, by the skill's code; empty for a mark that was taken away. */
  readonly marks: Readonly<Record<string, string>>;
}

export interface MarksEdits {
  /** As typed; null while nobody changed it. */
  readonly day: string | null;
  /** Marks that are saved already get this day too. */
  readonly redate: boolean;
  readonly learners: Readonly<Record<Id, LearnerEdit>>;
}

export const NO_MARKS: MarksEdits = { day: null, redate: false, learners: {} };

export interface MarksRow {
  readonly learner: LearnerResult;
  readonly saved: Assessment | null;
  /** As shown, by the skill's code. */
  readonly marks: ReadonlyMap<string, string>;
  /** She has her certificate: nothing changes any more. */
  readonly isLocked: boolean;
  readonly isDirty: boolean;
}

const DOMAINS: readonly SkillDomain[] = ["reading", "writing", "numeracy", "life"];

/** The skills, those of one domain side by side. */
export function skillsByDomain(skills: readonly Skill[]): { domain: SkillDomain; skills: Skill[] }[] {
  return DOMAINS.map((domain) => ({
    domain,
    skills: skills.filter((skill) => skill.domain === domain),
  })).filter((group) => group.skills.length > 0);
}

/** The latest day on which this kind was held; undefined where it never was. */
export function lastDayOf({ learners }: CohortResults, kind: AssessmentKind): CalendarDate | undefined {
  return learners
    .flatMap(({ assessments }) => assessments.filter((one) => one.kind === kind).map(({ onDay }) => onDay))
    .sort()
    .at(-1);
}

function savedOf({ assessments }: LearnerResult, kind: AssessmentKind, day: CalendarDate): Assessment | null {
  // Each retake is one of its own; of the other kinds there is one.
  return assessments.find((one) => one.kind === kind && (kind !== "retake" || one.onDay === day)) ?? null;
}

/** Who is marked: who is in the class or stayed to its end; again only who did not pass. */
function isMarked(learner: LearnerResult, kind: AssessmentKind): boolean {
  if (kind !== "retake") return learner.state === "attending" || learner.state === "finished";
  const hasEnd = learner.assessments.some((one) => one.kind === "end");
  return hasEnd && learner.outcome !== null && !learner.outcome.passed;
}

function rowOf(learner: LearnerResult, saved: Assessment | null, edit: LearnerEdit | undefined): MarksRow {
  const before = new Map((saved?.marks ?? []).map(({ skill, mark }) => [skill, String(mark)]));
  const marks = new Map(before);
  for (const [skill, typed] of Object.entries(edit?.marks ?? {}))
    if (typed === "") marks.delete(skill);
    else marks.set(skill, typed);
  const isSame =
    marks.size === before.size && [...marks].every(([skill, typed]) => before.get(skill) === typed);
  return { learner, saved, marks, isLocked: learner.certificate !== null, isDirty: !isSame };
}

/** The grid of one kind. @param day tells one retake from another */
export function rowsOf(
  results: CohortResults,
  kind: AssessmentKind,
  day: CalendarDate,
  edits: MarksEdits,
): MarksRow[] {
  return results.learners.flatMap((learner) => {
    const saved = savedOf(learner, kind, day);
    const edit = edits.learners[learner.enrolmentId];
    return saved === null && !isMarked(learner, kind) ? [] : [rowOf(learner, saved, edit)];
  });
}

/** Writes one mark. @param freshId for a woman who has no such assessment yet */
export function withMark(
  edits: MarksEdits,
  { learner, saved }: Pick<MarksRow, "learner" | "saved">,
  mark: { readonly skill: string; readonly typed: string },
  freshId: Id,
): MarksEdits {
  const known = edits.learners[learner.enrolmentId] ?? { id: saved?.id ?? freshId, marks: {} };
  const marks = { ...known.marks, [mark.skill]: mark.typed };
  return { ...edits, learners: { ...edits.learners, [learner.enrolmentId]: { ...known, marks } } };
}

/** Whether what was typed is a mark of this skill. Nothing typed is no mark, and nothing wrong. */
export function isOnScale({ most }: Pick<Skill, "most">, typed: string | undefined): boolean {
  return typed === undefined || (/^\d{1,3}$/.test(typed) && Number(typed) <= most);
}

export interface WrongMark {
  readonly enrolmentId: Id;
  readonly skill: Skill;
}

/** The first mark that is off its scale, in the order of the grid. */
export function firstWrong(rows: readonly MarksRow[], skills: readonly Skill[]): WrongMark | null {
  for (const { learner, marks } of rows)
    for (const skill of skills)
      if (!isOnScale(skill, marks.get(skill.code))) return { enrolmentId: learner.enrolmentId, skill };
  return null;
}

/** Marks in the order of the grid, without those off their scale. */
function marksOf({ marks }: MarksRow, skills: readonly Skill[]) {
  return skills.flatMap((skill) => {
    const typed = marks.get(skill.code);
    return typed === undefined || !isOnScale(skill, typed)
      ? []
      : [{ skill: skill.code, mark: Number(typed) }];
  });
}

/** Points and percent as they stand while marks are typed; null without any. */
export function sumOf(row: MarksRow, skills: readonly Skill[]): { points: number; percent: number } | null {
  const marks = marksOf(row, skills);
  if (marks.length === 0) return null;
  const points = marks.reduce((sum, { mark }) => sum + mark, 0);
  return { points, percent: overallPercent({ skills: [...skills] }, marks) };
}

/** Rows to send: what was typed, and with `redate` also what has another day. */
export function toSend(rows: readonly MarksRow[], redate: boolean, day: CalendarDate): MarksRow[] {
  return rows.filter(
    ({ isLocked, isDirty, saved }) =>
      !isLocked && (isDirty || (redate && saved !== null && saved.onDay !== day)),
  );
}

type Sent = InputOf<"literacy.saveAssessment">["learners"];

/** @param freshId for a row that only gets another day: it is known already, and keeps its own */
export function learnersOf(
  rows: readonly MarksRow[],
  edits: MarksEdits,
  skills: readonly Skill[],
  freshId: () => Id,
): Sent {
  return rows.map((row) => ({
    id: edits.learners[row.learner.enrolmentId]?.id ?? row.saved?.id ?? freshId(),
    enrolmentId: row.learner.enrolmentId,
    marks: marksOf(row, skills),
  }));
}

/** Where a refusal belongs on the grid. */
export interface Fault {
  readonly enrolmentId: Id;
  /** Null for the woman herself. */
  readonly skill: string | null;
  readonly refusal: Refusal;
}

/** The row or the mark that a refusal of `saveAssessment` speaks of; null where it speaks of neither. */
export function faultOf(refusal: Refusal, sent: Sent): Fault | null {
  const [, at, , mark] = /^learners\.(\d+)(\.marks\.(\d+))?/.exec(refusal.field ?? "") ?? [];
  const row = sent[Number(at)];
  if (at === undefined || row === undefined) return null;
  return {
    enrolmentId: row.enrolmentId,
    skill: mark === undefined ? null : (row.marks[Number(mark)]?.skill ?? null),
    refusal,
  };
}
