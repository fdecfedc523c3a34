/** One picture of an icon: `rgba` has four bytes a pixel from the top left; `png` is the same as a file. */
export interface IconPicture {
  readonly side: number;
  readonly rgba: Uint8Array;
  readonly png: Uint8Array;
}

const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;
const BITMAP_HEADER_BYTES = 40;
/** From this side on a picture is kept as PNG; smaller ones as bitmaps, which every reader of icons takes. */
const PNG_FROM_SIDE = 256;

/** A bitmap as icons hold it: bottom row first, blue before red, and a mask that the alpha makes needless. */
function bitmap({ side, rgba }: IconPicture): Buffer {
  const maskRow = Math.ceil(side / 32) * 4;
  const bytes = Buffer.alloc(BITMAP_HEADER_BYTES + side * side * 4 + maskRow * side);
  bytes.writeUInt32LE(BITMAP_HEADER_BYTES, 0);
  bytes.writeInt32LE(side, 4);
  // Picture and mask are counted together.
  bytes.writeInt32LE(side * 2, 8);
  bytes.writeUInt16LE(1, 12);
  bytes.writeUInt16LE(32, 14);
  let at = BITMAP_HEADER_BYTES;
  for (let row = side - 1; row >= 0; row -= 1) {
    for (let column = 0; column < side; column += 1) {
      const pixel = (row * side + column) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(pixel, pixel + 4);
      at = bytes.writeUInt32LE(((alpha << 24) | (red << 16) | (green << 8) | blue) >>> 0, at);
    }
  }
  return bytes;
}

/** A Windows icon file. @param pictures squares of at most 256 pixels, any order */
export function windowsIcon(pictures: readonly IconPicture[]): Buffer {
  const sorted = pictures.toSorted((a, b) => a.side - b.side);
  const bodies = sorted.map((picture) =>
    picture.side >= PNG_FROM_SIDE ? Buffer.from(picture.png) : bitmap(picture),
  );
  const header = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * sorted.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sorted.length, 4);
  let place = header.length;
  sorted.forEach(({ side }, index) => {
    const at = HEADER_BYTES + index * ENTRY_BYTES;
    const size = bodies[index]?.length ?? 0;
    // The format writes 256 as 0.
    header.writeUInt8(side % 256, at);
    header.writeUInt8(side % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(size, at + 8);
    header.writeUInt32LE(place, at + 12);
    place += size;
  });
  return Buffer.concat([header, ...bodies]);
}
