import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays } from "../calendar.ts";
import { receiptKey } from "./receiptKey.ts";

/** What a person should look at before she decides. A warning takes off no franc. */

export interface ClaimTraces {
  readonly number: string;
  readonly policy: string;
  readonly patient: string;
  readonly careOn: CalendarDate;
  readonly facility: string | null;
  readonly receiptNumber: string;
  /** SHA-256 of each photograph. */
  readonly photos: readonly string[];
}

/** A day on which a person is known to have been somewhere else: a class, an activity, another facility's stamp. */
export interface Presence {
  readonly person: string;
  readonly on: CalendarDate;
  readonly where: string;
}

export type ClaimWarning =
  | { readonly code: "sameReceipt"; readonly claim: string }
  | { readonly code: "samePhoto"; readonly claim: string }
  | { readonly code: "elsewhere"; readonly where: string }
  | { readonly code: "frequent"; readonly claims: number; readonly median: number };

export const FREQUENCY_DAYS = 90;
const FREQUENT_CLAIMS = 4;
const FREQUENT_TIMES = 3;

/** The middle of the numbers, of an even count the lower one; 0 of none. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Receipts are numbered by each facility: the same number elsewhere is another receipt. */
function isSameReceipt(a: ClaimTraces, b: ClaimTraces): boolean {
  const key = receiptKey(a.receiptNumber);
  const isSamePlace = a.facility === null || b.facility === null || a.facility === b.facility;
  return key !== null && isSamePlace && key === receiptKey(b.receiptNumber);
}

/**
 * More than three times the median of the policies that claimed at all, and at least four claims, in the 90 days up
 * to the day of care.
 */
function frequency(claim: ClaimTraces, others: readonly ClaimTraces[]): ClaimWarning[] {
  const since = addDays(claim.careOn, 1 - FREQUENCY_DAYS);
  const counts = new Map<string, number>();
  for (const { policy, careOn } of [claim, ...others])
    if (careOn >= since && careOn <= claim.careOn) counts.set(policy, (counts.get(policy) ?? 0) + 1);
  const claims = counts.get(claim.policy) ?? 0;
  const middle = median([...counts.values()]);
  const isFrequent = claims >= FREQUENT_CLAIMS && claims > FREQUENT_TIMES * middle;
  return isFrequent ? [{ code: "frequent", claims, median: middle }] : [];
}

/**
 * @param others the office's other claims of at least the last 90 days; the claim itself among them is left out
 * @param presences where the patient was
 */
export function claimWarnings(
  claim: ClaimTraces,
  others: readonly ClaimTraces[],
  presences: readonly Presence[] = [],
): ClaimWarning[] {
  const rest = others.filter(({ number }) => number !== claim.number);
  const photos = new Set(claim.photos);
  const elsewhere = presences.filter(({ person, on }) => person === claim.patient && on === claim.careOn);
  return [
    ...rest
      .filter((other) => isSameReceipt(claim, other))
      .map((other) => ({ code: "sameReceipt" as const, claim: other.number })),
    ...rest
      .filter((other) => other.photos.some((photo) => photos.has(photo)))
      .map((other) => ({ code: "samePhoto" as const, claim: other.number })),
    ...elsewhere.map(({ where }) => ({ code: "elsewhere" as const, where })),
    ...frequency(claim, rest),
  ];
}
