import { Group, Stack } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { useWordOf } from "../indicatorWords.ts";
import { PeriodChoice } from "../period/PeriodChoice.tsx";
import { type ChosenPeriod, usePeriod } from "../period/usePeriod.ts";
import { BreakdownSheet } from "./BreakdownSheet.tsx";
import { FigureSheet } from "./FigureSheet.tsx";
import classes from "./Indicators.module.css";
import { useBreakdown } from "./useBreakdown.ts";

const MonthsSheet = lazy(() => import("./MonthsSheet.tsx").then((found) => ({ default: found.MonthsSheet })));

const BACK = "/reporting/indicators";

/** One indicator: what it means, its months, and what it is made of. */
export function IndicatorPage() {
  const { t } = useTranslation("reporting");
  const indicator = indicatorOf(useParams().code ?? "");
  const chosen = usePeriod();
  if (indicator === undefined) {
    return (
      <Page title={t("tabs.indicators")} back={{ to: BACK, label: t("tabs.indicators") }}>
        <Notice>{t("records.unknown")}</Notice>
      </Page>
    );
  }
  return <KnownIndicator key={indicator.code} indicator={indicator} chosen={chosen} />;
}

interface KnownIndicatorProps {
  readonly indicator: Indicator;
  readonly chosen: ChosenPeriod;
}

function KnownIndicator({ indicator, chosen }: KnownIndicatorProps) {
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  const [office, setOffice] = useOfficeInAddress();
  const { by } = useBreakdown(indicator);
  const { period } = chosen;
  const whole = useAsk("reporting.indicators", askedOf(indicator, period, office), { keepPrevious: true });
  const back = { to: `${BACK}?${new URLSearchParams({ period, ...(office ? { office } : {}) })}` };
  return (
    <Page
      wide
      title={wordOf(indicator.name)}
      back={{ ...back, label: t("tabs.indicators") }}
      action={<Exports indicator={indicator} period={period} by={by} office={office} />}
    >
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <PeriodChoice chosen={chosen} />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        <Asked of={whole}>
          {(table) => (
            <>
              <FigureSheet indicator={indicator} table={table} chosen={chosen} office={office} />
              {table.rows.length > 0 && (
                <Sheets
                  indicator={indicator}
                  chosen={chosen}
                  office={office}
                  target={table.rows[0]?.target}
                />
              )}
            </>
          )}
        </Asked>
      </Stack>
    </Page>
  );
}

interface SheetsProps extends KnownIndicatorProps {
  readonly office: OfficeScope | undefined;
  readonly target: number | null | undefined;
}

/** Its months, and beside them what it is made of where it can be divided. */
function Sheets({ indicator, chosen, office, target = null }: SheetsProps) {
  const { by, ways, change } = useBreakdown(indicator);
  const about = { indicator, chosen, office };
  return (
    <div className={by === null ? "" : classes.sheets}>
      <Suspense fallback={null}>
        <MonthsSheet {...about} target={target} />
      </Suspense>
      {by !== null && <BreakdownSheet {...about} breakdown={{ by, ways, change }} />}
    </div>
  );
}

function askedOf({ code }: Indicator, period: string, office: OfficeScope | undefined) {
  return { codes: [code], from: period, to: period, by: null, ...(office === undefined ? {} : { office }) };
}

interface ExportsProps {
  readonly indicator: Indicator;
  readonly period: string;
  readonly by: ReturnType<typeof useBreakdown>["by"];
  readonly office: OfficeScope | undefined;
}

/** The table as it stands on the page, as a file. */
function Exports({ indicator, period, by, office }: ExportsProps) {
  if (!useMay("reporting.export")) return null;
  const input = { ...askedOf(indicator, period, office), by };
  return <ExportMenu operation="reporting.exportIndicators" input={input} codebook="indicators" />;
}
