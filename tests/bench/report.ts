import type { Figure } from "./measure.ts";

export type Verdict = "ok" | "missed" | "shown";

/** What of the product a figure is about, in the order of the table. */
export const AREAS = {
  register: "Register and cards",
  program: "The program",
  sticks: "Sticks and headquarters",
  cashbook: "Cash book",
  rents: "Rents",
  reports: "Dashboards and reports",
} as const;
export type Area = keyof typeof AREAS;

export type AreaFigure = Figure & { readonly area: Area };

export function verdictOf({ ratio, target }: Figure): Verdict {
  if (target === null) return "shown";
  return ratio <= target ? "ok" : "missed";
}

function milliseconds(ms: number): string {
  if (ms < 0.1) return `${(ms * 1_000).toFixed(1)} µs`;
  if (ms < 10) return `${ms.toFixed(2)} ms`;
  return ms < 1_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}

function costText(cost: number, { unit }: Figure): string {
  return unit === "MB" ? `${cost.toFixed(0)} MB` : milliseconds(cost);
}

const HEADINGS = ["what", "size", "ours", "baseline", "ratio", "by CPU", "target", "verdict", "runs"];
/** Columns of figures, which stand to the right. */
const RIGHT = new Set([2, 3, 4, 5, 6, 8]);

/** A ratio to a smaller size is growth: `×1.05`. */
const ratioText = (ratio: number | null, { kind }: Figure) =>
  ratio === null ? "" : `${kind === "growth" ? "×" : ""}${ratio.toFixed(2)}`;

function cells(figure: Figure): string[] {
  return [
    figure.what,
    figure.size,
    costText(figure.oursCost, figure),
    costText(figure.baselineCost, figure),
    ratioText(figure.ratio, figure),
    ratioText(figure.cpuRatio, figure),
    figure.target === null ? "" : `≤ ${figure.target}`,
    verdictOf(figure),
    String(figure.runs),
  ];
}

/** The figures of each area that has some, in the order of the table. */
function byArea(figures: readonly AreaFigure[]): [title: string, figures: AreaFigure[]][] {
  return Object.entries(AREAS).flatMap(([area, title]): [string, AreaFigure[]][] => {
    const ofArea = figures.filter((figure) => figure.area === area);
    return ofArea.length === 0 ? [] : [[title, ofArea]];
  });
}

/** The figures as one table of plain text; below it what the baselines are, by the numbers of its last column. */
export function tableOf(figures: readonly AreaFigure[]): string {
  const baselines = [...new Set(figures.map(({ baseline }) => baseline))];
  const numbered = (figure: Figure) => [...cells(figure), `[${baselines.indexOf(figure.baseline) + 1}]`];
  const rows = [HEADINGS, ...figures.map(numbered)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        RIGHT.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [
    line(HEADINGS),
    ...byArea(figures).flatMap(([title, ofArea]) => ["", title, ...ofArea.map((one) => line(numbered(one)))]),
    "",
    ...baselines.map((baseline, index) => `[${index + 1}] ${baseline}`),
  ].join("\n");
}

/** The same for a page of documentation, each figure with its baseline. */
export function markdownOf(figures: readonly AreaFigure[]): string {
  const row = (of: readonly string[]) => `| ${of.join(" | ")} |`;
  const headings = [...HEADINGS, "the baseline is"];
  const rule = headings.map((_, column) => (RIGHT.has(column) ? "---:" : "---"));
  return byArea(figures)
    .flatMap(([title, ofArea]) => [
      ...[`## ${title}`, "", row(headings), row(rule)],
      // A bar would end the cell.
      ...ofArea.map((figure) => row([...cells(figure), figure.baseline.replaceAll("|", "\\|")])),
      "",
    ])
    .join("\n");
}
