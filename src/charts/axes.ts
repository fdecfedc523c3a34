import { createElement as h, type ReactElement } from "react";
import { XAxis, type XAxisTickContentProps, YAxis, type YAxisTickContentProps } from "recharts";
import { type ChartLayout, LINE, SLANT } from "./chartLayout.ts";
import type { Palette } from "./palette.ts";

/** Names under the axis, without a line of its own: the zero line is drawn where zero is. */
export function categoryAxis(layout: ChartLayout, palette: Palette, textSize: number): ReactElement {
  const texts = new Map(layout.categoryTexts.map(({ at, lines }) => [at, lines]));
  const letters = { fontSize: textSize, fill: palette.soft };
  const tick = ({ x, y, payload }: XAxisTickContentProps) => {
    const lines = texts.get(Number(payload.value)) ?? [];
    const middle = Number(x);
    const top = Number(y) + layout.nameDrop + 0.9 * textSize;
    const upright = (line: string, index: number) =>
      h("text", { x: middle, y: top + index * LINE * textSize, textAnchor: "middle", ...letters }, line);
    const slanting = (line: string) => {
      const end = { x: middle + 0.3 * textSize, y: top - 0.2 * textSize };
      const transform = `rotate(${-SLANT} ${end.x} ${end.y})`;
      return h("text", { ...end, transform, textAnchor: "end", ...letters }, line);
    };
    return h("g", null, ...lines.map(layout.isSlanting ? slanting : upright));
  };
  return h(XAxis, {
    dataKey: "at",
    // Also without bars each category has a place of its own width.
    scale: "band",
    height: layout.axisHeight,
    ticks: [...texts.keys()],
    interval: 0,
    tick,
    tickSize: 0,
    tickMargin: 0.3 * textSize,
    tickLine: false,
    axisLine: false,
  });
}

/** Values beside the grid. */
export function valueAxis(layout: ChartLayout, palette: Palette, textSize: number): ReactElement {
  const { low, high, ticks } = layout.scale;
  const tick = ({ x, y, payload }: YAxisTickContentProps) =>
    h(
      "text",
      { x, y: Number(y) + 0.36 * textSize, textAnchor: "end", fontSize: textSize, fill: palette.soft },
      layout.tickTexts.get(Number(payload.value)) ?? "",
    );
  return h(YAxis, {
    width: layout.axisWidth,
    domain: [low, high],
    ticks: [...ticks],
    interval: 0,
    tick,
    tickSize: 0,
    tickMargin: 0.5 * textSize,
    tickLine: false,
    axisLine: false,
  });
}

/** What the values are counted in, over them; shares and counts say it themselves. */
export function currencyText(palette: Palette, textSize: number): ReactElement {
  const look = { x: 0, y: 0.95 * textSize, fontSize: textSize, fill: palette.soft };
  return h("text", { key: "unit", ...look }, "F\u00a0CFA");
}
