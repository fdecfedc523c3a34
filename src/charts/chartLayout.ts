import type { Language } from "../contract/primitives.ts";
import {
  type ChartPicture,
  type ChartScale,
  type ChartSeries,
  chartScale,
  fullChartValue,
  shortChartValue,
  tickTexts,
} from "../domain/reporting/chartPicture.ts";
import { breakText, cutText, textWidth } from "./textWidth.ts";

/** The size of the picture and of its letters, in one unit: CSS pixels on screen, points on paper. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

/** An entry of the legend; `series` null is the target. */
export interface LegendItem {
  readonly series: ChartSeries | null;
  readonly text: string;
  readonly x: number;
  /** The line that its letters stand on. */
  readonly y: number;
}

/** What stands under one category that is named. */
export interface CategoryText {
  readonly at: number;
  readonly lines: readonly string[];
}

export interface ChartLayout {
  readonly scale: ChartScale;
  readonly tickTexts: ReadonlyMap<number, string>;
  readonly categoryTexts: readonly CategoryText[];
  readonly isSlanting: boolean;
  readonly legend: readonly LegendItem[];
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly axisWidth: number;
  readonly axisHeight: number;
  /** How much further down the names stand than they would. */
  readonly nameDrop: number;
  /** Whether each bar has its value written at its end. */
  readonly hasValues: boolean;
}

/** Of the text size: from one line of text to the next. */
export const LINE = 1.35;
const SWATCH = 2.1;
const SWATCH_GAP = 0.5;
const ITEM_GAP = 1.5;
const NAME_LINES = 3;

/** Degrees by which names rise to the right where they have no room to lie flat. */
export const SLANT = 35;
const COSINE = Math.cos((SLANT * Math.PI) / 180);
const SINE = Math.sin((SLANT * Math.PI) / 180);
/** In text sizes; what is longer is cut. */
const SLANTING_LENGTH = 8;

/** Between the swatch's left side and its text, in text sizes. */
export const LEGEND_INDENT: number = SWATCH + SWATCH_GAP;
export const LEGEND_SWATCH: number = SWATCH;

function legendTexts(picture: ChartPicture, language: Language): Pick<LegendItem, "series" | "text">[] {
  const { series, target, unit } = picture;
  const colon = language === "fr" ? "\u00a0: " : ": ";
  const goal = target && `${target.label}${colon}${fullChartValue(target.value, unit, language)}`;
  // One series alone is what the title says it is.
  const named =
    series.length > 1 || goal !== null ? series.map((one) => ({ series: one, text: one.label })) : [];
  return goal === null ? named : [...named, { series: null, text: goal }];
}

/** Rows from the left, as many as it takes, the last one standing on the lower side of the picture. */
function placeLegend(picture: ChartPicture, size: ChartSize, language: Language): LegendItem[] {
  const { width, height, textSize } = size;
  const indent = LEGEND_INDENT * textSize;
  const rows: LegendItem[][] = [[]];
  let x = 0;
  for (const { series, text } of legendTexts(picture, language)) {
    const shown = cutText(text, textSize, width - indent);
    const taken = indent + textWidth(shown, textSize);
    if (x > 0 && x + taken > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ series, text: shown, x, y: 0 });
    x += taken + ITEM_GAP * textSize;
  }
  return rows.flatMap((row, index) =>
    row.map((item) => ({ ...item, y: height - (0.35 + (rows.length - 1 - index) * LINE) * textSize })),
  );
}

/**
 * Which months are named: some are left out where they would touch, counted from the last, which is the one that the
 * reader looks for. What they have in common is said once, under the first of each group.
 */
function nameMonths({ categories }: ChartPicture, band: number, textSize: number): CategoryText[] {
  const widest = Math.max(0, ...categories.map(({ label }) => textWidth(label, textSize))) + 0.5 * textSize;
  const every = Math.max(1, Math.ceil(widest / band));
  const last = categories.length - 1;
  let before: string | null = null;
  return categories.flatMap(({ label, group }, at): CategoryText[] => {
    if ((last - at) % every !== 0) return [];
    const isNew = group !== null && group !== before;
    before = group;
    return [{ at, lines: isNew ? [label, group] : [label] }];
  });
}

