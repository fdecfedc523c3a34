import type { ImportColumn, ImportField } from "../../contract/imports.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Header } from "./findHeader.ts";
import { fieldOfHeading, nameOrderOfHeading } from "./headings.ts";
import { cellText, type TableRow } from "./table.ts";

/** Fields that several columns may share: their texts stand one under the other in the notes. */
const SHARED: ReadonlySet<ImportField> = new Set(["ignore", "notes"]);
const SAMPLES = 3;
/** An unnamed column among the named ones that is filled in this share of the rows is a column (row numbers, say). */
const FILLED_SHARE = 0.1;
/** Beyond the last heading, cells are strays that a separator in a text pushed there, unless most rows have them. */
const FILLED_SHARE_BEYOND = 0.5;
const FILLED_ROWS_BEYOND = 3;

/** A person's correction: what one column is to be taken for. */
export interface FieldChoice {
  readonly index: number;
  readonly field: ImportField;
}

type Fields = Map<number, ImportField>;

/**
 * What each column is taken for: the person's choice first, then the first column of a meaning; a second one
 * (`Téléphone 2`) and every heading that we do not know go to the notes, where nothing is lost and the person sees it.
 */
function fieldsOf(headings: readonly string[], named: readonly number[], chosen: Fields): Fields {
  const fields: Fields = new Map();
  const taken = new Set<ImportField>(chosen.values());
  for (const index of named.filter((at) => !chosen.has(at))) {
    const field = fieldOfHeading(headings[index] ?? "") ?? "notes";
    const isSecond = taken.has(field) && !SHARED.has(field);
    fields.set(index, isSecond ? "notes" : field);
    taken.add(field);
  }
  settleNames(fields, taken, headings);
  for (const [index, field] of chosen) fields.set(index, field);
  return fields;
}

/** A lone `Nom` column holds whole names; beside `Nom` and `Prénom` a third name column only repeats them. */
function settleNames(fields: Fields, taken: ReadonlySet<ImportField>, headings: readonly string[]): void {
  const change = (from: ImportField, to: ImportField): void => {
    for (const [index, field] of fields) if (field === from) fields.set(index, to);
  };
  const hasFirst = taken.has("firstNames");
  if (!taken.has("fullName")) {
    if (taken.has("surname") && !hasFirst) change("surname", "fullName");
  } else if (taken.has("surname")) {
    change(hasFirst ? "fullName" : "surname", "notes");
  } else if (hasFirst) {
    // "Name" beside "First name" is a surname; "Nom et prénom" beside "Prénom" is whole already.
    const [joint] = [...fields].find(([, field]) => field === "fullName") ?? [];
    const isWhole = joint === undefined || nameOrderOfHeading(headings[joint] ?? "") !== "unknown";
    if (isWhole) change("firstNames", "notes");
    else change("fullName", "surname");
  }
}

function columnCells(rows: readonly TableRow[], index: number): { filled: number; samples: string[] } {
  const samples: string[] = [];
  let filled = 0;
  for (const { cells } of rows) {
    const text = cellText(cells[index]);
    if (text === "") continue;
    filled += 1;
    if (samples.length < SAMPLES) samples.push(text);
  }
  return { filled, samples };
}

function isColumn(filled: number, rows: number, isBeyond: boolean): boolean {
  if (!isBeyond) return filled > rows * FILLED_SHARE;
  return filled >= FILLED_ROWS_BEYOND && filled > rows * FILLED_SHARE_BEYOND;
}

function chosenTwice(columns: readonly ImportColumn[]): ImportColumn | undefined {
  return columns.find(
    ({ field, index }) =>
      !SHARED.has(field) && columns.some((other) => other.field === field && other.index < index),
  );
}

function hasNames(columns: readonly ImportColumn[]): boolean {
  const fields = new Set(columns.map(({ field }) => field));
  return fields.has("fullName") || (fields.has("surname") && fields.has("firstNames"));
}

/**
 * The register's columns, with what they are taken for, corrected by the person's choice.
 * @param rows the data rows below the header
 * @returns refuses `import.columnTwice` (`values.heading`) where a choice gives one meaning to two columns, and
 *   `import.noNameColumn` (`values.headings`, joined by ` · `) where no column or pair of columns holds whole names.
 */
export function registerColumns(
  header: Header,
  rows: readonly TableRow[],
  choice: readonly FieldChoice[] | null,
): Result<ImportColumn[]> {
  const widest = rows.reduce((width, { cells }) => Math.max(width, cells.length), header.headings.length);
  const cellsOf = new Map(
    Array.from({ length: widest }, (_, index) => [index, columnCells(rows, index)] as const),
  );
  const chosen: Fields = new Map(choice?.map(({ index, field }) => [index, field]) ?? []);
  const named = [...cellsOf].flatMap(([index, { filled }]) => {
    const isNamed = (header.headings[index] ?? "") !== "" || chosen.has(index);
    return isNamed || isColumn(filled, rows.length, index >= header.headings.length) ? [index] : [];
  });
  const fields = fieldsOf(header.headings, named, chosen);
  const columns = named.map((index) => ({
    index,
    heading: header.headings[index] ?? "",
    field: fields.get(index) ?? "notes",
    samples: cellsOf.get(index)?.samples ?? [],
  }));
  const second = chosenTwice(columns);
  if (second) return refuse("import.columnTwice", { field: "columns", values: { heading: second.heading } });
  if (hasNames(columns)) return accept(columns);
  const headings = columns.map(({ heading }) => heading).join(" · ");
  return refuse("import.noNameColumn", { field: "columns", values: { headings, row: header.row } });
}
