import { useTranslation } from "react-i18next";
import { useLocation, useSearchParams } from "react-router";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { Page } from "../../../ui/Page.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { dashboardAddress, type FigureKey } from "../addresses.ts";
import { useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";
import { RecordsList } from "./RecordsList.tsx";
import { cameFrom, readFigure } from "./recordsView.ts";
import { useGroupName } from "./useGroupName.ts";

/** The records and vouchers behind one figure. */
export function RecordsPage() {
  const { t } = useTranslation("reporting");
  const [address] = useSearchParams();
  const [office] = useOfficeInAddress();
  const figure = readFigure(address, office);
  const indicator = figure === null ? undefined : indicatorOf(figure.code);
  if (figure === null || indicator === undefined) {
    return (
      <Page title={t("records.title")} back={{ to: dashboardAddress({}), label: t("tabs.dashboard") }}>
        <Notice>{t("records.unknown")}</Notice>
      </Page>
    );
  }
  return <FigureRecords figure={figure} indicator={indicator} />;
}

interface FigureRecordsProps {
  readonly figure: FigureKey;
  readonly indicator: Indicator;
}

function FigureRecords({ figure, indicator }: FigureRecordsProps) {
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  const nameOf = usePeriodName(useFiscalStart());
  const group = useGroupName(figure);
  const from = cameFrom(useLocation().state) ?? dashboardAddress(figure);
  const isBoard = !from.startsWith("/reporting/indicators");
  const about = [
    group,
    nameOf(figure.period),
    figure.office === "all" ? t("records.allOffices") : figure.office,
  ];
  return (
    <Page
      wide
      filling
      title={wordOf(indicator.name)}
      subtitle={about.filter(Boolean).join(" · ")}
      back={{ to: from, label: t(isBoard ? "tabs.dashboard" : "tabs.indicators") }}
    >
      <RecordsList figure={figure} indicator={indicator} />
    </Page>
  );
}
