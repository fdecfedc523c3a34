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
  add(person: Person, ref: Ref): void;
  /** The most likely earlier one from `LIKELY` on, the first added among equals; null when there is none. */
  find(person: Person): LikelyDuplicate<Ref> | null;
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
  return {
    add(person, ref) {
      const traits = traitsOf(person);
      const at = people.push({ traits, ref }) - 1;
      for (const key of narrowKeys(traits)) enter(key, at);
    },
    find(person) {
      const traits = traitsOf(person);
      const candidates = new Set<number>();
      for (const key of narrowKeys(traits)) {
        const held = byKey.get(key);
        if (typeof held === "number") candidates.add(held);
        else for (const at of held ?? []) candidates.add(at);
      }
      let best: LikelyDuplicate<Ref> | null = null;
      for (const at of [...candidates].sort((a, b) => a - b)) {
        const other = people[at];
        if (other === undefined) continue;
        const found = likelihoodOf(traits, other.traits);
        if (found.likelihood >= LIKELY && found.likelihood > (best?.likelihood ?? 0))
          best = { ...found, ref: other.ref };
      }
      return best;
    },
  };
}
