import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sealCard } from "../../src/crypto/cardSeal.ts";
import {
  isCertificateGenuine,
  readCertificateText,
  sealCertificate,
} from "../../src/crypto/certificateSeal.ts";
import { publicKeyOf } from "../../src/crypto/signing.ts";

const seed = new Uint8Array(32).fill(7);
const publicKey = publicKeyOf(seed);
const certificate = { number: "KTL-D00012", issuedOn: "2026-11-23" };

const anyCertificate = fc.record({
  number: fc
    .tuple(fc.constantFrom("KTL", "BKO", "MRL"), fc.integer({ min: 1, max: 9_999_999 }))
    .map(([office, counter]) => `${office}-D${String(counter).padStart(5, "0")}`),
  issuedOn: fc
    .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});

const genuine = (text: string) => {
  const read = readCertificateText(text);
  return read !== null && isCertificateGenuine(read, publicKey);
};

describe("the certificate's QR text", () => {
  it("gives back what was sealed, and that the office sealed it", () => {
    fc.assert(
      fc.property(anyCertificate, (any) => {
        const text = sealCertificate(any, seed);
        expect(readCertificateText(text)).toMatchObject({ ...any, office: any.number.slice(0, 3) });
        expect(genuine(text)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("holds number, day and signature, nothing of whom it is for, in QR's alphanumeric characters", () => {
    const text = sealCertificate(certificate, seed);
    expect(text).toMatch(/^DNC1:KTL-D00012:20261123:[A-Z2-7]{103}$/);
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });

  it("is read as a scanner types it: lower case, blanks and a line break around it", () => {
    const text = sealCertificate(certificate, seed);
    for (const typed of [text.toLowerCase(), `  ${text}\r\n`]) expect(genuine(typed)).toBe(true);
  });

  it("is not genuine with any one character changed, missing or added", () => {
    const text = sealCertificate(certificate, seed);
    for (let at = 0; at < text.length; at += 1) {
      const changed = text[at] === "A" ? "B" : "A";
      expect(genuine(text.slice(0, at) + changed + text.slice(at + 1)), `changed at ${at}`).toBe(false);
      expect(genuine(text.slice(0, at) + text.slice(at + 1)), `missing at ${at}`).toBe(false);
    }
    expect(genuine(`${text}A`)).toBe(false);
  });

  it("is not genuine under another office's key, nor with the signature of a card", () => {
    const text = sealCertificate(certificate, seed);
    const read = readCertificateText(text);
    expect(read && isCertificateGenuine(read, publicKeyOf(new Uint8Array(32).fill(8)))).toBe(false);
    const card = sealCard({ number: "KTL-00042-8", issue: 1, validUntil: "2026-11-23" }, seed);
    expect(genuine(text.slice(0, -103) + card.slice(-103))).toBe(false);
  });

  it("is none when the day does not exist or the text is anything else", () => {
    const text = sealCertificate(certificate, seed);
    const card = sealCard({ number: "KTL-00042-8", issue: 1, validUntil: "2026-11-23" }, seed);
    for (const other of [
      "",
      "DNC1:",
      card,
      text.replace("20261123", "20260230"),
      text.replace("DNC1", "DNC2"),
    ])
      expect(readCertificateText(other)).toBeNull();
  });

  it("is never written for a number or day out of format", () => {
    for (const change of [{ number: "KTL-00042-8" }, { number: "KTL-D12" }, { issuedOn: "2026-02-30" }])
      expect(() => sealCertificate({ ...certificate, ...change }, seed)).toThrow(RangeError);
  });
});
