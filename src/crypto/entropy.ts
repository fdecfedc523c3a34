import { randomBytes } from "node:crypto";

/** Hands out `length` bytes that nobody can guess. */
export type RandomBytes = (length: number) => Uint8Array;

/** The operating system's generator: what every host of the product injects. */
export const systemRandom: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/**
 * Draws from `random` and makes sure that it gave what was asked.
 * @throws RangeError when the source came up short: a short key must never be used
 */
export function draw(random: RandomBytes, length: number): Uint8Array {
  const bytes = random(length);
  if (bytes.length !== length) throw new RangeError("the source of randomness came up short");
  return bytes;
}
