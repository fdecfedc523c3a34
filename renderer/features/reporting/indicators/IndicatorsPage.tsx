import { Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { PeriodChoice } from "../period/PeriodChoice.tsx";
import { usePeriod } from "../period/usePeriod.ts";
import { ReportingTabs } from "../ReportingTabs.tsx";
import { CodebookButton } from "./CodebookButton.tsx";
import { IndicatorList } from "./IndicatorList.tsx";
import { IndicatorTabs } from "./IndicatorTabs.tsx";

/** Everything that is counted: what it means, and what it is in the period. */
export function IndicatorsPage() {
  const { t } = useTranslation("reporting");
  const chosen = usePeriod();
  const [office, setOffice] = useOfficeInAddress();
  const [text, setText] = useState("");
  const mayExport = useMay("reporting.export");
  const { period, fiscalStart } = chosen;
  const asked = {
    codes: [],
    from: period,
    to: period,
    by: null,
    ...(office === undefined ? {} : { office }),
  };
  const table = useAsk("reporting.indicators", asked, { keepPrevious: true });
  return (
    <Page
      wide
      title={t("title")}
      subtitle={t("indicators.subtitle")}
      action={
        <Group gap="xs" wrap="nowrap">
          <CodebookButton />
          {mayExport && <ExportMenu operation="reporting.exportIndicators" input={asked} />}
        </Group>
      }
    >
      <ReportingTabs />
      <IndicatorTabs />
      <Stack gap="md">
        <Group gap="xs">
          <SearchField label={t("indicators.search")} text={text} onText={setText} width={260} />
          <PeriodChoice chosen={chosen} />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        <Asked of={table}>
          {(found) => (
            <IndicatorList
              table={found}
              text={text}
              period={period}
              office={office}
              fiscalStart={fiscalStart}
              onClear={() => setText("")}
            />
          )}
        </Asked>
      </Stack>
    </Page>
  );
}
