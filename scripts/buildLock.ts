import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT } from "./root.ts";

const LOCK = join(ROOT, "dist", ".building");
const LOOK_AGAIN_MS = 100;
/** A build takes seconds: a lock this old was left behind by a process that was ended. */
const STALE_MS = 120_000;

function take(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

function isStale(): boolean {
  const made = statSync(LOCK, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > STALE_MS;
}

/** Lets one process build at a time: tests run side by side, and each may find the build out of date. */
export async function oneAtATime(work: () => Promise<void>): Promise<void> {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  while (!take()) {
    if (isStale()) rmSync(LOCK, { recursive: true, force: true });
    else await wait(LOOK_AGAIN_MS);
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}
