import type { CanvasElement, Content } from "pdfmake/interfaces.js";
import { COLOURS, mm } from "./paper.ts";

/** One row of bars: filled with ink or only outlined, so that two are told apart in black and white. */
interface Series {
  readonly name: string;
  readonly filled: boolean;
  /** As many as there are labels. */
  readonly values: readonly number[];
}

export interface BarChart {
  /** Under the bars, two letters or so; `groups` stand below where they change. */
  readonly labels: readonly string[];
  readonly groups: readonly string[];
  readonly series: readonly Series[];
  /** The axis' end; left out, the next round number above the highest bar. */
  readonly top?: number;
  readonly tick: (value: number) => string;
  /** In millimetres, axis and labels included. */
  readonly width: number;
  readonly height: number;
}

/** In millimetres. */
const AXIS = 19;
const FOOT = 9;
const TICKS = 4;

/** The next number of the form 1, 2, 2.5, 4, 5 or 8 × 10ⁿ: its quarters are easily read. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 4, 5, 8, 10].find((candidate) => candidate * power >= value) ?? 10;
  return step * power;
}

/** Bars side by side over a base line, with their axis, labels and legend; all vectors and letters, no picture. */
export function barChart(chart: BarChart): Content {
  const height = mm(chart.height - FOOT);
  const width = mm(chart.width - AXIS);
  const top = chart.top ?? roundUp(Math.max(0, ...chart.series.flatMap(({ values }) => values)));
  return {
    unbreakable: true,
    stack: [
      legend(chart),
      {
        columnGap: 0,
        columns: [
          { width: mm(AXIS), stack: ticks(chart, top, height) },
          {
            width,
            stack: [
              ...feet(chart, width, height),
              { canvas: [...gridLines(width, height), ...bars(chart, top, width, height)] },
            ],
          },
        ],
        margin: [0, 4, 0, mm(FOOT)],
      },
    ],
  };
}

function ticks({ tick }: BarChart, top: number, height: number): Content[] {
  return Array.from({ length: TICKS + 1 }, (_, index): Content => {
    const share = index / TICKS;
    return {
      text: tick(top * share),
      fontSize: 7,
      lineHeight: 1,
      color: COLOURS.muted,
      alignment: "right",
      noWrap: true,
      relativePosition: { x: -5, y: height * (1 - share) - 4.5 },
    };
  });
}

function gridLines(width: number, height: number): CanvasElement[] {
  return Array.from({ length: TICKS + 1 }, (_, index) => ({
    type: "line" as const,
    x1: 0,
    y1: (height * index) / TICKS,
    x2: width,
    y2: (height * index) / TICKS,
    lineWidth: index === TICKS ? 0.9 : 0.3,
    lineColor: index === TICKS ? COLOURS.indigo : COLOURS.hairline,
  }));
}

function bars({ labels, series }: BarChart, top: number, width: number, height: number): CanvasElement[] {
  const slot = width / Math.max(1, labels.length);
  // A fifth of the slot on either side stays empty; few months do not make beams.
  const breadth = Math.min(mm(7), (slot * 0.6) / series.length);
  return series.flatMap(({ values, filled }, row) =>
    values.flatMap((value, index): CanvasElement[] => {
      const rise = (height * Math.min(value, top)) / top;
      if (rise < 0.2) return [];
      const x = slot * (index + 0.5) + breadth * (row - series.length / 2);
      return [bar(x, height - rise, breadth, rise, filled)];
    }),
  );
}

function bar(x: number, y: number, w: number, h: number, filled: boolean): CanvasElement {
  return {
    ...{ type: "rect" as const, x, y, w, h },
    lineWidth: 0.6,
    lineColor: COLOURS.indigo,
    color: filled ? COLOURS.indigo : "#ffffff",
  };
}

function feet({ labels, groups }: BarChart, width: number, height: number): Content[] {
  const slot = width / Math.max(1, labels.length);
  const at = (text: string, index: number, below: number, bold: boolean): Content => ({
    relativePosition: { x: slot * index, y: height + below },
    columns: [{ width: slot, text, alignment: "center", fontSize: 7, lineHeight: 1, bold, noWrap: true }],
  });
  return labels.flatMap((label, index) => [
    at(label, index, 3, false),
    ...(groups[index] === groups[index - 1] ? [] : [at(groups[index] ?? "", index, 11.5, true)]),
  ]);
}

function legend({ series }: BarChart): Content {
  return {
    columnGap: 14,
    margin: [mm(AXIS), 0, 0, 2],
    columns: series.map(({ name, filled }) => ({
      width: "auto",
      columnGap: 4,
      columns: [
        { width: 8, canvas: [bar(0, 2, 8, 6, filled)] },
        { width: "auto", text: name, fontSize: 8 },
      ],
    })),
  };
}
