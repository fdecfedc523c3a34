/**
 * The one place where the insurance rounds: down to the whole franc, in whole numbers throughout.
 * @param amount francs, ≥ 0; amount × part stays under 2^53
 * @returns ⌊amount × part ÷ whole⌋
 */
export function shareOf(amount: number, part: number, whole: number): number {
  const product = amount * part;
  return (product - (product % whole)) / whole;
}
