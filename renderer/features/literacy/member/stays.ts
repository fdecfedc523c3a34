import type { LearnerPath } from "../../../../src/contract/literacyViews.ts";

export type PathStay = LearnerPath["stays"][number];

/** Her stays, the latest beginning first; where she still waits for a place comes before all. */
export function newestFirst(stays: readonly PathStay[]): PathStay[] {
  const since = ({ startsOn }: PathStay) => startsOn ?? "9999-12-31";
  return stays.toSorted((one, other) => since(other).localeCompare(since(one)));
}
