import type { Refusal } from "../../../../src/contract/results.ts";
import { sumOfShares, type TypedBeneficiary } from "./people.ts";

/** What the service would say of these lines; a missing name stands at its own field. */
export function sharesRefusal(typed: readonly TypedBeneficiary[]): Refusal | null {
  if (typed.length === 0) return { code: "insurance.beneficiaryMissing" };
  const sum = sumOfShares(typed);
  return sum === 100 ? null : { code: "insurance.sharesWrong", values: { sum } };
}
