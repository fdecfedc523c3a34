import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

const OUTPUT = join(ROOT, "dist", "build.json");

/** When the sources were committed, in seconds since 1970; null outside of a repository. */
function committedAt(): number | null {
  try {
    const said = execFileSync("git", ["log", "-1", "--format=%ct"], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return said.trim() === "" ? null : Number(said);
  } catch {
    return null;
  }
}

/**
 * The day that a build bears: of the sources, not of the moment, so that two builds of the same sources are alike.
 * @param env `SOURCE_DATE_EPOCH`, in seconds, goes before the commit's time
 * @param now the day taken where neither is known
 */
export function buildDay(
  env: NodeJS.ProcessEnv = process.env,
  committed: () => number | null = committedAt,
  now: Date = new Date(),
): string {
  const told = env.SOURCE_DATE_EPOCH ?? "";
  const seconds = /^\d+$/.test(told) ? Number(told) : committed();
  const moment = seconds === null ? now : new Date(seconds * 1000);
  return moment.toISOString().slice(0, 10);
}

/** Writes `dist/build.json`, which the packaged application shows its day from. */
export function writeBuildDate(): void {
  const text = `${JSON.stringify({ builtOn: buildDay() })}\n`;
  // Left alone where it says so already: somebody may be packing it.
  if (existsSync(OUTPUT) && readFileSync(OUTPUT, "utf8") === text) return;
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeFileSync(OUTPUT, text);
}
