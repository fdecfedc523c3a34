import { createElement } from "react";
import type { Language } from "../contract/primitives.ts";
import type { ChartPicture } from "../domain/reporting/chartPicture.ts";
import { Chart } from "./Chart.ts";
import type { ChartSize } from "./chartLayout.ts";
import { renderToTree } from "./hostTree.ts";
import type { Palette } from "./palette.ts";
import { svgText } from "./svgText.ts";

export interface ChartPaper extends ChartSize {
  readonly palette: Palette;
  readonly language: Language;
  /** A family that the document knows. */
  readonly font: string;
}

/**
 * Draws a picture as SVG for a document: the component of the screen, without a screen. The same picture gives the
 * same text. Loading this module costs a quarter of a second: import it when there is something to draw.
 * @param paper width and height in points, at least 120 by 80 to be read
 */
export function drawChart(picture: ChartPicture, paper: ChartPaper): string {
  const { font, ...size } = paper;
  return svgText(renderToTree(createElement(Chart, { picture, ...size })), { ...size, font });
}
