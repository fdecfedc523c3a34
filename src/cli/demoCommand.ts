import { makeDemo } from "../application/demoOffice.ts";
import { DEMO_SIGN_IN } from "../contract/office.ts";
import { refuse } from "../contract/results.ts";
import { makeDesk, RefusedError } from "./office.ts";
import type { Command } from "./outcome.ts";
import { parse, UsageError } from "./usage.ts";

const OPTIONS = { data: { type: "string" }, members: { type: "string" }, seed: { type: "string" } } as const;

function wholeNumber(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 200_000)
    throw new UsageError(`--${option} : un nombre de 0 à 200000`);
  return value;
}

/** `danaya demo`: a training office of invented women; the same seed makes the same women. */
export const demoCommand: Command = async (args) => {
  const options = parse(args, OPTIONS);
  const desk = makeDesk(options.required("data"));
  const members = wholeNumber(options.required("members"), "members");
  const seed = wholeNumber(options.text("seed") ?? "1", "seed");
  try {
    const passphrase = process.env.DANAYA_PASSPHRASE || DEMO_SIGN_IN.passphrase;
    const made = desk.take() ? await makeDemo(desk, { members, seed, passphrase }) : refuse("office.inUse");
    if (!made.ok) throw new RefusedError(made.refusal);
    return {
      value: { office: "KTL", user: DEMO_SIGN_IN.login, members },
      lines: [
        `Bureau d'entraînement prêt : ${members} membres inventées. Identifiant : ${DEMO_SIGN_IN.login}`,
      ],
    };
  } finally {
    desk.close();
  }
};
