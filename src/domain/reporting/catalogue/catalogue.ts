import type { Indicator } from "../indicator.ts";
import { CARD_INDICATORS } from "./cards.ts";
import { CASHBOOK_INDICATORS } from "./cashbook.ts";
import { INSURANCE_INDICATORS } from "./insurance.ts";
import { LITERACY_INDICATORS } from "./literacy.ts";
import { MEMBER_INDICATORS } from "./members.ts";
import { RENTAL_INDICATORS } from "./rental.ts";

/** Every indicator, area by area, in the order in which they are shown. */
export const INDICATORS: readonly Indicator[] = [
  ...MEMBER_INDICATORS,
  ...CARD_INDICATORS,
  ...INSURANCE_INDICATORS,
  ...RENTAL_INDICATORS,
  ...LITERACY_INDICATORS,
  ...CASHBOOK_INDICATORS,
];

const BY_CODE: ReadonlyMap<string, Indicator> = new Map(
  INDICATORS.map((indicator) => [indicator.code, indicator]),
);

/** The indicator of this code; undefined where there is none. */
export function indicatorOf(code: string): Indicator | undefined {
  return BY_CODE.get(code);
}

/** The same for codes that the program itself names. @throws RangeError for one that is not in the catalogue */
export function requireIndicator(code: string): Indicator {
  const found = BY_CODE.get(code);
  if (found === undefined) throw new RangeError(`${code} is no indicator`);
  return found;
}
