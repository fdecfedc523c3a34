import { readInput, writeOutput } from "./files.ts";
import { type Ask, inOffice } from "./office.ts";
import type { Command, Outcome } from "./outcome.ts";
import { type Parsed, parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  user: { type: "string" },
  "dry-run": { type: "boolean" },
  "accept-doubtful": { type: "boolean" },
  report: { type: "string" },
  limit: { type: "string" },
} as const;

async function importFile(ask: Ask, options: Parsed, path: string): Promise<Outcome> {
  const source = { ...readInput(path), columns: null };
  const report = options.text("report");
  const accept = options.flag("accept-doubtful") ? "all" : "none";
  // The report first: a place that cannot be written to is refused before anything is created.
  if (report !== undefined) {
    const format = report.toLowerCase().endsWith(".xlsx") ? "xlsx" : "csv";
    const file = await ask("imports.refusedRows", { ...source, withDoubtful: accept === "none", format });
    writeOutput(report, file.bytes);
  }
  const counts = options.flag("dry-run")
    ? (await ask("imports.preview", source)).counts
    : await ask("imports.run", { ...source, accept });
  const { created, doubtful, refused, unchanged, rows } = counts;
  return {
    value: { created, doubtful, refused, unchanged, rows },
    lines: [
      `${rows} lignes : ${created} ${options.flag("dry-run") ? "à créer" : "créées"}, ${doubtful} douteuses, ${refused} refusées, ${unchanged} déjà là.`,
    ],
  };
}

async function search(ask: Ask, options: Parsed, text: string): Promise<Outcome> {
  const limit = Number(options.text("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new UsageError("--limit : de 1 à 500");
  const filter = {
    text,
    statuses: [],
    locality: null,
    withoutPhoto: false,
    withoutConsent: false,
    endingWithinDays: null,
  };
  const found = await ask("membership.listMembers", {
    filter,
    sort: "name",
    descending: false,
    offset: 0,
    limit,
  });
  return {
    value: { total: found.total, members: found.rows },
    lines: found.rows.map((row) =>
      [row.number, row.surname, row.firstNames, row.phone, row.locality, row.status].join("\t"),
    ),
  };
}

/** `danaya members import|search` */
export const membersCommand: Command = async ([action = "", ...args]) => {
  const options = parse(args, OPTIONS);
  const words = options.words;
  if (action === "import") {
    const [path] = words;
    if (path === undefined || words.length > 1) throw new UsageError("members import : un fichier");
    return inOffice(options, (ask) => importFile(ask, options, path));
  }
  if (action === "search") {
    if (words.length === 0) throw new UsageError("members search : un texte");
    return inOffice(options, (ask) => search(ask, options, words.join(" ")));
  }
  throw new UsageError(`members ${action} : import ou search`);
};
