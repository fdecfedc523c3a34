import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import packageFile from "../../package.json" with { type: "json" };
import { Desk } from "../application/desk.ts";
import { dispatch } from "../application/dispatch.ts";
import { makeLog } from "../application/log.ts";
import { systemWorld } from "../application/world.ts";
import type { InputOf, OperationName, OutputOf } from "../contract/index.ts";
import type { RefusalCode } from "../contract/refusals.ts";
import { type Refusal, refuse } from "../contract/results.ts";
import { refusalText } from "../contract/texts/refusalText.ts";
import { EXIT, type ExitCode, type Parsed, UsageError } from "./usage.ts";

const RESOURCES = fileURLToPath(new URL("../../resources/", import.meta.url));

/** An expected "no", on its way out with its exit code. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const DAMAGED: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "database.damaged",
  "database.incomplete",
  "database.wrongKey",
  "access.keyringDamaged",
  "sync.notABundle",
  "sync.badSignature",
  "sync.partDamaged",
  "sync.signerUnknown",
  "sync.readBackFailed",
]);

export function exitCodeOf(refusal: Refusal): ExitCode {
  return DAMAGED.has(refusal.code) ? EXIT.damaged : EXIT.refused;
}

export function sentenceOf(refusal: Refusal): string {
  return refusalText("fr", refusal);
}

/** @throws UsageError when the environment has none */
export function passphrase(): string {
  const value = process.env.DANAYA_PASSPHRASE;
  if (value === undefined || value === "") throw new UsageError("DANAYA_PASSPHRASE manque");
  return value;
}

const makeWorld = () => systemWorld(packageFile.version, RESOURCES);

export function makeDesk(dataDir: string): Desk {
  return new Desk({ dataDir, demo: false, world: makeWorld() });
}

/** For a record that a command makes. */
export function newId(): string {
  return makeWorld().newId();
}

/** Asks as a screen would; permissions and rules are the same. @throws RefusedError */
export type Ask = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

/**
 * Opens the office of `--data` for `--user`, runs the work and closes it again.
 * @throws RefusedError for whatever the office refuses
 */
export async function inOffice<T>(parsed: Parsed, work: (ask: Ask) => Promise<T>): Promise<T> {
  const dataDir = parsed.required("data");
  const user = parsed.required("user");
  const secret = passphrase();
  // A mistyped folder is not made.
  if (!existsSync(dataDir)) throw new RefusedError(refuse("office.notFound").refusal);
  const desk = makeDesk(dataDir);
  const log = makeLog(dataDir, desk.world.now);
  const waiting = { progress: () => {}, breathe: async () => {} };
  const ask: Ask = async (name, input) => {
    const result = await dispatch(desk, { name, input }, waiting, log);
    if (!result.ok) throw new RefusedError(result.refusal);
    return result.value as OutputOf<typeof name>;
  };
  try {
    await ask("access.signIn", { login: user, passphrase: secret });
    return await work(ask);
  } finally {
    desk.close();
  }
}
