import { createElement as h, type ReactElement } from "react";
import { type ChartLayout, LEGEND_INDENT, LEGEND_SWATCH, type LegendItem } from "./chartLayout.ts";
import { bar, mark, pen, targetPen } from "./looks.ts";
import type { Palette } from "./palette.ts";

/** A little likeness of what the entry names. */
function swatch({ series, x, y }: LegendItem, palette: Palette, textSize: number): ReactElement {
  const width = LEGEND_SWATCH * textSize;
  const middle = y - 0.36 * textSize;
  if (series?.as === "bar") {
    const box = { x, y: middle - 0.45 * textSize, width, height: 0.9 * textSize };
    return bar(box, series.look, palette, textSize);
  }
  const d = `M${x} ${middle}h${width}`;
  if (series === null) return h("path", { d, fill: "none", ...targetPen(palette, textSize) });
  const line = h("path", { d, fill: "none", ...pen(series.look, palette, textSize) });
  return h("g", null, line, mark(x + width / 2, middle, series.look, palette, textSize));
}

/**
 * The legend, part of the picture itself: Recharts' own is HTML, which a PDF cannot show. `layout` has its places.
 */
export function legend(layout: ChartLayout, palette: Palette, textSize: number): ReactElement[] {
  return layout.legend.map((item, index) =>
    h(
      "g",
      { key: `legend${index}` },
      swatch(item, palette, textSize),
      h(
        "text",
        { x: item.x + LEGEND_INDENT * textSize, y: item.y, fontSize: textSize, fill: palette.ink },
        item.text,
      ),
    ),
  );
}
