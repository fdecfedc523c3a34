import { spaced } from "../../renderer/lib/frenchSpaces.ts";
import { english, french } from "../../renderer/lib/resources.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Every sentence of a catalogue under its dotted key, with its area: `office:today.title`. */
export function sentencesOf(catalogue: Readonly<Record<string, Tree>>): Map<string, string> {
  const found = new Map<string, string>();
  function walk(tree: Tree, prefix: string): void {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") found.set(`${prefix}${key}`, value);
      else walk(value, `${prefix}${key}.`);
    }
  }
  for (const [area, tree] of Object.entries(catalogue)) walk(tree, `${area}:`);
  return found;
}

export const inFrench = sentencesOf(spaced(french));
export const inEnglish = sentencesOf(english);

/** The values that a sentence asks for: `{{count}}`. */
export function valuesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").sort();
}
