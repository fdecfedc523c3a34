import { namePairs } from "./blockingKeys.ts";
import {
  LIKELY,
  type Likelihood,
  likelihoodOf,
  type Person,
  type PersonTraits,
  traitsOf,
} from "./likelihood.ts";
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

/**
 * Keys narrower than `blockingKeys`, each of a fact and a name together, so that a hundred thousand people from a few
 * dozen names, or a birth date or phone that a clerk gave to everybody, never make long lists to compare.
 */
function narrowKeys(traits: PersonTraits): string[] {
  const words = [...new Set([traits.surname, traits.firstNames[0] ?? ""])];
  const keys: string[] = [];
  if (traits.phone !== "") for (const word of words) keys.push(`p${traits.phone}${word}`);
  const { birth } = traits;
  if (birth === null) return keys;
  if (birth.kind === "exact") for (const word of words) keys.push(`b${birth.on}${word}`);
  // Years are paired both ways (1984+1985 and 1985+1986), so that neighbours share a key.
  const year = birthYear(birth);
  for (const pair of namePairs(traits)) {
    keys.push(`y${year >> 1}${pair}`, `z${(year + 1) >> 1}${pair}`);
    if (birth.kind === "exact") keys.push(`d${birth.on.slice(5)}${pair}`);
  }
  return keys;
}

/** Finds likely duplicates in memory, in time that does not grow with the number of people added. */
export function createDuplicateIndex<Ref>(): DuplicateIndex<Ref> {
  const people: { readonly traits: PersonTraits; readonly ref: Ref }[] = [];
  const byKey = new Map<string, number | number[]>();
  const enter = (key: string, at: number): void => {
    const held = byKey.get(key);
    if (held === undefined) byKey.set(key, at);
    else if (typeof held === "number") byKey.set(key, [held, at]);
    else held.push(at);
  };
  const addUnder = (keys: readonly string[], traits: PersonTraits, ref: Ref): void => {
    const at = people.push({ traits, ref }) - 1;
    for (const key of keys) enter(key, at);
  };
  const findUnder = (keys: readonly string[], traits: PersonTraits): LikelyDuplicate<Ref> | null => {
    let best: LikelyDuplicate<Ref> | null = null;
    let bestAt = people.length;
    const compare = (at: number): void => {
      const other = people[at];
      if (other === undefined) return;
      const found = likelihoodOf(traits, other.traits);
      if (found.likelihood < Math.max(LIKELY, best?.likelihood ?? 0)) return;
      if (best !== null && found.likelihood === best.likelihood && at >= bestAt) return;
      best = { ...found, ref: other.ref };
      bestAt = at;
    };
    for (const key of keys) {
      const held = byKey.get(key);
      if (typeof held === "number") compare(held);
      else if (held !== undefined) for (const at of held) compare(at);
    }
    return best;
  };
  return {
    add: (traits, ref) => addUnder(narrowKeys(traits), traits, ref),
    find: (traits) => findUnder(narrowKeys(traits), traits),
    findThenAdd(traits, ref) {
      const keys = narrowKeys(traits);
      const found = findUnder(keys, traits);
      if (!found?.reasons.includes("sameName")) addUnder(keys, traits, ref);
      return found;
    },
  };
}
