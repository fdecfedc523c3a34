import { appendFileSync, existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const LARGEST_BYTES = 256 * 1024;

/** The places in our own code that an error passed; never its message, which may hold a row. */
function trail(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8)
    .map((line) => /([\w-]+\.[cm]?[jt]s:\d+:\d+)/.exec(line)?.[1] ?? "")
    .filter((place) => place !== "");
  return `${error.name}${code} ${frames.join(" < ")}`;
}

/**
 * Notes defects beside the data, by operation, kind and place in the code: no message, no value, no name. Starts a
 * new file when the old one is large and keeps one.
 */
export function makeLog(dataDir: string, now: () => string): (operation: string, error: unknown) => void {
  const file = join(dataDir, "defects.log");
  return (operation, error) => {
    try {
      if (existsSync(file) && statSync(file).size > LARGEST_BYTES) renameSync(file, `${file}.old`);
      appendFileSync(file, `${now()} ${operation} ${trail(error)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one apology into a crash.
    }
  };
}
