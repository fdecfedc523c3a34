import type { Figure } from "./measure.ts";

export type Verdict = "ok" | "missed" | "shown";

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

const HEADINGS = [
  "what",
  "size",
  "ours",
  "baseline",
  "ratio",
  "by CPU",
  "target",
  "verdict",
  "runs",
  "baseline is",
];
/** Columns of figures, which stand to the right. */
const FIGURES = new Set([2, 3, 4, 5, 6, 8]);

function cells(figure: Figure): string[] {
  return [
    figure.what,
    figure.size,
    costText(figure.oursCost, figure),
    costText(figure.baselineCost, figure),
    figure.ratio.toFixed(2),
    figure.cpuRatio === null ? "" : figure.cpuRatio.toFixed(2),
    figure.target === null ? "" : `≤ ${figure.target}`,
    verdictOf(figure),
    String(figure.runs),
    figure.baseline,
  ];
}

/** The figures as one table of plain text. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          FIGURES.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
