import { makeDemo, makeDemoHeadquarters } from "../application/demoOffice.ts";
import { DEMO_SIGN_IN } from "../contract/office.ts";
import { refuse } from "../contract/results.ts";
import { makeDesk, RefusedError } from "./office.ts";
import type { Command } from "./outcome.ts";
import { parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  members: { type: "string" },
  seed: { type: "string" },
  headquarters: { type: "boolean" },
} as const;

function wholeNumber(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 200_000)
    throw new UsageError(`--${option} : un nombre de 0 à 200000`);
  return value;
}

/**
 * `danaya demo`: a training office of invented women; the same seed makes the same women. With `--headquarters` Bamako
 * and seven offices, the largest of which has so many members.
 */
export const demoCommand: Command = async (args) => {
  const options = parse(args, OPTIONS);
  const desk = makeDesk(options.required("data"));
  const members = wholeNumber(options.required("members"), "members");
  const seed = wholeNumber(options.text("seed") ?? "1", "seed");
  const isHeadquarters = options.flag("headquarters");
  const tell = (step: string) => {
    if (!options.json) process.stderr.write(`  ${step}\n`);
  };
  const make = isHeadquarters ? makeDemoHeadquarters : makeDemo;
  try {
    const passphrase = process.env.DANAYA_PASSPHRASE || DEMO_SIGN_IN.passphrase;
    const made = desk.take() ? await make(desk, { members, seed, passphrase }, tell) : refuse("office.inUse");
    if (!made.ok) throw new RefusedError(made.refusal);
    const login = DEMO_SIGN_IN.login;
    const line = isHeadquarters
      ? `Siège d'entraînement prêt, avec ses bureaux. Identifiant : ${login}`
      : `Bureau d'entraînement prêt : ${members} membres inventées. Identifiant : ${login}`;
    return { value: { office: isHeadquarters ? "BKO" : "KTL", user: login, members }, lines: [line] };
  } finally {
    desk.close();
  }
};
