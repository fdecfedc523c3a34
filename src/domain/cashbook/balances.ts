import type { TillKey, TillMonth } from "../../contract/cashbookTerms.ts";
import type { Francs } from "../../contract/primitives.ts";

/** Signed francs. */
type Balance = TillMonth["closing"];

/** A movement of money: what came in counts, what went out counts against it. */
export interface Movement {
  readonly direction: "in" | "out";
  readonly amount: Francs;
}

export function signedAmount({ direction, amount }: Movement): Balance {
  // Less than nothing, and of nothing nothing: −0 is not what a balance is.
  return direction === "in" ? amount : 0 - amount;
}

/** What lies in a place after these movements. */
export function balanceOf(movements: readonly Movement[], opening: Balance = 0): Balance {
  return movements.reduce((sum, movement) => sum + signedAmount(movement), opening);
}

/** The sums of a place in a month. */
export interface PlaceSums {
  readonly till: TillKey;
  readonly sumIn: Francs;
  readonly sumOut: Francs;
}

/** A place's month: what was carried into it, moved in it and is carried on. Places that never held anything are none. */
export function tillMonths(
  opening: ReadonlyMap<TillKey, Balance>,
  moved: readonly PlaceSums[],
  order: readonly TillKey[],
): TillMonth[] {
  const sums = new Map(moved.map((place) => [place.till, place]));
  const keys = new Set([...opening.keys(), ...sums.keys()]);
  const known = order.filter((key) => keys.has(key));
  const unknown = [...keys].filter((key) => !order.includes(key)).sort();
  return [...known, ...unknown]
    .map((till) => {
      const { sumIn = 0, sumOut = 0 } = sums.get(till) ?? {};
      const carried = opening.get(till) ?? 0;
      return { till, opening: carried, sumIn, sumOut, closing: carried + sumIn - sumOut };
    })
    .filter((month) => month.opening !== 0 || month.sumIn !== 0 || month.sumOut !== 0);
}

/** What lies in all places together when the month ends. */
export function closingSum(months: readonly Pick<TillMonth, "closing">[]): Balance {
  return months.reduce((sum, { closing }) => sum + closing, 0);
}
