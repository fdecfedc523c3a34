#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";

/*
 * `npx danaya …`: the command line. The program is TypeScript, which Node runs itself from 24 on: under an
 * older Node this file starts again under the project's own (`node_modules/node`).
 */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

async function run() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  const own = path(`../node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`);
  if (major < 24 && !process.env.DANAYA_RESTARTED && existsSync(own)) {
    const again = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: "inherit",
      env: { ...process.env, DANAYA_RESTARTED: "1" },
    });
    return again.status ?? 1;
  }
  // Compiled modules are kept between runs; the start is what a script of many calls waits for.
  nodeModule.enableCompileCache?.(path("../node_modules/.cache/node"));
  // React draws the charts of the papers; its development build takes four times as long.
  process.env.NODE_ENV ??= "production";
  const { main } = await import("../src/cli/main.ts");
  return main(process.argv.slice(2));
}

process.exitCode = await run();
