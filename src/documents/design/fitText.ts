import advanceWidths from "./advanceWidths.json" with { type: "json" };

/** The faces whose advance widths are at hand: a definition is made without opening a font. */
export type MeasuredFace = keyof typeof advanceWidths;

/** Wider than any letter: for what the table does not know. */
const UNKNOWN_WIDTH = 1150;
/** Kerning draws letters together more often than apart; what it adds to a name stays below this. */
const KERNING_ALLOWANCE = 1.02;
/** A wide mark on a narrow stem (Aïssata, Keïta) and the apostrophe: kerning moves their neighbours away. */
const WIDE_MARK = /[ïĩīĭȋ’]/;
const WIDE_MARK_KERNING = 204;

/** Advance width of a character in thousandths of an em; combining marks and gaps in the table are 0. */
function advance(face: MeasuredFace, character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (/\p{Mn}/u.test(character)) return 0;
  for (const { first, widths } of advanceWidths[face]) {
    if (code < first || code >= first + widths.length) continue;
    return (widths[code - first] || UNKNOWN_WIDTH) + (WIDE_MARK.test(character) ? WIDE_MARK_KERNING : 0);
  }
  return UNKNOWN_WIDTH;
}

/** Width of a line in points; what the font takes is the same or a little less. */
export function widthOf(text: string, face: MeasuredFace, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += advance(face, character);
  return (thousandths * size * KERNING_ALLOWANCE) / 1000;
}

/** The parts between which a line may break: after ordinary spaces and hyphens. */
function parts(text: string): string[] {
  return text.trim().match(/[^ -]+-* *|-+ */gu) ?? [];
}

/**
 * Breaks a text into lines no wider than `width`; a word that is too long by itself is broken where it must be.
 * @param width in points
 */
export function wrap(text: string, face: MeasuredFace, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const fits = (candidate: string) => widthOf(candidate.trimEnd(), face, size) <= width;
  for (const part of parts(text)) {
    if (fits(line + part)) {
      line += part;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    line = "";
    for (const character of part) {
      if (line !== "" && !fits(line + character)) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += character;
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** The text on one line of the largest size that fits; at the smallest size it is cut with an ellipsis. */
export function fitLine(
  text: string,
  face: MeasuredFace,
  width: number,
  sizes: readonly number[],
): { text: string; size: number } {
  const size = sizes.find((candidate) => widthOf(text, face, candidate) <= width);
  if (size !== undefined) return { text, size };
  const smallest = sizes.at(-1) ?? 1;
  const characters = [...text];
  while (characters.length > 0 && widthOf(`${characters.join("")}…`, face, smallest) > width)
    characters.pop();
  return { text: `${characters.join("").trimEnd()}…`, size: smallest };
}
