import type { LedgerLine, VoucherFilter } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCounts, readCount, readNationalCount } from "../../data/cashbook/counts.ts";
import { budgetSheet } from "../../documents/cashbook/budgetSheet.ts";
import { cashBook } from "../../documents/cashbook/cashBook.ts";
import { countSheet } from "../../documents/cashbook/countSheet.ts";
import type { Journal } from "../../documents/cashbook/journal.ts";
import { type MonthPaper, monthPapers } from "../../documents/cashbook/monthPapers.ts";
import { fill } from "../../documents/design/paper.ts";
import { documentTexts } from "../../documents/texts/documentTexts.ts";
import { firstDayOf, lastDayOfMonth } from "../../domain/calendar.ts";
import type { Call } from "../call.ts";
import { giveListPaper } from "../office/outgoing.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { nationalWith } from "../scope.ts";
import { budget } from "./budgets.ts";
import { month } from "./monthBook.ts";
import { accountSummary, monthJournal, placeSheets } from "./monthSheets.ts";
import { journalLine, type PaperNames, paperNames, placeName } from "./paperNames.ts";
import { placesOf } from "./places.ts";
import { projectBook } from "./projects.ts";
import { listVouchers, type OpenBook, openBook } from "./vouchers.ts";

/** Every paper of the cash book. File names are codes, days and months. */

/** A year of a large office; beyond it a print would take the laptop's memory. */
const MOST_LINES = 7_000;
const PAPERS: readonly MonthPaper[] = ["journal", "cashSheet", "summary"];

/** `KTL-caisse-2026-10`, at headquarters `BKO-caisse-KTL-2026-10` and `BKO-caisse-national-2026-10`, too. */
function nameOf(call: Call, { office, isOwn }: OpenBook, ...rest: string[]): string {
  const whose = isOwn ? [] : [office === "all" ? "national" : office];
  return [call.office.code, "caisse", ...whose, ...rest].join("-");
}

/** Vouchers in the order in which they are printed: by day, then number. */
function inOrder(rows: readonly LedgerLine[]): LedgerLine[] {
  return [...rows].reverse();
}

/** The papers of a month's end, one or all in one file; "provisoire" until the month is closed. */
export async function printMonth(
  call: Call,
  input: InputOf<"cashbook.printMonth">,
): Promise<Result<FileOutput>> {
  const { paper } = input;
  const whose = input.office === undefined ? {} : { office: input.office };
  const found = month(call, { month: input.month, ...whose });
  if (!found.ok) return found;
  const open = openBook(call, input.office);
  if (!open.ok) return open;
  const span = { from: firstDayOf(input.month), to: lastDayOfMonth(input.month) };
  const { vouchers, state, closedOn, closedBy, first, last } = found.value;
  const listed = listVouchers(call, { ...span, ...whose, offset: 0, limit: Math.max(1, vouchers) });
  if (!listed.ok) return listed;
  const context = paperContext(call);
  const names = paperNames(call, open.value, context.language);
  const about = {
    ...{ book: found.value, names, language: context.language },
    lines: inOrder(listed.value.rows),
  };
  const projects = new Map(projectBook(call).map(({ code, name }) => [code, name]));
  const definition = monthPapers({
    ...context,
    month: input.month,
    scope: found.value.office,
    standing: { state, closedOn, closedBy },
    papers: paper === "all" ? PAPERS : [paper],
    journal: monthJournal(about),
    ...{ first, last },
    places: placeSheets(about, listCounts(open.value.reader, open.value, span)),
    summary: accountSummary(about, projects),
    madeBy: call.user.name,
  });
  const part = { journal: "journal", cashSheet: "feuille", summary: "resume", all: "mois" }[paper];
  const name = nameOf(call, open.value, part, input.month);
  return giveListPaper(call, { name, definition, rows: listed.value.rows.length });
}

