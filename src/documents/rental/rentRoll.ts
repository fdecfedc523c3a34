import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { OutputOf } from "../../contract/index.ts";
import type { OfficeScope } from "../../contract/primitives.ts";
import type { RollLine } from "../../contract/rentalViews.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { showPhone } from "../../domain/phone.ts";
import { runningPages, title } from "../design/letterhead.ts";
import { monthTitle } from "../design/monthName.ts";
import {
  A4,
  COLOURS,
  fill,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { remark, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type RentalWords, scopeName } from "./wording.ts";

export interface RentRollData extends PaperContext {
  readonly month: string;
  readonly scope: OfficeScope;
  readonly lines: readonly RollLine[];
  readonly totals: OutputOf<"rental.roll">["totals"];
  readonly madeBy: string;
}

const MARGIN = 12;
const FIGURES = ["brought", "due", "received", "left", "advance"] as const;

/** The rents of a month, a line a lease, on A4 lying on its long side. */
export function rentRoll(data: RentRollData): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const own = words.roll;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${data.month}`, data.on, data.language),
    ...runningPages(
      { width: A4.height, height: A4.width, margin: MARGIN },
      data.office,
      data.language,
      fill(words.shared.madeOn, { day: showDay(data.on), person: data.madeBy }),
    ),
    content: [
      title(own.title, 2),
      {
        text: `${monthTitle(data.month, data.language)} · ${scopeName(data.scope, data, words)} · F\u00a0CFA`,
        bold: true,
        fontSize: 11,
        margin: [0, 0, 0, 8],
      },
      ...(data.lines.length === 0
        ? [{ text: own.empty, color: COLOURS.muted }]
        : [table(data, words), remark(own.note)]),
    ],
  };
  return { page, photos: new Map() };
}

function table({ lines, totals, language }: RentRollData, words: RentalWords): Content {
  const own = words.roll;
  const francs = (amount: number) => (amount === 0 ? words.shared.none : showCount(amount, language));
  return ruledTable({
    dense: true,
    columns: [
      { caption: words.shared.lease, width: 26 },
      { caption: words.shared.tenant, width: "*" },
      { caption: words.shared.phone, width: 32 },
      { caption: words.shared.manyPremises, width: 40 },
      ...FIGURES.map((figure) => ({ caption: own[figure], width: 25, figures: true })),
    ],
    rows: lines.map((line) => [
      line.number,
      (line.tenantName || words.shared.none) + (line.ended ? ` (${own.ended})` : ""),
      showPhone(line.tenantPhone),
      line.premises.join(", "),
      ...FIGURES.map((figure) => francs(line[figure])),
    ]),
    total: [words.shared.total, "", "", "", ...FIGURES.map((figure) => showCount(totals[figure], language))],
  });
}
