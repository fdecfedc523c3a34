import type { Language, OfficeScope } from "../../contract/primitives.ts";
import type { PremisesKind } from "../../contract/rentalTerms.ts";
import { periodName } from "../design/monthName.ts";
import { fill, type PaperContext } from "../design/paper.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

export type RentalWords = DocumentTexts["rental"];

export interface NamedPremises {
  readonly code: string;
  readonly kind: PremisesKind;
}

/** `Boutique B-03`; a name that begins with its kind already stands as it is. */
export function premisesName({ code, kind }: NamedPremises, words: RentalWords): string {
  const name = words.shared.premisesKind[kind];
  return code.toLowerCase().startsWith(name.toLowerCase()) ? code : `${name} ${code}`.trim();
}

export function premisesNames(premises: readonly NamedPremises[], words: RentalWords): string {
  return premises.map((one) => premisesName(one, words)).join(", ");
}

/** `mars 2026`, `du 15/03/2026 au 31/03/2026`. */
export function periodOf(span: { readonly from: string; readonly to: string }, language: Language): string {
  const words = documentTexts(language).rental.shared;
  return periodName(span, language, (days) => fill(words.span, days));
}

/** Whose figures a list shows. */
export function scopeName(scope: OfficeScope, { office }: PaperContext, words: RentalWords): string {
  if (scope === "all") return words.shared.allOffices;
  return scope === office.code
    ? fill(words.shared.ownOffice, { office: office.name })
    : fill(words.shared.otherOffice, { office: scope });
}
