import type { Rate } from "../../contract/literacyTerms.ts";
import type { CalendarDate, Language } from "../../contract/primitives.ts";
import { showCount, showLongDay } from "../../domain/format.ts";

const NONE = "—";
const MINUTES = 60;
const HUNDREDTHS = 100;

export function showPercent(percent: number | null, language: Language): string {
  if (percent === null) return NONE;
  return language === "fr" ? `${percent}\u00a0%` : `${percent}%`;
}

/** Whole percent, half up, as on the screen. @param rate hundredths of a percent */
export function showRate(rate: Rate, language: Language): string {
  return showPercent(rate === null ? null : Math.floor((rate * 2 + HUNDREDTHS) / (HUNDREDTHS * 2)), language);
}

/** `150 h`, `2 h 30`. */
export function showHours(minutes: number, language: Language): string {
  const hours = showCount(Math.floor(minutes / MINUTES), language);
  const rest = minutes % MINUTES;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}

/** `08:30` → `8 h 30` in French, `8:30` in English. */
export function showTime(time: string, language: Language): string {
  const [hour = "", minute = ""] = time.split(":");
  if (language === "en") return `${Number(hour)}:${minute}`;
  return minute === "00" ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** Which letter of months 1 to 12 stands below a bar. @param month `YYYY-MM` */
export function monthInitial(month: string, language: Language): string {
  const day: CalendarDate = `${month}-02`;
  return (
    showLongDay(day, language)
      .replace(/^2\s/, "")
      .match(/\p{L}+/u)?.[0] ?? ""
  )
    .slice(0, 1)
    .toUpperCase();
}

/** Parts of a list, each of at most `size`; at least one. */
export function portions<T>(all: readonly T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(all.length / size));
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}
