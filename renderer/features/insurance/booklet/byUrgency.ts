import type { OutputOf } from "../../../../src/contract/index.ts";

export type CheckupRow = OutputOf<"insurance.checkups">[number];

/** The states of a booklet, the most urgent first. */
export const CHECKUP_STATES = ["late", "never", "due", "done"] as const;

/** Whom to send first: the latest of all, then who never went; of equals by name. */
export function byUrgency(rows: readonly CheckupRow[]): CheckupRow[] {
  const rank = ({ state }: CheckupRow) => CHECKUP_STATES.indexOf(state);
  const name = (row: CheckupRow) => `${row.surname} ${row.firstNames}`;
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || a.dueOn.localeCompare(b.dueOn) || name(a).localeCompare(name(b)),
  );
}
