import type { Language } from "../../contract/primitives.ts";
import { showCount } from "../format.ts";

/** With as many decimals as it has, two at most: `1 250`, `62,5`. */
export function showNumber(value: number, language: Language): string {
  const hundredths = Math.round(Math.abs(value) * 100);
  const whole = showCount(Math.floor(hundredths / 100), language);
  const part = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const sign = value < 0 && hundredths > 0 ? "−" : "";
  const comma = language === "fr" ? "," : ".";
  return `${sign}${whole}${part === "" ? "" : `${comma}${part}`}`;
}
