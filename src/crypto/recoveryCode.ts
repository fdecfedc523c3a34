import { draw, type RandomBytes } from "./entropy.ts";

/** Crockford's base 32: no I, L, O or U, so that nothing printed can be read as something else. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 26 × 5 = 130 random bits. */
const RANDOM_CHARACTERS = 26;
const GROUP = 4;
/**
 * Largest prime below 32². As in Crockford's own check symbol (a remainder by a prime above the base), one
 * wrong character or two neighbours swapped always change the remainder; his 37 needs signs such as `*` and
 * `~` that are hard to read out, two characters of the same alphabet do not.
 */
const CHECK_PRIME = 1021n;

/**
 * A new code to print and put away: 26 random characters (130 bits) and 2 check characters, in seven groups
 * of four: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`.
 */
export function makeRecoveryCode(random: RandomBytes): string {
  let data = "";
  // 256 is a multiple of 32: the low five bits of a random byte are as random as the byte.
  for (const byte of draw(random, RANDOM_CHARACTERS)) data += ALPHABET.charAt(byte & 31);
  return inGroups(data + checkCharacters(data));
}

/**
 * The code as it was printed, from what a person typed: any case, blanks and dashes anywhere, O for 0,
 * I or L for 1.
 * @returns the code in its printed form, or null when it cannot be a code (a typing error, found by the check
 *   characters); whether it opens anything is another question
 */
export function normalizeRecoveryCode(text: string): string | null {
  const characters = text
    .replace(/[\s\p{Pd}\u2212]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{28}$/.test(characters)) return null;
  const data = characters.slice(0, RANDOM_CHARACTERS);
  return characters === data + checkCharacters(data) ? inGroups(characters) : null;
}

function checkCharacters(data: string): string {
  let value = 0n;
  for (const character of data) value = value * 32n + BigInt(ALPHABET.indexOf(character));
  const remainder = Number(value % CHECK_PRIME);
  return ALPHABET.charAt(remainder >> 5) + ALPHABET.charAt(remainder & 31);
}

function inGroups(characters: string): string {
  const groups: string[] = [];
  for (let at = 0; at < characters.length; at += GROUP) groups.push(characters.slice(at, at + GROUP));
  return groups.join("-");
}
