import type { CanvasElement } from "pdfmake/interfaces.js";
import { COLOURS, pathVector, short } from "./paper.ts";

/** One shape of the emblem: path commands on a grid of 64 × 64, all absolute, so that they can be placed. */
interface EmblemShape {
  readonly path: readonly (readonly [command: "M" | "L" | "C" | "Z", ...coordinates: number[]])[];
  readonly colour: "indigo" | "cream" | "ochre";
}

/**
 * The product's emblem: a house whose doorway stands open above its threshold, and over the door the lozenge
 * with a seed that the region's cloth carries for a promise kept.
 */
export const EMBLEM: readonly EmblemShape[] = [
  {
    // The house, with rounded ridge and eaves.
    colour: "indigo",
    path: [
      ["M", 29.2, 5.4],
      ["C", 30.8, 4, 33.2, 4, 34.8, 5.4],
      ["L", 56.4, 24.4],
      ["C", 57.4, 25.3, 58, 26.6, 58, 28],
      ["L", 58, 52],
      ["L", 6, 52],
      ["L", 6, 28],
      ["C", 6, 26.6, 6.6, 25.3, 7.6, 24.4],
      ["Z"],
    ],
  },
  {
    // The doorway.
    colour: "cream",
    path: [
      ["M", 22, 52],
      ["L", 22, 41.5],
      ["C", 22, 35.7, 26.5, 31.5, 32, 31.5],
      ["C", 37.5, 31.5, 42, 35.7, 42, 41.5],
      ["L", 42, 52],
      ["Z"],
    ],
  },
  {
    // The lozenge and its seed.
    colour: "cream",
    path: [["M", 32, 10.5], ["L", 40, 19], ["L", 32, 27.5], ["L", 24, 19], ["Z"]],
  },
  { colour: "ochre", path: [["M", 32, 14.9], ["L", 35.9, 19], ["L", 32, 23.1], ["L", 28.1, 19], ["Z"]] },
  {
    // The inner side of the door, ajar.
    colour: "indigo",
    path: [["M", 27, 52], ["L", 27, 41.8], ["C", 27, 38.4, 29.2, 36.2, 32, 35.9], ["L", 32, 52], ["Z"]],
  },
  {
    // The threshold.
    colour: "ochre",
    path: [["M", 2, 55], ["L", 62, 55], ["L", 62, 60], ["L", 2, 60], ["Z"]],
  },
];

const GRID = 64;

function pathData(shape: EmblemShape, x: number, y: number, scale: number): string {
  return shape.path
    .map(([command, ...coordinates]) => {
      const placed = coordinates.map((value, index) => short((index % 2 === 0 ? x : y) + value * scale));
      return command + placed.join(" ");
    })
    .join("");
}

/** The emblem as vectors. @param side in points; the emblem is square, `x` and `y` are its top left corner */
export function emblemVectors(x: number, y: number, side: number): CanvasElement[] {
  return EMBLEM.map((shape) =>
    pathVector({ d: pathData(shape, x, y, side / GRID), color: COLOURS[shape.colour] }),
  );
}

/** The emblem as an SVG file: what `resources/emblem.svg` holds. */
export function emblemSvg(): string {
  const paths = EMBLEM.map(
    (shape) => `  <path fill="${COLOURS[shape.colour]}" d="${pathData(shape, 0, 0, 1)}"/>\n`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">\n${paths.join("")}</svg>\n`;
}
