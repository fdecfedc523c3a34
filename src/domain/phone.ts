import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";

const HOME: CountryCode = "ML";
const LABEL = /^\s*(?:t[ée]l(?:[ée]phone)?|phone|portable|mobile|cel(?:l)?|n[°o])?[\s.:°]*/iu;
const ONLY_PHONE_SIGNS = /^[\d\s+().\-/‐‑‒–—_,;|]+$/u;
const BETWEEN_NUMBERS = /\s*(?:[;,|/\n]|\s(?:ou|et|or|and)\s)\s*/iu;
/** Two Malian numbers written without anything between them. */
const TWO_HOME_NUMBERS = /^(\d{8})(\d{8})$/;

export interface Phone {
  /** `+22376123456`. */
  readonly e164: string;
  /** What else stood in the text: a second number as it was written; "" when there was nothing. */
  readonly rest: string;
}

/** The shape of nearly every number in a register: the library asks no more of it than these eight digits. */
const HOME_NUMBER = /^(?:\+223)?([1-9]\d{7})$/;

/** Possible, not valid: ranges open faster than the library's metadata reaches an office without internet. */
function readOne(text: string, country: CountryCode): string | null {
  if (!ONLY_PHONE_SIGNS.test(text)) return null;
  const plain = text.replace(/[^\d+]/g, "").replace(/^00/, "+");
  const home = country === HOME || plain.startsWith("+") ? HOME_NUMBER.exec(plain) : null;
  if (home) return `+223${home[1]}`;
  const phone = parsePhoneNumberFromString(plain, country);
  return phone?.isPossible() ? phone.number : null;
}

/**
 * Reads a phone number in any style: blanks, dots, dashes, `+223`, `00223`; 8 digits are Malian; foreign numbers need
 * `+` or `00`. Of two numbers in one text (`76 12 34 56 / 66 12 34 56`) the first counts, `rest` keeps the other.
 * @returns null when the text is not one possible number: too few or too many digits, letters in it.
 */
export function readPhone(text: string, defaultCountry: CountryCode = HOME): Phone | null {
  const bare = text.replace(/^'/, "").replace(LABEL, "").trim();
  if (bare === "") return null;
  const whole = readOne(bare, defaultCountry);
  if (whole !== null) return { e164: whole, rest: "" };
  const [first = "", ...others] = bare.split(BETWEEN_NUMBERS).filter((part) => part !== "");
  const leading = others.length > 0 ? readOne(first, defaultCountry) : null;
  if (leading !== null) return { e164: leading, rest: others.join(" / ") };
  const joined = ONLY_PHONE_SIGNS.test(bare) ? TWO_HOME_NUMBERS.exec(bare.replace(/\D/g, "")) : null;
  const one = joined?.[1] ? readOne(joined[1], defaultCountry) : null;
  return one !== null && joined?.[2] ? { e164: one, rest: joined[2] } : null;
}

/** `76 12 34 56` for a Malian number, `+225 07 08 09 10 11` for others; a text that is no E.164 number as it stands. */
export function showPhone(e164: string): string {
  if (e164.startsWith("+223") && e164.length === 12) return e164.slice(4).replace(/(\d\d)(?=\d)/g, "$1 ");
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Digits by which a number is found: the national ones of a Malian number, all of a foreign one. */
export function phoneDigits(e164: string): string {
  return (e164.startsWith("+223") ? e164.slice(4) : e164).replace(/\D/g, "");
}
