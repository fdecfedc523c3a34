import {
  type AdjudicationFiles,
  adjudicateFiles,
  type FieldProblem,
} from "../application/adjudicateFiles.ts";
import { readInput } from "./files.ts";
import type { Command } from "./outcome.ts";
import { parse, UsageError } from "./usage.ts";

const OPTIONS = { plan: { type: "string" }, history: { type: "string" } } as const;

const PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: "manque",
  wrongType: "n’est pas du bon type",
  unknownField: "champ inconnu",
  notAllowed: "valeur non permise",
};

/** @throws UsageError when the file is not JSON */
function readJson(path: string): unknown {
  const { fileName, bytes } = readInput(path);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UsageError(`${fileName} : ce n’est pas du JSON`);
  }
}

/** `danaya insurance adjudicate`: the rules alone, without an office and without a secret. */
export const insuranceCommand: Command = async ([action = "", ...args]) => {
  if (action !== "adjudicate") throw new UsageError(`insurance ${action} : adjudicate`);
  const options = parse(args, OPTIONS);
  const [claimPath] = options.words;
  if (claimPath === undefined || options.words.length > 1)
    throw new UsageError("insurance adjudicate : un fichier");
  const historyPath = options.text("history");
  const paths = { claim: claimPath, plan: options.required("plan"), history: historyPath ?? "" };
  const files: AdjudicationFiles = {
    claim: readJson(paths.claim),
    plan: readJson(paths.plan),
    ...(historyPath === undefined ? {} : { history: readJson(historyPath) }),
  };
  const judged = adjudicateFiles(files);
  if (!judged.ok) {
    const where = judged.path === "" ? paths[judged.file] : `${paths[judged.file]} : ${judged.path}`;
    throw new UsageError(`${where} : ${PROBLEMS[judged.problem]}`);
  }
  const value = { claim: judged.claim, plan: judged.plan, ...judged.decision };
  return { value, lines: [JSON.stringify(value)] };
};
