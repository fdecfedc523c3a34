import { useTranslation } from "react-i18next";
import type { Instant } from "../../../src/contract/primitives.ts";
import { showCount, showDay } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";

/** `Le siège a tout jusqu’au 12/11/2026 ; 43 écritures pas encore confirmées.` */
export function useStandingWords(): (until: Instant | null, unconfirmed: number) => string {
  const { t } = useTranslation("sync");
  const language = useLanguage();
  return (until, unconfirmed) => {
    const values = { count: unconfirmed, shown: showCount(unconfirmed, language) };
    if (until === null) return t("standing.nothing", values);
    const day = showDay(until);
    return unconfirmed === 0 ? t("standing.all", { day }) : t("standing.upTo", { ...values, day });
  };
}
