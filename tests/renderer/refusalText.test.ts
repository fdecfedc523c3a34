import { describe, expect, test } from "vitest";
import { REFUSAL_CODES } from "../../src/contract/refusals.ts";
import { REFUSALS_EN } from "../../src/contract/texts/refusals.en.ts";
import { REFUSALS_FR } from "../../src/contract/texts/refusals.fr.ts";
import { refusalText } from "../../src/contract/texts/refusalText.ts";
import { valuesIn } from "./catalogues.ts";

describe("the sentence of a refusal", () => {
  test("reads well without any value", () => {
    for (const code of REFUSAL_CODES) {
      for (const language of ["fr", "en"] as const) {
        const sentence = refusalText(language, { code });
        expect(sentence).toMatch(/^\p{Lu}.*[.?!…]$/u);
        expect(sentence).not.toMatch(/[[\]{}]|undefined| {2}| [.,](\s|$)/);
      }
    }
  });

  test("asks for the same values in both languages", () => {
    for (const code of REFUSAL_CODES)
      expect({ code, values: valuesIn(REFUSALS_EN[code]) }).toEqual({
        code,
        values: valuesIn(REFUSALS_FR[code]),
      });
  });

  test("says how long to wait when the service says it", () => {
    expect(refusalText("fr", { code: "access.tooManyTries", values: { seconds: 20 } })).toBe(
      "Trop d’essais manqués. Attendez 20 secondes avant de recommencer.",
    );
  });

  test("leaves out a part whose value is missing", () => {
    expect(refusalText("fr", { code: "access.tooManyTries" })).toBe(
      "Trop d’essais manqués. Attendez avant de recommencer.",
    );
  });

  test("groups the digits of large numbers and leaves years alone", () => {
    const about = { code: "import.tooManyColumns", values: { columns: 100000, max: 2000 } } as const;
    expect(refusalText("fr", about)).toContain("100\u202f000, alors que 2000");
    expect(refusalText("en", about)).toContain("100,000, where 2000");
  });

  test("never puts a value where another sentence could be smuggled in", () => {
    const text = refusalText("fr", { code: "sync.forAnotherOffice", values: { office: "{{office}} [[x]]" } });
    expect(text).toContain("{{office}} [[x]]");
  });
});
