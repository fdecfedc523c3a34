import type { BirthDate } from "../../contract/membership.ts";
import { FIRST_NAMES_KEYED } from "./blockingKeys.ts";
import { LIKELY, type Likelihood, likelihoodOf, type PersonTraits, weightOf } from "./likelihood.ts";
import { birthYear } from "./nearBirth.ts";

export interface LikelyDuplicate<Ref> extends Likelihood {
  readonly ref: Ref;
}

export interface DuplicateIndex<Ref> {
  add(traits: PersonTraits, ref: Ref): void;
  /** The most likely earlier one from `LIKELY` on, the first added among equals; null when there is none. */
  find(traits: PersonTraits): LikelyDuplicate<Ref> | null;
  /**
   * `find`, and then `add` unless one of the very same name was found: one of many equal lines stands for all, else
   * each would be compared with every one before it.
   */
  findThenAdd(traits: PersonTraits, ref: Ref): LikelyDuplicate<Ref> | null;
}

type Key = string | number;

/**
 * A phone or a birth date that so many share was written for want of a better one, and is no reason to compare them
 * all; equal names with equal births still meet under their name.
 */
const LONGEST_LIST = 64;

const MOST_WORDS = 65_536;
const MOST_YEARS = 4096;

/** Words as small numbers, so that keys of two names and a year are numbers too: quick to find, small to keep. */
function createWordNumbers(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    // Beyond so many different words some share a number: they are compared, and told apart by comparing.
    const number = numbers.size % MOST_WORDS;
    numbers.set(word, number);
    return number;
  };
}

/**
 * Where a name and a birth meet: the year paired both ways (1984+1985 and 1985+1986), so that neighbours share a key,
 * and for exact births the day without its year.
 */
function nameKeysOf(traits: PersonTraits, birth: BirthDate, numberOf: (word: string) => number): number[] {
  const year = birthYear(birth);
  const surname = numberOf(traits.surname);
  const keys: number[] = [];
  for (const word of traits.firstNames.slice(0, FIRST_NAMES_KEYED)) {
    const first = numberOf(word);
    // In one order always, so that exchanged columns meet.
    const pair = Math.min(surname, first) * MOST_WORDS + Math.max(surname, first);
    keys.push((pair * MOST_YEARS + (year >> 1)) * 4, (pair * MOST_YEARS + ((year + 1) >> 1)) * 4 + 1);
    if (birth.kind === "exact") {
      const day = Number(birth.on.slice(5, 7)) * 32 + Number(birth.on.slice(8, 10));
      keys.push((pair * MOST_YEARS + day) * 4 + 2);
    }
  }
  return keys;
}

/** Finds likely duplicates in memory, in time that hardly grows with the number of people added. */
export function createDuplicateIndex<Ref>(): DuplicateIndex<Ref> {
  const people: { readonly traits: PersonTraits; readonly ref: Ref }[] = [];
  const byKey = new Map<Key, number | number[]>();
  const numberOf = createWordNumbers();
  const keysOf = (traits: PersonTraits): Key[] => {
    const { birth, phone } = traits;
    const keys: Key[] = birth === null ? [] : nameKeysOf(traits, birth, numberOf);
    if (birth?.kind === "exact") keys.push(birth.on);
    if (phone !== "") keys.push(phone);
    return keys;
  };
  const addUnder = (keys: readonly Key[], traits: PersonTraits, ref: Ref): void => {
    const at = people.push({ traits, ref }) - 1;
    for (const key of keys) {
      const held = byKey.get(key);
      if (held === undefined) byKey.set(key, at);
      else if (typeof held === "number") byKey.set(key, [held, at]);
      else if (typeof key === "number" || held.length < LONGEST_LIST) held.push(at);
    }
  };
  const findUnder = (keys: readonly Key[], traits: PersonTraits): LikelyDuplicate<Ref> | null => {
    let bestAt = -1;
    let bestWeight = LIKELY;
    const compare = (at: number): void => {
      const other = people[at];
      if (other === undefined) return;
      const weight = weightOf(traits, other.traits);
      const isBetter = weight > bestWeight || (weight === bestWeight && (bestAt < 0 || at < bestAt));
      if (!isBetter) return;
      bestWeight = weight;
      bestAt = at;
    };
    for (const key of keys) {
      const held = byKey.get(key);
      if (typeof held === "number") compare(held);
      else if (held !== undefined) for (const at of held) compare(at);
    }
    const best = people[bestAt];
    return best === undefined ? null : { ...likelihoodOf(traits, best.traits), ref: best.ref };
  };
  return {
    add: (traits, ref) => addUnder(keysOf(traits), traits, ref),
    find: (traits) => findUnder(keysOf(traits), traits),
    findThenAdd(traits, ref) {
      const keys = keysOf(traits);
      const found = findUnder(keys, traits);
      if (!found?.reasons.includes("sameName")) addUnder(keys, traits, ref);
      return found;
    },
  };
}
