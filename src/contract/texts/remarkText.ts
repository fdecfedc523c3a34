import type { RowRemark } from "../imports.ts";
import type { Language } from "../primitives.ts";
import { REMARKS_EN } from "./remarks.en.ts";
import { REMARKS_FR } from "./remarks.fr.ts";
import { fillSentence } from "./sentence.ts";

const CATALOGUES = { fr: REMARKS_FR, en: REMARKS_EN };

/** The sentence that explains one remark on a row of a register. */
export function remarkText(language: Language, remark: RowRemark): string {
  const { code, ...about } = remark;
  const values = Object.entries(about).filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[1] !== "",
  );
  return fillSentence(CATALOGUES[language][code], Object.fromEntries(values));
}
