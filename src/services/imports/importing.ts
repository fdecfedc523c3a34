import type { ImportCounts, ImportRow } from "../../contract/imports.ts";
import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { Language } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { remarkText } from "../../contract/texts/remarkText.ts";
import { insertAudit } from "../../data/journal.ts";
import { insertImportedRow, insertMember } from "../../data/members.ts";
import { takeMemberNumber } from "../../data/numbers.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { countRows } from "../../domain/import/readRegister.ts";
import { refusedTable } from "../../domain/import/refusedTable.ts";
import type { TermRules } from "../../domain/membership/terms.ts";
import type { Call } from "../call.ts";
import { takeOverCard } from "../cards/takeOver.ts";
import { termRules } from "../membership/views.ts";
import { giveList } from "../office/outgoing.ts";
import { type ComparedReading, type ComparedRow, readAndCompare } from "./comparing.ts";

const BREATH_ROWS = 250;

function shownRow(row: ComparedRow): ImportRow {
  return { row: row.row, outcome: row.outcome, ...row.shown, remarks: row.remarks };
}

/** Reads a register and says row by row what would happen; changes nothing. */
export async function previewImport(
  call: Call,
  input: InputOf<"imports.preview">,
): Promise<Result<OutputOf<"imports.preview">>> {
  const reading = await readAndCompare(call, input);
  if (!reading.ok) return reading;
  const { kind, encoding, separator, headerRow, columns, rows } = reading.value;
  return accept({
    format: { kind, encoding, separator, headerRow },
    columns: [...columns],
    counts: countRows(rows),
    rows: rows.map(shownRow),
  });
}

function isWanted(row: ComparedRow, wanted: InputOf<"imports.run">["accept"]): boolean {
  if (row.outcome === "create") return true;
  if (row.outcome !== "doubtful" || wanted === "none") return false;
  return wanted === "all" || wanted.includes(row.row);
}

function createFrom(door: WriteDoor, call: Call, row: ComparedRow, rules: TermRules): void {
  if (row.details === null || row.digest === null) throw new Error("a refused row has nothing to create");
  const { newId } = call.world;
  const member = { id: newId(), number: takeMemberNumber(door) };
  insertMember(door, { ...member, details: row.details });
  insertImportedRow(door, row.digest, member.id);
  if (row.isCardPaid) takeOverCard(door, member, { today: call.today(), rules, ids: [newId(), newId()] });
}

async function createAll(
  call: Call,
  reading: ComparedReading,
  wanted: InputOf<"imports.run">["accept"],
): Promise<Result<ImportCounts>> {
  const chosen = reading.rows.filter((row) => isWanted(row, wanted));
  const accepted = chosen.filter((row) => row.outcome === "doubtful").length;
  const counts = countRows(reading.rows);
  const rules = termRules(readSettings(call.office.reader));
  return call.office.writeLong(call.user.id, call.world.now(), async (door) => {
    for (const [index, row] of chosen.entries()) {
      createFrom(door, call, row, rules);
      if (index % BREATH_ROWS === 0) {
        call.progress({ done: index, total: chosen.length });
        await call.breathe();
      }
    }
    insertAudit(door, { id: call.world.newId(), action: "importRegister", rows: chosen.length });
    return accept({ ...counts, created: counts.created + accepted, doubtful: counts.doubtful - accepted });
  });
}

/**
 * Imports a register in one transaction: rows without doubt, and those doubtful ones that the person accepted.
 * A row that came before is recognised and left alone, so that the same file twice adds nobody.
 */
export async function runImport(call: Call, input: InputOf<"imports.run">): Promise<Result<ImportCounts>> {
  const reading = await readAndCompare(call, input);
  return reading.ok ? createAll(call, reading.value, input.accept) : reading;
}

const REASON_HEADING: Readonly<Record<Language, string>> = { fr: "Motif", en: "Reason" };
const FILE_NAME: Readonly<Record<Language, string>> = { fr: "lignes-a-corriger", en: "rows-to-correct" };

/** The rows that were not taken, as they stood, with the reason in a last column, to correct and import again. */
export async function refusedRows(
  call: Call,
  input: InputOf<"imports.refusedRows">,
): Promise<Result<OutputOf<"imports.refusedRows">>> {
  const reading = await readAndCompare(call, input);
  if (!reading.ok) return reading;
  const { language } = readSettings(call.office.reader);
  const reasonOf = (row: ComparedRow) =>
    row.outcome === "refused" || (input.withDoubtful && row.outcome === "doubtful")
      ? row.remarks.map((remark) => remarkText(language, remark)).join(" ")
      : null;
  const { headings, rows } = refusedTable(reading.value, REASON_HEADING[language], reasonOf);
  const table = { title: REASON_HEADING[language], headings, cells: rows, language, codebook: null };
  const name = FILE_NAME[language];
  return giveList(call, table, { name, action: "exportList", reference: name, format: input.format });
}
