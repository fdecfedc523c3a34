import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { type BenchOffice, makeBenchOffice } from "./benchOffice.ts";
import { benchExport } from "./exporting.ts";
import { benchImport } from "./importing.ts";
import { benchLedger } from "./ledger.ts";
import { makeLedgerOffice, ONE_YEAR, TEN_YEARS } from "./ledgerOffice.ts";
import type { Figure } from "./measure.ts";
import { benchOpening } from "./opening.ts";
import { benchCards } from "./printing.ts";
import { benchReceive } from "./receiving.ts";
import { registerFile } from "./registerFile.ts";
import { benchRentRoll } from "./rentRoll.ts";
import { tableOf, verdictOf } from "./report.ts";
import { benchSearch } from "./searching.ts";
import { benchStart } from "./starting.ts";

/*
 * `npm run bench [-- --quick] [--json FILE] [--only import,search,opening,cards,start,export,receive,ledger,rentRoll]`:
 * how fast the product is, each figure against a baseline of the same run. No test depends on it.
 */

const SIZES = {
  full: {
    members: 100_000,
    imports: 3,
    names: 40,
    openings: 61,
    cards: 1_000,
    starts: 9,
    exports: 3,
    receipts: 3,
    books: 31,
  },
  quick: {
    members: 5_000,
    imports: 3,
    names: 10,
    openings: 31,
    cards: 50,
    starts: 5,
    exports: 1,
    receipts: 1,
    books: 7,
  },
};
const ENTRIES = {
  full: { small: 10_000, middle: 100_000, large: 1_000_000 },
  quick: { small: 1_000, middle: 5_000, large: 20_000 },
};
const SMALL_OFFICE = 1_000;
const ALL = ["import", "search", "opening", "cards", "start", "export", "receive", "ledger", "rentRoll"];

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, json: { type: "string" }, only: { type: "string" } },
});
const sizes = values.quick ? SIZES.quick : SIZES.full;
const wanted = new Set(values.only?.split(",") ?? ALL);
const figures: Figure[] = [];

function note(text: string): void {
  process.stderr.write(`${text} …\n`);
}

async function filledOffice(members: number): Promise<BenchOffice> {
  note(`an office with ${members} members`);
  const office = await makeBenchOffice();
  const source = {
    fileName: "registre.csv",
    bytes: registerFile(members),
    columns: null,
    accept: "all",
  } as const;
  await office.ask("imports.run", source);
  return office;
}

async function benchOffices(): Promise<void> {
  const small = { office: await filledOffice(SMALL_OFFICE), members: SMALL_OFFICE };
  const large = { office: await filledOffice(sizes.members), members: sizes.members };
  try {
    if (wanted.has("search")) figures.push(await benchSearch(large.office, sizes.members, sizes.names));
    if (wanted.has("opening")) figures.push(...(await benchOpening(small, large, sizes.openings)));
  } finally {
    small.office.remove();
    large.office.remove();
  }
}

async function benchBooks(): Promise<void> {
  const size = values.quick ? ONE_YEAR : TEN_YEARS;
  note(`an office with ${size.vouchers} vouchers and ${size.leases} leases`);
  const office = await makeLedgerOffice(size);
  try {
    if (wanted.has("rentRoll")) figures.push(...(await benchRentRoll(office, size, sizes.books)));
    if (wanted.has("ledger")) figures.push(...(await benchLedger(office, size, sizes.books)));
  } finally {
    office.remove();
  }
}

const load = loadavg()[0] ?? 0;
if (wanted.has("start")) figures.push(await benchStart(sizes.starts));
if (wanted.has("cards")) {
  note("cards");
  figures.push(await benchCards(sizes.cards));
}
if (["search", "opening"].some((name) => wanted.has(name))) await benchOffices();
if (["ledger", "rentRoll"].some((name) => wanted.has(name))) await benchBooks();
if (wanted.has("export")) {
  note("exports");
  const exported = await benchExport(values.quick ? ENTRIES.quick : ENTRIES.full, sizes.exports);
  if (exported === null) note("age or sqlite3 is not installed: the export is left out");
  else figures.push(...exported);
}
if (wanted.has("receive")) {
  note("imports at headquarters");
  const received = await benchReceive(values.quick ? ENTRIES.quick : ENTRIES.full, sizes.receipts);
  if (received === null) note("age or sqlite3 is not installed: the import at headquarters is left out");
  else figures.push(...received);
}
if (wanted.has("import")) {
  note("imports");
  figures.push(await benchImport(sizes.members, sizes.imports));
}

// The targets are for the full sizes: a small import is over before the compiler is warm.
const shown = values.quick ? figures.map((figure) => ({ ...figure, target: null })) : figures;
process.stdout.write(`${tableOf(shown)}\n`);
if (load > cpus().length / 2)
  process.stdout.write(
    `\nOther programs were busy (load ${load.toFixed(1)} on ${cpus().length} processors): trust the ratios by CPU.\n`,
  );
if (values.json !== undefined) {
  const results = shown.map((figure) => ({ ...figure, verdict: verdictOf(figure) }));
  writeFileSync(values.json, `${JSON.stringify({ load, processors: cpus().length, results }, null, 2)}\n`);
}
