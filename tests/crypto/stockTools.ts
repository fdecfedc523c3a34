import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The programs that anyone can check the product's files with, as the PATH has them. */
export type StockTool = "age" | "age-keygen" | "gunzip" | "gzip" | "sha256sum" | "ssh-keygen" | "unzip";

export interface ToolAnswer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs the tool to its end, whatever it answers. @throws when it is not installed */
export function run(
  tool: StockTool,
  args: string[],
  input: Uint8Array | string = "",
  cwd?: string,
): ToolAnswer {
  const done = spawnSync(tool, args, {
    input,
    ...(cwd === undefined ? {} : { cwd }),
    maxBuffer: 256 * 1024 * 1024,
  });
  if (done.error) throw new Error(`${tool} does not run (is it installed?): ${done.error.message}`);
  return { status: done.status, stdout: done.stdout, stderr: done.stderr.toString() };
}

/** Runs the tool and hands back what it printed. @throws when it refuses */
export function ask(tool: StockTool, args: string[], input: Uint8Array | string = "", cwd?: string): Buffer {
  const { status, stdout, stderr } = run(tool, args, input, cwd);
  if (status !== 0) throw new Error(`${tool} ${args.join(" ")} refused: ${stderr}`);
  return stdout;
}

/** A folder of its own for the length of `work`. */
export class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "danaya-crypto-"));

  /** Writes a file, readable by its owner only as `ssh-keygen` asks of keys, and tells its path. */
  write(name: string, content: Uint8Array | string): string {
    const path = this.at(name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
