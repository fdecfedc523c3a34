import type { Francs } from "../../contract/primitives.ts";

/**
 * Splits an amount in the proportion of shares, to the franc: everybody's whole francs first, then one more for those
 * who lost most by rounding down, of equals for who stands first. Without any share all get alike.
 * @param amount ≥ 0
 */
export function splitByShares(amount: Francs, shares: readonly Francs[]): Francs[] {
  if (shares.length <= 1) return shares.map(() => amount);
  const hasShares = shares.some((share) => share > 0);
  const weights = shares.map((share) => BigInt(hasShares ? share : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const products = weights.map((weight) => BigInt(amount) * weight);
  const split = products.map((product) => Number(product / whole));
  const rests = products.map((product, index) => ({ rest: product % whole, index }));
  rests.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const missing = amount - split.reduce((sum, part) => sum + part, 0);
  const lucky = new Set(rests.slice(0, missing).map(({ index }) => index));
  return split.map((part, index) => (lucky.has(index) ? part + 1 : part));
}
