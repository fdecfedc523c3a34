const NO_BREAK_SPACE = "\u00a0";

interface Tree {
  readonly [key: string]: string | Tree;
}

/** The spaces of French print, which hold a sign to its word: before `: ; ! ? » %` and after `«`. */
export function withFrenchSpaces(text: string): string {
  return text.replace(/ (?=[:;!?»%])/g, NO_BREAK_SPACE).replace(/« /g, `«${NO_BREAK_SPACE}`);
}

/** A whole catalogue with such spaces: whoever writes a sentence need not think of them. */
export function spaced<T extends Tree>(catalogue: T): T {
  const entries = Object.entries(catalogue).map(([key, value]) => [
    key,
    typeof value === "string" ? withFrenchSpaces(value) : spaced(value),
  ]);
  // The same keys with the same kinds of values.
  return Object.fromEntries(entries) as T;
}
