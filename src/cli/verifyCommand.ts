import { verifyBundle } from "../application/disk.ts";
import { readInput } from "./files.ts";
import { RefusedError } from "./office.ts";
import type { Command } from "./outcome.ts";
import { parse, UsageError } from "./usage.ts";

const OPTIONS = { signers: { type: "string" } } as const;

/** `danaya verify`: needs no office and no secret. */
export const verifyCommand: Command = async (args) => {
  const options = parse(args, OPTIONS);
  const [path] = options.words;
  if (path === undefined || options.words.length > 1) throw new UsageError("verify : un fichier");
  const signers = readInput(options.required("signers"));
  const verified = verifyBundle(path, new TextDecoder().decode(signers.bytes));
  if (!verified.ok) throw new RefusedError(verified.refusal);
  const { kind, from, to, number, epoch, range, createdAt, parts } = verified.value;
  return {
    value: { kind, from, to, number, epoch, range, createdAt, parts },
    lines: [
      `Authentique : ${kind} ${from.office}-${number}, écritures ${range.first} à ${range.last}, pour ${to.office}.`,
    ],
  };
};
