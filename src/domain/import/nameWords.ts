import { isClanName } from "../names/clanNames.ts";
import { foldText } from "../names/foldText.ts";

/** Counts of a word as surname and as first name in this file. */
export interface NameWords {
  add(surname: string, firstNames: string, weight: number): void;
  isSurname(word: string): boolean;
  isFirstName(word: string): boolean;
}

/** So often a word must have been seen in one place to count as belonging there. */
export const SEEN_OFTEN = 2;
const CLEARLY = 3;

/** Remembers which words stand as surnames and which as first names in one register. */
export function createNameWords(): NameWords {
  const counts = new Map<string, { surname: number; first: number }>();
  const bump = (word: string, by: "surname" | "first", weight: number): void => {
    const key = foldText(word);
    const held = counts.get(key) ?? { surname: 0, first: 0 };
    held[by] += weight;
    counts.set(key, held);
  };
  const countsOf = (word: string) => counts.get(foldText(word)) ?? { surname: 0, first: 0 };
  return {
    add(surname, firstNames, weight) {
      bump(surname, "surname", weight);
      for (const word of firstNames.split(" ")) bump(word, "first", weight);
    },
    isSurname(word) {
      const { surname, first } = countsOf(word);
      if (isClanName(word)) return first <= CLEARLY * (surname + 1);
      return surname >= SEEN_OFTEN && surname >= CLEARLY * first;
    },
    isFirstName(word) {
      const { surname, first } = countsOf(word);
      return !isClanName(word) && first >= SEEN_OFTEN && first >= CLEARLY * surname;
    },
  };
}
