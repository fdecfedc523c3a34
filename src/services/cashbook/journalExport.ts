import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listJournal } from "../../data/cashbook/ledger.ts";
import { insertAudit } from "../../data/journal.ts";
import { type JournalTable, journalTable } from "../../documents/journalTable.ts";
import { writeCsv, writeXlsx } from "../../spreadsheets/writeTable.ts";
import type { Call } from "../call.ts";
import { paperContext } from "../office/paper.ts";
import { chartBook } from "./chartBook.ts";
import { officesOf, placesOf } from "./places.ts";
import { type OpenBook, openBook, spanFault } from "./vouchers.ts";

type Asked = InputOf<"cashbook.exportJournal">;

function tableOf(call: Call, book: OpenBook, asked: Asked): JournalTable {
  const places = officesOf(book).flatMap((office) => placesOf(book.reader, office));
  const books = {
    accounts: new Map(chartBook(call).accounts.map((account) => [account.code, account])),
    tills: new Map(places.map((place) => [`${place.office}/${place.key}`, place])),
  };
  return journalTable(listJournal(book.reader, book, asked), books, paperContext(call).language);
}

/** `KTL-journal-2026-11-01-2026-11-30`, at headquarters `BKO-journal-KTL-…` and `BKO-journal-national-…`, too. */
function nameOf(call: Call, { office, isOwn }: OpenBook, { from, to }: Asked): string {
  const whose = isOwn ? null : office === "all" ? "national" : office;
  return [call.office.code, "journal", whose, from, to].filter((part) => part !== null).join("-");
}

/** The journal with account numbers, for an accountant's software; who took how many lines is noted. */
export async function exportJournal(call: Call, input: Asked): Promise<Result<FileOutput>> {
  const fault = spanFault(input);
  if (fault !== null) return fault;
  const book = openBook(call, input.office);
  if (!book.ok) return book;
  const { title, headings, cells } = tableOf(call, book.value, input);
  const name = nameOf(call, book.value, input);
  const id = call.world.newId();
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id, action: "exportJournal", reference: name, rows: cells.length })),
  );
  const fileName = `${name}.${input.format}`;
  if (input.format === "csv") {
    const lines = cells.map((line) => line.map(String));
    return accept({ fileName, mediaType: "text/csv", bytes: writeCsv([headings, ...lines]) });
  }
  return accept({
    fileName,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: await writeXlsx(title, headings, cells),
  });
}
