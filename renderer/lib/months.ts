import type { CalendarDate, Language } from "../../src/contract/primitives.ts";
import { addMonths } from "../../src/domain/calendar.ts";

/** `novembre 2026`, or `nov. 26` where there is little room. @param month `2026-11` */
export function showMonth(month: string, language: Language, look: "long" | "short" = "long"): string {
  const year = look === "long" ? "numeric" : "2-digit";
  const words = new Intl.DateTimeFormat(language, { month: look, year, timeZone: "UTC" });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}

/** The last `count` months, the running one first: `2026-11`, `2026-10`… */
export function lastMonths(today: CalendarDate, count: number): string[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, ago) => addMonths(first, -ago).slice(0, 7));
}

/** `d’octobre 2026`, `de novembre 2026`; `of October 2026`. */
export function ofMonth(month: string, language: Language): string {
  const name = showMonth(month, language);
  if (language === "en") return `of ${name}`;
  return /^[aeiouâéèêîôû]/i.test(name) ? `d’${name}` : `de ${name}`;
}
