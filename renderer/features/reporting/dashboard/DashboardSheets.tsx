import { Button } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { Dashboard } from "../../../../src/contract/reportingViews.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { AREAS } from "../indicatorWords.ts";
import { AreaPanel } from "./AreaPanel.tsx";
import { BreakdownPanels } from "./BreakdownPanels.tsx";
import classes from "./Dashboard.module.css";
import { areaFigures, hasAnything } from "./dashboardView.ts";
import { OfficesPanel } from "./OfficesPanel.tsx";
import { Remarks } from "./Remarks.tsx";

// The chart library is large: read from the slow disk only by whoever looks at figures.
const ChartsPanel = lazy(() => import("./ChartsPanel.tsx").then((found) => ({ default: found.ChartsPanel })));

interface DashboardSheetsProps {
  readonly dashboard: Dashboard;
  readonly office: OfficeScope | undefined;
  readonly fiscalStart: number;
}

/** The figures by area, then the charts, then the tables. */
export function DashboardSheets({ dashboard, office, fiscalStart }: DashboardSheetsProps) {
  const period = dashboard.span.name;
  if (!hasAnything(dashboard)) return <NothingYet />;
  return (
    <>
      <Remarks dashboard={dashboard} fiscalStart={fiscalStart} />
      <div className={classes.areas}>
        {AREAS.map((area) => ({ area, figures: areaFigures(dashboard.figures, area) }))
          .filter(({ figures }) => figures.length > 0)
          .map(({ area, figures }) => (
            <AreaPanel key={area} area={area} figures={figures} period={period} office={office} />
          ))}
      </div>
      <OfficesPanel tables={dashboard.tables} period={period} />
      <Suspense fallback={null}>
        <ChartsPanel dashboard={dashboard} />
      </Suspense>
      <BreakdownPanels dashboard={dashboard} office={office} fiscalStart={fiscalStart} />
    </>
  );
}

/** Before the first entry: what will be here, and how to begin. */
function NothingYet() {
  const { t } = useTranslation("reporting");
  return (
    <Empty
      icon={IconChartBar}
      title={t("dashboard.empty")}
      text={t("dashboard.emptyText")}
      action={
        <Button component={Link} to="/" variant="default">
          {t("dashboard.toToday")}
        </Button>
      }
    />
  );
}
