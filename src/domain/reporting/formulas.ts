import type { Formula } from "./indicator.ts";

/** Where a formula's measures are read: nought for what was not counted. */
export type MeasureValue = (measure: string) => number;

/** The names of the measures that a formula needs, each once. */
export function measuresOf(formula: Formula): readonly string[] {
  const names =
    formula.kind === "rate" ? [formula.part, formula.of] : [...formula.of, ...(formula.minus ?? [])];
  return [...new Set(names)];
}

/** `numerator ÷ divisor` in whole numbers: half up, or down towards nought. */
function divide(numerator: number, divisor: number, rounded: "halfUp" | "down"): number {
  if (divisor < 0) return divide(-numerator, -divisor, rounded);
  if (rounded === "halfUp") return Math.floor((2 * numerator + divisor) / (2 * divisor));
  return (numerator - (numerator % divisor)) / divisor;
}

/**
 * A formula's figure over what was counted.
 * @returns null for a rate of nothing
 */
export function evaluate(formula: Formula, counted: MeasureValue): number | null {
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + counted(name), 0);
  if (formula.kind === "sum") return sum(formula.of) - sum(formula.minus ?? []);
  const divisor = counted(formula.of);
  if (divisor === 0) return null;
  const steps = 10 ** formula.decimals;
  const whole = divide(counted(formula.part) * formula.scale * steps, divisor, formula.rounded ?? "halfUp");
  return (whole + 0) / steps;
}
