import type { CanvasElement } from "pdfmake/interfaces.js";
import { COLOURS, pathVector, short } from "./paper.ts";

/** A strip of cloth, in points. Its motifs run along its longer way: down (`vertical`) or across. */
export interface ClothStrip {
  readonly x: number;
  readonly y: number;
  /** Across the strip. */
  readonly breadth: number;
  /** Along the strip; cut into `repeats` equal repeats of the pattern. */
  readonly length: number;
  readonly repeats: number;
  readonly way: "vertical" | "horizontal";
}

/** A polyline of the pattern: across 0 to 1, along in units of the repeat, 0 to 1. */
type Line = readonly (readonly [across: number, along: number])[];

/** A zigzag from edge to edge, `peaks` peaks high `rise`, its low points at `along`. */
function zigzag(along: number, rise: number, peaks: number): Line {
  return Array.from({ length: peaks * 2 + 1 }, (_, index) => [
    0.1 + (0.8 * index) / (peaks * 2),
    index % 2 === 0 ? along + rise : along,
  ]);
}

function lozenge(along: number, halfAcross: number, halfAlong: number): Line {
  return [
    [0.5, along - halfAlong],
    [0.5 + halfAcross, along],
    [0.5, along + halfAlong],
    [0.5 - halfAcross, along],
  ];
}

/** Three lines on each side of the lozenge, as the comb leaves them. */
function teeth(along: number, side: 0.1 | 0.9): Line[] {
  const inwards = side === 0.1 ? 1 : -1;
  return [-0.17, 0, 0.17].map((offset) => [
    [side, along + offset],
    [side + inwards * (offset === 0 ? 0.05 : 0.17), along + offset],
  ]);
}

const STROKES: readonly Line[] = [
  [
    [0.1, 0.035],
    [0.9, 0.035],
  ],
  ...teeth(0.29, 0.1),
  ...teeth(0.29, 0.9),
  [
    [0.1, 0.545],
    [0.9, 0.545],
  ],
  zigzag(0.6, 0.075, 3),
  zigzag(0.905, -0.075, 3).map(([across, along]) => [across, along]),
];

const OUTLINES: readonly Line[] = [lozenge(0.29, 0.34, 0.2), lozenge(0.29, 0.22, 0.13)];
const FILLED: readonly Line[] = [
  lozenge(0.29, 0.1, 0.06),
  lozenge(0.753, 0.09, 0.04),
  lozenge(0.753, 0.09, 0.04).map(([across, along]) => [across - 0.27, along]),
  lozenge(0.753, 0.09, 0.04).map(([across, along]) => [across + 0.27, along]),
];

/**
 * An indigo strip with a pattern drawn after mud cloth: lozenges, zigzags and rows of seeds. Three vectors,
 * however long it is; a strip that continues another of the same repeat length continues its pattern.
 */
export function clothVectors(strip: ClothStrip): CanvasElement[] {
  const path = (lines: readonly Line[], closed: boolean) =>
    Array.from({ length: strip.repeats }, (_, repeat) =>
      lines.map((line) => placed(strip, line, repeat) + (closed ? "Z" : "")).join(""),
    ).join("");
  const [width, height] =
    strip.way === "vertical" ? [strip.breadth, strip.length] : [strip.length, strip.breadth];
  const lineWidth = strip.breadth * 0.032;
  return [
    { type: "rect", x: strip.x, y: strip.y, w: width, h: height, color: COLOURS.indigo, lineWidth: 0 },
    pathVector({
      d: path(STROKES, false) + path(OUTLINES, true),
      lineColor: COLOURS.cream,
      lineWidth,
      lineJoin: "miter",
    }),
    pathVector({ d: path(FILLED, true), color: "#d98b4f" }),
  ];
}

function placed(strip: ClothStrip, line: Line, repeat: number): string {
  const points = line.map(([across, along]) => {
    const far = ((repeat + along) * strip.length) / strip.repeats;
    const near = across * strip.breadth;
    const [x, y] = strip.way === "vertical" ? [near, far] : [far, near];
    return `${short(strip.x + x)} ${short(strip.y + y)}`;
  });
  return `M${points.join("L")}`;
}
