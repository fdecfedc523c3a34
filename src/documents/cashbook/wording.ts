import type { Content } from "pdfmake/interfaces.js";
import type { MonthState } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import { showDay } from "../../domain/format.ts";
import { signBox, title } from "../design/letterhead.ts";
import { A4, COLOURS, fill, mm, type PaperContext } from "../design/paper.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";

export type CashbookWords = DocumentTexts["cashbook"];

/** An account as it stands on paper, in the paper's language. */
export interface NamedAccount {
  readonly number: string;
  readonly name: string;
}

/** In millimetres. */
export const MARGIN = 12;
export const WIDTH = A4.width - 2 * MARGIN;

/** Whose book it is. */
export function scopeName(scope: OfficeScope, { office }: PaperContext, words: CashbookWords): string {
  if (scope === "all") return words.shared.allOffices;
  return scope === office.code
    ? fill(words.shared.ownOffice, { office: office.name })
    : fill(words.shared.otherOffice, { office: scope });
}

/** The name of a paper, what it is about, and what belongs to the right of that. */
export function paperHead(name: string, about: string, beside = ""): Content[] {
  return [
    title(name, 2),
    {
      margin: [0, 0, 0, 7],
      fontSize: 11,
      columns: [
        { width: "*", text: about, bold: true },
        { width: "auto", text: beside, color: COLOURS.muted, fontSize: 9.5, margin: [8, 1, 0, 0] },
      ],
    },
  ];
}

export interface MonthStanding {
  readonly state: MonthState;
  readonly closedOn: CalendarDate | null;
  /** Empty in another office's book: names of its staff do not travel. */
  readonly closedBy: string;
}

/** Whether the month is locked, or may still change. */
export function standingLine(
  { state, closedOn, closedBy }: MonthStanding,
  { shared }: CashbookWords,
): Content {
  if (state !== "closed" || closedOn === null)
    return { text: shared.provisional, bold: true, color: COLOURS.ochre, margin: [0, 0, 0, 6] };
  const text = fill(closedBy === "" ? shared.closed : shared.closedBy, {
    day: showDay(closedOn),
    person: closedBy,
  });
  return { text, bold: true, margin: [0, 0, 0, 6] };
}

/** Two people answer for what stands above. @param width of the page between its margins, in millimetres */
export function twoSignatures(left: string, right: string, width = WIDTH): Content {
  const half = (width - 8) / 2;
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columnGap: mm(8),
    columns: [signBox(left, half, 22), signBox(right, half, 22)],
  };
}
