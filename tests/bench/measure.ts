/** One line of the bench's table: what was measured, against what, and whether it is good enough. */
export interface Figure {
  readonly what: string;
  /** What was worked on: `100 000 rows`. */
  readonly size: string;
  readonly baseline: string;
  readonly baselineMs: number;
  readonly oursMs: number;
  /** ours ÷ baseline */
  readonly ratio: number;
  /** The highest ratio that is good enough; null where the figure is only shown. */
  readonly target: number | null;
  /** How many times each side ran; the figures are medians. */
  readonly runs: number;
}

/** The value below which the share `part` (0 to 1) of the sample lies. */
export function percentile(sample: readonly number[], part: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(sample: readonly number[]): number {
  return percentile(sample, 0.5);
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * Runs both sides alternately, each pair the other way round than the one before, so that neither always comes
 * first to a warm or a tired machine.
 * @returns milliseconds of each side, run by run
 */
export async function sideBySide(
  runs: number,
  baseline: () => Promise<number>,
  ours: () => Promise<number>,
): Promise<{ baseline: number[]; ours: number[] }> {
  const times = { baseline: [] as number[], ours: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    if (run % 2 === 0) times.baseline.push(await baseline());
    times.ours.push(await ours());
    if (run % 2 === 1) times.baseline.push(await baseline());
  }
  return times;
}

/** A figure from the times of both sides, by their medians. */
export function figureOf(
  about: Pick<Figure, "what" | "size" | "baseline" | "target">,
  times: { readonly baseline: readonly number[]; readonly ours: readonly number[] },
): Figure {
  const baselineMs = median(times.baseline);
  const oursMs = median(times.ours);
  return { ...about, baselineMs, oursMs, ratio: oursMs / baselineMs, runs: times.ours.length };
}

/** `100 000 rows` */
export function counted(count: number, of: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, " ")} ${of}`;
}
