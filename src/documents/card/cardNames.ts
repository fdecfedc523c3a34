import { wrap } from "../design/fitText.ts";

/** A line of the name block; `baseline` in points below the block's top. */
export interface NameLine {
  readonly kind: "surname" | "firstNames";
  readonly text: string;
  readonly size: number;
  readonly baseline: number;
}

/** Surname and first names, from generous to what sixty and eighty letters still fit into. */
const SIZES: readonly (readonly [surname: number, firstNames: number])[] = [
  [15, 10.5],
  [13.5, 10],
  [12, 9],
  [11, 8.5],
  [10, 8],
  [9, 7],
  [8, 6.5],
  [7, 5.8],
  [6.2, 5.2],
  [5.4, 4.6],
  [4.4, 3.8],
  [3.4, 3.1],
];
const LEADING = 1.14;
/** Capitals with accents stand this high above the baseline. */
const ASCENT = 0.86;

/**
 * Sets surname and first names into a block, in the largest sizes at which nothing is broken inside a word and
 * everything fits; only then smaller, with words broken where they must be.
 * @param width, height of the block in points
 */
export function fitNames(surname: string, firstNames: string, width: number, height: number): NameLine[] {
  const blocks = SIZES.map((sizes) => setNames(surname, firstNames, width, sizes));
  const fitting = blocks.filter((block) => block.height <= height);
  const best = fitting.find((block) => !block.broken) ?? fitting[0] ?? blocks.at(-1);
  return (best?.lines ?? []).filter((line) => line.baseline <= height);
}

function setNames(
  surname: string,
  firstNames: string,
  width: number,
  [surnameSize, firstSize]: readonly [number, number],
): { lines: NameLine[]; height: number; broken: boolean } {
  const upper = wrap(surname, "GentiumBold", surnameSize, width);
  const lower = wrap(firstNames, "InterMedium", firstSize, width);
  const broken = upper.length > pieces(surname) || lower.length > pieces(firstNames);
  const lines: NameLine[] = [];
  let y = 0;
  for (const [kind, texts, size] of [
    ["surname", upper, surnameSize],
    ["firstNames", lower, firstSize],
  ] as const) {
    for (const [index, text] of texts.entries()) {
      lines.push({ kind, text, size, baseline: y + ASCENT * size });
      y += size * (index === texts.length - 1 && kind === "surname" ? LEADING * 1.06 : LEADING);
    }
  }
  return { lines, height: y, broken };
}

/** Into how many lines a text may fall without breaking a word. */
function pieces(text: string): number {
  return text.trim().split(/[\s-]+/).length;
}
