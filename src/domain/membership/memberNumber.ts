import { mod11_10 } from "cdigit";
import type { MemberNumber, OfficeCode } from "../../contract/primitives.ts";

/** Letters become two digits (A = 10 … Z = 35, as in IBAN), so that the check covers the office too. */
function digitsOf(office: OfficeCode, counter: string): string {
  const letters = [...office].map((letter) => String(letter.charCodeAt(0) - 55)).join("");
  return letters + counter;
}

/**
 * `KTL-00042-6`: office, counter of five digits or more, check digit by ISO 7064 MOD 11,10, which finds every
 * wrong digit and, of a hundred swaps of neighbours, ninety-seven or more.
 * @param counter from 1
 */
export function memberNumber(office: OfficeCode, counter: number): MemberNumber {
  const digits = String(counter).padStart(5, "0");
  return `${office}-${digits}-${mod11_10.compute(digitsOf(office, digits))}`;
}

/**
 * Reads a number as people type it (`ktl 42 6`, `KTL-00042-6`, `KTL000426`).
 * @returns the number in its one spelling, or null when it is none or the check digit is wrong
 */
export function readMemberNumber(text: string): MemberNumber | null {
  const match = /^([A-Z]{3})[\s./-]*(\d{1,7})[\s./-]+(\d)$|^([A-Z]{3})(\d{5,7})(\d)$/.exec(
    text.trim().toUpperCase(),
  );
  const office = match?.[1] ?? match?.[4];
  const counter = match?.[2] ?? match?.[5];
  const check = match?.[3] ?? match?.[6];
  if (office === undefined || counter === undefined || check === undefined) return null;
  // Only the first five places are filled with zeros: a zero before more of them is a slip, and the check does not
  // see what it would stand for.
  if (counter.length > 5 && counter.startsWith("0")) return null;
  const number = memberNumber(office, Number(counter));
  return number.endsWith(`-${check}`) ? number : null;
}
