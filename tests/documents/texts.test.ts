import { describe, expect, it } from "vitest";
import { documentTexts } from "../../src/documents/texts/documentTexts.ts";
import { EN } from "../../src/documents/texts/en.ts";
import { FR } from "../../src/documents/texts/fr.ts";
import { FORBIDDEN } from "./forbidden.ts";

/** Every text under its dotted key. */
function leaves(texts: unknown, key = ""): [string, string][] {
  if (typeof texts === "string") return [[key, texts]];
  return Object.entries(texts ?? {}).flatMap(([name, inner]) => leaves(inner, `${key}.${name}`));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("what the papers say", () => {
  it("is said in both languages, with the same values filled in", () => {
    const english = new Map(leaves(EN));
    expect([...english.keys()]).toEqual(leaves(FR).map(([key]) => key));
    for (const [key, text] of leaves(FR))
      expect(placeholders(english.get(key) ?? "")).toEqual(placeholders(text));
  });

  it("is never empty and never tells what the members do", () => {
    for (const [, text] of [...leaves(FR), ...leaves(EN)]) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(FORBIDDEN);
    }
  });

  it("keeps French punctuation with its word", () => {
    for (const [, text] of leaves(documentTexts("fr"))) {
      expect(text).not.toMatch(/[ \w][;!?:»]|« /u);
      expect(text).not.toContain("'");
    }
  });
});
