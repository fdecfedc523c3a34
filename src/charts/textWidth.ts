/*
 * Widths without a font: the same picture must come out of a window and of a process that has neither window nor
 * fonts. The classes are Inter's advance widths in ems, rounded up: a text may be narrower than said, not wider.
 */
const NARROW = /[\s.,;:'’!|ijlIft()[\]/-]/;
const WIDE = /[mwMWŒ@%…—]/;
const CAPITAL = /[A-ZÀ-ÖØ-ÞƝŊƐƆ&#]/;
const ADVANCE = { narrow: 0.36, wide: 0.93, capital: 0.73, other: 0.63 };

function advance(letter: string): number {
  if (NARROW.test(letter)) return ADVANCE.narrow;
  if (WIDE.test(letter)) return ADVANCE.wide;
  return CAPITAL.test(letter) ? ADVANCE.capital : ADVANCE.other;
}

/** About how wide `text` is, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += advance(letter);
  return ems * size;
}

/** The text, or its beginning with `…` so that it is no wider than `room`. */
export function cutText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** The text in at most `most` lines no wider than `room`, broken after a space, a stroke or a hyphen. */
export function breakText(text: string, size: number, room: number, most: number): string[] {
  const lines: string[] = [""];
  for (const part of text.split(/(?<=[\s/-])/)) {
    const line = lines.at(-1) ?? "";
    const fits = line === "" || textWidth((line + part).trimEnd(), size) <= room;
    if (fits || lines.length === most) lines[lines.length - 1] = line + part;
    else lines.push(part);
  }
  return lines.map((line) => cutText(line.trimEnd(), size, room));
}
