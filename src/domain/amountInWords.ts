import { toCardinal as toEnglish } from "n2words/en-GB";
import { toCardinal as toFrench } from "n2words/fr-FR";
import type { Francs, Language } from "../contract/primitives.ts";

const MILLION = 1_000_000;

/**
 * The noun after the number. *Million* and *milliard* are nouns in French: right after them comes "de francs".
 * One and zero take the singular.
 */
function frenchFrancs(amount: Francs): string {
  if (amount >= MILLION && amount % MILLION === 0) return "de francs CFA";
  return amount < 2 ? "franc CFA" : "francs CFA";
}

/**
 * An amount as it is written out on a receipt: `deux mille cinq cents francs CFA`, `un million de francs CFA`;
 * in English `two thousand five hundred CFA francs`. French in the traditional spelling.
 * @param amount whole francs, from 0 to 1,000,000,000
 * @throws RangeError for anything else
 */
export function amountInWords(amount: Francs, language: Language): string {
  if (!Number.isInteger(amount) || amount < 0 || amount > 1_000 * MILLION) {
    throw new RangeError("an amount in words is a whole number of francs from 0 to 1,000,000,000");
  }
  if (language === "fr") return `${toFrench(amount)} ${frenchFrancs(amount)}`;
  return `${toEnglish(amount)} CFA ${amount === 1 ? "franc" : "francs"}`;
}
