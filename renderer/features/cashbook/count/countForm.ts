import { DENOMINATIONS } from "../../../../src/contract/cashbookTerms.ts";
import type { Francs } from "../../../../src/contract/primitives.ts";
import { sumOfPieces } from "../../../../src/domain/cashbook/pieces.ts";

export type Pieces = Readonly<Record<string, number | "">>;

/** A count as it is typed: how many of each note and coin, or what the statement says. */
export type CountValues = { pieces: Record<string, number | "">; statement: number | ""; reason: string };

export function emptyCount(): CountValues {
  return { pieces: {}, statement: "", reason: "" };
}

/** The pieces that were counted; what was left empty is none. */
export function piecesOf(pieces: Pieces): { value: number; pieces: number }[] {
  return DENOMINATIONS.flatMap((value) => {
    const count = pieces[value] || 0;
    return count > 0 ? [{ value, pieces: count }] : [];
  });
}

/** Whether anything was typed: an empty box is counted with a nought. */
export function isCounted({ pieces, statement }: CountValues, isCash: boolean): boolean {
  return isCash ? Object.values(pieces).some((count) => count !== "") : statement !== "";
}

export function countedOf({ pieces, statement }: CountValues, isCash: boolean): Francs {
  return isCash ? sumOfPieces(piecesOf(pieces)) : statement || 0;
}
