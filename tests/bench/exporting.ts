import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Headquarters, leaveNoFolders } from "../services/sync/headquarters.ts";
import { type BenchOffice, temporaryFolder } from "./benchOffice.ts";
import type { Exported } from "./exportChild.ts";
import { makeJournalOffice } from "./journalOffice.ts";
import { type Cost, costOf, counted, type Figure, figureOf, type Pairs, sideBySide } from "./measure.ts";

const CHILD = fileURLToPath(new URL("./exportChild.ts", import.meta.url));
/** What an office's laptop of 4 GB can spare beside Windows and the screen. */
const MOST_MB = 400;
/** All that a bundle carries of an entry. */
const CARRIED = "seq, at, by, entity, id, op, shared, local, hex(shared_salt) AS salt, shared_values";
const SHELL = `sqlite3 -json "$1" 'SELECT ${CARRIED} FROM journal' | gzip | age -r "$2" > "$3"`;

export interface ExportSizes {
  readonly small: number;
  readonly middle: number;
  readonly large: number;
}

/** An office that may send; nobody sits before it, so that another process can. */
async function joinedOffice(entries: number, hq: Headquarters): Promise<BenchOffice> {
  const office = await makeJournalOffice(entries);
  await office.ask("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
  return office;
}

/** The journal without its encryption, for the shell. */
function copyPlain(office: BenchOffice, path: string): void {
  const { connection } = office.call().office;
  connection.exec(`ATTACH DATABASE '${path}' AS plain KEY ''`);
  connection.exec("CREATE TABLE plain.journal AS SELECT * FROM main.journal");
  connection.exec("DETACH DATABASE plain");
}

/** Exports so many times in a process of its own; the first one is not counted where there are others. */
function exportApart(office: BenchOffice, times: number): Exported {
  const said = execFileSync(process.execPath, [CHILD, office.folder, String(times)], { encoding: "utf8" });
  return JSON.parse(said) as Exported;
}

function midCost({ costs }: Exported): Cost {
  const middle = costs.toSorted((a, b) => a.wallMs - b.wallMs)[costs.length >> 1];
  if (middle === undefined) throw new Error("nothing was exported");
  return middle;
}

async function benchAgainstShell(entries: number, runs: number, hq: Headquarters): Promise<Figure> {
  const office = await joinedOffice(entries, hq);
  const folder = temporaryFolder();
  const [plain, sealed] = [join(folder, "plain.db"), join(folder, "plain.age")];
  try {
    copyPlain(office, plain);
    office.leave();
    const inShell = ["-c", SHELL, "sh", plain, hq.recipient("identity"), sealed];
    const pairs = await sideBySide(
      runs,
      () => costOf(() => execFileSync("sh", inShell)),
      async () => midCost(exportApart(office, 2)),
    );
    if (statSync(sealed).size < entries * 50) throw new Error("the shell sealed next to nothing");
    const about = {
      what: "export of a journal, read back",
      size: counted(entries, "entries"),
      baseline: "sqlite3 -json | gzip | age -r, the same rows unencrypted",
      target: 3,
    };
    // The shell's work happens in other processes, whose time is not counted here.
    return { ...figureOf(about, pairs), cpuRatio: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    office.remove();
  }
}

/** The costs of one entry. */
function eachOf(costs: readonly Cost[], entries: number): Cost[] {
  return costs.map(({ wallMs, cpuMs }) => ({ wallMs: wallMs / entries, cpuMs: cpuMs / entries }));
}

function memoryFigure(entries: number, peakMb: number, runs: number): Figure {
  return {
    kind: "memory",
    what: "memory of that export",
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

async function benchGrowth(small: number, large: number, runs: number, hq: Headquarters): Promise<Figure[]> {
  const offices = { small: await joinedOffice(small, hq), large: await joinedOffice(large, hq) };
  try {
    offices.small.leave();
    offices.large.leave();
    let peakMb = 0;
    const pairs: Pairs = await sideBySide(
      runs,
      async () => midCost(exportApart(offices.small, 12)),
      async () => {
        const exported = exportApart(offices.large, 1);
        peakMb = Math.max(peakMb, exported.peakMb);
        return midCost(exported);
      },
    );
    const each = { baseline: eachOf(pairs.baseline, small), ours: eachOf(pairs.ours, large) };
    const growth = figureOf(
      {
        kind: "growth",
        what: "one entry in an export",
        size: counted(large, "entries"),
        baseline: `the same of ${counted(small, "entries")}`,
        target: 1.2,
      },
      each,
    );
    return [growth, memoryFigure(large, peakMb, runs)];
  } finally {
    offices.small.remove();
    offices.large.remove();
  }
}

/**
 * A bundle of the whole journal, written, read back and verified: against the shell's tools on the same rows, against
 * itself with a far smaller journal, and the memory that it takes.
 * @returns null where age or sqlite3 is not installed
 */
export async function benchExport(sizes: ExportSizes, runs: number): Promise<Figure[] | null> {
  if (spawnSync("age", ["--version"]).error || spawnSync("sqlite3", ["--version"]).error) return null;
  const hq = new Headquarters();
  try {
    return [
      await benchAgainstShell(sizes.middle, runs, hq),
      ...(await benchGrowth(sizes.small, sizes.large, runs, hq)),
    ];
  } finally {
    leaveNoFolders();
  }
}
