import type { InputOf } from "../../contract/index.ts";
import { accept, type Result } from "../../contract/results.ts";
import { digestKey, keyedDigest } from "../../crypto/digests.ts";
import { hasMembers, readImportedMember } from "../../data/members.ts";
import type { AssessedRow } from "../../domain/import/assessRow.ts";
import { type RegisterReading, readRegister, withDuplicate } from "../../domain/import/readRegister.ts";
import { LIKELY } from "../../domain/names/likelihood.ts";
import { readTable } from "../../spreadsheets/readTable.ts";
import type { Call } from "../call.ts";
import { findLikenesses } from "../membership/duplicates.ts";
import { readImportKey } from "../sync/keys.ts";

/** A row of the register beside what the office already knows. */
export type ComparedRow = Omit<AssessedRow, "outcome"> & {
  readonly outcome: AssessedRow["outcome"] | "unchanged";
  /** By which the same row is recognised next time; null when the row is refused. */
  readonly digest: string | null;
};

export type ComparedReading = Omit<RegisterReading, "rows"> & { readonly rows: readonly ComparedRow[] };

const BREATH_ROWS = 500;

function compareRow(
  call: Call,
  key: ReturnType<typeof digestKey>,
  isEmpty: boolean,
  row: AssessedRow,
): ComparedRow {
  const digest = row.digestInput === null ? null : keyedDigest(key, row.digestInput);
  if (isEmpty || digest === null || row.details === null) return { ...row, digest };
  const { reader } = call.office;
  if (readImportedMember(reader, digest) !== undefined) return { ...row, digest, outcome: "unchanged" };
  const [likeliest] = findLikenesses(reader, row.details, null);
  if (likeliest === undefined || likeliest.likelihood < LIKELY) return { ...row, digest };
  return { ...withDuplicate(row, "duplicateOfMember", likeliest.number), digest };
}

/** Reads a register file whole and compares every row with the register of the office. */
export async function readAndCompare(
  call: Call,
  source: Pick<InputOf<"imports.preview">, "bytes" | "columns">,
): Promise<Result<ComparedReading>> {
  const table = readTable(source.bytes);
  if (!table.ok) return table;
  const reading = readRegister(table.value, source.columns, call.today());
  if (!reading.ok) return reading;
  const key = digestKey(readImportKey(call.office.reader));
  const isEmpty = !hasMembers(call.office.reader);
  const rows: ComparedRow[] = [];
  for (const [index, row] of reading.value.rows.entries()) {
    rows.push(compareRow(call, key, isEmpty, row));
    if (index % BREATH_ROWS === 0) await call.breathe();
  }
  return accept({ ...reading.value, rows });
}
