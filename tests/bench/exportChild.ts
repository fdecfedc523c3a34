import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openBenchOffice, temporaryFolder } from "./benchOffice.ts";
import { type Cost, costOf } from "./measure.ts";

/*
 * A process of its own that exports the office in a folder so many times, so that its memory is that of exports:
 * `node exportChild.ts FOLDER TIMES`. The first one warms up and is not counted where there are others.
 */

/** What this process says of itself on its standard output. */
export interface Exported {
  readonly costs: readonly Cost[];
  /** The most memory that the process ever held. */
  readonly peakMb: number;
  readonly bundleBytes: number;
}

const [folder = "", times = "1"] = process.argv.slice(2);
const office = await openBenchOffice(folder);
const stick = join(temporaryFolder(), "stick");
const costs: Cost[] = [];
let bundleBytes = 0;
for (let run = 0; run < Number(times); run += 1) {
  mkdirSync(stick, { recursive: true });
  costs.push(
    await costOf(async () => {
      bundleBytes = (await office.ask("sync.export", { folder: stick })).bytes;
    }),
  );
  rmSync(stick, { recursive: true });
}
office.leave();
rmSync(join(stick, ".."), { recursive: true });
const exported: Exported = {
  costs: costs.length > 1 ? costs.slice(1) : costs,
  peakMb: process.resourceUsage().maxRSS / 1024,
  bundleBytes,
};
process.stdout.write(JSON.stringify(exported));
