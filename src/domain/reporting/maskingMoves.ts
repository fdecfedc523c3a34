/*
 * What a reader of everything shown can and cannot know. A masked cell is safe while another table of whole numbers from
 * 0 would look just the same to her and has another number there: such a table is kept as proof, as the difference to the
 * true one. Proofs are looked for by small steps that leave every known sum as it is; where none is found although there
 * may be one, the caller hides more than it must, never less.
 */

/** A sum of finest cells whose value is known, `minus` taken off. */
export interface KnownSum {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

/** Another table that looks the same: by how much some finest cells differ from the true one. */
export interface OtherTable {
  readonly changes: ReadonlyMap<number, number>;
  /** By how much the sum asked about differs. */
  readonly reach: number;
}

export interface Knowledge {
  /** From now on this sum is known. */
  learn(sum: KnownSum): void;
  /** Takes back what was learnt last. */
  unlearn(): void;
  /** This finest cell can be worked out: no other table changes it. */
  settle(part: number): void;
  /**
   * A table that looks the same and has more (`way` 1) or less (-1) in a sum.
   * @param want how much is enough
   * @returns the farthest found, at most `want`; null when none was found
   */
  otherTable(parts: readonly number[], way: 1 | -1, want: number): OtherTable | null;
}

/** Cells that one step may change, and tries before it is given up. Hiding more is what giving up costs. */
const STEP_CELLS = 16;
const STEP_TRIES = 200;
/** From so many on, a step can be taken often enough at once. */
const AMPLE = 5;

interface Sum extends KnownSum {
  /** What the step under way adds to it: it must be nought again at its end. */
  off: number;
}

interface Touch {
  readonly sum: Sum;
  readonly sign: 1 | -1;
}

/** One way to bring a sum back to nought, the cheapest ranks first. */
interface Option {
  readonly part: number;
  readonly by: 1 | -1;
  readonly rank: number;
}

const sizeOf = ({ plus, minus }: KnownSum) => plus.length + minus.length;

/** @param truth the true values of the finest cells */
export function knowledgeOf(truth: readonly number[]): Knowledge {
  const touching: Touch[][] = truth.map(() => []);
  const learnt: Sum[] = [];
  const settled = new Uint8Array(truth.length);
  const values = Int32Array.from(truth);
  /** The step under way: by how much it changes each cell, and which it changes. */
  const change = new Int8Array(truth.length);
  const step: number[] = [];
  const open: Sum[] = [];
  const moved = new Set<number>();
  let tries = 0;

  const attach = (sum: Sum) => {
    for (const part of sum.plus) touching[part]?.push({ sum, sign: 1 });
    for (const part of sum.minus) touching[part]?.push({ sum, sign: -1 });
  };
  const detach = (sum: Sum) => {
    for (const part of sum.plus) touching[part]?.pop();
    for (const part of sum.minus) touching[part]?.pop();
  };
  const shift = (part: number, by: 1 | -1) => {
    values[part] = (values[part] ?? 0) + by;
    for (const { sum, sign } of touching[part] ?? []) {
      if (sum.off === 0) open.push(sum);
      sum.off += sign * by;
      if (sum.off === 0) open.splice(open.indexOf(sum), 1);
    }
  };
  const costOf = (part: number, by: 1 | -1): number => {
    let cost = 0;
    for (const { sum, sign } of touching[part] ?? []) cost += sum.off * sign * by < 0 ? -1 : 1;
    return cost;
  };
  const optionsOf = (sum: Sum): Option[] => {
    const options: Option[] = [];
    const consider = (part: number, by: 1 | -1) => {
      const value = values[part] ?? 0;
      if (settled[part] === 1 || change[part] !== 0 || (by < 0 && value < 1)) return;
      options.push({ part, by, rank: 2 * costOf(part, by) + (by < 0 && value < AMPLE ? 1 : 0) });
    };
    const back = sum.off > 0 ? -1 : 1;
    for (const part of sum.plus) consider(part, back);
    for (const part of sum.minus) consider(part, back === 1 ? -1 : 1);
    // Of equal ones the last: what is decided later is less likely to be shown.
    return options.sort((a, b) => a.rank - b.rank || b.part - a.part);
  };
  const close = (): boolean => {
    if (open.length === 0) return true;
    if (step.length >= STEP_CELLS) return false;
    const next = open.reduce((least, sum) => (sizeOf(sum) < sizeOf(least) ? sum : least));
    for (const { part, by } of optionsOf(next)) {
      if (++tries > STEP_TRIES) return false;
      step.push(part);
      change[part] = by;
      shift(part, by);
      if (close()) return true;
      shift(part, by === 1 ? -1 : 1);
      change[part] = 0;
      step.pop();
    }
    return false;
  };
  /** Takes the step just found as often as it can be and is wanted; once it is taken already. */
  const repeat = (want: number): number => {
    let times = want;
    for (const part of step) if ((change[part] ?? 0) < 0) times = Math.min(times, (values[part] ?? 0) + 1);
    for (const part of step) {
      values[part] = (values[part] ?? 0) + (change[part] ?? 0) * (times - 1);
      change[part] = 0;
      moved.add(part);
    }
    step.length = 0;
    return times;
  };
  const searchFrom = (asked: Sum, way: 1 | -1, want: number): number => {
    let reach = 0;
    while (reach < want) {
      tries = 0;
      asked.off = -way;
      open.push(asked);
      if (!close()) break;
      reach += repeat(want - reach);
    }
    open.length = 0;
    return reach;
  };
  /** How the values now differ from the true ones; they are the true ones again afterwards. */
  const takeChanges = (): Map<number, number> => {
    const changes = new Map<number, number>();
    for (const part of moved) {
      const change = (values[part] ?? 0) - (truth[part] ?? 0);
      if (change !== 0) changes.set(part, change);
      values[part] = truth[part] ?? 0;
    }
    moved.clear();
    return changes;
  };

  return {
    learn(known) {
      const sum = { ...known, off: 0 };
      learnt.push(sum);
      attach(sum);
    },
    unlearn() {
      const sum = learnt.pop();
      if (sum !== undefined) detach(sum);
    },
    settle(part) {
      settled[part] = 1;
    },
    otherTable(parts, way, want) {
      const asked: Sum = { plus: parts, minus: [], off: 0 };
      attach(asked);
      const reach = searchFrom(asked, way, want);
      detach(asked);
      const changes = takeChanges();
      return reach === 0 ? null : { changes, reach };
    },
  };
}
