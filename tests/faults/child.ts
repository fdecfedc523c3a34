import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { AWA } from "../support/office.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** The worker's words for a data folder, an action and what the action needs. */
export function workerCommand(dataDir: string, action: string, more: readonly string[]): string[] {
  return [process.execPath, WORKER, dataDir, AWA.login, AWA.passphrase, action, ...more];
}

/** A worker at its endless work. */
export class Child {
  /** What it said so far, line by line, each one written before it went on. */
  readonly lines: unknown[] = [];
  readonly #process: ChildProcessByStdio<null, Readable, Readable>;
  readonly #ended: Promise<void>;
  #errors = "";
  #wake: () => void = () => {};

  constructor(dataDir: string, action: string, ...more: string[]) {
    const [program = "", ...args] = workerCommand(dataDir, action, more);
    this.#process = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    createInterface({ input: this.#process.stdout }).on("line", (line) => {
      this.lines.push(JSON.parse(line));
      this.#wake();
    });
    this.#process.stderr.on("data", (chunk) => {
      this.#errors += String(chunk);
    });
    this.#ended = new Promise((resolve) => {
      this.#process.on("close", () => {
        this.#wake();
        resolve();
      });
    });
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Waits for what it says. @throws when it ends before it said it */
  async said(check: (lines: readonly unknown[]) => boolean): Promise<void> {
    while (!check(this.lines)) {
      if (!this.isRunning) throw new Error(`the worker ended: ${this.#errors}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** `kill -9`: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#ended;
  }

  /** What it confirmed to its person, in order. */
  get confirmed(): unknown[] {
    return this.lines.flatMap((line) =>
      typeof line === "object" && line !== null && "confirmed" in line ? [line.confirmed] : [],
    );
  }
}

/** Runs a worker to its end. @returns what it said, line by line @throws when it fails */
export function runWorker(command: readonly string[]): unknown[] {
  const [program = "", ...args] = command;
  const done = spawnSync(program, args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`the worker failed: ${done.stderr}`);
  return done.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
