import QRCode from "qrcode";
import { short } from "./paper.ts";

/** Level M repairs 15 % of the symbol, Q 25 % (ISO/IEC 18004). */
export type QrLevel = "M" | "Q";

export interface QrPlace {
  readonly x: number;
  readonly y: number;
  /** Side of the symbol without its quiet zone, which the caller keeps free: four modules all around. */
  readonly side: number;
  readonly level: QrLevel;
}

/**
 * A QR symbol as the outline of its dark modules: one path to fill, without the hairlines that appear between
 * squares drawn one by one, and small.
 * @param place page coordinates in points
 */
export function qrPath(text: string, place: QrPlace): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: place.level });
  const step = place.side / modules.size;
  const xs = Array.from({ length: modules.size + 1 }, (_, column) => short(place.x + column * step));
  const ys = Array.from({ length: modules.size + 1 }, (_, row) => short(place.y + row * step));
  return outlines(withLightBorder(modules.data, modules.size), modules.size + 2, xs, ys).join("");
}

/** A light module on each side, so that the walk never has to ask whether it left the symbol. */
function withLightBorder(dark: ArrayLike<number>, size: number): Uint8Array {
  const wide = size + 2;
  const bordered = new Uint8Array(wide * wide);
  for (let at = 0; at < size * size; at += 1) {
    if (dark[at] !== 0) bordered[(Math.floor(at / size) + 1) * wide + (at % size) + 1] = DARK;
  }
  return bordered;
}

const DARK = 1;
const WALKED = 2;

/**
 * One closed path for each border between dark and light. Where the outside of a shape is walked, its holes are
 * walked the other way round, and so stay empty under the non-zero winding rule.
 * @param xs, ys the page coordinates of the lines between modules, as they stand in the path
 */
function outlines(cells: Uint8Array, wide: number, xs: readonly string[], ys: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = wide; at < cells.length - wide; at += 1) {
    // A top edge that no walk has seen; its left end is a corner, since edges are met from the left.
    if (cells[at] === DARK && !cells[at - wide]) found.push(walk(cells, wide, at, xs, ys));
  }
  return found;
}

/**
 * Follows a border with the dark on the right hand, from the top edge of cell `start` until it closes. Marks
 * the cells whose top edges it follows.
 */
function walk(
  cells: Uint8Array,
  wide: number,
  start: number,
  xs: readonly string[],
  ys: readonly string[],
): string {
  const ways = [1, wide, -1, -wide];
  // A corner bears the number of the cell below and to the right of it. From a corner, each way has a cell
  // ahead on its left and one on its right.
  const leftAhead = [-wide, 0, -1, -wide - 1];
  const rightAhead = [0, -1, -wide - 1, -wide];
  const column = (corner: number) => xs[(corner % wide) - 1] ?? "";
  const row = (corner: number) => ys[Math.floor(corner / wide) - 1] ?? "";
  let path = `M${column(start)} ${row(start)}`;
  let corner = start;
  let way = 0;
  do {
    if (way === 0) cells[corner] = WALKED;
    corner += ways[way] ?? 0;
    const turn = !cells[corner + (rightAhead[way] ?? 0)] ? 1 : cells[corner + (leftAhead[way] ?? 0)] ? -1 : 0;
    if (turn !== 0) path += way % 2 === 0 ? `H${column(corner)}` : `V${row(corner)}`;
    way = (way + turn + 4) % 4;
  } while (corner !== start || way !== 0);
  return `${path}Z`;
}
