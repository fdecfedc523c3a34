import { pdfLines } from "../../documents/poppler.ts";

/* A report as it is read on paper: rows by their names, in parts by their headings. */

interface Cell {
  readonly text: string;
  /** Letters from the left edge. */
  readonly at: number;
  readonly end: number;
}

/** The cells of a line; two blanks part them. */
function cellsOf(line: string): Cell[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((found) => ({
    text: found[0],
    at: found.index,
    end: found.index + found[0].length,
  }));
}

/** A part of the paper: its lines in order. Pages lie below each other. */
export type Part = readonly (readonly Cell[])[];

/** The parts of a paper under these headings, in their order. @throws when one is missing or stands elsewhere */
export function partsOf(pdf: Uint8Array, headings: readonly string[]): Map<string, Part> {
  const lines = pdfLines(pdf)
    .flat()
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  const starts: number[] = [];
  for (const heading of headings) {
    const from = (starts.at(-1) ?? -1) + 1;
    const at = lines.findIndex((cells, index) => index >= from && cells[0]?.text === heading && !cells[1]);
    if (at < 0) throw new Error(`the paper has no heading « ${heading} » where it belongs`);
    starts.push(at);
  }
  return new Map(headings.map((heading, index) => [heading, lines.slice(starts[index], starts[index + 1])]));
}

/** Without blanks, which differ by the letters around them. */
export const bare = (text: string): string => text.replace(/\s/g, "");

/**
 * Whether the row says this name: whole, or with its last words on the next line, as a long name is printed.
 * @param below the cells of the next line
 */
function isNamed(name: string, cell: Cell | undefined, below: readonly Cell[]): boolean {
  if (cell === undefined) return false;
  if (cell.text === name) return true;
  const rest = name.startsWith(`${cell.text} `) ? name.slice(cell.text.length + 1) : null;
  return rest !== null && below.some(({ text, at }) => text === rest && Math.abs(at - cell.at) <= 1);
}

const isFigure = (text: string | undefined) => /^[−\d]|^—$|^masqué$/.test(text ?? "");

/**
 * The figures of a row of a table of indicators: now, before, change, and its target where the table has one.
 * @throws when the part has no such row, or two
 */
export function figureRow(part: Part, name: string): string[] {
  const found = part.filter(
    (cells, index) => isFigure(cells[1]?.text) && isNamed(name, cells[0], part[index + 1] ?? []),
  );
  const [row] = found;
  if (row === undefined || found.length > 1) throw new Error(`« ${name} » stands in ${found.length} rows`);
  return row.slice(1).map(({ text }) => bare(text));
}

/** The captions of the columns of a table of indicators. @throws when the part has none */
export function figureHeads(part: Part): string[] {
  const heads = part.find(([first]) => first?.text === "Indicateur");
  if (heads === undefined) throw new Error("the part has no table of indicators");
  return heads.slice(1).map(({ text }) => text);
}

/** One table of a part: its rows from its heading down to its total, on however many pages. */
export interface PrintedTable {
  /** The cells behind a row's name. @throws when there is no such row, or two */
  row(name: string): string[];
  /** Rows between heading and total, without the second lines of long names. */
  readonly rows: number;
}

/** The heading of a table: its own caption, then its columns', of which the first words are enough. */
function headingIn(line: readonly Cell[], captions: readonly string[]) {
  const [own = "", ...columns] = captions;
  for (const [index, cell] of line.entries()) {
    const heads = line.slice(index + 1, index + 1 + columns.length);
    const fits = columns.every((caption, at) => caption.startsWith(heads[at]?.text ?? "\0"));
    const beside = line[index + captions.length];
    if (cell.text === own && fits)
      return { from: cell.at - 2, to: (beside?.at ?? Number.POSITIVE_INFINITY) - 2 };
  }
  return null;
}

/** The lines of a table, each without what stands beside it. A heading that is repeated begins another page. */
function linesUnder(part: Part, captions: readonly string[]): (readonly Cell[])[] {
  const lines: (readonly Cell[])[] = [];
  let edges: { from: number; to: number } | null = null;
  for (const line of part) {
    const heading = headingIn(line, captions);
    if (heading === null && edges !== null) {
      const { from, to } = edges;
      const own = line.filter(({ at }) => at >= from && at < to);
      lines.push(own);
      if (own[0]?.text === "Total") return lines;
    }
    edges = heading ?? edges;
  }
  const whole = captions.join(", ");
  throw new Error(
    edges === null ? `the paper has no table of ${whole}` : `no total ends the table of ${whole}`,
  );
}

/** @param captions the group's and those of its columns. @throws when the part has no such table with a total */
export function tableIn(part: Part, captions: readonly string[]): PrintedTable {
  const lines = linesUnder(part, captions);
  const rows = lines.filter((cells) => cells.length === captions.length);
  return {
    rows: rows.length - 1,
    row(name) {
      const found = rows.filter((cells) => isNamed(name, cells[0], lines[lines.indexOf(cells) + 1] ?? []));
      const [row] = found;
      if (row === undefined || found.length > 1)
        throw new Error(`« ${name} » stands in ${found.length} rows of ${captions.join(", ")}`);
      return row.slice(1).map(({ text }) => bare(text));
    },
  };
}
