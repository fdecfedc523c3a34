import type { Placement } from "../../../../src/contract/literacyTerms.ts";
import type { CohortRow } from "../../../../src/contract/literacyViews.ts";
import type { CalendarDate, Id } from "../../../../src/contract/primitives.ts";
import { dayTyped, type Typed } from "../formFaults.ts";

/** The class into which somebody is enrolled, as far as the form knows it. */
export type OpenCohort = Pick<CohortRow, "id" | "details" | "level" | "attending">;

export const TESTED = ["reading", "writing", "numeracy"] as const;

/** The form of an enrolment. */
export type EnrolValues = {
  memberId: Id | null;
  cohortId: Id | null;
  on: string;
  wait: boolean;
  reading: Typed;
  writing: Typed;
  numeracy: Typed;
};

export function isFull({ attending, details }: OpenCohort): boolean {
  return attending >= details.capacity;
}

/** The marks of the placement test; null where none was held, `"part"` where some are missing. */
export function readPlacement({ reading, writing, numeracy }: EnrolValues): Placement | null | "part" {
  if (reading === "" && writing === "" && numeracy === "") return null;
  if (reading === "" || writing === "" || numeracy === "") return "part";
  return { reading, writing, numeracy };
}

/** What the form says, in the shape of the contract, still to be parsed by it. */
export function enrolInput(id: Id, values: EnrolValues, today: CalendarDate) {
  const { memberId, cohortId, on, wait } = values;
  const placement = readPlacement(values);
  return { id, memberId, cohortId, wait, on: dayTyped(on, today), placement };
}
