import type { Content } from "pdfmake/interfaces.js";
import { COLOURS, FAMILIES } from "../design/paper.ts";

/** The paper's colours for a chart; the chart's room names what each is for. */
export const CHART_PALETTE = {
  ground: "#ffffff",
  ink: COLOURS.ink,
  soft: COLOURS.muted,
  grid: COLOURS.hairline,
  strong: COLOURS.indigo,
  warm: COLOURS.ochre,
} as const;

const TEXT_SIZE = 7.5;
const BETWEEN = 16;

/** Points: the width between the margins of a page of A4 (20 mm), and half of it, with a gap between two. */
const FULL_WIDTH = (170 / 25.4) * 72;
const HALF_WIDTH = (FULL_WIDTH - BETWEEN) / 2;

/** How a chart is to be drawn for a place on a page: over the whole width, or two side by side. */
export const CHART_PLACES = {
  full: { width: FULL_WIDTH, height: 160, textSize: TEXT_SIZE, palette: CHART_PALETTE, font: FAMILIES.text },
  half: { width: HALF_WIDTH, height: 200, textSize: TEXT_SIZE, palette: CHART_PALETTE, font: FAMILIES.text },
} as const;

export interface DrawnChart {
  readonly title: string;
  /** Drawn by the charts' room in one of `CHART_PLACES`. */
  readonly svg: string;
  /** A line below in small letters: where the figures come from, what is missing. */
  readonly note?: string;
}

/** A chart with its title; both stay on one page. */
export function chartBlock({ title, svg, note }: DrawnChart): Content {
  return {
    unbreakable: true,
    margin: [0, 6, 0, 8],
    stack: [
      {
        // The blank at the end is in the chart's own font: a drawing finds only fonts that a text has used.
        text: [
          { text: title, bold: true },
          { text: " ", font: FAMILIES.text, bold: false },
        ],
        fontSize: 9.5,
        color: COLOURS.indigo,
        margin: [0, 0, 0, 4],
      },
      { svg },
      ...(note === undefined
        ? []
        : [{ text: note, fontSize: 7.5, color: COLOURS.muted, margin: [0, 2, 0, 0] } satisfies Content]),
    ],
  };
}

/** Two charts of the half width side by side; a single one takes the left half. */
export function chartPair(left: DrawnChart, right: DrawnChart | null): Content {
  return {
    unbreakable: true,
    columnGap: BETWEEN,
    columns: [
      { width: "*", stack: [chartBlock(left)] },
      { width: "*", stack: right === null ? [] : [chartBlock(right)] },
    ],
  };
}
