import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import type { Result } from "../../contract/results.ts";
import { listJournal } from "../../data/cashbook/ledger.ts";
import { JOURNAL, type JournalRow, journalRows } from "../../documents/lists/cashbookLists.ts";
import { listTable } from "../../documents/lists/listTable.ts";
import type { Call } from "../call.ts";
import { giveList } from "../office/outgoing.ts";
import { paperContext } from "../office/paper.ts";
import { chartBook } from "./chartBook.ts";
import { officesOf, placesOf } from "./places.ts";
import { type OpenBook, openBook, spanFault } from "./vouchers.ts";

type Asked = InputOf<"cashbook.exportJournal">;

function rowsOf(call: Call, book: OpenBook, asked: Asked): JournalRow[] {
  const places = officesOf(book).flatMap((office) => placesOf(book.reader, office));
  return journalRows(listJournal(book.reader, book, asked), {
    accounts: new Map(chartBook(call).accounts.map((account) => [account.code, account])),
    tills: new Map(places.map((place) => [`${place.office}/${place.key}`, place])),
  });
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
  const shape = {
    language: paperContext(call).language,
    withOffices: book.value.office === "all",
    withNames: true,
  };
  const table = listTable(JOURNAL, rowsOf(call, book.value, input), shape);
  const name = nameOf(call, book.value, input);
  return giveList(call, table, { name, action: "exportJournal", reference: name, format: input.format });
}
