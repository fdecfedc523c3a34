import { useTranslation } from "react-i18next";
import type { Dashboard } from "../../../../src/contract/reportingViews.ts";
import { daysBetween } from "../../../../src/domain/calendar.ts";
import { showDay } from "../../../lib/format.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { usePeriodName } from "../period/periodWords.ts";
import classes from "./Dashboard.module.css";

interface RemarksProps {
  readonly dashboard: Dashboard;
  readonly fiscalStart: number;
}

/** What the figures are compared with, and what is missing from them. What a role does not read is not spoken of. */
export function Remarks({ dashboard: { span, before, omitted, incomplete }, fiscalStart }: RemarksProps) {
  const { t } = useTranslation("reporting");
  const nameOf = usePeriodName(fiscalStart);
  const officeName = useOfficeName();
  const isWithheld = omitted.some(({ why }) => why === "tier");
  return (
    <div className={classes.remarks}>
      <p>
        {span.partial
          ? t("dashboard.comparedPart", {
              to: showDay(span.to),
              count: daysBetween(before.from, before.to) + 1,
              period: nameOf(before.name),
            })
          : t("dashboard.compared", { period: nameOf(before.name) })}
      </p>
      {incomplete.length > 0 && (
        <p className={classes.incomplete}>
          {t("dashboard.incomplete", {
            count: incomplete.length,
            offices: incomplete.map(officeName).join(", "),
          })}
        </p>
      )}
      {isWithheld && <p>{t("dashboard.withheld")}</p>}
    </div>
  );
}
