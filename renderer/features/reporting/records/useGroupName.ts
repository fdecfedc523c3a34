import { useAsk } from "../../../lib/calls.ts";
import type { FigureKey } from "../addresses.ts";
import { useWordOf } from "../indicatorWords.ts";

/** What the figure's group is called: a plan, an age band, an account. Null for a whole figure. */
export function useGroupName({ code, period, by, key, office }: FigureKey): string | null {
  const wordOf = useWordOf();
  const whose = office === undefined ? {} : { office };
  const table = useAsk(
    "reporting.indicators",
    { codes: [code], from: period, to: period, by, ...whose },
    { enabled: by !== null && key !== "" },
  );
  if (by === null || key === "") return null;
  const label = table.data?.rows.find((row) => row.key === key)?.label;
  return label ? wordOf(label) : key;
}
