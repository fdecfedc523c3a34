import { crc32, deflateSync } from "node:zlib";

/* Pictures of screens have few colours: a palette of 256 makes their PNG a third as large, and nobody sees it. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel; what is not opaque counts as opaque. */
  readonly rgba: Uint8Array;
}

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const colourAt = (rgba: Uint8Array, at: number): number =>
  ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);

/** Colours with the number of their pixels, the most used first. */
function countColours({ rgba }: Pixels): [colour: number, pixels: number][] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = colourAt(rgba, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([one, more], [other, less]) => less - more || one - other);
}

function distance(one: number, other: number): number {
  const part = (shift: number) => ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2;
}

const nearest = (palette: readonly number[], colour: number): number => {
  let best = 0;
  for (let index = 1; index < palette.length; index += 1)
    if (distance(palette[index] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = index;
  return best;
};

/** So far apart (squared) colours of the palette lie at first: shades of one letter's edge do not fill it. */
const APART = 48;

/** The most used colours that are not nearly the same; where that leaves room, the most used of all others. */
function choosePalette(counts: readonly (readonly [number, number])[]): number[] {
  const palette: number[] = [];
  const close: number[] = [];
  for (const [colour] of counts) {
    if (palette.length === MOST_COLOURS) break;
    const isNew = palette.every((known) => distance(known, colour) >= APART);
    (isNew ? palette : close).push(colour);
  }
  return [...palette, ...close.slice(0, MOST_COLOURS - palette.length)];
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of at most 256 colours, the same for the same pixels. */
export function palettePng(pixels: Pixels): Buffer {
  const { width, height, rgba } = pixels;
  const counts = countColours(pixels);
  const palette = choosePalette(counts);
  const indexOf = new Map(counts.map(([colour]) => [colour, nearest(palette, colour)]));
  // Each line begins with a byte that says how it is filtered: not at all.
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      lines[y * (width + 1) + 1 + x] = indexOf.get(colourAt(rgba, (y * width + x) * 4)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours)),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}
