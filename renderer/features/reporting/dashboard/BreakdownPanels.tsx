import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { ReportTable } from "../../../../src/contract/reportingTerms.ts";
import type { Dashboard } from "../../../../src/contract/reportingViews.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { CellTable } from "../CellTable.tsx";
import { useBreakdownName, useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import classes from "./Dashboard.module.css";
import { tablesToShow } from "./dashboardView.ts";

interface BreakdownPanelsProps {
  readonly dashboard: Dashboard;
  readonly office: OfficeScope | undefined;
  readonly fiscalStart: number;
}

/** What the figures are made of: standing, age, category, account, office. */
export function BreakdownPanels({ dashboard, office, fiscalStart }: BreakdownPanelsProps) {
  const { t } = useTranslation("reporting");
  const tables = tablesToShow(dashboard.tables);
  if (tables.length === 0) return null;
  return (
    <section aria-label={t("dashboard.tables")} className={classes.tables}>
      {tables.map((table) => (
        <BreakdownPanel
          key={`${table.code} ${table.by}`}
          table={table}
          dashboard={dashboard}
          office={office}
          fiscalStart={fiscalStart}
        />
      ))}
    </section>
  );
}

interface BreakdownPanelProps extends BreakdownPanelsProps {
  readonly table: ReportTable;
}

function BreakdownPanel({ table, dashboard, office, fiscalStart }: BreakdownPanelProps) {
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  const breakdownName = useBreakdownName();
  const nameOf = usePeriodName(fiscalStart);
  const indicator = indicatorOf(table.code);
  if (indicator === undefined) return null;
  const { span, before } = dashboard;
  const columns = table.columns.map((period) => ({
    period,
    heading: nameOf(period),
    isWhole: period === span.name || !before.partial,
  }));
  return (
    <Panel
      title={t("dashboard.by", { name: wordOf(indicator.name), by: breakdownName(indicator, table.by) })}
    >
      <CellTable
        indicator={indicator}
        by={table.by}
        columns={columns}
        rows={table.rows}
        totals={table.totals}
        office={office}
      />
    </Panel>
  );
}
