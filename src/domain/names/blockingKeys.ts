import { type Person, traitsOf } from "./likelihood.ts";

/** Enough to find every likely duplicate; further first names add rows, not finds. */
export const FIRST_NAMES_KEYED = 2;

/**
 * Keys by which a database finds whom to compare with `likelihood`: store them for every member, look up those of
 * the newcomer. Two records that share none of them are never likely duplicates, save for two slips of the pen at
 * once. At most four keys: `n:` sounds of the surname and of a first name, in alphabetical order so that exchanged
 * columns still meet; `p:` phone; `b:` exact birth date.
 */
export function blockingKeys(person: Person): string[] {
  const { surname, firstNames, phone, birth } = traitsOf(person);
  const keys = firstNames.slice(0, FIRST_NAMES_KEYED).map((word) => `n:${[surname, word].sort().join("+")}`);
  if (phone !== "") keys.push(`p:${phone}`);
  if (birth?.kind === "exact") keys.push(`b:${birth.on}`);
  return [...new Set(keys)];
}
