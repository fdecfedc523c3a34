import type { MeasureSource } from "../measuring.ts";
import { cardsSource } from "./cards.ts";
import { cashbookSource } from "./cashbook.ts";
import { insuranceSource } from "./insurance.ts";
import { literacySource } from "./literacy.ts";
import { membersSource } from "./members.ts";
import { rentalSource } from "./rental.ts";

/** What every area can count; an area adds its line. */
export const SOURCES: readonly MeasureSource[] = [
  membersSource,
  cardsSource,
  insuranceSource,
  rentalSource,
  literacySource,
  cashbookSource,
];

const BY_MEASURE: ReadonlyMap<string, MeasureSource> = new Map(
  SOURCES.flatMap((source) => source.measures.map((measure) => [measure, source] as const)),
);

/** @throws RangeError for a measure that no area counts */
export function sourceOf(measure: string): MeasureSource {
  const found = BY_MEASURE.get(measure);
  if (found === undefined) throw new RangeError(`nobody measures ${measure}`);
  return found;
}
