import { useTranslation } from "react-i18next";
import type { MonthState } from "../../../../src/contract/cashbookTerms.ts";
import classes from "./Months.module.css";

/** Where a month stands, in a word. */
export function MonthBadge({ state }: { readonly state: MonthState }) {
  const { t } = useTranslation("cashbook");
  return <span className={`${classes.badge} ${classes[state]}`}>{t(`months.states.${state}`)}</span>;
}
