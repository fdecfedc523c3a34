import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type { Dhis2Check } from "../../../../src/contract/reportingViews.ts";

type Problem = Dhis2Check["problems"][number];
type Value = Dhis2Check["values"][number];

/** What keeps the file from being written first; what is said twice, once. */
export function orderedProblems(
  problems: readonly Problem[],
): { readonly name: string; readonly problem: Problem }[] {
  const nameOf = ({ problem, office, code, key, uid }: Problem) =>
    [problem, office, code, key, uid].map((part) => part ?? "").join(" ");
  const once = new Map(problems.map((problem) => [nameOf(problem), problem]));
  return [...once]
    .map(([name, problem]) => ({ name, problem }))
    .sort((a, b) => Number(b.problem.stops) - Number(a.problem.stops));
}

export interface ValueRow {
  readonly name: string;
  readonly code: string;
  readonly key: string;
  readonly cells: readonly { readonly office: OfficeCode; readonly value: number | null }[];
}

/** The values of the file, a figure a line and an office a column. */
export function valueMatrix(values: readonly Value[]): {
  readonly offices: readonly OfficeCode[];
  readonly rows: readonly ValueRow[];
} {
  const offices = [...new Set(values.map(({ office }) => office))].sort();
  const byFigure = Map.groupBy(values, ({ code, by, key }) => `${code} ${by ?? ""} ${key}`);
  const rows = [...byFigure].flatMap(([name, some]): ValueRow[] => {
    const [first] = some;
    if (first === undefined) return [];
    const cells = offices.map((office) => ({
      office,
      value: some.find((one) => one.office === office)?.value ?? null,
    }));
    return [{ name, code: first.code, key: first.key, cells }];
  });
  return { offices, rows };
}
