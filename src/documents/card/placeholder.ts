import type { CanvasElement } from "pdfmake/interfaces.js";
import { COLOURS } from "../design/paper.ts";

/** Where a photograph will be: head and shoulders in two shapes. All in points. */
export function placeholder(x: number, y: number, width: number, height: number): CanvasElement[] {
  const colour = "#c5c9df";
  return [
    { type: "rect", x, y, w: width, h: height, color: COLOURS.indigoPale, lineWidth: 0 },
    {
      type: "ellipse",
      x: x + width / 2,
      y: y + height * 0.36,
      r1: width * 0.17,
      r2: width * 0.19,
      color: colour,
    },
    {
      type: "rect",
      x: x + width * 0.2,
      y: y + height * 0.56,
      w: width * 0.6,
      h: height * 0.28,
      r: width * 0.14,
      color: colour,
      lineWidth: 0,
    },
  ];
}
