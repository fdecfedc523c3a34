import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "./root.ts";

/** The project's own programs come first, also where npm did not set the path. */
export function projectEnv(): NodeJS.ProcessEnv {
  const bin = join(ROOT, "node_modules", ".bin");
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
}

/**
 * Runs a program in the project's folder, its output shown as it comes.
 * @returns its exit code; 1 when it could not start, was ended by a signal or took longer than allowed
 */
export function runProgram(program: string, args: readonly string[], timeoutMs?: number): Promise<number> {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: projectEnv(),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  return new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  }).finally(() => clearTimeout(timer));
}

/** Runs a JavaScript program of an installed package with this Node. */
export function runPackage(path: string, args: readonly string[], timeoutMs?: number): Promise<number> {
  return runProgram(process.execPath, [join(ROOT, "node_modules", path), ...args], timeoutMs);
}
