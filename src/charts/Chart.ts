import { createElement as h, type ReactElement } from "react";
import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  type DotItemDotProps,
  Line,
  type LineDrawShapeProps,
  ReferenceLine,
  Tooltip,
} from "recharts";
import type { Language } from "../contract/primitives.ts";
import { type ChartPicture, type ChartSeries, shortChartValue } from "../domain/reporting/chartPicture.ts";
import { categoryAxis, currencyText, valueAxis } from "./axes.ts";
import { ChartTip } from "./ChartTip.ts";
import { type ChartLayout, type ChartSize, layOutChart, VALUE_SIZE } from "./chartLayout.ts";
import { legend } from "./legend.ts";
import { bar, LAYER, mark, pen, targetPen } from "./looks.ts";
import type { Palette } from "./palette.ts";

/*
 * One chart for the window and for paper, made of Recharts itself: the kit's own charts need its style sheet, which
 * a PDF has not. No JSX: Node runs this file as it is.
 */

export interface ChartProps extends ChartSize {
  readonly picture: ChartPicture;
  readonly palette: Palette;
  readonly language: Language;
  /** On screen: the values of the category under the pointer. */
  readonly hasTip?: boolean;
}

/** What the parts of one chart share. */
interface Drawing extends ChartProps {
  readonly layout: ChartLayout;
}

type Row = Readonly<Record<string, number | null>>;

const seriesKey = (index: number) => `s${index}`;

function rowsOf({ categories, series }: ChartPicture): Row[] {
  return categories.map((_, at) => ({
    at,
    ...Object.fromEntries(series.map(({ values }, index) => [seriesKey(index), values[at] ?? null])),
  }));
}

/** A bar hangs from zero where it is negative; Recharts then gives it a height below zero. */
function barBox({ x, y, width, height }: BarShapeProps) {
  return { x, y: Math.min(y, y + height), width, height: Math.abs(height) };
}

function barSeries(drawing: Drawing, { look, values }: ChartSeries, index: number): ReactElement {
  const { picture, palette, language, textSize, layout } = drawing;
  const layer = { [LAYER]: seriesKey(index) };
  const valueText = { textAnchor: "middle", fontSize: VALUE_SIZE * textSize, fill: palette.ink };
  const shape = (props: BarShapeProps) => {
    const box = barBox(props);
    const value = values[props.originalDataIndex] ?? null;
    const filled = box.height > 0 && box.width > 0 && bar(box, look, palette, textSize);
    if (!layout.hasValues || value === null) return h("g", layer, filled);
    const y = value < 0 ? box.y + box.height + 0.95 * textSize : box.y - 0.35 * textSize;
    const text = shortChartValue(value, picture.unit, language);
    const x = box.x + box.width / 2;
    return h("g", layer, filled, h("text", { x, y, ...valueText }, text));
  };
  return h(Bar, {
    key: seriesKey(index),
    dataKey: seriesKey(index),
    isAnimationActive: false,
    maxBarSize: 4.5 * textSize,
    shape,
    ...(picture.kind === "stackedBars" ? { stackId: "all" } : {}),
  });
}

/** `d` through the points, broken where one is missing. */
function lineThrough(points: LineDrawShapeProps["points"] = []): string {
  let d = "";
  let isOn = false;
  for (const { x, y } of points) {
    const isThere = typeof x === "number" && typeof y === "number";
    if (isThere) d += `${isOn ? "L" : "M"}${x} ${y}`;
    isOn = isThere;
  }
  return d;
}

function lineSeries(drawing: Drawing, { look }: ChartSeries, index: number): ReactElement {
  const { picture, palette, textSize } = drawing;
  const ink = pen(look, palette, textSize);
  // Dark over dark bars could not be followed: a light edge parts them.
  const isOverBars = picture.series.some(({ as }) => as === "bar");
  const edge = { stroke: palette.ground, strokeWidth: ink.strokeWidth + 0.25 * textSize };
  const shape = ({ points }: LineDrawShapeProps) => {
    const path = { d: lineThrough(points), fill: "none" };
    return h("g", null, isOverBars && h("path", { ...path, ...edge }), h("path", { ...path, ...ink }));
  };
  const dot = ({ cx, cy, value, index: at }: DotItemDotProps) => {
    const isThere = typeof cx === "number" && typeof cy === "number" && typeof value === "number";
    const layer = { key: at, [LAYER]: seriesKey(index) };
    return h("g", layer, isThere && mark(cx, cy, look, palette, textSize));
  };
  return h(Line, {
    key: seriesKey(index),
    dataKey: seriesKey(index),
    isAnimationActive: false,
    activeDot: false,
    connectNulls: false,
    shape,
    dot,
  });
}

/**
 * A picture drawn: axes, grid, bars and lines, target, legend. The title is left to the page. Nothing moves, nothing
 * is measured; two charts of the same picture and size are the same strokes.
 */
export function Chart(props: ChartProps): ReactElement {
  const { picture, width, height, palette, language, textSize, hasTip = false } = props;
  const layout = layOutChart(picture, props, language);
  const drawing: Drawing = { ...props, layout };
  const { target, series } = picture;
  const bars = series.flatMap((one, index) => (one.as === "bar" ? [barSeries(drawing, one, index)] : []));
  const lines = series.flatMap((one, index) => (one.as === "line" ? [lineSeries(drawing, one, index)] : []));
  const tip = {
    content: () => null,
    cursor: { stroke: palette.soft, strokeWidth: 0.08 * textSize },
    isAnimationActive: false,
  };
  return h(
    ComposedChart,
    {
      width,
      height,
      data: rowsOf(picture),
      margin: layout.margin,
      stackOffset: "sign",
      barCategoryGap: "20%",
      barGap: 0.12 * textSize,
      accessibilityLayer: false,
    },
    // Recharts draws a line at the end of the scale even where no tick stands.
    layout.scale.ticks.length > 1 &&
      h(CartesianGrid, { vertical: false, stroke: palette.grid, strokeWidth: 0.07 * textSize }),
    categoryAxis(layout, palette, textSize),
    valueAxis(layout, palette, textSize),
    hasTip &&
      h(Tooltip, {
        ...tip,
        content: (found) => h(ChartTip, { picture, palette, language, textSize, at: Number(found.label) }),
      }),
    ...bars,
    h(ReferenceLine, { y: 0, stroke: palette.soft, strokeWidth: 0.09 * textSize }),
    target && h(ReferenceLine, { y: target.value, ...targetPen(palette, textSize) }),
    ...lines,
    picture.unit === "francs" && currencyText(palette, textSize),
    ...legend(layout, palette, textSize),
  );
}
