import { runChecks } from "./checks.ts";
import { runPackage } from "./runProgram.ts";

/* `npm run check`: what is worth knowing before every commit, within a minute or so. */

const failed = await runChecks();
const FAST = ["tests/architecture", "tests/domain", "tests/desktop/decisions.test.ts"];
if ((await runPackage("vitest/vitest.mjs", ["run", ...FAST])) !== 0) failed.push("vitest");
process.stdout.write(failed.length === 0 ? "check: in order\n" : `check: failed: ${failed.join(", ")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
