import fc from "fast-check";
import type { ChartCategory, ChartPicture, SeriesLook } from "../../src/domain/reporting/chartPicture.ts";

const MONTHS = "nov. déc. janv. févr. mars avr. mai juin juil. août sept. oct.".split(" ");

/** November 2025 to October 2026. */
export const YEAR: readonly ChartCategory[] = MONTHS.map((label, at) => ({
  label,
  group: at < 2 ? "2025" : "2026",
}));

const OFFICES = ["Bamako", "Koutiala", "Mopti", "Ségou", "Sikasso", "Kayes", "Gao", "Morila-Sanso/Koumantou"];

/** Side by side, one month without a figure. */
export const MONEY: ChartPicture = {
  title: "Cotisations et prestations",
  kind: "bars",
  unit: "francs",
  categories: YEAR,
  series: [
    {
      label: "Cotisations",
      look: "solid",
      as: "bar",
      values: YEAR.map((_, at) => 210_000 + ((at * 17_000) % 90_000)),
    },
    {
      label: "Prestations",
      look: "hatched",
      as: "bar",
      values: YEAR.map((_, at) => (at === 4 ? null : 150_000 + ((at * 37_000) % 130_000))),
    },
  ],
  target: null,
};

/** Three lines with a gap in one, and a target. */
export const ATTENDANCE: ChartPicture = {
  title: "Taux de présence",
  kind: "lines",
  unit: "percent",
  categories: YEAR,
  series: [
    {
      label: "Cette année",
      look: "solid",
      as: "line",
      values: YEAR.map((_, at) => (at === 5 ? null : 60 + ((at * 13) % 30))),
    },
    {
      label: "L’année d’avant",
      look: "hatched",
      as: "line",
      values: YEAR.map((_, at) => 50 + ((at * 7) % 30)),
    },
    { label: "Siège", look: "dotted", as: "line", values: YEAR.map((_, at) => 40 + ((at * 3) % 20)) },
  ],
  target: { label: "Objectif", value: 80 },
};

/** Above and below zero. */
export const RESULT: ChartPicture = {
  title: "Résultat",
  kind: "bars",
  unit: "francs",
  categories: YEAR.slice(6),
  series: [
    {
      label: "Résultat",
      look: "solid",
      as: "bar",
      values: [250_000, -125_000, 0, 412_500, -300_000, 75_000],
    },
  ],
  target: null,
};

const AGES: readonly (readonly [string, SeriesLook])[] = [
  ["moins de 30 jours", "solid"],
  ["30 à 60 jours", "hatched"],
  ["60 à 90 jours", "dotted"],
  ["plus de 90 jours", "outline"],
];

/** All four fillings on each other. */
export const ARREARS: ChartPicture = {
  title: "Loyers en retard par âge",
  kind: "stackedBars",
  unit: "francs",
  categories: YEAR,
  series: AGES.map(([label, look], index) => ({
    label,
    look,
    as: "bar",
    values: YEAR.map((_, at) => 20_000 + ((at * 7 + index * 5) % 11) * 4000),
  })),
  target: null,
};

/** Offices, named each, with a line over dark bars. */
export const MEMBERS: ChartPicture = {
  title: "Membres par antenne",
  kind: "barsAndLine",
  unit: "count",
  categories: OFFICES.map((label) => ({ label, group: null })),
  series: [
    { label: "Membres", look: "solid", as: "bar", values: [1210, 604, 388, 512, 477, 301, 210, 177] },
    { label: "Il y a un an", look: "hatched", as: "line", values: [1100, 640, 350, 500, 420, 320, 180, 150] },
  ],
  target: null,
};

/** Few bars, which have room for their values. */
export const POLICIES: ChartPicture = {
  title: "Nouvelles polices",
  kind: "bars",
  unit: "count",
  categories: YEAR.slice(6),
  series: [
    { label: "Nouvelles", look: "outline", as: "bar", values: [3, 0, 7, null, 12, 5] },
    { label: "Résiliées", look: "dotted", as: "bar", values: [1, 2, 4, 1, 0, 2] },
  ],
  target: { label: "Objectif", value: 10 },
};

/** The six charts of a monthly report. */
export const SIX: readonly ChartPicture[] = [MONEY, ATTENDANCE, RESULT, ARREARS, MEMBERS, POLICIES];

const word = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30, unit: "binary" }));
const figure = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.integer({ min: 0, max: 100 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
);

/** Any picture at all: empty ones, extreme figures, any letters. */
export const anyPicture: fc.Arbitrary<ChartPicture> = fc.nat({ max: 14 }).chain((places) =>
  fc.record({
    title: word,
    kind: fc.constantFrom("bars", "stackedBars", "lines", "barsAndLine"),
    unit: fc.constantFrom("francs", "percent", "count"),
    categories: fc.array(fc.record({ label: word, group: fc.option(word) }), {
      minLength: places,
      maxLength: places,
    }),
    series: fc.array(
      fc.record({
        label: word,
        look: fc.constantFrom<SeriesLook>("solid", "hatched", "dotted", "outline"),
        as: fc.constantFrom("bar", "line"),
        values: fc.array(fc.option(figure), { minLength: places, maxLength: places }),
      }),
      { maxLength: 5 },
    ),
    target: fc.option(fc.record({ label: word, value: figure })),
  }),
);
