import type { ChargeKey, ChargeStanding } from "../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../src/contract/rentalViews.ts";
import { allocate } from "../../../../src/domain/rental/allocate.ts";
import { monthOfKey } from "../words.ts";

/** What an amount would pay, oldest first. */
export interface Preview {
  readonly lines: readonly {
    readonly charge: ChargeStanding;
    readonly paid: number;
    /** What stays to be paid of it. */
    readonly left: number;
  }[];
  readonly advance: number;
}

/** The service decides; this is the same rule, shown while the amount is typed. */
export function previewOf(charges: readonly ChargeStanding[], amount: number): Preview {
  const unpaid = charges.filter(({ left }) => left > 0);
  const { parts, advance } = allocate(unpaid, amount);
  const byKey = new Map(unpaid.map((charge) => [charge.key, charge]));
  const lines = parts.flatMap((part) => {
    const charge = byKey.get(part.key);
    return charge ? [{ charge, paid: part.amount, left: charge.left - part.amount }] : [];
  });
  return { lines, advance };
}

/** What a tenant who comes to pay most likely hands over: what is late, otherwise what comes next. */
export function proposedAmount(file: Pick<LeaseFile, "arrears" | "charges">): number {
  if (file.arrears > 0) return file.arrears;
  const next = file.charges.find(({ left }) => left > 0);
  if (next === undefined) return 0;
  const together = file.charges.filter(({ dueOn, left }) => left > 0 && dueOn === next.dueOn);
  return together.reduce((sum, { left }) => sum + left, 0);
}

/** The periods of which a quittance can be printed, oldest first. */
export function quittanceMonths(settled: readonly ChargeKey[]): string[] {
  const months = settled.flatMap((key) => monthOfKey(key) ?? []);
  return [...new Set(months)].sort();
}
