import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { costOf, type Figure, figureOf, sideBySide } from "./measure.ts";

const DANAYA = fileURLToPath(new URL("../../bin/danaya.js", import.meta.url));

/** The command line's start, up to its help, against a Node that does nothing. */
export async function benchStart(runs: number): Promise<Figure> {
  const node = (...args: string[]) => costOf(() => execFileSync(process.execPath, args, { stdio: "ignore" }));
  await node(DANAYA, "--help");
  const pairs = await sideBySide(
    runs,
    () => node("-e", "0"),
    () => node(DANAYA, "--help"),
  );
  const figure = figureOf(
    { what: "start of the command line", size: "1 start", baseline: "node -e 0", target: null },
    pairs,
  );
  return { ...figure, cpuRatio: null };
}
