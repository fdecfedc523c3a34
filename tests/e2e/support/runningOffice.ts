import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../../../scripts/root.ts";
import { openLine } from "../../loopback/openLine.ts";

/** A loopback host in a process of its own, on a fresh folder. */
export interface RunningOffice {
  readonly dataDir: string;
  /** A new one-time address: one browser context each. */
  issueUrl(): Promise<string>;
  /** Ends the host as Ctrl+C does. */
  stop(): Promise<void>;
  /** Ends the host as a power cut does. */
  kill(): Promise<void>;
  /** Starts the host again on the same folder. */
  start(): Promise<void>;
  /** Who signs in for the check-up after the test, when the test leaves the office locked. */
  signInAs(login: string, passphrase: string): void;
  /** The faults of the check-up; null when nobody ever opened this office. */
  findFaults(): Promise<readonly string[] | null>;
  /** Removes the folder. */
  sweep(): void;
}

interface Host {
  readonly child: ChildProcess;
  nextLine(): Promise<string>;
}

async function startHost(dataDir: string, demo: boolean): Promise<Host> {
  const args = [
    join(ROOT, "scripts", "serve.ts"),
    "--data",
    dataDir,
    "--no-build",
    "--with-parent",
    ...(demo ? ["--demo"] : []),
  ];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  if (!child.stdout) throw new Error("the host has no output");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done) throw new Error("the host ended before it gave an address");
    return line.value;
  };
  return { child, nextLine };
}

function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** `danaya doctor`, as the technician runs it. */
function doctor(dataDir: string, login: string, passphrase: string): Promise<readonly string[]> {
  const args = [join(ROOT, "bin", "danaya.js"), "doctor", "--data", dataDir, "--user", login];
  const env = { ...process.env, DANAYA_PASSPHRASE: passphrase };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve(error ? [`danaya doctor: ${stdout}${stderr}`] : []);
    });
  });
}

/** Starts the application for one test. */
export async function runOffice(options: { readonly demo?: boolean } = {}): Promise<RunningOffice> {
  const dataDir = mkdtempSync(join(tmpdir(), "danaya-e2e-"));
  const demo = options.demo ?? false;
  let host = await startHost(dataDir, demo);
  let spare: string | null = await host.nextLine();
  let person: { login: string; passphrase: string } | null = null;
  let isRunning = true;

  async function issueUrl(): Promise<string> {
    if (spare === null) {
      host.child.stdin?.write("\n");
      return host.nextLine();
    }
    const url = spare;
    spare = null;
    return url;
  }

  async function end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (!isRunning) return;
    isRunning = false;
    host.child.kill(signal);
    await endOf(host.child);
  }

  async function findFaults(): Promise<readonly string[] | null> {
    if (person) {
      await end("SIGTERM");
      return doctor(dataDir, person.login, person.passphrase);
    }
    if (!isRunning) return null;
    const line = await openLine(await issueUrl());
    const state = await line.client.office.state({});
    const isOpen = state.ok && state.value.stage === "open";
    const checked = isOpen ? await line.client.office.checkUp({}) : null;
    line.close();
    if (!checked) return null;
    if (!checked.ok) return checked.refusal.code === "access.forbidden" ? null : [checked.refusal.code];
    return checked.value.faults.map(({ check, detail }) => `${check}: ${detail}`);
  }

  return {
    dataDir,
    issueUrl,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    async start() {
      await end("SIGTERM");
      host = await startHost(dataDir, demo);
      spare = await host.nextLine();
      isRunning = true;
    },
    signInAs(login, passphrase) {
      person = { login, passphrase };
    },
    findFaults,
    sweep: () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }),
  };
}