/** Each category by its own name: in several lines, or slanting where a word is wider than its place. */
function nameEach({ categories }: ChartPicture, band: number, axisWidth: number, textSize: number): Names {
  const room = band - 0.4 * textSize;
  const broken = categories.map(({ label }) => breakText(label, textSize, room, NAME_LINES));
  const isWhole = broken.every((lines, at) => bare(lines.join("")) === bare(categories[at]?.label));
  if (isWhole) return { texts: broken.map((lines, at) => ({ at, lines })), isSlanting: false };
  const every = Math.max(1, Math.ceil((1.2 * textSize) / band));
  const last = categories.length - 1;
  const texts = categories.flatMap(({ label }, at): CategoryText[] => {
    const toTheLeft = (axisWidth + (at + 0.5) * band) / COSINE;
    const line = cutText(label, textSize, Math.min(SLANTING_LENGTH * textSize, toTheLeft));
    return (last - at) % every === 0 ? [{ at, lines: [line] }] : [];
  });
  return { texts, isSlanting: true };
}

const bare = (text = "") => text.replace(/\s/g, "");

interface Names {
  readonly texts: readonly CategoryText[];
  readonly isSlanting: boolean;
}

/** How much of the picture's height the names take. */
function heightOf({ texts, isSlanting }: Names, textSize: number): number {
  if (!isSlanting) return (0.5 + Math.max(1, ...texts.map(({ lines }) => lines.length)) * LINE) * textSize;
  const longest = Math.max(0, ...texts.map(({ lines }) => textWidth(lines[0] ?? "", textSize)));
  return longest * SINE + 1.6 * textSize;
}

/** Values are written where each has the width of its bar's place, and nothing else is drawn over the bars. */
function hasRoomForValues(
  picture: ChartPicture,
  room: number,
  textSize: number,
  language: Language,
): boolean {
  const { kind, series, categories, unit } = picture;
  const bars = series.filter(({ as }) => as === "bar");
  if (kind === "stackedBars" || bars.length < series.length || bars.length === 0) return false;
  const texts = bars.flatMap(({ values }) =>
    values.map((value) => (value === null ? "" : shortChartValue(value, unit, language))),
  );
  const place = (0.85 * room) / Math.max(categories.length * bars.length, 1);
  return texts.every((text) => textWidth(text, VALUE_SIZE * textSize) <= place);
}

/** The size of values at bars, of the text size. */
export const VALUE_SIZE = 0.92;

/** Where everything of a chart stands, without measuring anything on a screen. */
export function layOutChart(picture: ChartPicture, size: ChartSize, language: Language): ChartLayout {
  const { width, textSize } = size;
  const scale = chartScale(picture);
  const texts = tickTexts(scale.ticks, picture.unit, language);
  const axisWidth = Math.max(...texts.map((text) => textWidth(text, textSize))) + 0.7 * textSize;
  const right = 0.8 * textSize;
  const room = Math.max(width - axisWidth - right, textSize);
  const band = room / Math.max(picture.categories.length, 1);
  const isGrouped = picture.categories.some(({ group }) => group !== null);
  const names = isGrouped
    ? { texts: nameMonths(picture, band, textSize), isSlanting: false }
    : nameEach(picture, band, axisWidth, textSize);
  const legend = placeLegend(picture, size, language);
  const rows = new Set(legend.map(({ y }) => y)).size;
  const hasValues = hasRoomForValues(picture, room, textSize, language);
  // A value below its bar stands where the names would.
  const nameDrop = hasValues && scale.low < 0 ? 1.15 * textSize : 0;
  const unitLine = picture.unit === "francs" ? LINE : 0;
  return {
    scale,
    tickTexts: new Map(scale.ticks.map((tick, index) => [tick, texts[index] ?? ""])),
    categoryTexts: names.texts,
    isSlanting: names.isSlanting,
    legend,
    margin: {
      top: (unitLine + (hasValues ? 1.3 : 0.6)) * textSize,
      right,
      bottom: rows === 0 ? 0 : (0.5 + rows * LINE) * textSize,
      left: 0,
    },
    axisWidth,
    axisHeight: nameDrop + heightOf(names, textSize),
    nameDrop,
    hasValues,
  };
}
