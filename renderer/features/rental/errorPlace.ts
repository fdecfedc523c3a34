/**
 * Which of the fields on screen an error belongs to: `terms.rent` is `rent`, `terms.premises.0.share` is
 * `premises`. Null when none of them is meant.
 */
export function errorPlace(path: string | undefined, fields: readonly string[]): string | null {
  if (path === undefined) return null;
  const parts = path.split(".");
  for (let start = 0; start < parts.length; start += 1) {
    for (let end = parts.length; end > start; end -= 1) {
      const part = parts.slice(start, end).join(".");
      if (fields.includes(part)) return part;
    }
  }
  return null;
}
