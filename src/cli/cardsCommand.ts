import { refuse } from "../contract/results.ts";
import { requireFolderFor, writeOutput } from "./files.ts";
import { type Ask, inOffice, RefusedError } from "./office.ts";
import type { Command } from "./outcome.ts";
import { parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  user: { type: "string" },
  out: { type: "string" },
  all: { type: "boolean" },
  member: { type: "string" },
  single: { type: "boolean" },
} as const;

async function idOf(ask: Ask, number: string): Promise<string> {
  const filter = {
    text: number,
    statuses: [],
    locality: null,
    withoutPhoto: false,
    withoutConsent: false,
    endingWithinDays: null,
  };
  const { rows } = await ask("membership.listMembers", {
    filter,
    sort: "number",
    descending: false,
    offset: 0,
    limit: 10,
  });
  const found = rows.find((row) => row.number === number.trim().toUpperCase());
  if (found === undefined) throw new RefusedError(refuse("member.notFound").refusal);
  return found.id;
}

/** `danaya cards print`: the cards never printed yet, all valid ones, or one member's. */
export const cardsCommand: Command = async ([action = "", ...args]) => {
  if (action !== "print") throw new UsageError(`cards ${action} : print`);
  const options = parse(args, OPTIONS);
  const out = options.required("out");
  const number = options.text("member");
  if (number !== undefined && options.flag("all")) throw new UsageError("--all ou --member, pas les deux");
  requireFolderFor(out);
  return inOffice(options, async (ask) => {
    const who =
      number !== undefined
        ? { memberIds: [await idOf(ask, number)] }
        : options.flag("all")
          ? ("allValid" as const)
          : ("notPrintedYet" as const);
    const file = await ask("cards.print", { who, layout: options.flag("single") ? "single" : "sheet" });
    writeOutput(out, file.bytes);
    return { value: { file: out, bytes: file.bytes.length }, lines: [`Cartes écrites dans ${out}.`] };
  });
};
