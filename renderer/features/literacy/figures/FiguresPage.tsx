import { Group, SegmentedControl, Stack } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAsk } from "../../../lib/calls.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { LiteracyTabs } from "../LiteracyTabs.tsx";
import { FiguresTable } from "./FiguresTable.tsx";
import { type By, type Period, readBy, readPeriod, waysBy } from "./figuresView.ts";
import { Overall } from "./Overall.tsx";
import { PeriodFields } from "./PeriodFields.tsx";
import { YearPanel } from "./YearPanel.tsx";

/** Indicators of a period, all and one by one; below them the year with its targets. */
export function FiguresPage() {
  const { t } = useTranslation("literacy");
  const [office, setOffice] = useOfficeInAddress();
  const { period, by, ways, change } = useView();
  const whose = office === undefined ? period : { ...period, office };
  const overall = useAsk("literacy.figures", { ...whose, by: "all" }, { keepPrevious: true });
  const lines = useAsk("literacy.figures", { ...whose, by }, { keepPrevious: true });
  const figures = overall.data?.[0]?.figures;
  const isNothing = figures !== undefined && figures.cohorts === 0 && figures.enrolled === 0;
  return (
    <Page
      wide
      title={t("title")}
      subtitle={t("figures.subtitle")}
      action={
        <Group gap="sm" wrap="nowrap" style={{ flex: "none" }}>
          <ListExport list="certificates" office={office} label={t("figures.certificates")} />
          <ExportMenu
            operation="literacy.exportList"
            input={{ list: "figures", cohortId: null, ...whose }}
            codebook="figures"
            disabled={isNothing}
          />
          <PrintButton
            operation="literacy.printFigures"
            input={whose}
            label={t("figures.print")}
            variant="filled"
          />
        </Group>
      }
    >
      <LiteracyTabs />
      <Stack gap="lg">
        <Group align="flex-end" justify="space-between">
          <PeriodFields period={period} onChange={(next) => change({ ...next })} />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        {isNothing ? (
          <Empty icon={IconChartBar} title={t("figures.empty")} text={t("figures.emptyText")} />
        ) : (
          <>
            <Asked of={overall}>
              {([line]) => (line === undefined ? null : <Overall figures={line.figures} />)}
            </Asked>
            <Panel
              title={t("figures.table")}
              action={
                <SegmentedControl
                  aria-label={t("figures.byLabel")}
                  size="xs"
                  data={ways.map((value) => ({ value, label: t(`figures.by.${value}`) }))}
                  value={by}
                  onChange={(value) => change({ by: value as By })}
                />
              }
            >
              <Asked of={lines}>{(found) => <FiguresTable lines={found} by={by} />}</Asked>
            </Panel>
          </>
        )}
        <YearPanel year={Number(period.to.slice(0, 4))} office={office} />
      </Stack>
    </Page>
  );
}

/** Period and table live in the address; going back finds them. */
function useView() {
  const [address, setAddress] = useSearchParams();
  const ways = waysBy(useOfficeIdentity()?.headquarters ?? false);
  const change = (next: Partial<Period & { by: By }>) => {
    const changed = new URLSearchParams(address);
    const period = readPeriod(address, todayNow());
    for (const [name, value] of Object.entries({ ...period, ...next })) changed.set(name, value);
    setAddress(changed, { replace: true });
  };
  return { period: readPeriod(address, todayNow()), by: readBy(address, ways), ways, change };
}
