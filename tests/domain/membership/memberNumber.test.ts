import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemberNumber } from "../../../src/contract/primitives.ts";
import { memberNumber, readMemberNumber } from "../../../src/domain/membership/memberNumber.ts";

const office = fc.constantFrom("BKO", "KTL", "MPT", "SEG", "SKS", "KYS", "GAO", "MRL");
const counter = fc.integer({ min: 1, max: 9_999_999 });

describe("a member's number", () => {
  test("has the office, five digits or more, and a check digit", () => {
    expect(memberNumber("KTL", 42)).toBe("KTL-00042-6");
    fc.assert(
      fc.property(
        office,
        counter,
        (code, count) => MemberNumber.safeParse(memberNumber(code, count)).success,
      ),
    );
  });

  test("is read back as it was given", () => {
    fc.assert(
      fc.property(office, counter, (code, count) => {
        const number = memberNumber(code, count);
        expect(readMemberNumber(number)).toBe(number);
      }),
    );
  });

  test.each(["KTL-00042-6", "ktl-00042-6", " KTL 42 6 ", "ktl 42-6", "KTL000426", "KTL/00042/6", "KTL.42.6"])(
    "is read from « %s »",
    (typed) => {
      expect(readMemberNumber(typed)).toBe("KTL-00042-6");
    },
  );

  test.each([
    "",
    "KTL",
    "KTL-00042",
    "KTL-00042-",
    "00042-6",
    "KTLX-00042-6",
    "KTL-00042-6-1",
    "KTL-0004২-6",
    "KTL-0100000-7",
    "KTL-000042-6",
  ])("is not read from « %s »", (typed) => {
    expect(readMemberNumber(typed)).toBeNull();
  });

  test("with any one wrong digit is found out", () => {
    fc.assert(
      fc.property(office, counter, fc.nat(7), fc.integer({ min: 1, max: 9 }), (code, count, place, off) => {
        const number = memberNumber(code, count);
        const places = [...number].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
        const index = places[place % places.length] ?? 0;
        const digit = (Number(number[index]) + off) % 10;
        expect(readMemberNumber(`${number.slice(0, index)}${digit}${number.slice(index + 1)}`)).toBeNull();
      }),
    );
  });

  test("with two neighbours swapped is found out ninety-seven times of a hundred", () => {
    let swaps = 0;
    let missed = 0;
    for (let count = 1; count < 20_000; count += 3) {
      const digits = [...memberNumber("KTL", count).replace(/\D/g, "")];
      for (const [place, digit] of digits.entries()) {
        const next = digits[place + 1];
        if (next === undefined || next === digit) continue;
        const swapped = digits
          .with(place, next)
          .with(place + 1, digit)
          .join("");
        swaps += 1;
        if (readMemberNumber(`KTL-${swapped.slice(0, -1)}-${swapped.slice(-1)}`) !== null) missed += 1;
      }
    }
    expect(swaps).toBeGreaterThan(10_000);
    expect(missed / swaps).toBeLessThan(0.03);
  });
});
