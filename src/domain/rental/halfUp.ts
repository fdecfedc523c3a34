/**
 * The one place where the rental rounds: to the nearest whole franc, halves up, in whole numbers throughout.
 * @param product ≥ 0, under 2^53
 * @param whole > 0
 */
export function halfUp(product: number, whole: number): number {
  const rest = product % whole;
  return (product - rest) / whole + (rest * 2 >= whole ? 1 : 0);
}
