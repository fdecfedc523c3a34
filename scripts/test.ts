import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildDesktop } from "./buildDesktop.ts";
import { buildScreen } from "./buildScreen.ts";
import { runChecks } from "./checks.ts";
import { ROOT } from "./root.ts";
import { runPackage } from "./runProgram.ts";
import { add, ONE_FAILURE, type Tally, tallyLine, tallyPlaywright, tallyVitest } from "./tally.ts";
import { prepareTools } from "./tools.ts";

/* `npm test`: the real tools, the checks, the build, Vitest, Playwright; the last line adds them up. */

const REPORTS = join(ROOT, "dist", "reports");
const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

function readReport(name: string): string | null {
  try {
    return readFileSync(join(REPORTS, name), "utf8");
  } catch {
    return null;
  }
}

async function checks(): Promise<Tally> {
  const failed = await runChecks();
  for (const name of failed) process.stdout.write(`FAILED: ${name}\n`);
  return { ...NOTHING, failed: failed.length };
}

async function vitest(): Promise<Tally> {
  const report = `--outputFile.json=${join(REPORTS, "vitest.json")}`;
  const code = await runPackage("vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    report,
  ]);
  return tallyVitest(readReport("vitest.json"), code);
}

async function build(): Promise<Tally> {
  try {
    await buildScreen();
    await buildDesktop();
    return NOTHING;
  } catch (error) {
    process.stdout.write(`FAILED: build: ${error instanceof Error ? error.message : String(error)}\n`);
    return ONE_FAILURE;
  }
}

async function playwright(): Promise<Tally> {
  const code = await runPackage("@playwright/test/cli.js", ["test"]);
  return tallyPlaywright(readReport("playwright.json"), code);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const { hasBrowser, missing } = await prepareTools();
const tallies = [await checks(), await build(), await vitest()];
tallies.push(hasBrowser ? await playwright() : ONE_FAILURE);
const sum = add(tallies);
for (const sentence of missing) process.stdout.write(`${sentence}\n`);
process.stdout.write(`${tallyLine(sum)}\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;
