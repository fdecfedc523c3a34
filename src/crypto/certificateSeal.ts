import { CalendarDate } from "../contract/primitives.ts";
import { decodeSignature, encodeSignature } from "./cardSeal.ts";
import { signRaw, verifyRaw } from "./signing.ts";

/**
 * The text in a certificate's QR code:
 *
 *     DNC1:KTL-D00012:20261123:<signature>
 *
 * number, day of issue, and the signature of the office's card key, written as on a card. Nothing of whom it is for.
 */
const QR = /^DNC1:([A-Z]{3}-D\d{5,7}):(\d{4})(\d\d)(\d\d):([A-Z2-7]{103})$/i;
const NUMBER = /^[A-Z]{3}-D\d{5,7}$/;

/** What a certificate says of itself. */
export interface CertificateClaim {
  /** `KTL-D00012` */
  readonly number: string;
  readonly issuedOn: CalendarDate;
}

/** A certificate as read; believed only once `isCertificateGenuine` says so. */
export interface CertificateRead extends CertificateClaim {
  /** The office that should have signed it. */
  readonly office: string;
  readonly signature: Uint8Array;
  /** The bytes that the signature covers. */
  readonly signed: Uint8Array;
}

/**
 * The QR text of a certificate.
 * @param seed the office's signing key of cards
 * @throws RangeError when number or day are not of their format
 */
export function sealCertificate(claim: CertificateClaim, seed: Uint8Array): string {
  const { number, issuedOn } = claim;
  if (!NUMBER.test(number) || !CalendarDate.safeParse(issuedOn).success)
    throw new RangeError("this certificate cannot be written");
  const signature = encodeSignature(signRaw(seed, signedBytes(claim)));
  return `DNC1:${number}:${issuedOn.replaceAll("-", "")}:${signature}`;
}

/**
 * Takes a QR text apart, as a camera saw it or a scanner typed it (blanks around it, any case).
 * @returns null when it is no certificate of this format
 */
export function readCertificateText(text: string): CertificateRead | null {
  const [, number = "", year, month, day, encoded = ""] = QR.exec(text.trim().toUpperCase()) ?? [];
  const issuedOn = `${year}-${month}-${day}`;
  const signature = decodeSignature(encoded);
  if (!signature || !CalendarDate.safeParse(issuedOn).success) return null;
  const claim = { number, issuedOn };
  return { ...claim, office: number.slice(0, 3), signature, signed: signedBytes(claim) };
}

/** Whether the office whose key this is signed the certificate. */
export function isCertificateGenuine(read: CertificateRead, publicKey: Uint8Array): boolean {
  return verifyRaw(publicKey, read.signed, read.signature);
}

/** Under a heading of its own, so that no card's signature passes for a certificate's. */
function signedBytes({ number, issuedOn }: CertificateClaim): Uint8Array {
  return new TextEncoder().encode(`danaya-certificate/1\n${number}\n${issuedOn}\n`);
}
