/** The pages of the classes, in the order of a working day. */
export const PLACES = [
  { to: "/literacy", word: "cohorts" },
  { to: "/literacy/week", word: "week" },
  { to: "/literacy/figures", word: "figures" },
  { to: "/literacy/trainers", word: "trainers" },
] as const;

export const cohortPath = (id: string) => `/literacy/cohorts/${id}`;

/** The attendance of some days; of this week where none are named. */
export function sheetPath(id: string, span?: { readonly from: string; readonly to: string }): string {
  const days = span === undefined ? "" : `?from=${span.from}&to=${span.to}`;
  return `${cohortPath(id)}/sheet${days}`;
}

export const resultsPath = (id: string) => `${cohortPath(id)}/results`;
