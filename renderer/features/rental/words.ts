import { useTranslation } from "react-i18next";
import type { CalendarDate, Language } from "../../../src/contract/primitives.ts";
import type { Charge, ChargeKey } from "../../../src/contract/rentalTerms.ts";
import { showDay } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";

/** `novembre 2026`, or `nov. 2026` where there is little room. @param month `2026-11` */
export function showMonth(month: string, language: Language, look: "long" | "short" = "long"): string {
  const words = new Intl.DateTimeFormat(language, { month: look, year: "numeric", timeZone: "UTC" });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}

/**
 * A rent's period as people say it: `novembre 2026`, `nov. 2026 – janv. 2027`. A period that is cut (the first, the
 * last) still goes by its months.
 */
export function showPeriod(from: CalendarDate, to: CalendarDate, language: Language): string {
  const first = from.slice(0, 7);
  const last = to.slice(0, 7);
  if (first === last) return showMonth(first, language);
  return `${showMonth(first, language, "short")} – ${showMonth(last, language, "short")}`;
}

/** The month by which a rent's or a charge's papers are printed: `rent:2026-03` → `2026-03`; null for the rest. */
export function monthOfKey(key: ChargeKey): string | null {
  return /^(?:rent|charges):(\d{4}-\d{2})$/.exec(key)?.[1] ?? null;
}

/** `Loyer, novembre 2026`; `Eau, du 02/10/2026 au 05/11/2026`. */
export function useChargeWords(): (charge: Pick<Charge, "kind" | "from" | "to">) => string {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  return ({ kind, from, to }) => {
    const isMetered = kind === "water" || kind === "power";
    const span = isMetered ? `${showDay(from)} → ${showDay(to)}` : showPeriod(from, to, language);
    return `${t(`charge.${kind}`)}, ${span}`;
  };
}

/** What a payment's part went to, when all that is known is its key: `Loyer, mars 2026`. */
export function useKeyWords(): (key: ChargeKey) => string {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  return (key) => {
    const [, penalty, kind, month] = /^(penalty:)?(rent|charges|water|power):(.*)$/.exec(key) ?? [];
    if (kind !== "rent" && kind !== "charges") return t(kind === "power" ? "charge.power" : "charge.water");
    return `${t(penalty ? "charge.penalty" : `charge.${kind}`)}, ${showMonth(month ?? "", language)}`;
  };
}

/** `2,5 %`: hundredths of a percent as people read them. */
export function showRate(rate: number, language: Language): string {
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(rate / 100);
  return language === "fr" ? `${percent}\u00a0%` : `${percent}%`;
}
