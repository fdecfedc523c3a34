import { Button, Loader, Stack, Text } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { RentalReport } from "../../../../src/contract/rentalViews.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { showMonth } from "../words.ts";
import { FiguresTable } from "./FiguresTable.tsx";
import { monthsOf, occupancyOf, premisesSums, type Sums, sumOf } from "./reportFigures.ts";

// The chart library is half as large as all the rest: read from the slow disk only by whoever looks at a chart.
const OccupancyChart = lazy(() =>
  import("./ReportCharts.tsx").then((all) => ({ default: all.OccupancyChart })),
);
const IncomeChart = lazy(() => import("./ReportCharts.tsx").then((all) => ({ default: all.IncomeChart })));

type Months = ReturnType<typeof monthsOf>;

interface ReportPanelsProps {
  readonly report: RentalReport;
  /** Null for all premises. */
  readonly premisesId: Id | null;
}

/** Occupancy and income by month, and each of the premises over all months. */
export function ReportPanels({ report, premisesId }: ReportPanelsProps) {
  const months = monthsOf(report, premisesId);
  return (
    <Stack gap="lg">
      <Occupancy months={months} />
      <Income months={months} />
      {premisesId === null && <ByPremises report={report} />}
    </Stack>
  );
}

interface ChartPanelProps {
  readonly title: string;
  readonly text: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

/** A chart with its figures behind it. */
function ChartPanel({ title, text, chart, table }: ChartPanelProps) {
  const { t } = useTranslation("rental");
  const [figures, setFigures] = useState(false);
  return (
    <Panel
      title={title}
      text={text}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconTable size={16} aria-hidden />}
          aria-expanded={figures}
          aria-label={`${title} : ${t(figures ? "report.hideFigures" : "report.showFigures")}`}
          onClick={() => setFigures(!figures)}
        >
          {t(figures ? "report.hideFigures" : "report.showFigures")}
        </Button>
      }
    >
      <Suspense fallback={<Loader size="sm" />}>{chart}</Suspense>
      {figures && table}
    </Panel>
  );
}

function Occupancy({ months }: { readonly months: Months }) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const rateOf = useRate();
  const cells = (sums: Sums) => [
    showCount(sums.daysLet, language),
    showCount(sums.days, language),
    rateOf(sums),
  ];
  return (
    <ChartPanel
      title={t("report.occupancy")}
      text={t("report.occupancyText")}
      chart={<OccupancyChart months={months} />}
      table={
        <FiguresTable
          label={t("report.occupancy")}
          headings={[t("report.month"), t("report.daysLet"), t("report.days"), t("report.rate")]}
          rows={months.map((one) => ({
            key: one.month,
            name: showMonth(one.month, language),
            cells: cells(one),
          }))}
          total={{ name: t("report.total"), cells: cells(sumOf(months)) }}
        />
      }
    />
  );
}

/** What stands under « Demandé », « Encaissé » and « Écart ». */
function moneyCells({ asked, received }: Sums): ReactNode[] {
  return [
    <Amount key="asked" francs={asked} />,
    <Amount key="received" francs={received} />,
    <Amount key="gap" francs={received - asked} />,
  ];
}

function Income({ months }: { readonly months: Months }) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  return (
    <ChartPanel
      title={t("report.income")}
      text={t("report.incomeText")}
      chart={<IncomeChart months={months} />}
      table={
        <FiguresTable
          label={t("report.income")}
          headings={[t("report.month"), t("report.asked"), t("report.received"), t("report.gap")]}
          rows={months.map((one) => ({
            key: one.month,
            name: showMonth(one.month, language),
            cells: moneyCells(one),
          }))}
          total={{ name: t("report.total"), cells: moneyCells(sumOf(months)) }}
        />
      }
    />
  );
}

function ByPremises({ report }: { readonly report: RentalReport }) {
  const { t } = useTranslation("rental");
  const rateOf = useRate();
  const all = premisesSums(report);
  const isMany = report.office === "all";
  return (
    <Panel title={t("report.byPremises")}>
      <FiguresTable
        label={t("report.byPremises")}
        headings={[
          t("report.premises"),
          t("report.rate"),
          t("report.asked"),
          t("report.received"),
          t("report.gap"),
        ]}
        rows={all.map((one) => ({
          key: one.id,
          name: (
            <>
              {one.code}{" "}
              <Text span inherit c="dimmed" fw={400}>
                {[t(`kinds.${one.kind}`), ...(isMany ? [one.office] : [])].join(" · ")}
              </Text>
            </>
          ),
          cells: [rateOf(one), ...moneyCells(one)],
        }))}
        total={{
          name: t("report.total"),
          cells: [rateOf(sumOf(all)), ...moneyCells(sumOf(all))],
        }}
      />
    </Panel>
  );
}

/** `83 %`; a dash where nothing could be let. */
function useRate(): (sums: Sums) => string {
  const { t } = useTranslation("rental");
  return (sums) => {
    const rate = occupancyOf(sums);
    return rate === null ? "—" : t("report.percent", { rate });
  };
}