function filterWords(
  filter: VoucherFilter,
  names: PaperNames,
  book: OpenBook,
  language: "fr" | "en",
): string[] {
  const own = documentTexts(language).cashbook.journal;
  const { till, account, project, direction, text = "" } = filter;
  const office = book.office === "all" ? "" : book.office;
  return [
    till ? names.place(office, till) : "",
    account ? fill(own.filterAccount, { name: names.account(account).name }) : "",
    project ? fill(own.filterProject, { code: project }) : "",
    direction === "in" ? own.filterIn : direction === "out" ? own.filterOut : "",
    text.trim() === "" ? "" : fill(own.filterText, { text: text.trim() }),
  ].filter((words) => words !== "");
}

/** Whether every voucher of the days is there, of one place or of all: only then does the book have a balance. */
function isWhole({ account, project, direction, text = "" }: VoucherFilter): boolean {
  return !account && !project && !direction && text.trim() === "";
}

/** The book as it stands on the screen. Refuses more lines than a print can hold. */
export async function printBook(
  call: Call,
  input: InputOf<"cashbook.printBook">,
): Promise<Result<FileOutput>> {
  const listed = listVouchers(call, { ...input, offset: 0, limit: MOST_LINES });
  if (!listed.ok) return listed;
  const { rows, total, opening, closing } = listed.value;
  if (total > MOST_LINES)
    return refuse("cashbook.bookTooLong", { field: "from", values: { total, most: MOST_LINES } });
  const open = openBook(call, input.office);
  if (!open.ok) return open;
  const context = paperContext(call);
  const names = paperNames(call, open.value, context.language);
  const whole = isWhole(input);
  const journal: Journal = {
    lines: inOrder(rows).map((row) => journalLine(row, names, context.language)),
    balances: whole ? { opening, closing } : null,
    onePlace: whole && Boolean(input.till) && open.value.office !== "all",
    places: [],
  };
  const definition = cashBook({
    ...context,
    ...{ from: input.from, to: input.to, scope: open.value.office },
    filterWords: filterWords(input, names, open.value, context.language),
    journal,
    madeBy: call.user.name,
  });
  const name = nameOf(call, open.value, "livre", input.from, input.to);
  return giveListPaper(call, { name, definition, rows: rows.length });
}

/** The minutes of a count, to sign. Refuses one that nobody knows. */
export async function printCount(call: Call, { id }: { id: string }): Promise<Result<FileOutput>> {
  const national = nationalWith(call, "finance");
  const own = readCount(call.office.reader, id);
  const count = own ?? (national === null ? undefined : readNationalCount(national.reader, id));
  if (count === undefined) return refuse("request.invalid", { field: "id" });
  const reader = own === undefined && national !== null ? national.reader : call.office.reader;
  const place = placesOf(reader, count.office).find(({ key }) => key === count.till);
  const context = paperContext(call);
  const definition = countSheet({
    ...context,
    count,
    place: place === undefined ? count.till : placeName(place, context.language),
    isCash: place?.kind === "cash",
  });
  const name = [count.office, "caisse", "comptage", count.countedOn].join("-");
  return accept(await pdfFile(call.world, name, definition));
}

/** Budget against actual up to a day; at headquarters of any office, or office by office of all. */
export async function printBudget(
  call: Call,
  input: InputOf<"cashbook.printBudget">,
): Promise<Result<FileOutput>> {
  const uses = budget(call, input);
  if (!uses.ok) return uses;
  const open = openBook(call, input.office);
  if (!open.ok) return open;
  const context = paperContext(call);
  const names = paperNames(call, open.value, context.language);
  const isAll = open.value.office === "all";
  const definition = budgetSheet({
    ...context,
    ...{ year: input.year, usedUntil: input.on, scope: open.value.office, project: input.project },
    rows: uses.value.map(({ office, account, project, planned, plannedToDate, used, note, side }) => {
      const { number, name } = names.account(account);
      return {
        ...{ number, project, planned, plannedToDate, used, note, side },
        name: isAll ? `${name} (${office})` : name,
      };
    }),
    madeBy: call.user.name,
  });
  const name = nameOf(call, open.value, "budget", String(input.year));
  return giveListPaper(call, { name, definition, rows: uses.value.length });
}
