import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BenchOffice, KOUTIALA, makeBenchHeadquarters, temporaryFolder } from "./benchOffice.ts";
import { enrol } from "./enrolling.ts";
import { makeJournalOffice } from "./journalOffice.ts";
import { type Cost, costOf, counted, type Figure, figureOf, type Pairs, sideBySide } from "./measure.ts";
import type { Received } from "./receiveChild.ts";

const CHILD = fileURLToPath(new URL("./receiveChild.ts", import.meta.url));
/** What headquarters' laptop of 4 GB can spare beside Windows and the screen. */
const MOST_MB = 400;

/** What headquarters stores of every entry: its link of the chain, and its values beside it. */
const HEADS = "SELECT 'KTL', 1, seq, at, by, entity, id, op, shared, local, hash FROM journal";
const VALUES = "SELECT 'KTL', 1, seq, hex(shared_salt), shared_values FROM journal";
/** The same tables as headquarters', and its index; neither records, nor search, nor digests of names. */
const TABLES = `CREATE TABLE entry (office TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
    at TEXT NOT NULL, by TEXT NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL, op TEXT NOT NULL, shared TEXT,
    local TEXT, hash TEXT NOT NULL, PRIMARY KEY (office, epoch, seq)) STRICT, WITHOUT ROWID;
  CREATE INDEX entry_by_record ON entry (id);
  CREATE TABLE entry_values (office TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
    salt TEXT NOT NULL, vals TEXT NOT NULL, PRIMARY KEY (office, epoch, seq)) STRICT, WITHOUT ROWID;`;
const SEAL = `sqlite3 -csv "$1" "$2" | gzip | age -r "$3" > "$4"`;
const IMPORT = `sqlite3 "$1" "$2"
  age -d -i "$3" "$4" | gunzip | sqlite3 -csv "$1" ".import /dev/stdin entry"
  age -d -i "$3" "$5" | gunzip | sqlite3 -csv "$1" ".import /dev/stdin entry_values"`;

export interface ReceiveSizes {
  readonly small: number;
  readonly middle: number;
  readonly large: number;
}

/** An office's bundle with all of its journal, and the headquarters that it is for. */
interface Arrival {
  /** Headquarters' folder, with nobody before it. */
  readonly siege: string;
  readonly bundle: string;
  readonly entries: number;
  remove(): void;
}

/** @param also what is wanted of the office before it goes */
async function makeArrival(
  entries: number,
  also: (office: BenchOffice) => void = () => {},
): Promise<Arrival> {
  const folder = temporaryFolder();
  const siege = await makeBenchHeadquarters();
  const office = await makeJournalOffice(entries);
  try {
    await enrol(siege, office, KOUTIALA);
    const stick = join(folder, "stick");
    mkdirSync(stick);
    const { file, last } = await office.ask("sync.export", { folder: stick });
    also(office);
    siege.leave();
    const kept = join(folder, "siege");
    renameSync(siege.folder, kept);
    return { siege: kept, bundle: file, entries: last, remove: () => rmSync(folder, { recursive: true }) };
  } finally {
    office.remove();
  }
}

/** Takes the bundle in so many times in a process of its own; the first one is not counted where there are others. */
function receiveApart({ siege, bundle, entries }: Arrival, times: number): Received {
  const args = [CHILD, siege, bundle, String(times)];
  const received = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Received;
  if (received.entries !== entries) throw new Error("headquarters did not take every entry");
  return received;
}

function midCost({ costs }: Received): Cost {
  const middle = costs.toSorted((a, b) => a.wallMs - b.wallMs)[costs.length >> 1];
  if (middle === undefined) throw new Error("nothing was received");
  return middle;
}

