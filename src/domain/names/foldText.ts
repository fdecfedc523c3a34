import { remember } from "./remember.ts";

/**
 * Marks, with the twenty-one signs that Unicode made letters after SQLite's search index had taken its tables: inside a
 * word the index would see two words where we see one.
 */
const MARKS = /[\p{M}\u19B0-\u19C0\u19C8\u19C9\u1CF2\u1CF3]+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const SPECIAL = /[ɛɔɲŋœæßøđħʼ]/g;
const PLAIN: Readonly<Record<string, string>> = {
  ɛ: "e",
  ɔ: "o",
  ɲ: "n",
  ŋ: "n",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  đ: "d",
  ħ: "h",
  ʼ: " ",
};
const ALREADY_FOLDED = /^[a-z0-9]*(?: [a-z0-9]+)*$/;

const fold = remember((text: string): string =>
  text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(NOT_WORD, " ")
    .trim(),
);

/**
 * Text as it is searched and compared: without accents and capitals, Bambara ɛ ɔ ɲ ŋ as e o n n; apostrophes,
 * hyphens and all other punctuation as single blanks; trimmed. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return ALREADY_FOLDED.test(text) ? text : fold(text);
}

/** The folded words of a text; empty for a text without letters and digits. */
export function foldedWords(text: string): string[] {
  const folded = foldText(text);
  return folded === "" ? [] : folded.split(" ");
}
