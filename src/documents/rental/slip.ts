import type { Column, Content } from "pdfmake/interfaces.js";
import { clothVectors } from "../design/cloth.ts";
import { fitLine, wrap } from "../design/fitText.ts";
import { signature, signBox } from "../design/letterhead.ts";
import {
  A4,
  A5,
  COLOURS,
  drawing,
  FAMILIES,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { amountBar, ruledTable } from "../design/ruledTable.ts";

/** Half a sheet about one period of one lease. */
export interface Slip {
  readonly title: string;
  readonly number: string;
  readonly bar: { readonly caption: string; readonly amount: string };
  readonly facts: readonly (readonly [caption: string, value: string])[];
  readonly columns: readonly {
    readonly caption: string;
    readonly width: number | "*";
    readonly figures?: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
  /** Under the table, in small letters. */
  readonly notes: readonly string[];
  readonly signs: string;
}

/** In millimetres: A5 lying on its long side, and half of an A4 that stands. */
const HALF = { width: A5.height, height: A4.height / 2 } as const;
const MARGIN = 14;
const WIDTH = HALF.width - 2 * MARGIN;
const CLOTH = { breadth: 4, repeats: 24 } as const;
const FACT_GAP = 6;
/** A short table begins lower: a large amount in words takes three lines above it. */
const FEW_ROWS = 4;
const SIGN = { width: 62, height: 22 } as const;

/** Slips on their own half sheets, or two to a page of A4 with a line to cut along. */
export function slipPages(
  slips: readonly Slip[],
  about: PaperContext & { readonly title: string },
  perPage: 1 | 2,
): PaperDefinition {
  const height = perPage === 2 ? A4.height : A5.width;
  return {
    page: {
      ...startDefinition(about.title, about.on, about.language),
      pageSize: { width: mm(HALF.width), height: mm(height) },
      pageMargins: 0,
      content: slips.map((slip, index): Content => {
        const isFirst = index % perPage === 0;
        return {
          stack: slipContent(slip, about, isFirst ? 0 : HALF.height),
          ...(isFirst && index > 0 ? { pageBreak: "before" } : {}),
        };
      }),
    },
    photos: new Map(),
  };
}

/** A column of content at a fixed place, in millimetres. */
function column(x: number, y: number, width: number, stack: Content[]): Content {
  return { absolutePosition: { x: mm(x), y: mm(y) }, columns: [{ width: mm(width), stack }] };
}

/** @param top where the slip begins on its page, in millimetres */
function slipContent(slip: Slip, about: PaperContext, top: number): Content[] {
  const name = fitLine(slip.title, "GentiumBold", mm(66), [19, 17, 15, 13]);
  return [
    // Absolute positions take no room: without something that does, a page would have no content to break.
    { text: " ", fontSize: 1 },
    furniture(top),
    ...signature(about.office, MARGIN, top + 9, { width: WIDTH - 70, scale: 0.9 }),
    column(MARGIN + WIDTH - 66, top + 8, 66, [
      {
        text: name.text,
        font: FAMILIES.title,
        bold: true,
        fontSize: name.size,
        lineHeight: 0.9,
        color: COLOURS.indigo,
        alignment: "right",
        noWrap: true,
      },
      { text: slip.number, bold: true, fontSize: 10, alignment: "right", margin: [0, 2, 0, 0] },
    ]),
    column(MARGIN, top + 23, WIDTH, [
      amountBar(slip.bar.caption, slip.bar.amount),
      { columnGap: mm(FACT_GAP), columns: slip.facts.map((fact) => factCell(fact, slip.facts.length)) },
    ]),
    column(MARGIN, top + (slip.rows.length > FEW_ROWS ? 57 : 62), WIDTH, [
      ruledTable({ dense: true, columns: slip.columns, rows: slip.rows, total: slip.total }),
    ]),
    column(MARGIN, top + HALF.height - 10 - SIGN.height - 4, WIDTH - SIGN.width - 8, [
      {
        stack: slip.notes.map((text) => ({ text, margin: [0, 0, 0, 4] })),
        fontSize: 8.5,
        color: COLOURS.muted,
      },
    ]),
    column(MARGIN + WIDTH - SIGN.width, top + HALF.height - 10 - SIGN.height - 4, SIGN.width, [
      signBox(slip.signs, SIGN.width, SIGN.height),
    ]),
  ];
}

/** A name at its longest takes smaller letters: the places below stay where they are. */
function factCell([caption, value]: Slip["facts"][number], count: number): Column {
  const width = mm((WIDTH - (count - 1) * FACT_GAP) / count);
  const { lines, size } = oneLineOrTwo(value, width);
  return {
    width,
    stack: [
      { text: caption, fontSize: 8, color: COLOURS.muted },
      ...lines.map((text): Content => ({ text, fontSize: size, lineHeight: 1.05, bold: true, noWrap: true })),
    ],
  };
}

function oneLineOrTwo(text: string, width: number): { lines: readonly string[]; size: number } {
  const whole = fitLine(text, "InterSemiBold", width, [10.5, 9.5, 8.5]);
  if (whole.text === text) return { lines: [text], size: whole.size };
  const [first = "", ...rest] = wrap(text, "InterSemiBold", 8.5, width);
  return { lines: [first, fitLine(rest.join(" "), "InterSemiBold", width, [8.5]).text], size: 8.5 };
}

/** The strip of cloth along its top, and the line to cut along where there is another slip above. */
function furniture(top: number): Content {
  return drawing([
    ...clothVectors({
      x: 0,
      y: mm(top),
      breadth: mm(CLOTH.breadth),
      length: mm(HALF.width),
      repeats: CLOTH.repeats,
      way: "horizontal",
    }),
    ...(top === 0
      ? []
      : [
          {
            type: "line" as const,
            x1: 0,
            y1: mm(top) - 4,
            x2: mm(HALF.width),
            y2: mm(top) - 4,
            lineWidth: 0.6,
            dash: { length: 3, space: 3 },
            lineColor: COLOURS.muted,
          },
        ]),
  ]);
}

/** `KTL-B00007-2026-12`: what a slip is called by. */
export function slipNumber(lease: string, month: string): string {
  return fill("{{lease}}-{{month}}", { lease, month });
}
