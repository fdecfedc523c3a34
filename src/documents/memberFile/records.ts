import type { Content, ContentTable, CustomTableLayout, TableCell } from "pdfmake/interfaces.js";
import type { z } from "zod";
import type { Card, MemberChange, Term } from "../../contract/membership.ts";
import type { Language } from "../../contract/primitives.ts";
import { showCount, showDay, showFrancs, showInstant } from "../../domain/format.ts";
import { COLOURS, fill, mm, TABULAR } from "../design/paper.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";

const LAYOUT: CustomTableLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 0.9 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (row) => (row === 1 ? COLOURS.indigo : COLOURS.hairline),
  paddingLeft: (column) => (column === 0 ? 0 : 5),
  paddingRight: () => 5,
  paddingTop: () => 3,
  paddingBottom: () => 2.5,
};

function head(captions: readonly string[]): TableCell[] {
  return captions.map((text) => ({ text, bold: true, fontSize: 8, color: COLOURS.indigo }));
}

function nothing(text: string): Content {
  return { text, color: COLOURS.muted };
}

function table(
  widths: ContentTable["table"]["widths"],
  captions: readonly string[],
  rows: TableCell[][],
): Content {
  return {
    fontSize: 9,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      ...(widths ? { widths } : {}),
      body: [head(captions), ...rows],
    },
    layout: LAYOUT,
  };
}

/** Paid terms, oldest first, and between them the days that nothing covers. */
export function termsTable(
  terms: readonly z.infer<typeof Term>[],
  texts: DocumentTexts,
  language: Language,
): Content {
  const own = texts.memberFile;
  if (terms.length === 0) return nothing(own.noTerms);
  const rows = terms.flatMap((term): TableCell[][] => [
    ...(term.gapDays === 0 ? [] : [gapRow(term.gapDays, own, language)]),
    [
      { text: showDay(term.startsOn), ...TABULAR },
      { text: showDay(term.endsOn), ...TABULAR },
      { text: term.voucherNumber ? showFrancs(term.price, language) : own.none, ...TABULAR },
      term.voucherNumber ?? own.none,
    ],
  ]);
  return table(
    [mm(32), mm(32), mm(40), "*"],
    [own.termFrom, own.termTo, own.termPrice, own.termReceipt],
    rows,
  );
}

function gapRow(days: number, own: DocumentTexts["memberFile"], language: Language): TableCell[] {
  const text = days === 1 ? own.gapOne : fill(own.gap, { days: showCount(days, language) });
  return [{ text, colSpan: 4, color: COLOURS.ochre, fillColor: COLOURS.ochrePale }, {}, {}, {}];
}

export function cardsTable(cards: readonly z.infer<typeof Card>[], texts: DocumentTexts): Content {
  const own = texts.memberFile;
  if (cards.length === 0) return nothing(own.noCards);
  const rows = cards.map((card): TableCell[] => [
    String(card.issue),
    { text: showDay(card.issuedOn), ...TABULAR },
    { text: showDay(card.validUntil), ...TABULAR },
    texts.words.cardState[card.state],
  ]);
  const captions = [own.cardIssue, own.cardIssued, own.cardValid, own.cardState];
  return table([mm(32), mm(32), mm(40), "*"], captions, rows);
}

/** When, by whom and which fields; never what stood in them. */
export function historyTable(
  history: readonly z.infer<typeof MemberChange>[],
  texts: DocumentTexts,
): Content {
  const own = texts.memberFile;
  if (history.length === 0) return nothing(own.noHistory);
  const fields: Readonly<Record<string, string>> = texts.words.field;
  const changes: Readonly<Record<string, string>> = texts.words.change;
  const rows = history.map((change): TableCell[] => [
    { text: showInstant(change.at), ...TABULAR },
    change.by || change.office,
    changes[`${change.entity}.${change.op}`] ?? texts.words.change.other,
    // A field without a word of its own is bookkeeping that would tell her nothing.
    change.fields.flatMap((name) => fields[name] ?? []).join(", "),
  ]);
  const captions = [own.historyAt, own.historyBy, own.historyWhat, own.historyFields];
  return table([mm(32), mm(32), mm(40), "*"], captions, rows);
}
