import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemRandom } from "../../src/crypto/entropy.ts";
import { makeRecoveryCode, normalizeRecoveryCode } from "../../src/crypto/recoveryCode.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const code = fc.uint8Array({ minLength: 26, maxLength: 26 }).map((bytes) => makeRecoveryCode(() => bytes));

describe("the recovery code", () => {
  it("is seven groups of four characters that cannot be mistaken for others", () => {
    const made = makeRecoveryCode(systemRandom);
    expect(made).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(made).not.toBe(makeRecoveryCode(systemRandom));
  });

  it("keeps at least 128 bits of what it was given", () => {
    const codeOf = (bytes: Uint8Array) => makeRecoveryCode(() => bytes);
    const zero = codeOf(new Uint8Array(26));
    for (let at = 0; at < 26; at += 1) {
      const codes = new Set([zero]);
      for (let value = 0; value < 32; value += 1)
        codes.add(codeOf(new Uint8Array(26).fill(value, at, at + 1)));
      expect(codes.size).toBe(32);
    }
  });

  it("is recognised however a person types it", () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom("", " ", "-", " - ", "\u00a0", "–", "\n"),
        fc.boolean(),
        (made, gap, lower) => {
          const misread = made
            .replaceAll("-", gap)
            .replaceAll("0", "O")
            .replaceAll("1", lower ? "l" : "I");
          const typed = lower ? `  ${misread.toLowerCase()} ` : misread;
          expect(normalizeRecoveryCode(typed)).toBe(made);
        },
      ),
    );
  });

  it("shows every wrong character and every two neighbours swapped as a typing error", () => {
    fc.assert(
      fc.property(code, fc.nat(27), fc.integer({ min: 1, max: 31 }), (made, at, shift) => {
        const characters = [...made.replaceAll("-", "")];
        const here = characters[at] ?? "";
        const next = characters[at + 1] ?? here;
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(here) + shift) % 32);
        expect(normalizeRecoveryCode(characters.with(at, wrong).join(""))).toBeNull();
        if (next === here) return;
        expect(
          normalizeRecoveryCode(
            characters
              .with(at, next)
              .with(at + 1, here)
              .join(""),
          ),
        ).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it("refuses what is too short, too long or in another alphabet", () => {
    const made = makeRecoveryCode(systemRandom);
    for (const text of [
      "",
      "abc",
      made.slice(0, -1),
      `${made}0`,
      made.replace(/.$/, "U"),
      made.replace(/^./, "é"),
    ]) {
      expect(normalizeRecoveryCode(text)).toBeNull();
    }
  });

  it("is never made from a source that comes up short", () => {
    expect(() => makeRecoveryCode(() => new Uint8Array(8))).toThrow(RangeError);
  });
});
