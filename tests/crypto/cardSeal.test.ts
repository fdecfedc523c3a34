import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCardGenuine, readCard, sealCard } from "../../src/crypto/cardSeal.ts";
import { publicKeyOf, signRaw } from "../../src/crypto/signing.ts";

const seed = new Uint8Array(32).fill(7);
const publicKey = publicKeyOf(seed);
const card = { number: "KTL-00042-8", issue: 3, validUntil: "2027-11-22" };

const anyCard = fc.record({
  number: fc
    .tuple(fc.constantFrom("KTL", "BKO", "MRL"), fc.integer({ min: 1, max: 9_999_999 }), fc.nat(9))
    .map(([office, counter, check]) => `${office}-${String(counter).padStart(5, "0")}-${check}`),
  issue: fc.integer({ min: 1, max: 9999 }),
  validUntil: fc
    .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});

const genuine = (text: string) => {
  const read = readCard(text);
  return read !== null && isCardGenuine(read, publicKey);
};

describe("the card's QR text", () => {
  it("gives back what was sealed, and that the office sealed it", () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        const read = readCard(sealCard(any, seed));
        expect(read).toMatchObject({ ...any, office: any.number.slice(0, 3) });
        expect(read && isCardGenuine(read, publicKey)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("holds number, issue, validity and signature, nothing else, in QR's alphanumeric characters", () => {
    const text = sealCard(card, seed);
    expect(text).toMatch(/^DNY1:KTL-00042-8:3:20271122:[A-Z2-7]{103}$/);
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    // Version 6 at error correction M holds 154 alphanumeric characters.
    expect(text.length).toBeLessThanOrEqual(154);
  });

  it("is read as a scanner types it: lower case, blanks and a line break around it", () => {
    const text = sealCard(card, seed);
    for (const typed of [text.toLowerCase(), `  ${text}\r\n`, `\t${text.toLowerCase()} `]) {
      expect(genuine(typed)).toBe(true);
    }
  });

  it("is not genuine with any one character changed, missing or added", () => {
    const text = sealCard(card, seed);
    for (let at = 0; at < text.length; at += 1) {
      const changed = text[at] === "A" ? "B" : "A";
      expect(genuine(text.slice(0, at) + changed + text.slice(at + 1)), `changed at ${at}`).toBe(false);
      expect(genuine(text.slice(0, at) + text.slice(at + 1)), `missing at ${at}`).toBe(false);
      expect(genuine(text.slice(0, at)), `cut at ${at}`).toBe(false);
    }
    expect(genuine(`${text}A`)).toBe(false);
  });

  it("is not genuine under another office's key", () => {
    const read = readCard(sealCard(card, seed));
    expect(read && isCardGenuine(read, publicKeyOf(new Uint8Array(32).fill(8)))).toBe(false);
  });

  it("signs under a heading of its own, so that no other signature of the office passes for a card's", () => {
    const read = readCard(sealCard(card, seed));
    expect(Buffer.from(read?.signed ?? []).toString()).toBe("danaya-card/1\nKTL-00042-8\n3\n2027-11-22\n");
    const bare = signRaw(seed, Buffer.from("KTL-00042-8\n3\n2027-11-22\n"));
    expect(read && isCardGenuine({ ...read, signature: bare }, publicKey)).toBe(false);
  });

  it("is no card when the day does not exist or the text is anything else", () => {
    const text = sealCard(card, seed);
    const others = [
      "",
      "DNY1:",
      "https://example.org",
      text.replace("20271122", "20270230"),
      text.replace("DNY1", "DNY2"),
    ];
    for (const other of others) expect(readCard(other)).toBeNull();
  });

  it("is never written for a number, issue or day out of format", () => {
    const wrong = [
      { number: "KTL-42" },
      { issue: 0 },
      { issue: 1.5 },
      { issue: 10_000 },
      { validUntil: "2027-02-30" },
    ];
    for (const change of wrong) expect(() => sealCard({ ...card, ...change }, seed)).toThrow(RangeError);
  });
});
