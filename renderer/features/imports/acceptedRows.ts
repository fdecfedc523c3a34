import type { InputOf } from "../../../src/contract/index.ts";
import type { Outcome, Preview, Row } from "./source.ts";

export type Shown = Outcome | "all";

export function rowsOf(preview: Preview, shown: Shown): readonly Row[] {
  return shown === "all" ? preview.rows : preview.rows.filter((row) => row.outcome === shown);
}

/** The ticked doubtful rows as the service takes them: short where it is all or none of them. */
export function acceptance(preview: Preview, ticked: ReadonlySet<number>): InputOf<"imports.run">["accept"] {
  const doubtful = rowsOf(preview, "doubtful").map((row) => row.row);
  const accepted = doubtful.filter((row) => ticked.has(row));
  if (accepted.length === 0) return "none";
  return accepted.length === doubtful.length ? "all" : accepted;
}

/** The set with this row added or taken out. */
export function toggled(ticked: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(ticked);
  if (!next.delete(row)) next.add(row);
  return next;
}

/** Which rows a person has to look at first. */
export function firstShown({ counts }: Preview): Shown {
  if (counts.doubtful > 0) return "doubtful";
  if (counts.refused > 0) return "refused";
  return "all";
}
