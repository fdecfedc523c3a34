import { describe, expect, it } from "vitest";
import { amountInWords } from "../../src/domain/amountInWords.ts";

describe("an amount in French words", () => {
  it.each([
    [0, "zéro franc CFA"],
    [1, "un franc CFA"],
    [2, "deux francs CFA"],
    [21, "vingt et un francs CFA"],
    [71, "soixante et onze francs CFA"],
    [80, "quatre-vingts francs CFA"],
    [81, "quatre-vingt-un francs CFA"],
    [91, "quatre-vingt-onze francs CFA"],
    [100, "cent francs CFA"],
    [200, "deux cents francs CFA"],
    [205, "deux cent cinq francs CFA"],
    [1_000, "mille francs CFA"],
    [2_500, "deux mille cinq cents francs CFA"],
    [80_000, "quatre-vingt mille francs CFA"],
    [200_000, "deux cent mille francs CFA"],
    [1_000_000, "un million de francs CFA"],
    [1_200_000, "un million deux cent mille francs CFA"],
    [80_000_000, "quatre-vingts millions de francs CFA"],
    [200_000_000, "deux cents millions de francs CFA"],
    [1_000_000_000, "un milliard de francs CFA"],
  ])("%i is spelt as schools teach it", (amount, words) => {
    expect(amountInWords(amount, "fr")).toBe(words);
  });
});

describe("an amount in English words", () => {
  it("counts one franc and many francs", () => {
    expect(amountInWords(1, "en")).toBe("one CFA franc");
    expect(amountInWords(2_505, "en")).toBe("two thousand five hundred and five CFA francs");
  });
});

describe("an amount in words", () => {
  it.each([-1, 2.5, Number.NaN, 1_000_000_001])("refuses %d", (amount) => {
    expect(() => amountInWords(amount, "fr")).toThrow(RangeError);
  });
});
