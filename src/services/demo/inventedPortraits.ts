import type { Dice } from "./dice.ts";

/*
 * Portraits of nobody: a head with a scarf before a wall, in squares of one colour each. A JPEG (ITU T.81) of squares of
 * eight pixels needs no more than each square's three values: their differences under a Huffman code, and "the rest is
 * nothing".
 */

const COLUMNS = 35;
const ROWS = 45;
const SQUARE = 8;

type Colour = readonly [red: number, green: number, blue: number];

const WALLS: readonly Colour[] = [
  [203, 213, 220],
  [222, 210, 190],
  [196, 208, 196],
  [214, 204, 214],
];
const SKINS: readonly Colour[] = [
  [92, 60, 44],
  [112, 74, 52],
  [74, 48, 38],
  [128, 86, 60],
];
const CLOTHS: readonly Colour[] = [
  [36, 52, 112],
  [150, 58, 40],
  [32, 104, 92],
  [196, 140, 40],
  [112, 46, 96],
];

/** Inside an ellipse: `dx` and `dy` from its middle in squares. */
const within = (dx: number, dy: number, width: number, height: number) =>
  (dx / width) ** 2 + (dy / height) ** 2 <= 1;

interface Look {
  readonly wall: Colour;
  readonly skin: Colour;
  readonly dress: Colour;
  readonly scarf: Colour;
  readonly stripe: number;
}

function colourAt({ wall, skin, dress, scarf, stripe }: Look, column: number, row: number): Colour {
  const dx = column - 17;
  if (within(dx, row - 20, 6.4, 8.6) && row >= 15) {
    const isEye = row === 19 && Math.abs(Math.abs(dx) - 3) < 0.6;
    const isMouth = row === 25 && Math.abs(dx) <= 2;
    return isEye ? [28, 20, 18] : isMouth ? [120, 44, 44] : skin;
  }
  if (within(dx, row - 14, 8.2, 8.4)) return (row + column) % stripe === 0 ? dress : scarf;
  if (row >= 27 && row <= 31 && Math.abs(dx) <= 3) return skin;
  if (within(dx, row - 46, 15.5, 16)) return (column + 2 * row) % (stripe + 2) === 0 ? scarf : dress;
  return wall;
}

/** Bits one after the other, a zero after every full byte of ones. */
class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  put(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit -= 1) {
      this.#held = (this.#held << 1) | ((value >> bit) & 1);
      this.#count += 1;
      if (this.#count === SQUARE) this.#flush();
    }
  }

  #flush(): void {
    this.#bytes.push(this.#held);
    if (this.#held === 0xff) this.#bytes.push(0);
    this.#held = 0;
    this.#count = 0;
  }

  end(): number[] {
    while (this.#count > 0) this.put(1, 1);
    return this.#bytes;
  }
}

/** How many bits a difference has; its code is that number in four bits. */
const bitsOf = (value: number) => (value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1);

function writeSquare(bits: BitWriter, difference: number): void {
  const length = bitsOf(difference);
  bits.put(length, 4);
  bits.put(difference > 0 ? difference : difference + 2 ** length - 1, length);
  bits.put(0, 1);
}

/** JFIF's luma and two chromas, as the mean of a square with a step of sixteen: half the level. */
function valuesOf([red, green, blue]: Colour): number[] {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue - 128;
  const chromaBlue = -0.1687 * red - 0.3313 * green + 0.5 * blue;
  const chromaRed = 0.5 * red - 0.4187 * green - 0.0813 * blue;
  return [luma, chromaBlue, chromaRed].map((value) => Math.round(value / 2));
}

const word = (value: number) => [value >> 8, value & 0xff];
const segment = (marker: number, body: readonly number[]) => [
  0xff,
  marker,
  ...word(body.length + 2),
  ...body,
];
/** Twelve codes of four bits for the sizes of a difference; one of one bit for "the rest is nothing". */
const SIZES = segment(0xc4, [
  0x00,
  0,
  0,
  0,
  12,
  ...Array<number>(12).fill(0),
  ...Array.from({ length: 12 }, (_, size) => size),
]);
const REST = segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0x00]);

function headOf(): number[] {
  const components = [1, 2, 3].flatMap((component) => [component, 0x11, 0]);
  const frame = [8, ...word(ROWS * SQUARE), ...word(COLUMNS * SQUARE), 3, ...components];
  const jfif = [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  return [
    ...[0xff, 0xd8, ...segment(0xe0, jfif), ...segment(0xdb, [0, ...Array<number>(64).fill(16)])],
    ...[...segment(0xc0, frame), ...SIZES, ...REST],
    ...segment(0xda, [3, 1, 0x00, 2, 0x00, 3, 0x00, 0, 63, 0]),
  ];
}

/** A picture of the register's proportion, 280 by 360 pixels, a few kilobytes. */
export function inventPortrait(dice: Dice): Uint8Array {
  const dress = dice.pick(CLOTHS);
  const scarves = CLOTHS.filter((cloth) => cloth !== dress);
  const look = {
    wall: dice.pick(WALLS),
    skin: dice.pick(SKINS),
    dress,
    scarf: dice.pick(scarves),
    stripe: 3 + dice.roll(4),
  };
  const bits = new BitWriter();
  let before = [0, 0, 0];
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS; column += 1) {
      const values = valuesOf(colourAt(look, column, row));
      for (const [index, value] of values.entries()) writeSquare(bits, value - (before[index] ?? 0));
      before = values;
    }
  return Uint8Array.from([...headOf(), ...bits.end(), 0xff, 0xd9]);
}
