import { useTranslation } from "react-i18next";
import type { Dashboard } from "../../../../src/contract/reportingViews.ts";
import { dashboardPictures } from "../../../../src/domain/reporting/reportPictures.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { ChartFigure } from "../../../ui/ChartFigure.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Dashboard.module.css";

/** The pictures that the report shows too, each with its table behind. */
export function ChartsPanel({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const pictures = dashboardPictures(dashboard, language);
  if (pictures.length === 0) return null;
  return (
    <Panel title={t("dashboard.charts")}>
      <div className={classes.charts}>
        {pictures.map(({ key, picture }) => (
          <ChartFigure key={key} picture={picture} height={220} />
        ))}
      </div>
    </Panel>
  );
}
