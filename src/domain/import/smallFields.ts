import type { MemberDetails } from "../../contract/membership.ts";
import { foldText } from "../names/foldText.ts";
import { readPhone } from "../phone.ts";

/** A count of children: `3`, `3 enfants`, `aucun`; null when the text is no count from 0 to 40. */
export function readChildren(text: string): number | null {
  const folded = foldText(text);
  if (/^(?:aucun|aucune|zero|non|pas d enfants?|sans|none|no)$/.test(folded)) return 0;
  const digits = /^(\d{1,2})(?: 0)?(?: (?:enfants?|enf|children|child))?$/.exec(folded)?.[1];
  const count = digits === undefined ? Number.NaN : Number(digits);
  return count >= 0 && count <= 40 ? count : null;
}

const PAID = /^(?:oui|o|yes|y|x|ok|1|vrai|true|payee?|paid|reglee?|a jour)$/;

/** Whether a cell of the column "carte payée" says yes. Amounts, years and remarks say nothing certain. */
export function saysPaid(text: string): boolean {
  return PAID.test(foldText(text));
}

type Literacy = MemberDetails["literacy"];

const LITERACY: readonly (readonly [RegExp, Literacy])[] = [
  [
    /^(?:non|n|no|neant|aucun|aucune|none|0|analphabete|illettree|non alphabetisee|non scolarisee|jamais|ne sait (?:ni|pas) .*)$/,
    "none",
  ],
  [/^(?:un peu|peu|debutante|en cours|some|a little|moyen|faible)$/, "some"],
  [/^(?:lit|sait lire|lecture|reads|lit seulement)$/, "reads"],
  [
    /^(?:oui|o|yes|y|alphabetisee|lit et ecrit|sait lire et ecrire|lire et ecrire|reads and writes|primaire|fondamental|secondaire|lycee|def|cep|bac|universite|superieur|scolarisee|niveau .*|\d+ ?(?:e|eme|er|ere) annee)$/,
    "readsAndWrites",
  ],
];

/** What a register says about reading and writing; null for words that say nothing certain. */
export function readLiteracy(text: string): Literacy {
  const folded = foldText(text);
  return LITERACY.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

const LANGUAGE_LENGTH = 30;
const LANGUAGES = 12;

/** `Bambara, français et peul` → three names; null when there are too many or too long ones to keep. */
export function readLanguages(text: string): string[] | null {
  const names = text
    .split(/[,;/+&\n|]|\s(?:et|and|-)\s/iu)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase());
  return names.length <= LANGUAGES && names.every((name) => name.length <= LANGUAGE_LENGTH) ? names : null;
}

export interface EmergencyContact {
  readonly name: string;
  /** E.164, or "". */
  readonly phone: string;
}

/** Splits `Awa (sœur) 76 12 34 56` into whom and where; a text without a readable number is all name. */
export function readEmergency(text: string): EmergencyContact {
  const digits = /(?:\+|00)?\d[\d\s.-]{6,}\d/u.exec(text);
  const phone = digits ? readPhone(digits[0]) : null;
  if (digits === null || phone === null) return { name: text.trim(), phone: "" };
  const around = `${text.slice(0, digits.index)} ${text.slice(digits.index + digits[0].length)}`;
  const name = around
    .replace(/\b(?:t[ée]l|phone)\b[.:\s]*/giu, " ")
    .replace(/[\s,;:/–-]+$|^[\s,;:/–-]+/gu, "");
  return { name: name.replace(/\s+/gu, " ").trim(), phone: phone.e164 };
}

const PAPERS: readonly (readonly [RegExp, NonNullable<MemberDetails["paperKind"]>])[] = [
  [/\bnina\b/, "nina"],
  [/\bpasseport\b|\bpassport\b/, "passport"],
  [/\bconsulaire\b|\bconsular\b/, "consularCard"],
  [/\bacte\b|\bextrait\b|\bnaissance\b|\bbirth\b/, "birthCertificate"],
  [/\belecteur\b|\belectorale\b|\bvoter\b/, "voterCard"],
  [/\bcni\b|\bcin\b|\bcarte\b|\bbiometrique\b|\bnational id\b/, "nationalCard"],
];

/** The kind of identity paper that the cell, or else the heading above it, names. */
export function paperKindOf(cell: string, heading: string): MemberDetails["paperKind"] {
  for (const text of [foldText(cell), foldText(heading)]) {
    const kind = PAPERS.find(([pattern]) => pattern.test(text))?.[1];
    if (kind !== undefined) return kind;
  }
  return null;
}
