import type { BirthDate } from "../../contract/membership.ts";

/**
 * How two birth dates agree. `same`: both exact and equal; `sameYear`: equal as far as the less exact one says;
 * `near`: a slip (day and month exchanged, one digit) or a year beside an uncertain one; `unknown`: one is missing.
 */
export type BirthAgreement = "same" | "sameYear" | "near" | "different" | "unknown";

export function birthYear(birth: BirthDate): number {
  return birth.kind === "exact" ? Number(birth.on.slice(0, 4)) : birth.year;
}

/** Years between two birth dates, 0 for the same calendar year. */
export function yearsApart(a: BirthDate, b: BirthDate): number {
  return Math.abs(birthYear(a) - birthYear(b));
}

/** Day and month exchanged, or one digit different. */
function isSlip(a: string, b: string): boolean {
  let different = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) different += 1;
  if (different === 1) return true;
  const isSameYear = different <= 4 && a.slice(0, 4) === b.slice(0, 4);
  return isSameYear && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7);
}

export function birthAgreement(a: BirthDate | null, b: BirthDate | null): BirthAgreement {
  if (a === null || b === null) return "unknown";
  if (a.kind === "exact" && b.kind === "exact") {
    if (a.on === b.on) return "same";
    return isSlip(a.on, b.on) ? "near" : "different";
  }
  const apart = yearsApart(a, b);
  if (apart === 0) return "sameYear";
  return apart === 1 ? "near" : "different";
}
