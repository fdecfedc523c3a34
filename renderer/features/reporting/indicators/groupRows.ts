import type { BothLanguages, Shown } from "../../../../src/contract/reportingTerms.ts";
import type { IndicatorTable } from "../../../../src/contract/reportingViews.ts";

export interface GroupRow {
  readonly key: string;
  readonly label: BothLanguages;
  readonly cells: readonly Shown[];
}

const isSomething = ({ value, masked }: Shown) => masked || (value ?? 0) !== 0;

/** The groups in which anything was counted, and the whole figure where the answer has it. */
export function groupRows({ rows }: IndicatorTable): {
  readonly rows: readonly GroupRow[];
  readonly totals: readonly Shown[] | null;
} {
  const groups = rows
    .filter(({ key, cells }) => key !== "" && cells.some(isSomething))
    .map(({ key, label, cells }) => ({ key, label: label ?? { fr: key, en: key }, cells }));
  return { rows: groups, totals: rows.find(({ key }) => key === "")?.cells ?? null };
}
