import { type Person, type PersonTraits, traitsOf } from "./likelihood.ts";

/** Enough to find every likely duplicate; further first names add rows, not finds. */
const FIRST_NAMES_KEYED = 2;

/** The surname with each of the first first-names, in alphabetical order so that exchanged columns still meet. */
export function namePairs(traits: PersonTraits): string[] {
  const pairs = traits.firstNames
    .slice(0, FIRST_NAMES_KEYED)
    .map((word) => (word < traits.surname ? `${word}+${traits.surname}` : `${traits.surname}+${word}`));
  return [...new Set(pairs)];
}

/**
 * Keys by which a database finds whom to compare with `likelihood`: store them for every member, look up those of
 * the newcomer. Two records that share none of them are never likely duplicates, save for two slips of the pen at
 * once. At most four keys: `n:` sound of the name, `p:` phone, `b:` exact birth date.
 */
export function blockingKeys(person: Person): string[] {
  const traits = traitsOf(person);
  const keys = namePairs(traits).map((pair) => `n:${pair}`);
  if (traits.phone !== "") keys.push(`p:${traits.phone}`);
  if (traits.birth?.kind === "exact") keys.push(`b:${traits.birth.on}`);
  return keys;
}
