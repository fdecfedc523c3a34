import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import { AWA, makeTestOffice, type TestOffice } from "../support/office.ts";

const PROGRAM = fileURLToPath(new URL("../../bin/danaya.js", import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What stands on standard output as JSON, when it is some. */
  readonly json: unknown;
}

function ran(code: number, out: string, err: string): Ran {
  return { code, out, err, json: out.startsWith("{") ? JSON.parse(out) : undefined };
}

/** Runs `danaya …` as a person does, in a process of its own. `null` for no passphrase in the environment. */
export function runProgram(
  words: readonly string[],
  passphrase: string | null = AWA.passphrase,
): Promise<Ran> {
  const { DANAYA_PASSPHRASE: _own, ...env } = process.env;
  const full = passphrase === null ? env : { ...env, DANAYA_PASSPHRASE: passphrase };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, ...words], { env: full }, (_, out, err) =>
      resolve(ran(child.exitCode ?? -1, out, err)),
    );
  });
}

/** The same without a process of its own, which takes a third of the time. */
export async function danaya(
  words: readonly string[],
  passphrase: string | null = AWA.passphrase,
): Promise<Ran> {
  const texts = { out: "", err: "" };
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    texts.out += text;
    return true;
  });
  const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    texts.err += text;
    return true;
  });
  vi.stubEnv("DANAYA_PASSPHRASE", passphrase ?? undefined);
  try {
    return ran(await main([...words]), texts.out, texts.err);
  } finally {
    out.mockRestore();
    err.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** A closed office that the command line opens; cheap to sign in to. */
export async function closedOffice(
  fill: (office: TestOffice) => Promise<void> = async () => {},
): Promise<string> {
  const office = await makeTestOffice({ shared: true });
  await fill(office);
  office.close();
  return office.dir;
}

export const inOffice = (dir: string) => ["--data", dir, "--user", "awa"];