/** The same rows for the shell: CSV, packed and sealed. */
function sealForShell(office: BenchOffice, folder: string): string[] {
  const [plain, key] = [join(folder, "plain.db"), join(folder, "key.txt")];
  const { connection } = office.call().office;
  connection.exec(`ATTACH DATABASE '${plain}' AS plain KEY ''`);
  connection.exec("CREATE TABLE plain.journal AS SELECT * FROM main.journal");
  connection.exec("DETACH DATABASE plain");
  execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
  const recipient = execFileSync("age-keygen", ["-y", key], { encoding: "utf8" }).trim();
  const parts = { entry: HEADS, entry_values: VALUES };
  const files = Object.entries(parts).map(([name, rows]) => {
    const file = join(folder, `${name}.age`);
    execFileSync("sh", ["-c", SEAL, "sh", plain, rows, recipient, file]);
    return file;
  });
  rmSync(plain);
  return [key, ...files];
}

async function benchAgainstShell(entries: number, runs: number): Promise<Figure> {
  const folder = temporaryFolder();
  let sealed: string[] = [];
  const arrival = await makeArrival(entries, (office) => {
    sealed = sealForShell(office, folder);
  });
  const target = join(folder, "shell.db");
  const inShell = ["-c", IMPORT, "sh", target, TABLES, ...sealed];
  try {
    const pairs = await sideBySide(
      runs,
      () => {
        rmSync(target, { force: true });
        return costOf(() => execFileSync("sh", inShell));
      },
      async () => midCost(receiveApart(arrival, 2)),
    );
    if (statSync(target).size < entries * 300) throw new Error("the shell imported next to nothing");
    const about = {
      what: "import at headquarters, verified",
      size: counted(entries, "entries"),
      baseline: "age -d | gunzip | sqlite3 .import, the same rows unencrypted",
      target: 3,
    };
    // The shell's work happens in other processes, whose time is not counted here.
    return { ...figureOf(about, pairs), cpuRatio: null };
  } finally {
    rmSync(folder, { recursive: true });
    arrival.remove();
  }
}

/** The costs of one entry. */
function eachOf(costs: readonly Cost[], { entries }: Arrival): Cost[] {
  return costs.map(({ wallMs, cpuMs }) => ({ wallMs: wallMs / entries, cpuMs: cpuMs / entries }));
}

function memoryFigure(entries: number, peakMb: number, runs: number): Figure {
  return {
    kind: "memory",
    what: "memory of that import",
    size: counted(entries, "entries"),
    baseline: "what a laptop of 4 GB can spare",
    baselineCost: MOST_MB,
    oursCost: peakMb,
    unit: "MB",
    ratio: peakMb / MOST_MB,
    cpuRatio: null,
    target: 1,
    runs,
  };
}

async function benchGrowth(small: number, large: number, runs: number): Promise<Figure[]> {
  const arrivals = { small: await makeArrival(small), large: await makeArrival(large) };
  try {
    let peakMb = 0;
    const pairs: Pairs = await sideBySide(
      runs,
      async () => midCost(receiveApart(arrivals.small, 12)),
      async () => {
        const received = receiveApart(arrivals.large, 1);
        peakMb = Math.max(peakMb, received.peakMb);
        return midCost(received);
      },
    );
    const about = {
      kind: "growth" as const,
      what: "one entry in an import",
      size: counted(large, "entries"),
      baseline: `the same of ${counted(small, "entries")}`,
      target: 1.2,
    };
    const each = {
      baseline: eachOf(pairs.baseline, arrivals.small),
      ours: eachOf(pairs.ours, arrivals.large),
    };
    return [figureOf(about, each), memoryFigure(large, peakMb, runs)];
  } finally {
    arrivals.small.remove();
    arrivals.large.remove();
  }
}

/**
 * An office's whole journal taken in at headquarters, each link and digest verified, records, search and likely
 * duplicates made: against the shell's tools on the same rows, against itself with a far smaller journal, and the
 * memory that it takes.
 * @returns null where age or sqlite3 is not installed
 */
export async function benchReceive(sizes: ReceiveSizes, runs: number): Promise<Figure[] | null> {
  if (spawnSync("age", ["--version"]).error || spawnSync("sqlite3", ["--version"]).error) return null;
  return [
    await benchAgainstShell(sizes.middle, runs),
    ...(await benchGrowth(sizes.small, sizes.large, runs)),
  ];
}
