import type { PaymentMethod } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";

/** Mobile money and bank leave a number by which the payment is found again. */
export function checkReference(method: PaymentMethod, reference: string): Result<null> {
  return method !== "cash" && reference === ""
    ? refuse("card.referenceMissing", { field: "reference" })
    : accept(null);
}
