import { useTranslation } from "react-i18next";
import type { Plan } from "../../../../src/contract/insurancePolicies.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import classes from "../plans/Plans.module.css";
import { ToConfirm } from "../plans/ToConfirm.tsx";

/** What she takes on with this plan, in a few lines. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation("insurance");
  const { terms } = plan;
  return (
    <div>
      <Facts>
        <Fact name={t("terms.contribution")}>
          <Amount francs={terms.contribution} /> {t(`periods.${terms.period}`)}
        </Fact>
        <Fact name={t("terms.registrationFee")}>
          <Amount francs={terms.registrationFee} />
        </Fact>
        <Fact name={t("terms.waiting")}>{t("terms.months", { count: terms.waitingMonths })}</Fact>
        <Fact name={t("terms.grace")}>{t("terms.days", { count: terms.graceDays })}</Fact>
      </Facts>
      {!plan.confirmed && (
        <div className={classes.note}>
          <ToConfirm />
        </div>
      )}
    </div>
  );
}
