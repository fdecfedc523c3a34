/** Chance that can be repeated: the same seed rolls the same numbers. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  roll(below: number): number;
  /** True in so many cases of a hundred. */
  percent(chance: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32 (Tommy Ettinger, public domain): small, even, good enough for invented people. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (below: number) => Math.floor(next() * below);
  return {
    roll,
    percent: (chance) => roll(100) < chance,
    pick: (from) => {
      const picked = from[roll(from.length)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
  };
}
