import { foldText } from "../names/foldText.ts";
import { tidyText } from "../names/tidyName.ts";
import type { NameOrder } from "./headings.ts";
import { type NameWords, SEEN_OFTEN } from "./nameWords.ts";

/** Surname and first names as they were written; `isUnsure` where nothing settles which word is which. */
export interface JointName {
  readonly surname: string;
  readonly firstNames: string;
  /** What stood in brackets or after `dite`, `alias`, `née`, `épouse`. */
  readonly alsoKnownAs: string;
  readonly isUnsure: boolean;
}

const TITLE = /^(?:(?:mme|mlle|mrs|miss|ms|madame|mademoiselle|mesdames)\b\.?\s*)+/iu;
const BRACKETS = /\(([^)]*)\)?/gu;
const NICKNAME = /\s(?:dite?|alias|surnomm[ée]e?|aka)\s+(?<name>.+)$/iu;
const OTHER_SURNAME = /\s(?<name>(?:n[ée]e|[ée]pouse|[ée]p\.?|[ée]pse|veuve|vve)\s+.+)$/iu;
/** Words that begin a surname and never are one. */
const PARTICLES = new Set([
  "de",
  "da",
  "dos",
  "du",
  "el",
  "al",
  "ould",
  "mint",
  "ben",
  "bint",
  "ag",
  "wallet",
  "van",
  "n",
  "m",
]);
const HAS_LETTER = /\p{L}/u;
/** `Total : 612` under the last name. */
const SUM = /^(?:sous )?(?:total|totaux|nombre|effectif)\b/;

interface Words {
  readonly words: readonly string[];
  readonly alsoKnownAs: string;
  /** Number of words before a comma, which ends the surname; 0 without one. */
  readonly beforeComma: number;
}

