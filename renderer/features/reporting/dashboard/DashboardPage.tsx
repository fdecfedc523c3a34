import { Button, Group, Stack } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { reportAddress } from "../addresses.ts";
import { PeriodChoice } from "../period/PeriodChoice.tsx";
import { usePeriod } from "../period/usePeriod.ts";
import { ReportingTabs } from "../ReportingTabs.tsx";
import { DashboardSheets } from "./DashboardSheets.tsx";

/** A period's figures beside those of the period before and its targets; charts, and what figures are made of. */
export function DashboardPage() {
  const { t } = useTranslation("reporting");
  const chosen = usePeriod();
  const [office, setOffice] = useOfficeInAddress();
  const mayIssue = useMay("reporting.issue");
  const { period, fiscalStart } = chosen;
  const input = office === undefined ? { period } : { period, office };
  const dashboard = useAsk("reporting.dashboard", input, { keepPrevious: true });
  // Another office writes its own reports.
  const writes = mayIssue && (office === undefined || office === "all");
  return (
    <Page
      wide
      title={t("title")}
      subtitle={t("dashboard.subtitle")}
      action={
        writes && (
          <Button
            component={Link}
            to={reportAddress(period, office === "all")}
            leftSection={<IconFileText size={18} aria-hidden />}
          >
            {t("dashboard.report")}
          </Button>
        )
      }
    >
      <ReportingTabs />
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <PeriodChoice chosen={chosen} />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        <Asked of={dashboard}>
          {(found) => <DashboardSheets dashboard={found} office={office} fiscalStart={fiscalStart} />}
        </Asked>
      </Stack>
    </Page>
  );
}
