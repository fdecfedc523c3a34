import type { ExitCode } from "./usage.ts";

/** What a command answers: a value for `--json`, lines for a person, and how it ends. */
export interface Outcome {
  readonly value: unknown;
  readonly lines: readonly string[];
  readonly exit?: ExitCode;
}

export type Command = (args: readonly string[]) => Promise<Outcome>;
