import { createElement as h, type ReactElement } from "react";
import type { SeriesLook } from "../domain/reporting/chartPicture.ts";
import type { Palette } from "./palette.ts";

/*
 * What tells series apart in black and white. Hatching and dots are drawn, line by line, instead of an SVG
 * `pattern`: the same strokes come out of every screen, PDF reader and printer, no seams, nothing to refer to.
 */

/** Names the series that a bar or a mark belongs to: what belongs together never lies over one another. */
export const LAYER = "data-layer";

/** A rectangle, sides not negative. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `d` of strokes rising to the right, `gap` apart, cut off at the sides of the box. */
export function hatching({ x, y, width, height }: Box, gap: number): string {
  const right = x + width;
  const bottom = y + height;
  let d = "";
  // Along each stroke x + y is the same.
  for (let sum = x + y + gap; sum < right + bottom; sum += gap) {
    const from = Math.max(x, sum - bottom);
    const to = Math.min(right, sum - y);
    if (to > from) d += `M${from} ${sum - from}L${to} ${sum - to}`;
  }
  return d;
}

/** `d` of little squares of side `dot`, `gap` apart, every other row shifted; those that fit into the box. */
export function dots({ x, y, width, height }: Box, gap: number, dot: number): string {
  let d = "";
  let row = 0;
  for (let top = y + gap / 2; top + dot < y + height; top += gap / 2) {
    const start = x + (row % 2 === 0 ? gap / 4 : (3 * gap) / 4);
    for (let left = start; left + dot < x + width; left += gap) d += `M${left} ${top}h${dot}v${dot}h${-dot}z`;
    row += 1;
  }
  return d;
}

interface Colours {
  readonly fill: string;
  readonly stroke: string;
}

function barColours(look: SeriesLook, palette: Palette): Colours {
  switch (look) {
    case "solid":
      return { fill: palette.strong, stroke: palette.strong };
    case "hatched":
      return { fill: palette.ground, stroke: palette.warm };
    case "dotted":
      return { fill: palette.ground, stroke: palette.ink };
    case "outline":
      return { fill: palette.ground, stroke: palette.soft };
  }
}

const OUTLINE = 0.09;

/** A bar, or its little likeness in the legend. `unit` is the size of the chart's text. */
export function bar(box: Box, look: SeriesLook, palette: Palette, unit: number): ReactElement {
  const { fill, stroke } = barColours(look, palette);
  const pen = OUTLINE * unit;
  // Half of the pen lies outside of what it follows.
  const inner = {
    x: box.x + pen / 2,
    y: box.y + pen / 2,
    width: Math.max(box.width - pen, 0),
    height: Math.max(box.height - pen, 0),
  };
  const frame = `M${inner.x} ${inner.y}h${inner.width}v${inner.height}h${-inner.width}z`;
  return h(
    "g",
    null,
    h("path", { d: frame, fill, stroke, strokeWidth: pen }),
    look === "hatched" &&
      h("path", { d: hatching(inner, 0.48 * unit), fill: "none", stroke, strokeWidth: 0.13 * unit }),
    look === "dotted" && h("path", { d: dots(inner, 0.5 * unit, 0.14 * unit), fill: stroke }),
  );
}

/** Colour, dashes and thickness of a line, for attributes of SVG. */
export function pen(look: SeriesLook, palette: Palette, unit: number) {
  const dashes = (...lengths: number[]) => lengths.map((length) => length * unit).join(" ");
  switch (look) {
    case "solid":
      return { stroke: palette.strong, strokeWidth: 0.2 * unit };
    case "hatched":
      return { stroke: palette.warm, strokeWidth: 0.18 * unit, strokeDasharray: dashes(0.7, 0.35) };
    case "dotted":
      return { stroke: palette.ink, strokeWidth: 0.18 * unit, strokeDasharray: dashes(0.18, 0.3) };
    case "outline":
      return { stroke: palette.soft, strokeWidth: 0.1 * unit };
  }
}

/** The mark at each point of a line: full circle, hollow square, full triangle, hollow diamond. */
export function mark(x: number, y: number, look: SeriesLook, palette: Palette, unit: number): ReactElement {
  const { stroke } = pen(look, palette, unit);
  const r = 0.27 * unit;
  const hollow = { fill: palette.ground, stroke, strokeWidth: 0.12 * unit };
  switch (look) {
    case "solid":
      return h("path", {
        d: `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`,
        fill: stroke,
      });
    case "hatched":
      return h("path", { d: `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`, ...hollow });
    case "dotted":
      return h("path", { d: `M${x} ${y - 1.2 * r}l${1.2 * r} ${2.1 * r}h${-2.4 * r}z`, fill: stroke });
    case "outline":
      return h("path", {
        d: `M${x} ${y - 1.3 * r}l${1.3 * r} ${1.3 * r}l${-1.3 * r} ${1.3 * r}l${-1.3 * r} ${-1.3 * r}z`,
        ...hollow,
      });
  }
}

/** The target's line: long dashes, as no series has them. */
export function targetPen(palette: Palette, unit: number) {
  return {
    stroke: palette.warm,
    strokeWidth: 0.15 * unit,
    strokeDasharray: `${1.3 * unit} ${0.45 * unit}`,
  };
}
