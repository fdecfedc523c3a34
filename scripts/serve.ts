import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startLoopback } from "../src/loopback/startLoopback.ts";
import { buildScreen } from "./buildScreen.ts";

/*
 * Serves the application on a given folder and prints the one-time address, then one for each line read:
 * what the end-to-end tests and people who work on the screen use.
 *
 *   node scripts/serve.ts --data DIR [--demo | --demo-headquarters] [--port N] [--no-build] [--with-parent]
 */

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    demo: { type: "boolean", default: false },
    "demo-headquarters": { type: "boolean", default: false },
    port: { type: "string" },
    "no-build": { type: "boolean", default: false },
    // Ends when the process that started it is gone, and its end of the pipe with it.
    "with-parent": { type: "boolean", default: false },
  },
});
if (!values.data) throw new Error("--data DIR is missing");

if (!values["no-build"]) await buildScreen();
const loopback = await startLoopback({
  dataDir: resolve(values.data),
  demo: values.demo || values["demo-headquarters"],
  headquarters: values["demo-headquarters"],
  open: false,
  port: Number(values.port ?? 0),
});
process.stdout.write(`${loopback.url}\n`);
process.stdin.on("data", () => process.stdout.write(`${loopback.issueUrl()}\n`));
if (values["with-parent"]) process.stdin.on("end", () => void loopback.close());
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void loopback.close());
void loopback.ended.then(() => process.exit());
