import { Group, Select, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { monthOf } from "../../../../src/domain/calendar.ts";
import { fiscalYearOf } from "../../../../src/domain/reporting/periods.ts";
import { useAsk } from "../../../lib/calls.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { IndicatorTabs } from "../indicators/IndicatorTabs.tsx";
import { showFiscalYear } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";
import { ReportingTabs } from "../ReportingTabs.tsx";
import { TargetsGrid } from "./TargetsGrid.tsx";
import { yearsAround } from "./targetsView.ts";

/** What is to be reached in a fiscal year, indicator by indicator. */
export function TargetsPage() {
  const { t } = useTranslation("reporting");
  const identity = useOfficeIdentity();
  const [office, setOffice] = useOfficeInAddress();
  const fiscalStart = useFiscalStart();
  const [year, setYear] = useYear(fiscalStart);
  const mayChange = useMay("reporting.targets");
  const targets = useAsk("reporting.targets", office === undefined ? { year } : { year, office });
  const forOffice: OfficeScope | undefined = office ?? identity?.code;
  return (
    <Page
      wide
      title={t("title")}
      subtitle={t("targets.subtitle")}
      action={<ListExport list="targets" office={office} what={t("targets.exported")} />}
    >
      <ReportingTabs />
      <IndicatorTabs />
      <Stack gap="md">
        <Group gap="xs">
          <Select
            aria-label={t("targets.year")}
            data={yearsAround(fiscalYearOf(monthOf(todayNow()), fiscalStart)).map((one) => ({
              value: String(one),
              label: t("targets.yearOf", { year: showFiscalYear(one, fiscalStart) }),
            }))}
            value={String(year)}
            onChange={(next) => next !== null && setYear(next)}
            allowDeselect={false}
            w={200}
          />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        {identity !== null && forOffice !== undefined && (
          <Asked of={targets}>
            {(found) => (
              <TargetsGrid
                key={`${year} ${forOffice}`}
                targets={found}
                whose={{ here: identity.code, forOffice }}
                year={year}
                mayChange={mayChange}
              />
            )}
          </Asked>
        )}
      </Stack>
    </Page>
  );
}

/** The fiscal year in the address; the running one where there is none. */
function useYear(fiscalStart: number) {
  const [address, setAddress] = useSearchParams();
  const read = address.get("year") ?? "";
  const year = /^2[01]\d\d$/.test(read) ? Number(read) : fiscalYearOf(monthOf(todayNow()), fiscalStart);
  const change = (next: string) => {
    const changed = new URLSearchParams(address);
    changed.set("year", next);
    setAddress(changed, { replace: true });
  };
  return [year, change] as const;
}
