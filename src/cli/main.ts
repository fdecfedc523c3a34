import { refusalOfDisk } from "../application/disk.ts";
import { type Refusal, refuse } from "../contract/results.ts";
import { cardsCommand } from "./cardsCommand.ts";
import { demoCommand } from "./demoCommand.ts";
import { doctorCommand } from "./doctorCommand.ts";
import { exportCommand } from "./exportCommand.ts";
import { indicatorsCommand } from "./indicatorsCommand.ts";
import { initCommand } from "./initCommand.ts";
import { insuranceCommand } from "./insuranceCommand.ts";
import { membersCommand } from "./membersCommand.ts";
import { exitCodeOf, RefusedError, sentenceOf } from "./office.ts";
import type { Command, Outcome } from "./outcome.ts";
import { reportCommand } from "./reportCommand.ts";
import { syncCommand } from "./syncCommand.ts";
import { EXIT, USAGE, UsageError } from "./usage.ts";
import { verifyCommand } from "./verifyCommand.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  init: initCommand,
  members: membersCommand,
  cards: cardsCommand,
  sync: syncCommand,
  insurance: insuranceCommand,
  report: reportCommand,
  indicators: indicatorsCommand,
  export: exportCommand,
  verify: verifyCommand,
  demo: demoCommand,
  doctor: doctorCommand,
};

function print(outcome: Outcome, json: boolean): number {
  process.stdout.write(json ? `${JSON.stringify(outcome.value)}\n` : `${outcome.lines.join("\n")}\n`);
  return outcome.exit ?? EXIT.done;
}

/** A disk that is full, gone or not writable is a refusal too. @throws whatever is a defect of ours */
function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  const code = refusalOfDisk(error);
  if (code === null) throw error;
  return refuse(code).refusal;
}

function printError(error: unknown, json: boolean): number {
  if (error instanceof UsageError) {
    process.stderr.write(`danaya : ${error.message}\nAide : danaya --help\n`);
    return EXIT.usage;
  }
  const refusal = refusalOf(error);
  const message = sentenceOf(refusal);
  if (json) process.stdout.write(`${JSON.stringify({ refused: refusal.code, message })}\n`);
  else process.stderr.write(`danaya : ${message}\n`);
  return exitCodeOf(refusal);
}

/**
 * `danaya …`: the same use cases as the screen's, for scripts and headquarters' technician.
 * @param argv the words after the program's name
 * @returns the exit code: 0 done, 1 refused, 2 wrong usage, 3 damaged or not authentic
 */
export async function main(argv: string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const json = argv.includes("--json");
  if (name === "" || name === "--help" || name === "help" || args.includes("--help")) {
    process.stdout.write(USAGE);
    return name === "" ? EXIT.usage : EXIT.done;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new UsageError(`commande inconnue : ${name}`);
    return print(await command(args), json);
  } catch (error) {
    return printError(error, json);
  }
}
