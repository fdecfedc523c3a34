import type { OutputOf } from "../contract/index.ts";
import { Dhis2Mapping, type Dhis2Problem } from "../contract/reportingTerms.ts";
import { refuse } from "../contract/results.ts";
import { readInput, requireFolderFor, writeOutput } from "./files.ts";
import { inOffice, RefusedError } from "./office.ts";
import type { Command } from "./outcome.ts";
import { EXIT, parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  user: { type: "string" },
  month: { type: "string" },
  mapping: { type: "string" },
  out: { type: "string" },
} as const;

const PROBLEMS: Readonly<Record<Dhis2Problem, string>> = {
  dataSetMissing: "l’identifiant du jeu de données manque",
  uidWrong: "cet identifiant n’est pas de DHIS2",
  orgUnitMissing: "bureau sans unité d’organisation, laissé de côté",
  officeUnknown: "ce bureau n’est pas connu ici",
  indicatorUnknown: "cet indicateur n’existe pas",
  breakdownUnknown: "cet indicateur n’a pas ce détail",
  twice: "deux fois la même chose",
  notHeld: "pas lisible avec votre rôle ou vos clés, laissé de côté",
  noValue: "pas de valeur ce mois-là",
  masked: "petit nombre protégé, laissé de côté",
  incomplete: "tout le mois de ce bureau n’est pas encore là",
};

type Check = OutputOf<"reporting.checkDhis2">;

function lineOf({ problem, stops, office, code, key, uid }: Check["problems"][number]): string {
  const where = [office, code, key, uid].filter((part) => part !== null && part !== "").join(" ");
  const what = where === "" ? PROBLEMS[problem] : `${where} : ${PROBLEMS[problem]}`;
  return `${stops ? "ERREUR" : "note"}  ${what}`;
}

/** @throws RefusedError when the file is no mapping */
function readMapping(path: string): Dhis2Mapping {
  const wrong = new RefusedError(refuse("dhis2.fileWrong").refusal);
  const { bytes } = readInput(path);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw wrong;
  }
  const parsed = Dhis2Mapping.safeParse(json);
  if (!parsed.success) throw wrong;
  return parsed.data;
}

const countLine = ({ values, problems }: Check) => {
  const stopping = problems.filter(({ stops }) => stops).length;
  const counted = (count: number, word: string) => `${count} ${word}${count < 2 ? "" : "s"}`;
  const notes = problems.length - stopping;
  return `${counted(values.length, "valeur")}, ${counted(stopping, "erreur")}, ${counted(notes, "note")}.`;
};

/** `danaya export dhis2`: says what stands against it, and writes a month's values only when nothing does. */
export const exportCommand: Command = async ([action = "", ...args]) => {
  if (action !== "dhis2") throw new UsageError(`export ${action} : dhis2`);
  const options = parse(args, OPTIONS);
  const out = options.required("out");
  const month = options.required("month");
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new UsageError("--month AAAA-MM");
  const mapping = readMapping(options.required("mapping"));
  requireFolderFor(out);
  return inOffice(options, async (ask) => {
    const check = await ask("reporting.checkDhis2", { month, mapping });
    const report = [countLine(check), ...check.problems.map(lineOf)];
    if (check.problems.some(({ stops }) => stops))
      return { value: { file: null, ...check }, lines: [...report, "Rien n’est écrit."], exit: EXIT.refused };
    const file = await ask("reporting.exportDhis2", { month, mapping });
    writeOutput(out, file.bytes);
    const value = { file: out, bytes: file.bytes.length, ...check };
    return { value, lines: [...report, `Valeurs écrites dans ${out}.`] };
  });
};
