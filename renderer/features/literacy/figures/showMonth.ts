import type { Language } from "../../../../src/contract/primitives.ts";

/** `novembre 2026`, or `nov.` where there is little room. @param month `2026-11` */
export function showMonth(month: string, language: Language, look: "long" | "short" = "long"): string {
  const year = look === "long" ? ({ year: "numeric" } as const) : {};
  const words = new Intl.DateTimeFormat(language, { month: look, ...year, timeZone: "UTC" });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}
