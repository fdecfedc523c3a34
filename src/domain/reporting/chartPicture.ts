import type { Language } from "../../contract/primitives.ts";
import { showCount } from "../format.ts";

/** What the numbers count: whole francs, hundredths (50 is a half), or people and things. */
export type ChartUnit = "francs" | "percent" | "count";

/**
 * How a series is told from the others without any colour: as a bar its filling, as a line its dashes and its
 * marks. The first two also differ in colour; `outline` is the quietest, for the period before.
 */
export type SeriesLook = "solid" | "hatched" | "dotted" | "outline";

export interface ChartCategory {
  /** Under the axis: `oct.`. */
  readonly label: string;
  /** What neighbours have in common, said once below them: `2026`. */
  readonly group: string | null;
}

export interface ChartSeries {
  readonly label: string;
  readonly look: SeriesLook;
  readonly as: "bar" | "line";
  /** One for each category; null where there is no figure, which is not zero. No further from 0 than 1e15. */
  readonly values: readonly (number | null)[];
}

/** A chart as data: the screen, the paper and the table behind it are made from the same. */
export interface ChartPicture {
  readonly title: string;
  /** Bars of `stackedBars` stand on each other, what is below zero hangs down; otherwise they stand side by side. */
  readonly kind: "bars" | "stackedBars" | "lines" | "barsAndLine";
  readonly unit: ChartUnit;
  readonly categories: readonly ChartCategory[];
  readonly series: readonly ChartSeries[];
  /** A line across, on the chart's own scale. */
  readonly target: { readonly label: string; readonly value: number } | null;
}

/** The scale of a chart: `ticks` from `low` to `high`, rising, 0 among them. */
export interface ChartScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** About so many steps of the scale are readable at the height of a chart. */
const STEPS = 4;

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `width`, and no part of 1. */
function niceStep(width: number): number {
  if (width <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  return (factors.find((factor) => factor * power >= width) ?? 10) * power;
}

/** Every height that something in the picture reaches, target and zero line included. */
function heights({ kind, categories, series, target }: ChartPicture): number[] {
  const apart = series.filter(({ as }) => as === "line" || kind !== "stackedBars");
  const stacked = series.filter((one) => !apart.includes(one));
  const found = [0, ...(target === null ? [] : [target.value])];
  for (const { values } of apart) found.push(...values.filter((value) => value !== null));
  for (const at of categories.keys()) {
    const parts = stacked.map(({ values }) => values[at] ?? 0);
    found.push(parts.reduce((sum, part) => sum + Math.max(part, 0), 0));
    found.push(parts.reduce((sum, part) => sum + Math.min(part, 0), 0));
  }
  return found;
}

/**
 * The scale: from zero, so that a bar twice as high means twice as much; whole steps; hundredths to 100 where they
 * fit. A picture without anything above or below zero gets a zero line and nothing else.
 */
export function chartScale(picture: ChartPicture): ChartScale {
  const reached = heights(picture);
  const lowest = reached.reduce((least, value) => Math.min(least, value), 0);
  const highest = reached.reduce((most, value) => Math.max(most, value), 0);
  if (picture.unit === "percent" && lowest === 0 && highest <= 100) {
    return { low: 0, high: 100, ticks: [0, 25, 50, 75, 100] };
  }
  if (lowest === 0 && highest === 0) return { low: 0, high: 1, ticks: [0] };
  const step = niceStep((highest - lowest) / STEPS);
  // The least number there is, divided, is nought: what is below zero has a step below it all the same.
  const first = Math.min(Math.floor(lowest / step), lowest < 0 ? -1 : 0);
  const last = Math.max(Math.ceil(highest / step), highest > 0 ? 1 : 0);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: first * step, high: last * step, ticks };
}

interface Scale {
  readonly by: number;
  readonly sign: Readonly<Record<Language, string>>;
}

const NO_BREAK = "\u00a0";

const ONE: Scale = { by: 1, sign: { fr: "", en: "" } };
const THOUSANDS: Scale = { by: 1e3, sign: { fr: `${NO_BREAK}k`, en: "k" } };
const MILLIONS: Scale = { by: 1e6, sign: { fr: `${NO_BREAK}M`, en: "M" } };
const MILLIARDS: Scale = { by: 1e9, sign: { fr: `${NO_BREAK}Md`, en: "bn" } };

/** Ten thousand and more are too long to stand beside an axis. */
function scaleFor(most: number): Scale {
  if (most >= 1e9) return MILLIARDS;
  if (most >= 1e6) return MILLIONS;
  return most >= 1e4 ? THOUSANDS : ONE;
}

/** At most `decimals` of them, none for nothing: `12,5`, `1 250`. */
function showDecimal(value: number, decimals: number, language: Language): string {
  const rounded = Math.abs(Math.round(value * 10 ** decimals) / 10 ** decimals);
  const whole = Math.trunc(rounded);
  const part = (rounded - whole).toFixed(decimals).slice(2).replace(/0+$/, "");
  const sign = value < 0 && rounded > 0 ? "−" : "";
  const comma = language === "fr" ? "," : ".";
  return `${sign}${showCount(whole, language)}${part === "" ? "" : `${comma}${part}`}`;
}

const PERCENT: Readonly<Record<Language, string>> = { fr: `${NO_BREAK}%`, en: "%" };

/**
 * The texts beside the ticks of one scale, all in the same size of unit: `0`, `0,5 M`, `1 M`; `50 %`.
 * @param ticks of `chartScale`
 */
export function tickTexts(ticks: readonly number[], unit: ChartUnit, language: Language): string[] {
  if (unit === "percent") return ticks.map((tick) => `${showDecimal(tick, 0, language)}${PERCENT[language]}`);
  const { by, sign } = scaleFor(ticks.reduce((most, tick) => Math.max(most, Math.abs(tick)), 0));
  return ticks.map((tick) => (tick === 0 ? "0" : `${showDecimal(tick / by, 2, language)}${sign[language]}`));
}

/** A value in the room that a bar has above it, to three figures or so: `1,23 M`, `45,3 k`, `950`, `62 %`. */
export function shortChartValue(value: number, unit: ChartUnit, language: Language): string {
  if (unit === "percent") return `${showDecimal(value, 0, language)}${PERCENT[language]}`;
  const { by, sign } = scaleFor(Math.abs(value));
  const scaled = value / by;
  if (by === 1) return showDecimal(value, unit === "count" && Math.abs(value) < 100 ? 1 : 0, language);
  const decimals = Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2;
  return `${showDecimal(scaled, decimals, language)}${sign[language]}`;
}

/** A value in full, as the table behind the chart has it: `1 234 567`, `62,5 %`, `12,4`. Francs without their unit. */
export function fullChartValue(value: number, unit: ChartUnit, language: Language): string {
  const text = showDecimal(value, unit === "francs" ? 0 : 1, language);
  return unit === "percent" ? `${text}${PERCENT[language]}` : text;
}
