import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openBenchOffice, temporaryFolder } from "./benchOffice.ts";
import { type Cost, costOf } from "./measure.ts";

/*
 * A process of its own that takes a bundle in at headquarters so many times, each time into a fresh copy of its
 * folder, so that its memory is that of imports: `node receiveChild.ts FOLDER BUNDLE TIMES`. The first one warms up
 * and is not counted where there are others.
 */

/** What this process says of itself on its standard output. */
export interface Received {
  readonly costs: readonly Cost[];
  /** The most memory that the process ever held. */
  readonly peakMb: number;
  readonly entries: number;
}

const [folder = "", bundle = "", times = "1"] = process.argv.slice(2);
const costs: Cost[] = [];
let entries = 0;
for (let run = 0; run < Number(times); run += 1) {
  const above = temporaryFolder();
  const copy = join(above, "siege");
  cpSync(folder, copy, { recursive: true });
  const headquarters = await openBenchOffice(copy);
  costs.push(
    await costOf(async () => {
      entries = (await headquarters.ask("headquarters.receive", { files: [bundle] })).entries;
    }),
  );
  headquarters.leave();
  rmSync(above, { recursive: true });
}
const received: Received = {
  costs: costs.length > 1 ? costs.slice(1) : costs,
  peakMb: process.resourceUsage().maxRSS / 1024,
  entries,
};
process.stdout.write(JSON.stringify(received));
