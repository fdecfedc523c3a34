import type { CanvasElement, Content } from "pdfmake/interfaces.js";
import { COLOURS, mm, TABULAR } from "../design/paper.ts";

/** A place along the axis with what stands there. Values are of any one unit; null leaves the place empty. */
export interface BarGroup {
  readonly label: string;
  /** Drawn as an outline, behind. */
  readonly outline?: number | null;
  readonly filled: number | null;
  /** Above the bar; left out where there is no room. */
  readonly value: string;
}

interface BarChart {
  /** In millimetres, of the bars alone. */
  readonly width: number;
  readonly height: number;
  /** The axis ends here; the highest value when left out. */
  readonly most?: number;
}

const LABEL_SIZE = 7;
/** Millimetres that a value needs above its bar. */
const ROOM_FOR_VALUE = 8;
const WIDEST_BAR = 9;

/**
 * Upright bars over a base line, told apart without colours: full and empty. Labels and values stand in columns below
 * and above, so that a chart is vectors and text only.
 */
export function barChart(groups: readonly BarGroup[], { width, height, most }: BarChart): Content {
  const highest = Math.max(
    1,
    most ?? 0,
    ...groups.flatMap(({ outline, filled }) => [outline ?? 0, filled ?? 0]),
  );
  const step = width / Math.max(1, groups.length);
  const bar = Math.min(WIDEST_BAR, step * 0.62);
  const tall = (value: number) => (mm(height) * value) / highest;
  const rect = (index: number, value: number, breadth: number, look: Partial<CanvasElement>): CanvasElement =>
    ({
      type: "rect",
      x: mm(step * index + (step - breadth) / 2),
      y: mm(height) - tall(value),
      w: mm(breadth),
      h: tall(value),
      ...look,
    }) as CanvasElement;
  const vectors = groups.flatMap(({ outline, filled }, index): CanvasElement[] => [
    ...(outline ? [rect(index, outline, bar, { lineWidth: 0.7, lineColor: COLOURS.indigo })] : []),
    ...(filled
      ? [rect(index, filled, outline == null ? bar : bar * 0.62, { color: COLOURS.indigo, lineWidth: 0 })]
      : []),
  ]);
  const base: CanvasElement = {
    type: "line",
    ...{ x1: 0, x2: mm(width), y1: mm(height), y2: mm(height) },
    ...{ lineWidth: 0.8, lineColor: COLOURS.ink },
  };
  const labels = (of: (group: BarGroup) => string, bold: boolean): Content => ({
    columns: groups.map((group) => ({
      width: mm(step),
      text: of(group),
      alignment: "center" as const,
      fontSize: LABEL_SIZE,
      bold,
      noWrap: true,
      lineHeight: 1,
      ...TABULAR,
    })),
    margin: [0, 1.5, 0, 1.5],
  });
  return {
    unbreakable: true,
    stack: [
      ...(step >= ROOM_FOR_VALUE ? [labels(({ value }) => value, true)] : []),
      { canvas: [...grid(width, height), ...vectors, base] },
      labels(({ label }) => label, false),
    ],
  };
}

/** Quarters of the height, faint. */
function grid(width: number, height: number): CanvasElement[] {
  return [0, 0.25, 0.5, 0.75].map((part) => ({
    type: "line",
    ...{ x1: 0, x2: mm(width), y1: mm(height) * part, y2: mm(height) * part },
    ...{ lineWidth: 0.4, lineColor: COLOURS.hairline },
  }));
}

export interface LyingBar {
  readonly label: string;
  readonly value: number;
  /** What is written at the bar's end. */
  readonly shown: string;
}

/** Bars lying one below the other, each with its words on the left. @param width, label in millimetres */
export function lyingBars(bars: readonly LyingBar[], width: number, label: number): Content {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const longest = width - label - 26;
  return {
    unbreakable: true,
    stack: bars.map(({ label: text, value, shown }) => ({
      columns: [
        { width: mm(label), text, fontSize: 9 },
        {
          width: mm((longest * value) / highest + 2),
          canvas:
            value === 0
              ? []
              : [
                  {
                    type: "rect" as const,
                    ...{ x: 0, y: 2, w: mm((longest * value) / highest), h: 8 },
                    ...{ color: COLOURS.indigo, lineWidth: 0 },
                  },
                ],
        },
        { width: "*", text: shown, fontSize: 9, bold: true, ...TABULAR },
      ],
      margin: [0, 0, 0, 3] as [number, number, number, number],
    })),
  };
}
