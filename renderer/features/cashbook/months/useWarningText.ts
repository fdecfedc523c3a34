import { useTranslation } from "react-i18next";
import type { MonthBook, MonthWarning } from "../../../../src/contract/cashbookTerms.ts";
import { showDay, showFrancs } from "../../../lib/format.ts";
import { showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useTills } from "../useTills.ts";

/** A warning in words: places and months by name, days and amounts as they are written. */
export function useWarningText(book: MonthBook): (warning: MonthWarning) => string {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const { nameOf } = useTills(book.office);
  return ({ code, till, values }) => {
    const francs = values.amount ?? values.balance;
    return t(`warnings.text.${code}`, {
      count: Number(values.vouchers ?? values.missing ?? 0),
      number: values.number ?? values.after,
      on: values.on === undefined ? "" : showDay(String(values.on)),
      amount: francs === undefined ? "" : showFrancs(Number(francs), language),
      till: till === null ? "" : nameOf(till, book.office),
      month: showMonth(String(values.month ?? book.month), language),
    });
  };
}
