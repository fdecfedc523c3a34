import { z } from "zod";
import { officePaths, readIfThere, writeWhole } from "../office/officeFiles.ts";

/** Wrong passphrases in a row, kept beside the keyring so that starting the program again does not help. */
const Tries = z.strictObject({ wrong: z.int().min(0).max(1_000_000), lastAt: z.iso.datetime() });

const FREE_TRIES = 3;
const LONGEST_WAIT_SECONDS = 300;

/** Seconds to wait after so many wrong tries: none for three, then 5, 10, 20 … up to five minutes. */
export function waitAfter(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_SECONDS, 5 * 2 ** Math.min(wrong - FREE_TRIES, 10));
}

function writeTries(dataDir: string, tries: z.infer<typeof Tries>): void {
  writeWhole(officePaths(dataDir).tries, JSON.stringify(tries));
}

function readTries(dataDir: string): z.infer<typeof Tries> | null {
  const text = readIfThere(officePaths(dataDir).tries);
  if (text === null) return null;
  try {
    return Tries.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Whole seconds until the next passphrase is taken. A clock that was set back makes the wait start anew from there;
 * counted from the old moment it would last until the clock has caught up, perhaps for years.
 */
export function waitSeconds(dataDir: string, now: string): number {
  const tries = readTries(dataDir);
  const wait = tries === null ? 0 : waitAfter(tries.wrong);
  if (tries === null || wait === 0) return 0;
  const passed = (Date.parse(now) - Date.parse(tries.lastAt)) / 1000;
  if (passed < 0) writeTries(dataDir, { ...tries, lastAt: now });
  return Math.max(0, Math.ceil(wait - Math.max(0, passed)));
}

export function countWrongTry(dataDir: string, now: string): void {
  const wrong = (readTries(dataDir)?.wrong ?? 0) + 1;
  writeTries(dataDir, { wrong, lastAt: now });
}

export function forgetTries(dataDir: string): void {
  if (readTries(dataDir) !== null) writeTries(dataDir, { wrong: 0, lastAt: "1970-01-01T00:00:00.000Z" });
}
