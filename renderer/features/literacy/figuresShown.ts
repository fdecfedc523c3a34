import type { Rate } from "../../../src/contract/literacyTerms.ts";
import type { Language } from "../../../src/contract/primitives.ts";
import { showCount } from "../../lib/format.ts";

const MINUTES = 60;
const HUNDREDTHS = 100;

/** `87 %`, half up; `—` where there is nothing to divide by. @param rate hundredths of a percent */
export function showRate(rate: Rate, language: Language): string {
  if (rate === null) return "—";
  const percent = Math.floor((rate * 2 + HUNDREDTHS) / (HUNDREDTHS * 2));
  return language === "fr" ? `${percent}\u00a0%` : `${percent}%`;
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
