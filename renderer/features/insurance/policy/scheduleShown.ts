import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";

export type ScheduleLine = PolicyFile["schedule"][number];

/** Two years of months; older ones on demand. */
const MOST = 24;
/** Of what is still to come the next periods are enough. */
const COMING = 2;

/** The newest first. Without `all`, the next periods to come and the last two years. */
export function scheduleShown(lines: readonly ScheduleLine[], all: boolean): readonly ScheduleLine[] {
  const newestFirst = lines.toSorted((a, b) => b.from.localeCompare(a.from));
  if (all) return newestFirst;
  const coming = newestFirst.filter(({ state }) => state === "coming").slice(-COMING);
  return newestFirst.filter((line) => line.state !== "coming" || coming.includes(line)).slice(0, MOST);
}
