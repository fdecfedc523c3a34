import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phoneDigits, readPhone, showPhone } from "../../src/domain/phone.ts";
import { PHONE_STYLES, phoneStyle } from "../support/registers.ts";

describe("a phone number", () => {
  it.each([
    ["97 92 17 42", "+22397921742"],
    ["53307666", "+22353307666"],
    ["86-82-36-01", "+22386823601"],
    ["20.22.33.44", "+22320223344"],
    ["+223 95 46 11 13", "+22395461113"],
    ["00223 99857531", "+22399857531"],
    ["00 223 99 85 75 31", "+22399857531"],
    ["223 76 12 34 56", "+22376123456"],
    ["Tél. : 76 12 34 56", "+22376123456"],
    ["76\u00a012\u00a034\u00a056", "+22376123456"],
    ["'+223 76 12 34 56", "+22376123456"],
    ["+225 07 08 09 10 11", "+2250708091011"],
    ["00226 70 12 34 56", "+22670123456"],
    ["+234 803 123 4567", "+2348031234567"],
  ])("%s is read", (text, e164) => {
    expect(readPhone(text)).toEqual({ e164, rest: "" });
  });

  it.each([
    "7776619",
    "901384",
    "",
    "-",
    "néant",
    "76 12 34 5O",
    "761234567",
    "00000000",
    "2.24E+10",
    "voir sa sœur",
  ])("%j is no number", (text) => {
    expect(readPhone(text)).toBeNull();
  });

  it.each([
    ["76 12 34 56 / 66 12 34 57", "66 12 34 57"],
    ["76123456/66123457", "66123457"],
    ["76 12 34 56 ou 66 12 34 57", "66 12 34 57"],
    ["76123456-66123457", "66123457"],
    ["76 12 34 56 66 12 34 57", "66123457"],
    ["76 12 34 56, 66 12 34 57, 50 00 00 01", "66 12 34 57 / 50 00 00 01"],
  ])("of two in one cell (%s) the first counts and the rest is kept", (text, rest) => {
    expect(readPhone(text)).toEqual({ e164: "+22376123456", rest });
  });

  it("is the same in every style a register writes it in, and shown in pairs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000_000, max: 99_999_999 }), phoneStyle, (number, style) => {
        const digits = String(number);
        const phone = readPhone(PHONE_STYLES[style](digits));
        expect(phone?.e164).toBe(`+223${digits}`);
        expect(showPhone(`+223${digits}`)).toBe(PHONE_STYLES.pairs(digits));
        expect(phoneDigits(`+223${digits}`)).toBe(digits);
        expect(readPhone(showPhone(`+223${digits}`))?.e164).toBe(`+223${digits}`);
      }),
    );
  });

  it("of another country is shown with its country and found by all its digits", () => {
    expect(showPhone("+2250708091011")).toBe("+225 07 08 09 1011");
    expect(phoneDigits("+2250708091011")).toBe("2250708091011");
    expect(readPhone(showPhone("+2250708091011"))?.e164).toBe("+2250708091011");
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readPhone(text)));
  });
});
