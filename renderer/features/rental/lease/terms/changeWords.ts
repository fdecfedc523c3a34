import { useTranslation } from "react-i18next";
import type { LeaseChange } from "../../../../../src/contract/rentalTerms.ts";
import { showDay, showFrancs } from "../../../../lib/format.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { showMonth, showRate } from "../../words.ts";

/** `Loyer de 60 000 F CFA dès le 01/01/2027`: a change in one sentence. */
export function useChangeWords(): (change: LeaseChange) => string {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const month = (day: string) => showMonth(day.slice(0, 7), language);
  return (change) => {
    if (change.kind === "revision") {
      const said = { rent: showFrancs(change.rent, language), from: showDay(change.from) };
      if (change.rate === null) return t("changes.revision", said);
      return t("changes.revisionRate", { ...said, rate: showRate(change.rate, language) });
    }
    if (change.kind === "rentFree") {
      if (change.from.slice(0, 7) === change.to.slice(0, 7))
        return t("changes.rentFreeFrom", { from: month(change.from) });
      return t("changes.rentFreeSpan", { from: month(change.from), to: month(change.to) });
    }
    if (change.endsOn === null) return t("changes.renewalNoEnd");
    return t("changes.renewal", { on: showDay(change.endsOn) });
  };
}
