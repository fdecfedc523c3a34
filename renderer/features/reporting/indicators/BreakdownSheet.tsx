import { SegmentedControl, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { Breakdown } from "../../../../src/contract/reportingTerms.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { CellTable } from "../CellTable.tsx";
import { capital, useBreakdownName } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import type { ChosenPeriod } from "../period/usePeriod.ts";
import { groupRows } from "./groupRows.ts";

interface BreakdownSheetProps {
  readonly indicator: Indicator;
  readonly chosen: ChosenPeriod;
  readonly office: OfficeScope | undefined;
  readonly breakdown: {
    readonly by: Breakdown;
    readonly ways: readonly Breakdown[];
    readonly change: (by: Breakdown) => void;
  };
}

/** What the figure is made of: by age, by its own groups, by donor, by office. */
export function BreakdownSheet({ indicator, chosen, office, breakdown }: BreakdownSheetProps) {
  const { t } = useTranslation("reporting");
  const breakdownName = useBreakdownName();
  const nameOf = usePeriodName(chosen.fiscalStart);
  const { by, ways, change } = breakdown;
  const { period } = chosen;
  const whose = office === undefined ? {} : { office };
  const table = useAsk(
    "reporting.indicators",
    { codes: [indicator.code], from: period, to: period, by, ...whose },
    { keepPrevious: true },
  );
  return (
    <Panel
      title={t("indicators.byOne", { by: breakdownName(indicator, by) })}
      action={
        ways.length > 1 && (
          <SegmentedControl
            aria-label={t("indicators.by")}
            size="xs"
            data={ways.map((value) => ({ value, label: capital(breakdownName(indicator, value)) }))}
            value={by}
            onChange={(next) => change(Breakdown.parse(next))}
          />
        )
      }
    >
      <Asked of={table}>
        {(found) => {
          const { rows, totals } = groupRows(found);
          // The answer before, of another way to divide, stays until the new one is there.
          if (rows.length === 0) return <Text c="dimmed">{t("indicators.noGroups")}</Text>;
          return (
            <CellTable
              indicator={indicator}
              by={found.by ?? by}
              columns={found.columns.map((column) => ({
                period: column.name,
                heading: nameOf(column.name),
                isWhole: column.name === period || !column.partial,
              }))}
              rows={rows}
              {...(totals === null ? {} : { totals })}
              office={office}
            />
          );
        }}
      </Asked>
    </Panel>
  );
}
