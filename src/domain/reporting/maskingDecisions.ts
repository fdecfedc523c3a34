import { type Knowledge, knowledgeOf, type OtherTable } from "./maskingMoves.ts";
import type { Cell, CellTable } from "./maskingTable.ts";

/* Cell by cell: what is masked stays open, or what would close it is masked too. */

/** Counts from 0 up to this one are not shown. */
export const SMALLEST_SHOWN = 5;
/** Between the least and the most that a small masked count may be, as far as a reader can tell. */
const OPEN_RANGE = 5;

/** A masked cell with the proof that it is open: other tables that look the same. */
export interface Guarded {
  readonly parts: readonly number[];
  readonly value: number;
  readonly isSmall: boolean;
  readonly proofs: readonly OtherTable[];
}

/**
 * @param range how far apart the least and the most of a small cell must be
 * @returns null when the cell is not open (or was not found to be) to somebody who knows this
 */
function proofsFor(
  knowledge: Knowledge,
  { parts, value, isSmall }: Guarded,
  range: number,
): readonly OtherTable[] | null {
  if (!isSmall) {
    const other = knowledge.otherTable(parts, 1, 1) ?? knowledge.otherTable(parts, -1, 1);
    return other === null ? null : [other];
  }
  const more = knowledge.otherTable(parts, 1, range);
  if (more === null || value + more.reach < SMALLEST_SHOWN) return null;
  if (more.reach >= range) return [more];
  const less = knowledge.otherTable(parts, -1, range - more.reach);
  return less === null || more.reach + less.reach < range ? null : [more, less];
}

function changesSum({ changes }: OtherTable, parts: ReadonlySet<number>): boolean {
  let change = 0;
  for (const [part, by] of changes) if (parts.has(part)) change += by;
  return change !== 0;
}

export interface Deciding {
  /** Masks a cell. @returns false, and it is not, when it can be worked out all the same */
  mask(cell: Named): boolean;
  /**
   * Shows a cell if all that is masked stays open, else masks it.
   * @param range how far open small counts must stay; five when left out
   */
  decide(cell: Cell, range?: number): boolean;
  /** What is masked, with its proofs, by the keys of cells. */
  readonly guarded: ReadonlyMap<string, Guarded>;
}

/** A cell, or a finest cell that no group names. */
export type Named = Pick<Cell, "key" | "parts" | "value">;

/**
 * Decides over one table. Nothing of it is known at first but that each breakdown adds up to the whole.
 * @param from cells that are shown already, and those that are masked with proofs that stand beside them
 */
export function decidingFor(
  { values, same }: Pick<CellTable, "values" | "same">,
  from: { readonly shown: readonly Cell[]; readonly guarded: ReadonlyMap<string, Guarded> },
): Deciding {
  const knowledge = knowledgeOf(values);
  const guarded = new Map(from.guarded);
  const learn = (parts: readonly number[]) => knowledge.learn({ plus: parts, minus: [] });
  const settle = ({ parts }: Cell) => {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) knowledge.settle(only);
  };
  for (const { left, right } of same) knowledge.learn({ plus: left, minus: right });
  for (const cell of from.shown) {
    learn(cell.parts);
    settle(cell);
  }
  return {
    guarded,
    mask({ key, parts, value }) {
      const cell: Guarded = { parts, value, isSmall: value < SMALLEST_SHOWN, proofs: [] };
      const proofs = proofsFor(knowledge, cell, OPEN_RANGE);
      if (proofs !== null) guarded.set(key, { ...cell, proofs });
      return proofs !== null;
    },
    decide(cell, range = OPEN_RANGE) {
      const parts = new Set(cell.parts);
      const touched = [...guarded].filter(([, { proofs }]) =>
        proofs.some((proof) => changesSum(proof, parts)),
      );
      const renewed: [string, Guarded][] = [];
      learn(cell.parts);
      for (const [key, one] of touched) {
        const proofs = proofsFor(knowledge, one, range);
        if (proofs !== null) {
          renewed.push([key, { ...one, proofs }]);
          continue;
        }
        knowledge.unlearn();
        // The proof that the cell would have broken shows that it is open itself.
        const own = one.proofs.filter((proof) => changesSum(proof, parts));
        guarded.set(cell.key, { parts: cell.parts, value: cell.value, isSmall: false, proofs: own });
        return false;
      }
      for (const [key, one] of renewed) guarded.set(key, one);
      settle(cell);
      return true;
    },
  };
}
