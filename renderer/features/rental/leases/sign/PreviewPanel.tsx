import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../../../src/contract/primitives.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { useChargeWords } from "../../words.ts";
import { firstCharges, type LeaseValues } from "./leaseForm.ts";
import classes from "./Sign.module.css";

const SHOWN = 5;

interface PreviewPanelProps {
  readonly values: LeaseValues;
  readonly today: CalendarDate;
}

/** What the lease will ask for first, computed by the same rule as the office's own schedule. */
export function PreviewPanel({ values, today }: PreviewPanelProps) {
  const { t } = useTranslation("rental");
  const words = useChargeWords();
  const charges = firstCharges(values, today, SHOWN + 1);
  return (
    <Panel title={t("form.preview")}>
      {charges === null || charges.length === 0 ? (
        <p className={classes.soft}>{t("form.previewNone")}</p>
      ) : (
        <ul className={classes.lines}>
          {charges.slice(0, SHOWN).map((charge) => (
            <li key={charge.key} className={classes.line}>
              <span>
                {words(charge)}
                <div className={classes.soft}>
                  <Day iso={charge.dueOn} />
                </div>
              </span>
              <Amount francs={charge.amount} />
            </li>
          ))}
        </ul>
      )}
      {charges !== null && charges.length > SHOWN && <p className={classes.soft}>{t("form.previewMore")}</p>}
    </Panel>
  );
}
