import { base32nopad } from "@scure/base";
import { CalendarDate, MemberNumber } from "../contract/primitives.ts";
import { signRaw, verifyRaw } from "./signing.ts";

/**
 * The text in a card's QR code:
 *
 *     DNY1:KTL-00042-8:3:20271122:<signature>
 *
 * member's number, issue, last day of validity, and the office's Ed25519 signature in base 32 (RFC 4648
 * section 6, no padding). Only what is printed on the card anyway, and all of it in QR's alphanumeric mode.
 * Base 32 rather than the slightly shorter base 45: its letters and digits survive a scanner that types on
 * a keyboard, lower case included.
 */
const QR = /^DNY1:([A-Z]{3}-\d{5,7}-\d):([1-9]\d{0,3}):(\d{4})(\d\d)(\d\d):([A-Z2-7]{103})$/i;
const HIGHEST_ISSUE = 9999;

/** What a card says of itself. */
export interface CardClaim {
  /** `KTL-00042-8` */
  readonly number: string;
  /** 1 for her first card, one more for each reprint; up to 9999. */
  readonly issue: number;
  /** The last day of validity, `YYYY-MM-DD`. */
  readonly validUntil: string;
}

/** A card as read; believed only once `isCardGenuine` says so. */
export interface CardRead extends CardClaim {
  /** The office that should have signed it. */
  readonly office: string;
  readonly signature: Uint8Array;
  /** The bytes that the signature covers. */
  readonly signed: Uint8Array;
}

/**
 * The QR text of a card.
 * @param seed the office's signing key
 * @throws RangeError when number, issue or day are not of their format
 */
export function sealCard(card: CardClaim, seed: Uint8Array): string {
  const { number, issue, validUntil } = card;
  const fits = Number.isInteger(issue) && issue >= 1 && issue <= HIGHEST_ISSUE;
  if (!fits || !MemberNumber.safeParse(number).success || !CalendarDate.safeParse(validUntil).success) {
    throw new RangeError("this card cannot be written");
  }
  const signature = encodeSignature(signRaw(seed, signedBytes(card)));
  return `DNY1:${number}:${issue}:${validUntil.replaceAll("-", "")}:${signature}`;
}

/**
 * Takes a QR text apart, as a camera saw it or a scanner typed it (blanks around it, any case).
 * @returns null when it is no card of this format
 */
export function readCard(text: string): CardRead | null {
  const [, number = "", issue, year, month, day, encoded = ""] = QR.exec(text.trim().toUpperCase()) ?? [];
  const validUntil = `${year}-${month}-${day}`;
  const signature = decodeSignature(encoded);
  if (!signature || !CalendarDate.safeParse(validUntil).success) return null;
  const claim = { number, issue: Number(issue), validUntil };
  return { ...claim, office: number.slice(0, 3), signature, signed: signedBytes(claim) };
}

/** Whether the office whose key this is signed the card. Says nothing on validity, loss or reprints. */
export function isCardGenuine(card: CardRead, publicKey: Uint8Array): boolean {
  return verifyRaw(publicKey, card.signed, card.signature);
}

/** Begins unlike an SSH signature's data (`SSHSIG`), as the office signs its bundles with the same key. */
function signedBytes({ number, issue, validUntil }: CardClaim): Uint8Array {
  return new TextEncoder().encode(`danaya-card/1\n${number}\n${issue}\n${validUntil}\n`);
}

/** 64 bytes in 103 characters. */
export function encodeSignature(signature: Uint8Array): string {
  return base32nopad.encode(signature);
}

/** Null for what no signature was written as: the decoder throws on stray bits in the last character. */
export function decodeSignature(text: string): Uint8Array | null {
  if (text === "") return null;
  try {
    return base32nopad.decode(text);
  } catch {
    return null;
  }
}
