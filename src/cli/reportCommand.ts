import { MonthName } from "../contract/cashbookTerms.ts";
import { PeriodName, type ReportKind } from "../contract/reportingTerms.ts";
import { refuse } from "../contract/results.ts";
import { requireFolderFor, writeOutput } from "./files.ts";
import { type Ask, inOffice, newId, RefusedError } from "./office.ts";
import type { Command, Outcome } from "./outcome.ts";
import { type Parsed, parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  user: { type: "string" },
  out: { type: "string" },
  month: { type: "string" },
  period: { type: "string" },
  project: { type: "string" },
  draft: { type: "boolean" },
  issue: { type: "boolean" },
} as const;

/** What the reports are called on the command line. */
const KINDS: Readonly<Record<string, ReportKind>> = {
  monthly: "activity",
  activity: "activity",
  consolidated: "consolidated",
  donor: "donor",
  notice: "notice",
};

function periodOf(options: Parsed): PeriodName {
  const text = options.text("period") ?? options.required("month");
  const period = PeriodName.safeParse(text);
  if (!period.success) throw new UsageError(`${text} : 2026-10, 2026-Q4 ou 2026`);
  return period.data;
}

interface Asked {
  readonly key: { readonly kind: ReportKind; readonly period: PeriodName; readonly project: string | null };
  readonly out: string;
}

async function writePreview(ask: Ask, { key, out }: Asked): Promise<Outcome> {
  const file = await ask("reporting.preview", key);
  writeOutput(out, file.bytes);
  return {
    value: { file: out, number: null, bytes: file.bytes.length },
    lines: [`Projet écrit dans ${out}. Il n’est pas émis et n’a pas de numéro.`],
  };
}

async function writeIssued(ask: Ask, { out }: Asked, id: string, number: string): Promise<Outcome> {
  const file = await ask("reporting.print", { id });
  writeOutput(out, file.bytes);
  return {
    value: { file: out, number, bytes: file.bytes.length },
    lines: [`Rapport ${number} écrit dans ${out}.`],
  };
}

/**
 * `danaya report monthly`: the report that was issued last, and where there is none its draft. A number is used by
 * `--issue` alone, so that no script takes one by accident.
 */
export const reportCommand: Command = async ([action = "", ...args]) => {
  const kind = Object.hasOwn(KINDS, action) ? KINDS[action] : undefined;
  if (kind === undefined) throw new UsageError(`report ${action} : ${Object.keys(KINDS).join(", ")}`);
  const options = parse(args, OPTIONS);
  const period = periodOf(options);
  if (action === "monthly" && !MonthName.safeParse(period).success) throw new UsageError("--month 2026-10");
  if (options.flag("draft") && options.flag("issue"))
    throw new UsageError("--draft ou --issue, pas les deux");
  const asked: Asked = {
    key: { kind, period, project: options.text("project") ?? null },
    out: options.required("out"),
  };
  requireFolderFor(asked.out);
  return inOffice(options, async (ask) => {
    if (options.flag("draft")) return writePreview(ask, asked);
    if (options.flag("issue")) {
      const issued = await ask("reporting.issue", { ...asked.key, id: newId() });
      return writeIssued(ask, asked, issued.id, issued.number);
    }
    const { issued } = await ask("reporting.draft", asked.key);
    if (issued === null) return writePreview(ask, asked);
    if (!issued.kept) throw new RefusedError(refuse("reporting.paperElsewhere").refusal);
    return writeIssued(ask, asked, issued.id, issued.number);
  });
};
