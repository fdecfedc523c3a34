import type { Till } from "../../../../src/contract/cashbookTerms.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";

/** Whether a place is shown as a card: the cash box always, the others once money lies there or somebody named them. */
export function isUsed({ key, vouchers, principal, name, closed }: Till): boolean {
  if (closed) return false;
  return key === "cash" || vouchers > 0 || !principal || name !== "";
}

/** Each office's places together, in the order in which they come. */
export function byOffice(tills: readonly Till[]): readonly (readonly [OfficeCode, readonly Till[]])[] {
  return [...Map.groupBy(tills, ({ office }) => office)];
}
