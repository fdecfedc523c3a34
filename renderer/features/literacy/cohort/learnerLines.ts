import type { CohortFile, CohortRow, LearnerLine } from "../../../../src/contract/literacyViews.ts";
import type { Francs } from "../../../../src/contract/primitives.ts";

export interface LearnerGroups {
  /** In the class, or to come into it on a day that is set. */
  readonly present: readonly LearnerLine[];
  readonly waiting: readonly LearnerLine[];
  /** Left, moved or finished, the latest first. */
  readonly gone: readonly LearnerLine[];
}

const isGone = ({ state }: LearnerLine) => state === "left" || state === "moved" || state === "finished";

/** The women of a class as the page shows them: who is in it, who waits, who is no longer there. */
export function groupLearners(learners: readonly LearnerLine[]): LearnerGroups {
  const here = learners.filter((line) => !isGone(line));
  return {
    present: here.filter(({ startsOn }) => startsOn !== null),
    waiting: here.filter(({ startsOn }) => startsOn === null),
    gone: learners
      .filter(isGone)
      .toSorted((one, other) => (other.endedOn ?? "").localeCompare(one.endedOn ?? "")),
  };
}

/** What one may do with a stay. */
export type StayAction = "fee" | "admit" | "move" | "leave" | "comeBack";

/** What of a class decides what may be done with its stays. */
export interface StayRules {
  /** What a woman pays for the class. */
  readonly fee: Francs;
  readonly isClosed: boolean;
  /** Stays that another one follows: she came back already, or went on in another class. */
  readonly followed: ReadonlySet<string>;
}

export function stayRules({ details, state, learners }: Pick<CohortFile, "details" | "state" | "learners">) {
  const before = learners.flatMap(({ previousId }) => (previousId === null ? [] : [previousId]));
  const moved = learners.flatMap((line) => (line.end === "movedCohort" ? [line.enrolmentId] : []));
  const rules: StayRules = {
    fee: details.fee,
    isClosed: state === "closed",
    followed: new Set([...before, ...moved]),
  };
  return rules;
}

/** What may be done with a stay, the usual first. */
export function actionsOf(line: LearnerLine, rules: StayRules): StayAction[] {
  const isIn = line.startsOn !== null;
  const owes: StayAction[] = line.feeLeft > 0 ? ["fee"] : [];
  if (rules.isClosed) return owes;
  if (line.endedOn === null) return isIn ? [...owes, "move", "leave"] : ["admit", "leave"];
  const mayReturn = isIn && line.state === "left" && !rules.followed.has(line.enrolmentId);
  return mayReturn ? [...owes, "comeBack"] : owes;
}

/** Classes that a woman of this one may go on in: another one of the same level and language, not closed. */
export function movesTo(
  from: Pick<CohortFile, "id" | "office" | "level" | "language">,
  cohorts: readonly CohortRow[],
): CohortRow[] {
  return cohorts.filter(
    ({ id, office, level, language }) =>
      id !== from.id && office === from.office && level === from.level && language === from.language,
  );
}
