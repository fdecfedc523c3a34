import type { Call } from "../call.ts";

/** How long work lets cancellation through; a `Call` is one that tells nothing of how far it has come. */
export interface Pace {
  /** @param lines taken since the last time. @throws what `Call.breathe` throws */
  breathe(lines?: number): Promise<void>;
}

/** Every entry is a line in the chain and one in a tier's part. */
const LINES_AN_ENTRY = 2;

export function linesOf(range: { first: number; last: number }): number {
  return Math.max(0, range.last - range.first + 1) * LINES_AN_ENTRY;
}

export interface StickPace extends Pace {
  /** The next file begins; it is done with its last line, or when the one after it begins. */
  begin(lines: number): void;
}

/** Tells the screen how many of a stick's lines are taken, by what its files say of themselves. */
export function stickPace(call: Call, total: number): StickPace {
  let [done, end] = [0, 0];
  const tell = () => call.progress({ done, total });
  return {
    begin: (lines) => {
      done = end;
      end += lines;
      tell();
    },
    breathe: async (lines = 0) => {
      // What had waited for a file is taken with it, and is not in its count.
      done = Math.min(done + lines, end);
      tell();
      await call.breathe();
    },
  };
}
