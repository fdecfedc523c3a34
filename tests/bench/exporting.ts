import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tierLines } from "../../src/services/sync/parts.ts";
import { Headquarters, leaveNoFolders } from "../services/sync/headquarters.ts";
import { type BenchOffice, temporaryFolder } from "./benchOffice.ts";
import { costOf, counted, type Figure, figureOf, sideBySide } from "./measure.ts";

/**
 * A bundle of the whole journal, read back and verified, against `gzip | age` over the same lines of values that
 * lie in a file already.
 * @returns null where age is not installed
 */
export async function benchExport(office: BenchOffice, runs: number): Promise<Figure | null> {
  if (spawnSync("age", ["--version"]).error) return null;
  const hq = new Headquarters();
  await office.ask("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
  const { reader } = office.call().office;
  const last = reader.number("SELECT max(seq) FROM journal");
  const folder = temporaryFolder();
  const plain = join(folder, "identity.jsonl");
  writeFileSync(plain, [...tierLines(reader, { first: 1, last }, "identity", () => {})].join("\n"));
  const sealed = join(folder, "identity.age");
  const stick = join(folder, "stick");
  const shell = 'gzip < "$1" | age -r "$2" > "$3"';
  const pairs = await sideBySide(
    runs,
    () => costOf(() => execFileSync("sh", ["-c", shell, "sh", plain, hq.recipient("identity"), sealed])),
    async () => {
      mkdirSync(stick, { recursive: true });
      const cost = await costOf(() => office.ask("sync.export", { folder: stick }));
      rmSync(stick, { recursive: true });
      return cost;
    },
  );
  if (readFileSync(sealed).length === 0) throw new Error("the shell sealed nothing");
  rmSync(folder, { recursive: true, force: true });
  leaveNoFolders();
  const figure = figureOf(
    {
      what: "a bundle of the whole journal, read back",
      size: counted(last, "entries"),
      baseline: "gzip | age -r, the values alone",
      target: null,
    },
    pairs,
  );
  // The shell's work happens in other processes, whose time is not counted here.
  return { ...figure, cpuRatio: null };
}
