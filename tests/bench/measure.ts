/** What a piece of work cost: time on the clock, and time of the processor (both in milliseconds). */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** A cost against a baseline; a cost against the same at a smaller size; memory against what there is. */
export type FigureKind = "time" | "growth" | "memory";

/** One line of the bench's table: what was measured, against what, and whether it is good enough. */
export interface Figure {
  readonly kind: FigureKind;
  readonly what: string;
  /** What was worked on: `100 000 rows`. */
  readonly size: string;
  readonly baseline: string;
  readonly baselineCost: number;
  readonly oursCost: number;
  /** What both costs are counted in. */
  readonly unit: "ms" | "MB";
  /** ours ÷ baseline; by the clock where it is time */
  readonly ratio: number;
  /** ours ÷ baseline by processor time: steadier where other programs share the machine; null where it says nothing. */
  readonly cpuRatio: number | null;
  /** The highest ratio that is good enough; null where the figure is only shown. */
  readonly target: number | null;
  /** How many times each side ran. */
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

export async function costOf(work: () => unknown): Promise<Cost> {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: performance.now() - wall, cpuMs: (user + system) / 1000 };
}

/** The costs of both sides, run by run. */
export interface Pairs {
  readonly baseline: readonly Cost[];
  readonly ours: readonly Cost[];
}

/**
 * Runs both sides alternately, each pair the other way round than the one before, so that neither always comes
 * first to a warm or a tired machine.
 */
export async function sideBySide(
  runs: number,
  baseline: () => Promise<Cost>,
  ours: () => Promise<Cost>,
): Promise<Pairs> {
  const pairs = { baseline: [] as Cost[], ours: [] as Cost[] };
  for (let run = 0; run < runs; run += 1) {
    if (run % 2 === 0) pairs.baseline.push(await baseline());
    pairs.ours.push(await ours());
    if (run % 2 === 1) pairs.baseline.push(await baseline());
  }
  return pairs;
}

/** A figure from both sides by one value of each (`part` 0.5: the median; 0.95: all but the slowest twentieth). */
export function figureOf(
  about: Pick<Figure, "what" | "size" | "baseline" | "target"> & { readonly kind?: FigureKind },
  pairs: Pairs,
  part = 0.5,
): Figure {
  const at = (costs: readonly Cost[], of: keyof Cost) =>
    percentile(
      costs.map((cost) => cost[of]),
      part,
    );
  const baselineMs = at(pairs.baseline, "wallMs");
  const oursMs = at(pairs.ours, "wallMs");
  const cpu = at(pairs.ours, "cpuMs") / at(pairs.baseline, "cpuMs");
  return {
    kind: "time",
    ...about,
    baselineCost: baselineMs,
    oursCost: oursMs,
    unit: "ms",
    ratio: oursMs / baselineMs,
    cpuRatio: Number.isFinite(cpu) ? cpu : null,
    runs: pairs.ours.length,
  };
}

/** `100 000 rows` */
export function counted(count: number, of: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, " ")} ${of}`;
}
