import type { Language } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { showDay, showLongDay } from "../../domain/format.ts";

/** `2026-10` → `octobre 2026`, `October 2026`: a long day without its number. */
export function monthName(month: string, language: Language): string {
  return showLongDay(`${month}-02`, language).replace(/^2\s/, "");
}

/** As a title begins: `Octobre 2026`. */
export function monthTitle(month: string, language: Language): string {
  const name = monthName(month, language);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The month's name where the days are a whole month, otherwise both days joined by what `span` makes of them. */
export function periodName(
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
  span: (days: { from: string; to: string }) => string,
): string {
  const month = from.slice(0, 7);
  const isWhole = from.endsWith("-01") && to === addDays(addMonths(from, 1), -1);
  return isWhole ? monthName(month, language) : span({ from: showDay(from), to: showDay(to) });
}
