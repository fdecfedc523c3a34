import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { runningPages } from "../design/letterhead.ts";
import { A4, fill, type PaperContext, type PaperDefinition, startDefinition } from "../design/paper.ts";
import { remark } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type Journal, journalContent } from "./journal.ts";
import { MARGIN, paperHead, scopeName } from "./wording.ts";

export interface CashBookData extends PaperContext {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly scope: OfficeScope;
  /** What was chosen, in words, as the screen shows it; none for all vouchers. */
  readonly filterWords: readonly string[];
  readonly journal: Journal;
  readonly madeBy: string;
}

/** The cash book between two days, or what was chosen of it. */
export function cashBook(data: CashBookData): PaperDefinition {
  const words = documentTexts(data.language).cashbook;
  const own = words.journal;
  const span = fill(own.span, { from: showDay(data.from), to: showDay(data.to) });
  const { length } = data.journal.lines;
  const count = length === 1 ? own.countOne : fill(own.count, { count: showCount(length, data.language) });
  const page: TDocumentDefinitions = {
    ...startDefinition(own.book, data.on, data.language),
    ...runningPages(
      { ...A4, margin: MARGIN },
      data.office,
      data.language,
      fill(words.shared.madeOn, { day: showDay(data.on), person: data.madeBy }),
    ),
    content: [
      ...paperHead(own.book, `${scopeName(data.scope, data, words)} · ${span} · F\u00a0CFA`, count),
      ...(data.filterWords.length === 0 ? [] : [remark(data.filterWords.join(" · "))]),
      ...journalContent(data.journal, data.language),
    ],
  };
  return { page, photos: new Map() };
}
