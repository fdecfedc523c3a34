import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { BenchOffice } from "./benchOffice.ts";
import type { Figure } from "./measure.ts";
import { type Area, type AreaFigure, markdownOf, tableOf, verdictOf } from "./report.ts";

/*
 * `npm run bench [-- --quick] [--json FILE] [--markdown FILE] [--only NAME,NAME]`: how fast the product is, each figure
 * against a baseline of the same run. The names are those of `BENCHES`. No test depends on it.
 */

// React draws the charts of the papers, and it looks when it is loaded: as in the product, before anything else is.
process.env.NODE_ENV = "production";

const SIZES = {
  full: {
    ...{ members: 100_000, imports: 3, names: 40, openings: 61, cards: 1_000, starts: 9 },
    ...{ exports: 3, receipts: 3, books: 31, dashboards: 31, nations: 11, reports: 15 },
  },
  quick: {
    ...{ members: 5_000, imports: 3, names: 10, openings: 31, cards: 50, starts: 5 },
    ...{ exports: 1, receipts: 1, books: 7, dashboards: 7, nations: 5, reports: 3 },
  },
};
const ENTRIES = {
  full: { small: 10_000, middle: 100_000, large: 1_000_000 },
  quick: { small: 1_000, middle: 5_000, large: 20_000 },
};
const SMALL_OFFICE = 1_000;

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    markdown: { type: "string" },
    only: { type: "string" },
  },
});
const size = values.quick ? "quick" : "full";
const sizes = SIZES[size];
const figures: AreaFigure[] = [];

function note(text: string): void {
  process.stderr.write(`${text} …\n`);
}

function add(area: Area, measured: readonly Figure[] | null): void {
  if (measured === null) note("age or sqlite3 is not installed: left out");
  else figures.push(...measured.map((figure) => ({ ...figure, area })));
}

async function filledOffice(members: number): Promise<BenchOffice> {
  const { makeBenchOffice } = await import("./benchOffice.ts");
  const { registerFile } = await import("./registerFile.ts");
  note(`an office with ${members} members`);
  const office = await makeBenchOffice();
  const bytes = registerFile(members);
  await office.ask("imports.run", { fileName: "registre.csv", bytes, columns: null, accept: "all" });
  return office;
}

/** Runs some work with what it needs, which goes afterwards whatever happens. */
async function using<T extends { remove(): void }>(made: T, work: (made: T) => Promise<void>): Promise<void> {
  try {
    await work(made);
  } finally {
    made.remove();
  }
}

type Names = ReadonlySet<string>;

/** What is measured together, because it needs the same offices. */
interface Bench {
  readonly names: readonly string[];
  run(wanted: Names): Promise<void>;
}

const BENCHES: readonly Bench[] = [
  {
    names: ["start"],
    run: async () => add("program", [await (await import("./starting.ts")).benchStart(sizes.starts)]),
  },
  {
    names: ["cards"],
    run: async () => add("register", [await (await import("./printing.ts")).benchCards(sizes.cards)]),
  },
  {
    names: ["search", "opening"],
    run: async (wanted) => {
      const { benchSearch } = await import("./searching.ts");
      const { benchOpening } = await import("./opening.ts");
      await using(await filledOffice(SMALL_OFFICE), async (small) =>
        using(await filledOffice(sizes.members), async (large) => {
          if (wanted.has("search")) add("register", [await benchSearch(large, sizes.members, sizes.names)]);
          if (!wanted.has("opening")) return;
          const [one, other] = [
            { office: small, members: SMALL_OFFICE },
            { office: large, members: sizes.members },
          ];
          add("register", await benchOpening(one, other, sizes.openings));
        }),
      );
    },
  },
  {
    names: ["rentRoll", "ledger"],
    run: async (wanted) => {
      const { makeLedgerOffice, ONE_YEAR, TEN_YEARS } = await import("./ledgerOffice.ts");
      const years = values.quick ? ONE_YEAR : TEN_YEARS;
      await using(await makeLedgerOffice(years), async (office) => {
        if (wanted.has("rentRoll"))
          add("rents", await (await import("./rentRoll.ts")).benchRentRoll(office, years, sizes.books));
        if (wanted.has("ledger"))
          add("cashbook", await (await import("./ledger.ts")).benchLedger(office, years, sizes.books));
      });
    },
  },
  {
    names: ["dashboard", "monthlyReport"],
    run: async (wanted) => {
      const { benchYears } = await import("./reporting.ts");
      add("reports", await benchYears(size, wanted, { dashboard: sizes.dashboards, report: sizes.reports }));
    },
  },
  {
    names: ["headquarters"],
    run: async () => add("reports", await (await import("./reporting.ts")).benchNation(size, sizes.nations)),
  },
  {
    names: ["export"],
    run: async () =>
      add("sticks", await (await import("./exporting.ts")).benchExport(ENTRIES[size], sizes.exports)),
  },
  {
    names: ["receive"],
    run: async () =>
      add("sticks", await (await import("./receiving.ts")).benchReceive(ENTRIES[size], sizes.receipts)),
  },
  {
    names: ["import"],
    run: async () =>
      add("register", [await (await import("./importing.ts")).benchImport(sizes.members, sizes.imports)]),
  },
];

const known = BENCHES.flatMap(({ names }) => names);
const wanted = new Set(values.only?.split(",") ?? known);
const unknown = [...wanted].filter((name) => !known.includes(name));
if (unknown.length > 0)
  throw new Error(`nothing is called ${unknown.join(", ")}; there are ${known.join(", ")}`);

const load = loadavg()[0] ?? 0;
for (const { names, run } of BENCHES) {
  if (!names.some((name) => wanted.has(name))) continue;
  note(names.filter((name) => wanted.has(name)).join(", "));
  await run(wanted);
}

// The targets are for the full sizes: a small import is over before the compiler is warm.
const shown = values.quick ? figures.map((figure) => ({ ...figure, target: null })) : figures;
const isBusy = Math.max(load, loadavg()[0] ?? 0) > cpus().length / 2;
const busy = `Other programs were busy (load ${load.toFixed(1)} on ${cpus().length} processors): trust the ratios by CPU.`;
process.stdout.write(`${tableOf(shown)}\n${isBusy ? `\n${busy}\n` : ""}`);
if (values.json !== undefined) {
  const results = shown.map((figure) => ({ ...figure, verdict: verdictOf(figure) }));
  writeFileSync(values.json, `${JSON.stringify({ load, processors: cpus().length, results }, null, 2)}\n`);
}
if (values.markdown !== undefined) {
  const { markdownPage } = await import("./page.ts");
  writeFileSync(values.markdown, markdownPage(markdownOf(shown), isBusy ? busy : null));
}
