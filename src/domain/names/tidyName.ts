import { remember } from "./remember.ts";

const APOSTROPHES = /\s*['’‘`´ʼ′]\s*/gu;
const CONTROLS = /[\p{Cc}\p{Cf}]+/gu;
const BLANKS = /\s+/gu;
const HYPHENS = /\s*[‐‑‒–—-]\s*/gu;
/** Small words inside a name keep the small letter that a person gave them: Ag, ould, de. */
const PARTICLES = new Set([
  "ag",
  "al",
  "ben",
  "bint",
  "da",
  "de",
  "dite",
  "dos",
  "du",
  "el",
  "mint",
  "ould",
  "wallet",
]);

/** One line: control characters and runs of blanks become one blank; trimmed. */
export function tidyText(text: string): string {
  return text.replace(CONTROLS, " ").replace(BLANKS, " ").trim();
}

/** A letter whose capital would be two (`ß`, `ﬁ`) stays small: the pair would be taken for capitals the next time. */
function titleCase(part: string): string {
  const [first = "", ...rest] = part.toLowerCase();
  const capital = first.toUpperCase();
  return ([...capital].length === 1 ? capital : first) + rest.join("");
}

function tidyWord(word: string): string {
  if (PARTICLES.has(word)) return word;
  const isMixed = word !== word.toUpperCase() && word !== word.toLowerCase();
  if (isMixed && word[0] !== word[0]?.toLowerCase()) return word;
  return word
    .split("-")
    .map((part) => part.split("’").map(titleCase).join("’"))
    .join("-");
}

const tidy = remember((text: string): string => {
  const line = tidyText(text.normalize("NFC")).replace(APOSTROPHES, "’").replace(HYPHENS, "-");
  return line.split(" ").map(tidyWord).join(" ").normalize("NFC");
});

/**
 * A name as it is stored: one line, typographic apostrophe, and `Sissoko`, `Marie-Laure`, `N’Deye` for what came in
 * capitals or small letters only. A word that already mixes both (`N’Deye`, `McCarthy`) keeps its letters.
 */
export function tidyName(text: string): string {
  return tidy(text);
}
