import { FIRST_NAMES_KEYED } from "./blockingKeys.ts";
import { type Person, traitsOf } from "./likelihood.ts";
import { birthYear } from "./nearBirth.ts";

/**
 * Keys by which the same woman is found in two registers: fewer meet under them than under `blockingKeys`, because
 * headquarters compares all offices with each other. Whoever is likely one woman (`LIKELY`) shares one: the phone, a
 * name with a year of birth (paired both ways, so that neighbours meet) or a day of any year, or an exact day with one
 * of the names.
 */
export function matchKeys(person: Person): string[] {
  const { surname, firstNames, phone, birth } = traitsOf(person);
  const keys = phone === "" ? [] : [`p:${phone}`];
  if (birth !== null) {
    const year = birthYear(birth);
    for (const word of firstNames.slice(0, FIRST_NAMES_KEYED)) {
      const name = [surname, word].sort().join("+");
      keys.push(`y:${name}:${year >> 1}:a`, `y:${name}:${(year + 1) >> 1}:b`);
      if (birth.kind === "exact") keys.push(`m:${name}:${birth.on.slice(5)}`);
    }
    if (birth.kind === "exact") {
      for (const word of [surname, ...firstNames.slice(0, FIRST_NAMES_KEYED)])
        keys.push(`d:${birth.on}:${word}`);
    }
  }
  return [...new Set(keys)];
}
