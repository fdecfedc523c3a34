import type { Language } from "../../contract/primitives.ts";
import { showDay, showInstant } from "../../domain/format.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

/*
 * Lists that leave as a spreadsheet. A list is data: its columns, what each means and of which sort it is. Headings,
 * cells and the codebook beside them are made of the same columns.
 */

/** `code`: one of a few words. `moment`: a day with its time. `percent`, `hours`, `number`: with decimals. */
export type ColumnType =
  | "text"
  | "code"
  | "yesNo"
  | "day"
  | "moment"
  | "francs"
  | "count"
  | "percent"
  | "hours"
  | "number";

/** A text, or a number that is to be computed with. Nothing is an empty text. */
export type Cell = string | number;

export interface ListColumn<Row, Key extends string = string> {
  readonly key: Key;
  readonly type: ColumnType;
  /** The words of a `code`, in the order in which the codebook lists them. */
  readonly codes?: (texts: DocumentTexts) => Readonly<Record<string, string>>;
  /** Left out of lists that are of one office, or that may not name anybody. */
  readonly only?: "offices" | "names";
  /** As records have it: a day as `2026-11-23`, a code as a code, a yes or no as such; null for nothing. */
  readonly value: (row: Row, language: Language) => string | number | boolean | null;
}

export interface ListWords<Key extends string> {
  readonly title: string;
  readonly headings: Readonly<Record<Key, string>>;
  readonly meanings: Readonly<Record<Key, string>>;
}

export interface ListSpec<Row, Key extends string = string> {
  readonly words: (texts: DocumentTexts) => ListWords<Key>;
  readonly columns: readonly ListColumn<Row, Key>[];
}

/** A list as it goes into a file. */
export interface ListTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
}

/** A list with what its columns mean; null for a table that is itself a codebook. */
export interface DescribedTable extends ListTable {
  readonly language: Language;
  readonly codebook: ListTable | null;
}

/** Which of the optional columns a list has. */
export interface ListShape {
  readonly withOffices: boolean;
  readonly withNames: boolean;
}

const WHOLE: ListShape = { withOffices: true, withNames: true };

function columnsIn<Row, Key extends string>(
  { columns }: ListSpec<Row, Key>,
  { withOffices, withNames }: ListShape,
): readonly ListColumn<Row, Key>[] {
  return columns.filter(({ only }) => (only !== "offices" || withOffices) && (only !== "names" || withNames));
}

function cellOf<Row>(column: ListColumn<Row>, row: Row, language: Language): Cell {
  const value = column.value(row, language);
  if (value === null || value === "") return "";
  if (typeof value === "number") return value;
  const texts = documentTexts(language);
  if (typeof value === "boolean") return texts.exports.codebook[value ? "yes" : "no"];
  switch (column.type) {
    case "code":
      return column.codes?.(texts)[value] ?? value;
    case "day":
      return showDay(value);
    case "moment":
      return showInstant(value);
    default:
      return value;
  }
}

/** What each column of a list means: a line for the column, and one for each of its codes. */
export function codebookOf<Row, Key extends string>(
  spec: ListSpec<Row, Key>,
  language: Language,
  shape: ListShape = WHOLE,
): ListTable {
  const texts = documentTexts(language);
  const { headings, meanings } = spec.words(texts);
  const { codebook } = texts.exports;
  return {
    title: codebook.title,
    headings: Object.values(codebook.headings),
    cells: columnsIn(spec, shape).flatMap(({ key, type, codes }) => [
      [headings[key], meanings[key], codebook.types[type], "", ""],
      ...Object.entries(codes?.(texts) ?? {}).map(([code, word]) => [headings[key], "", "", word, code]),
    ]),
  };
}

/** The list's rows under its columns, with their codebook. */
export function listTable<Row, Key extends string>(
  spec: ListSpec<Row, Key>,
  rows: readonly Row[],
  { language, ...shape }: ListShape & { readonly language: Language },
): DescribedTable {
  const { title, headings } = spec.words(documentTexts(language));
  const columns = columnsIn(spec, shape);
  return {
    ...{ title, language },
    headings: columns.map(({ key }) => headings[key]),
    cells: rows.map((row) => columns.map((column) => cellOf(column, row, language))),
    codebook: codebookOf(spec, language, shape),
  };
}

/** `86,5` in French: as a spreadsheet program set to the language reads a number from text. */
export function cellText(cell: Cell, language: Language): string {
  const text = String(cell);
  return typeof cell === "number" && language === "fr" ? text.replace(".", ",") : text;
}
