import type { Language } from "../../../src/contract/primitives.ts";
import { remarkText } from "../../../src/contract/texts/remarkText.ts";
import type { Remark } from "./source.ts";

/** Guillemets and colons stay with their words where a line ends. */
function unbroken(sentence: string): string {
  return sentence.replace(/« /g, "«\u00a0").replace(/ ([»:;!?])/g, "\u00a0$1");
}

/** « Naissance » : la phrase. The column's own heading first, so that the cell is found in the file. */
export function remarkSentence(remark: Remark, language: Language): string {
  const sentence = unbroken(remarkText(language, remark));
  if (remark.column === null || remark.column === "") return sentence;
  const column = language === "fr" ? `«\u00a0${remark.column}\u00a0»\u00a0: ` : `“${remark.column}”: `;
  return column + sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
