import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import electron from "electron";
import { startDesktop } from "./startDesktop.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/*
 * The real start: built, this file is `dist/desktop/desktop/main.js`. Not awaited: Electron is ready only
 * after this file has ended.
 */
void startDesktop(electron, {
  root: path("../../../"),
  serviceEntry: path("../application/serviceEntry.js"),
  preload: path("./preload.cjs"),
  args: process.argv.slice(1),
  folder: process.cwd(),
  machine: { platform: process.platform, env: process.env, homeDir: homedir() },
});
