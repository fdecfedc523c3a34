import type { BirthDate } from "../../../src/contract/membership.ts";
import type { Book } from "./yearBook.ts";

/*
 * How figures are made of notebooks. Nothing of the product's rules is used: what a figure is says its definition in the
 * catalogue and the pages in docs/.
 */

export interface Days {
  readonly from: string;
  readonly to: string;
}

export type By = "office" | "ageBand" | "group" | "donor" | null;

/** What one line of a notebook adds, and where it belongs. */
export interface Line {
  readonly value: number;
  readonly group?: string;
  readonly band?: string;
  readonly donor?: string;
}

/** A number for each key; the whole figure's key is empty. */
export type Counting = (books: readonly Book[], days: Days, by: By) => ReadonlyMap<string, number>;

export type Figure =
  | { readonly kind: "count"; readonly count: Counting }
  | {
      readonly kind: "share";
      readonly part: Counting;
      readonly of: Counting;
      readonly times: number;
      readonly decimals: number;
      readonly isRoundedDown: boolean;
    };

export const isIn = (day: string, { from, to }: Days): boolean => from <= day && day <= to;

export const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

function keyOf(office: string, line: Line, by: By): string {
  if (by === null) return "";
  if (by === "office") return office;
  return { ageBand: line.band, group: line.group, donor: line.donor }[by] ?? "";
}

/** Adds lines up, whoever's they are. */
export function lines(of: (book: Book, days: Days) => readonly Line[]): Counting {
  return (books, days, by) => {
    const sums = new Map<string, number>();
    for (const book of books)
      for (const line of of(book, days)) {
        const key = keyOf(book.office, line, by);
        sums.set(key, (sums.get(key) ?? 0) + line.value);
      }
    return sums;
  };
}

/** Some numbers added, others taken off, key by key. */
export function added(plus: readonly Counting[], minus: readonly Counting[] = []): Counting {
  return (books, days, by) => {
    const sums = new Map<string, number>();
    for (const [sign, countings] of [[1, plus] as const, [-1, minus] as const])
      for (const counting of countings)
        for (const [key, value] of counting(books, days, by))
          sums.set(key, (sums.get(key) ?? 0) + sign * value);
    return sums;
  };
}

export const counted = (of: (book: Book, days: Days) => readonly Line[]): Figure => ({
  kind: "count",
  count: lines(of),
});

export function share(
  part: Counting,
  of: Counting,
  { times = 100, decimals = 1, isRoundedDown = false } = {},
): Figure {
  return { kind: "share", part, of, times, decimals, isRoundedDown };
}

type Rounding = Pick<Figure & { kind: "share" }, "times" | "decimals" | "isRoundedDown">;

/** Half up, or down, of a fraction that is shown with so many decimals. */
function shown(part: number, of: number, { times, decimals, isRoundedDown }: Rounding): number {
  const steps = 10 ** decimals;
  const exact = (part * times * steps) / of;
  const near = Math.round(exact);
  // A fraction that is whole but for the crumbs of floating numbers is whole.
  if (Math.abs(exact - near) < 1e-7) return near / steps;
  return Math.floor(isRoundedDown ? exact : exact + 0.5) / steps;
}

/** The figure that a sum makes, or a sum and what it is divided by: null for a share of nothing. */
export function figureFrom(figure: Figure, part: number, of: number): number | null {
  // Hours are parts of sixty minutes. Nothing is 0, and not -0.
  if (figure.kind === "count") return Math.round(part * 100) / 100 + 0;
  return of === 0 ? null : shown(part, of, figure) + 0;
}

export interface Told {
  /** Null for a share of nothing. */
  readonly of: (key: string) => number | null;
  /** Keys with something in them. */
  readonly keys: readonly string[];
}

/** An indicator of some offices together, in some days, by what it is divided by. */
export function tell(figure: Figure, books: readonly Book[], days: Days, by: By): Told {
  const parts = (figure.kind === "count" ? figure.count : figure.part)(books, days, by);
  const wholes = figure.kind === "count" ? parts : figure.of(books, days, by);
  return {
    of: (key) => figureFrom(figure, parts.get(key) ?? 0, wholes.get(key) ?? 0),
    keys: [...wholes.keys()].filter((key) => wholes.get(key) !== 0),
  };
}

const BANDS = [
  ["under18", 18],
  ["18-24", 25],
  ["25-34", 35],
  ["35-44", 45],
  ["45-54", 55],
] as const;

/** Her band on a day: full years; where only a year is known, the age that she reaches in the year. */
export function bandOf(birth: BirthDate | null, day: string): string {
  if (birth === null) return "unknown";
  const year = birth.kind === "exact" ? Number(birth.on.slice(0, 4)) : birth.year;
  const isBefore = birth.kind === "exact" && day.slice(5) < birth.on.slice(5);
  const age = Number(day.slice(0, 4)) - year - (isBefore ? 1 : 0);
  return BANDS.find(([, below]) => age < below)?.[0] ?? "55+";
}
