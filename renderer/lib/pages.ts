import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { InputOf, OperationName, OutputOf } from "../../src/contract/index.ts";
import { question } from "./calls.ts";
import { useLine } from "./line.ts";

/** How many rows the whole list has; where the answer has a total of another sort they are called `records`. */
type Counted = { readonly total: number } | { readonly records: number };

/** Operations that hand out a list piece by piece: `{offset, limit}` → `{rows, total}`. */
export type PagedOperation = {
  [N in OperationName]: OutputOf<N> extends { rows: readonly unknown[] } & Counted
    ? InputOf<N> extends { offset: number; limit: number }
      ? N
      : never
    : never;
}[OperationName];

export type RowOf<N extends PagedOperation> = OutputOf<N> extends { rows: readonly (infer R)[] } ? R : never;

export interface Pages<N extends PagedOperation> {
  /** Rows in the whole list; 0 until the first answer. */
  readonly total: number;
  /** The first piece's whole answer, with its sums. */
  readonly first: OutputOf<N> | undefined;
  /** Undefined while its piece is on the way. */
  readonly rowAt: (index: number) => RowOf<N> | undefined;
  /** The rows that are on screen; their pieces are asked for. */
  readonly show: (from: number, to: number) => void;
  readonly loading: boolean;
  readonly error: Error | null;
}

const PIECE = 100;

/**
 * A long list, of which only the pieces on screen are held.
 * @param rest  the operation's input without `offset` and `limit`
 */
export function usePages<N extends PagedOperation>(
  name: N,
  rest: Omit<InputOf<N>, "offset" | "limit">,
): Pages<N> {
  const { send } = useLine();
  const [span, setSpan] = useState({ from: 0, to: 0 });
  const pieces = piecesOf(span.from, span.to);
  const answers = useQueries({
    queries: pieces.map((piece) => ({
      ...question(send, name, { ...rest, offset: piece * PIECE, limit: PIECE } as unknown as InputOf<N>),
      placeholderData: keepPreviousData,
    })),
  });
  const loaded = answers.map((answer) => answer.data as Piece<N> | undefined);
  const show = useCallback(
    (from: number, to: number) =>
      setSpan((before) => (sameSpan(before, { from, to }) ? before : { from, to })),
    [],
  );
  return {
    total: countIn(loaded.find((piece) => piece !== undefined)),
    first: loaded[0] as OutputOf<N> | undefined,
    rowAt: (index) => {
      const at = pieces.indexOf(Math.floor(index / PIECE));
      return answers[at]?.isPlaceholderData && pieces.length > 1
        ? undefined
        : loaded[at]?.rows[index % PIECE];
    },
    show,
    loading: answers.some((answer) => answer.isLoading),
    error: answers.find((answer) => answer.error)?.error ?? null,
  };
}

type Piece<N extends PagedOperation> = Counted & { readonly rows: readonly RowOf<N>[] };

function countIn(piece: Counted | undefined): number {
  if (piece === undefined) return 0;
  return "total" in piece ? piece.total : piece.records;
}

/** The first piece is always there: it carries the total and the sums. */
function piecesOf(from: number, to: number): number[] {
  const pieces = new Set([0]);
  for (let piece = Math.floor(from / PIECE); piece <= Math.floor(to / PIECE); piece += 1) pieces.add(piece);
  return [...pieces];
}

function sameSpan(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return piecesOf(a.from, a.to).join() === piecesOf(b.from, b.to).join();
}
