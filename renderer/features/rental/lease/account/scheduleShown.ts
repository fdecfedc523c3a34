import type { ChargeKey, ChargeStanding } from "../../../../../src/contract/rentalTerms.ts";
import { monthOfKey } from "../../words.ts";

/** How many charges to come are shown before somebody asks for all. */
const COMING = 2;
/** How many charges that are settled are shown before somebody asks for all. */
const SETTLED = 4;

/** The charges, newest first: all that are open, the latest that are settled, the first that are to come. */
export function scheduleShown(charges: readonly ChargeStanding[], all: boolean): readonly ChargeStanding[] {
  if (all) return charges.toReversed();
  const coming = charges.filter(({ state }) => state === "coming").slice(0, COMING);
  const settled = charges.filter(({ state }) => state === "settled").slice(-SETTLED);
  const shown = new Set([...coming, ...settled]);
  const isOpen = ({ state }: ChargeStanding) => state !== "coming" && state !== "settled";
  return charges.filter((charge) => isOpen(charge) || shown.has(charge)).toReversed();
}

export type Paper = { readonly kind: "quittance" | "notice"; readonly month: string } | null;

/** The paper of a line: one a period, at its rent; a quittance once all of the period is paid, until then a notice. */
export function paperOf(charge: ChargeStanding, charges: readonly ChargeStanding[]): Paper {
  const month = monthOfKey(charge.key);
  if (month === null || !isFirstOfPeriod(charge.key, charges)) return null;
  const period = charges.filter(({ key }) => monthOfKey(key) === month);
  return { kind: period.every(({ left }) => left === 0) ? "quittance" : "notice", month };
}

function isFirstOfPeriod(key: ChargeKey, charges: readonly ChargeStanding[]): boolean {
  const month = monthOfKey(key);
  return charges.find((one) => monthOfKey(one.key) === month)?.key === key;
}
