import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { MemberRow } from "../contract/membership.ts";
import { showCount, showDay } from "../domain/format.ts";
import { runningPages, title } from "./design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "./design/paper.ts";
import { listTable } from "./lists/listTable.ts";
import { MEMBERS } from "./lists/memberLists.ts";
import { documentTexts } from "./texts/documentTexts.ts";

export interface MemberListData extends PaperContext {
  readonly rows: readonly MemberRow[];
  /** Of several offices: each line says whose it is. */
  readonly withOffice: boolean;
  /** What was chosen, in words, as the screen shows it; none for all members. */
  readonly filterWords: readonly string[];
  readonly printedBy: string;
}

const MARGIN = 12;
/** Millimetres, in the order of `cells`. They fill the page between its margins. */
const WIDTHS = [25, 38, 46, 22, 34, 40, 21, 25, 22] as const;
const WIDTHS_WITH_OFFICE = [16, 25, 35, 41, 22, 34, 32, 21, 25, 22] as const;
const CELL_PADDING = 4;

/** A list of members on A4 lying on its long side, its heading on every page. */
export function memberList(data: MemberListData): PaperDefinition {
  const { memberList: texts } = documentTexts(data.language);
  const { rows } = data;
  const printed = fill(texts.printed, { day: showDay(data.on), person: data.printedBy });
  const count =
    rows.length === 1 ? texts.member : fill(texts.members, { count: showCount(rows.length, data.language) });
  const chosen = data.filterWords.length === 0 ? texts.all : data.filterWords.join(" · ");
  const page: TDocumentDefinitions = {
    ...startDefinition(texts.title, data.on, data.language),
    ...runningPages(
      { width: A4.height, height: A4.width, margin: MARGIN },
      data.office,
      data.language,
      `${texts.confidential} ${printed}.`,
    ),
    content: [
      title(texts.title, 2),
      {
        columns: [
          { width: "*", text: chosen, color: COLOURS.muted },
          { width: "auto", text: count, bold: true },
        ],
        margin: [0, 0, 0, 8],
      },
      rows.length === 0 ? { text: texts.empty, color: COLOURS.muted, margin: [0, 20, 0, 0] } : table(data),
    ],
  };
  return { page, photos: new Map() };
}

function table(data: MemberListData): Content {
  const { headings, cells } = listTable(MEMBERS, data.rows, {
    language: data.language,
    withOffices: data.withOffice,
    withNames: true,
  });
  const widths = data.withOffice ? WIDTHS_WITH_OFFICE : WIDTHS;
  const head = headings.map((text): TableCell => ({ text, bold: true, fontSize: 8, color: COLOURS.indigo }));
  return {
    fontSize: 8.5,
    lineHeight: 1.05,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => mm(width) - 2 * CELL_PADDING),
      body: [head, ...cells.map((row): TableCell[] => row.map(String))],
    },
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 1 : 0.4),
      vLineWidth: () => 0,
      hLineColor: (row) => (row === 1 ? COLOURS.indigo : COLOURS.hairline),
      paddingLeft: () => CELL_PADDING,
      paddingRight: () => CELL_PADDING,
      paddingTop: () => 2,
      paddingBottom: () => 1.4,
    },
  };
}
