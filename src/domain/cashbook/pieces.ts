import type { CashCount } from "../../contract/cashbookTerms.ts";
import type { Francs } from "../../contract/primitives.ts";

type Pieces = CashCount["pieces"];

/** What notes and coins are worth together. */
export function sumOfPieces(pieces: Pieces): Francs {
  return pieces.reduce((sum, { value, pieces: number }) => sum + value * number, 0);
}

/** One line a value, the largest first, values of which there is none left out. */
export function sortedPieces(pieces: Pieces): Pieces {
  const numbers = new Map<number, number>();
  for (const { value, pieces: number } of pieces) numbers.set(value, (numbers.get(value) ?? 0) + number);
  return [...numbers]
    .filter(([, number]) => number > 0)
    .sort(([a], [b]) => b - a)
    .map(([value, number]) => ({ value, pieces: number }));
}