function wordsOf(text: string): Words {
  const aside: string[] = [];
  const keep = (_: string, inside: string): string => {
    aside.push(tidyText(inside));
    return " ";
  };
  let line = tidyText(text).replace(TITLE, "").replace(BRACKETS, keep);
  for (const pattern of [NICKNAME, OTHER_SURNAME]) {
    const found = pattern.exec(line);
    if (!found?.groups?.name) continue;
    aside.push(found.groups.name);
    line = line.slice(0, found.index);
  }
  const letters = (part: string): string[] => part.split(" ").filter((word) => HAS_LETTER.test(word));
  const [before = "", ...after] = line.replace(/\s*['’‘`´]\s*/gu, "’").split(",");
  const words = [...letters(before), ...letters(after.join(" "))];
  const alsoKnownAs = aside.filter((name) => name !== "").join(", ");
  return { words, alsoKnownAs, beforeComma: after.length > 0 ? letters(before).length : 0 };
}

function isCapitals(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, "");
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** The words in capitals, where some but not all are and they stand together at one end. */
function capitalsAt(words: readonly string[]): { end: "start" | "finish"; count: number } | null {
  const flags = words.map(isCapitals);
  const count = flags.filter(Boolean).length;
  if (count === 0 || count === words.length) return null;
  if (flags.slice(0, count).every(Boolean)) return { end: "start", count };
  return flags.slice(-count).every(Boolean) ? { end: "finish", count } : null;
}

type Split = Pick<JointName, "surname" | "firstNames" | "isUnsure">;

function surnameAtStart(words: readonly string[], count: number, isUnsure: boolean): Split {
  return { surname: words.slice(0, count).join(" "), firstNames: words.slice(count).join(" "), isUnsure };
}

function surnameAtFinish(words: readonly string[], count: number, isUnsure: boolean): Split {
  return { surname: words.slice(-count).join(" "), firstNames: words.slice(0, -count).join(" "), isUnsure };
}

function lengthAtStart(words: readonly string[]): number {
  return words.length > 2 && PARTICLES.has(foldText(words[0] ?? "")) ? 2 : 1;
}

function lengthAtFinish(words: readonly string[]): number {
  return words.length > 2 && PARTICLES.has(foldText(words.at(-2) ?? "")) ? 2 : 1;
}

function byCapitals(words: readonly string[], order: NameOrder, known: NameWords): Split | null {
  const capitals = capitalsAt(words);
  if (capitals === null) return null;
  const atStart = capitals.end === "start";
  // "TOURE AWA Saran": the clerk's hand stayed on the key one word too long.
  const next = words[1] ?? "";
  const overrun = atStart && capitals.count > 1 && known.isFirstName(next) && !known.isSurname(next);
  const count = overrun ? 1 : capitals.count;
  const split = atStart ? surnameAtStart : surnameAtFinish;
  const agrees = order === "unknown" || (order === "surnameFirst") === atStart;
  if (agrees) return split(words, count, false);
  // Capitals against the heading: "Ya DAO" under "Nom et prénom", or "Tounkara MAÏMOUNA".
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  const [capital, plain] = atStart ? [first, last] : [last, first];
  if (known.isSurname(capital) && !known.isSurname(plain)) return split(words, count, false);
  if (known.isSurname(plain) && !known.isSurname(capital)) {
    return order === "surnameFirst"
      ? surnameAtStart(words, lengthAtStart(words), false)
      : surnameAtFinish(words, lengthAtFinish(words), false);
  }
  return split(words, count, true);
}

function byKnownWords(words: readonly string[], order: NameOrder, known: NameWords): Split {
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  const startIsSurname = known.isSurname(first);
  const finishIsSurname = known.isSurname(last);
  if (order === "unknown") {
    if (startIsSurname !== finishIsSurname) {
      return startIsSurname
        ? surnameAtStart(words, lengthAtStart(words), false)
        : surnameAtFinish(words, lengthAtFinish(words), false);
    }
    return surnameAtStart(words, lengthAtStart(words), true);
  }
  const atStart = order === "surnameFirst";
  const [expected, other] = atStart ? [first, last] : [last, first];
  if (known.isFirstName(expected) && !known.isSurname(expected)) {
    // The order is turned round, or the surname is missing: a person must look.
    const isTurned = known.isSurname(other);
    return atStart !== isTurned
      ? surnameAtStart(words, lengthAtStart(words), true)
      : surnameAtFinish(words, lengthAtFinish(words), true);
  }
  return atStart
    ? surnameAtStart(words, lengthAtStart(words), false)
    : surnameAtFinish(words, lengthAtFinish(words), false);
}

/**
 * Parts a joint cell (`DAO Ya`, `Ya DAO`, `Konaté N’Deye`, `TEMBÉLY Tata Hawa`) into surname and first names: by a
 * comma, by the words in capitals if only some are, by the heading's order, and by which words are surnames in the
 * rest of the register or in the region. One word alone is first names without a surname, unless it is known as one.
 */
export function readJointName(text: string, order: NameOrder, known: NameWords): JointName {
  const { words, alsoKnownAs, beforeComma } = wordsOf(text);
  const [only = ""] = words;
  if (words.length < 2 || SUM.test(foldText(only))) {
    const isSurname = known.isSurname(only) || SUM.test(foldText(only));
    return {
      surname: isSurname ? only : "",
      firstNames: isSurname ? "" : only,
      alsoKnownAs,
      isUnsure: false,
    };
  }
  if (beforeComma > 0 && beforeComma < words.length) {
    return { ...surnameAtStart(words, beforeComma, false), alsoKnownAs };
  }
  return { ...(byCapitals(words, order, known) ?? byKnownWords(words, order, known)), alsoKnownAs };
}

/**
 * Learns from one joint cell which of its words is the surname, where capitals agree with the heading (twice the
 * weight) or, without capitals, where the heading alone says it.
 */
export function learnJointName(text: string, order: NameOrder, known: NameWords): void {
  const { words } = wordsOf(text);
  if (words.length < 2) return;
  const capitals = capitalsAt(words);
  if (capitals !== null) {
    const agrees = order === "unknown" || (order === "surnameFirst") === (capitals.end === "start");
    if (!agrees || capitals.count > 1) return;
    const { surname, firstNames } = (capitals.end === "start" ? surnameAtStart : surnameAtFinish)(
      words,
      1,
      false,
    );
    known.add(surname, firstNames, SEEN_OFTEN);
  } else if (order !== "unknown") {
    const { surname, firstNames } = (order === "surnameFirst" ? surnameAtStart : surnameAtFinish)(
      words,
      1,
      false,
    );
    known.add(surname, firstNames, 1);
  }
}
