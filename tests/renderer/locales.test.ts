import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { french } from "../../renderer/lib/resources.ts";
import { inEnglish, inFrench, valuesIn } from "./catalogues.ts";

const RENDERER = new URL("../../renderer/", import.meta.url);

const AREAS = Object.keys(french);

/** French writes 1 000 000 with `many`; English has no such form. */
const FORMS = ["zero", "one", "many", "other"];

function withoutForm(key: string): string {
  const cut = key.lastIndexOf("_");
  return FORMS.includes(key.slice(cut + 1)) ? key.slice(0, cut) : key;
}

function keysOf(sentences: Map<string, string>): string[] {
  return [...new Set([...sentences.keys()].map(withoutForm))].sort();
}

/** `t("area:key")` and `t("key")` with what the file's `useTranslation` names first, as written in the sources. */
function usedKeys(): { file: string; key: string }[] {
  const files = readdirSync(RENDERER, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, RENDERER), "utf8");
      const areas = [...source.matchAll(/useTranslation\(\[?"(\w+)"/g)].map((match) => match[1] ?? "");
      return [...source.matchAll(/\bt\(\s*"([\w:.]+)"/g)].map((match) => {
        const key = match[1] ?? "";
        // A key without its area may mean any area that the file names (all, when `t` is handed to it): tsc
        // checks which.
        const named = areas.length > 0 ? areas : AREAS;
        const known = key.includes(":") ? [key] : named.map((area) => `${area}:${key}`);
        const found = known.find((candidate) => keysOf(inFrench).includes(candidate));
        return { file, key: found ?? known[0] ?? key };
      });
    });
}

describe("what the screen says", () => {
  test("has a sentence in English for every French one, and none besides", () => {
    expect(keysOf(inEnglish)).toEqual(keysOf(inFrench));
    expect(inFrench.size).toBeGreaterThan(200);
  });

  test("asks for the same values in both languages", () => {
    for (const [key, sentence] of inFrench) {
      const other = inEnglish.get(key);
      if (other !== undefined)
        expect({ key, values: valuesIn(other) }).toEqual({ key, values: valuesIn(sentence) });
    }
  });

  test("never leaves a sentence empty", () => {
    const empty = [...inFrench, ...inEnglish].filter(([, sentence]) => sentence.trim() === "");
    expect(empty).toEqual([]);
  });

  test("writes French with its own typography", () => {
    const careless = [...inFrench].filter(
      ([, sentence]) => / [:;!?»]|« | {2}|'/.test(sentence) || /\.\.\./.test(sentence),
    );
    expect(careless).toEqual([]);
  });

  test("uses no key that the catalogue does not have", () => {
    const known = new Set(keysOf(inFrench));
    const used = usedKeys();
    expect(used.length).toBeGreaterThan(150);
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
  });
});
