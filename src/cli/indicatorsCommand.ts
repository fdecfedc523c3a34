import { indicatorFigure, indicatorName } from "../application/indicatorWords.ts";
import type { OutputOf } from "../contract/index.ts";
import { OfficeScope } from "../contract/primitives.ts";
import { Breakdown, IndicatorCode, PeriodName } from "../contract/reportingTerms.ts";
import { inOffice } from "./office.ts";
import type { Command } from "./outcome.ts";
import { parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  user: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  by: { type: "string" },
  office: { type: "string" },
} as const;

type Table = OutputOf<"reporting.takeIndicators">;

/** What an option must be. @throws UsageError when it is not */
function parsed<T>(
  schema: { safeParse(text: string): { success: true; data: T } | { success: false } },
  text: string,
  name: string,
): T {
  const read = schema.safeParse(text);
  if (!read.success) throw new UsageError(`--${name} ${text}`);
  return read.data;
}

const MISSING = "—";
/** A small count that is hidden, or one that would tell of it. */
const HIDDEN = "•••";

/** Columns as wide as their longest cell, figures to the right. */
function lines({ columns, rows }: Table): string[] {
  const body = rows.map(({ code, label, cells }) => [
    label === null ? indicatorName(code, "fr") : `  ${label.fr}`,
    ...cells.map(({ value, masked }) =>
      masked ? HIDDEN : value === null ? MISSING : indicatorFigure(code, value, "fr"),
    ),
  ]);
  const all = [["Indicateur", ...columns.map(({ name }) => name)], ...body];
  const widths = (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => [...(row[at] ?? "")].length)));
  const pad = (cell: string, at: number) => {
    const blanks = " ".repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length));
    return at === 0 ? cell + blanks : blanks + cell;
  };
  return all.map((row) => row.map(pad).join("  ").trimEnd());
}

/**
 * `danaya indicators`: figures of a period with the one before, or month by month; as a table or with `--json`. What a
 * command writes goes into files and mails: small counts are hidden as on paper, and the audit trail keeps who asked.
 */
export const indicatorsCommand: Command = async (args) => {
  const options = parse(args, OPTIONS);
  const from = parsed(PeriodName, options.required("from"), "from");
  const by = options.text("by");
  const office = options.text("office");
  const asked = {
    codes: options.words.map((code) => parsed(IndicatorCode, code, "indicateur")),
    from,
    to: parsed(PeriodName, options.text("to") ?? from, "to"),
    by: by === undefined ? null : parsed(Breakdown, by, "by"),
    ...(office === undefined ? {} : { office: parsed(OfficeScope, office, "office") }),
  };
  return inOffice(options, async (ask) => {
    const table = await ask("reporting.takeIndicators", asked);
    return { value: table, lines: lines(table) };
  });
};
