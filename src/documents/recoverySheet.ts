import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CalendarDate, Language, OfficeCode } from "../contract/primitives.ts";
import { showLongDay } from "../domain/format.ts";
import { heading, title, topCloth } from "./design/letterhead.ts";
import {
  A4,
  COLOURS,
  drawing,
  FAMILIES,
  fill,
  mm,
  type PaperDefinition,
  pathVector,
  startDefinition,
} from "./design/paper.ts";
import { qrPath } from "./design/qrPath.ts";
import { documentTexts } from "./texts/documentTexts.ts";

export interface RecoverySheetData {
  /** All that tells whose code this is: the sheet names nobody. */
  readonly officeCode: OfficeCode;
  /** As it is shown, in groups parted by dashes or blanks. */
  readonly recoveryCode: string;
  readonly on: CalendarDate;
  readonly language: Language;
}

const MARGIN = 22;
const GROUPS_A_ROW = 4;
const CELL = { width: 8.4, height: 13, gap: 9.4, padding: 1.8 } as const;
const CODE_TOP = 66;
const QR_SIDE = 34;

/** The recovery code on an A4 page, large, with its QR code and what to do with it. */
export function recoverySheet(data: RecoverySheetData): PaperDefinition {
  const texts = documentTexts(data.language).recovery;
  const groups = data.recoveryCode.trim().split(/[\s\p{Pd}]+/u);
  const rows = Math.ceil(groups.length / GROUPS_A_ROW);
  const below = CODE_TOP + rows * (CELL.height + 4) + 6;
  const page: TDocumentDefinitions = {
    ...startDefinition(texts.title, data.on, data.language),
    pageSize: { width: mm(A4.width), height: mm(A4.height) },
    pageMargins: [mm(MARGIN), mm(24), mm(MARGIN), mm(15)],
    content: [
      drawing(topCloth(0, A4.width)),
      title(texts.title, 6),
      { text: fill(texts.lead, { office: data.officeCode }), fontSize: 11 },
      {
        text: fill(texts.made, { day: showLongDay(data.on, data.language) }),
        color: COLOURS.muted,
        margin: [0, 4, 0, 0],
      },
      ...codeGroups(groups),
      ...scanBlock(data.recoveryCode, texts, below),
      {
        absolutePosition: { x: mm(MARGIN), y: mm(below + QR_SIDE + 12) },
        columns: [{ width: mm(A4.width - 2 * MARGIN), stack: instructions(texts) }],
      },
    ],
  };
  return { page, photos: new Map() };
}

type RecoveryTexts = ReturnType<typeof documentTexts>["recovery"];

/** Each character in a cell of its own width, so that groups read like those of a typewriter. */
function codeGroups(groups: readonly string[]): Content[] {
  const cells: Parameters<typeof drawing>[0] = [];
  const letters: Content[] = [];
  for (const [index, group] of groups.entries()) {
    const groupWidth = group.length * CELL.width;
    const x = MARGIN + CELL.padding + (index % GROUPS_A_ROW) * (4 * CELL.width + CELL.gap);
    const y = CODE_TOP + Math.floor(index / GROUPS_A_ROW) * (CELL.height + 4);
    cells.push({
      type: "rect",
      x: mm(x - CELL.padding),
      y: mm(y),
      w: mm(groupWidth + 2 * CELL.padding),
      h: mm(CELL.height),
      r: 4,
      color: COLOURS.indigoPale,
      lineWidth: 0,
    });
    for (const [place, character] of [...group].entries()) {
      letters.push({
        absolutePosition: { x: mm(x + place * CELL.width), y: mm(y) + 5 },
        columns: [
          {
            width: mm(CELL.width),
            text: character,
            alignment: "center",
            fontSize: 22,
            lineHeight: 1,
            bold: true,
            color: COLOURS.indigo,
            fontFeatures: ["tnum", "zero"],
          },
        ],
      });
    }
  }
  return [drawing(cells), ...letters];
}

function scanBlock(code: string, texts: RecoveryTexts, y: number): Content[] {
  const symbol = qrPath(code, { x: mm(MARGIN), y: mm(y), side: mm(QR_SIDE), level: "Q" });
  return [
    drawing([pathVector({ d: symbol, color: COLOURS.ink })]),
    {
      absolutePosition: { x: mm(MARGIN + QR_SIDE + 8), y: mm(y) },
      columns: [
        {
          width: mm(A4.width - 2 * MARGIN - QR_SIDE - 8),
          stack: [{ text: texts.scanLabel, color: COLOURS.muted, margin: [0, 0, 0, 8] }, warning(texts)],
        },
      ],
    },
  ];
}

function warning(texts: RecoveryTexts): Content {
  return {
    table: {
      widths: ["*"],
      body: [
        [
          {
            stack: [
              {
                text: texts.warningTitle,
                font: FAMILIES.title,
                bold: true,
                fontSize: 12,
                color: COLOURS.ochre,
              },
              { text: texts.warning },
            ],
          },
        ],
      ],
    },
    layout: {
      defaultBorder: false,
      fillColor: COLOURS.ochrePale,
      paddingLeft: () => 10,
      paddingRight: () => 10,
      paddingTop: () => 6,
      paddingBottom: () => 8,
    },
  };
}

function instructions(texts: RecoveryTexts): Content[] {
  const list = (items: readonly string[]): Content => ({
    ol: items.map((text) => ({ text, margin: [4, 0, 0, 4] })),
    fontSize: 10.5,
    markerColor: COLOURS.ochre,
  });
  return [heading(texts.keepTitle), list(texts.keep), heading(texts.useTitle), list(texts.use)];
}
