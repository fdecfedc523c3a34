import { ActionIcon, Button, Group, SegmentedControl, Select } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PeriodKind } from "../../../../src/contract/reportingTerms.ts";
import { kindOf, periodOn, shiftPeriod } from "../../../../src/domain/reporting/periods.ts";
import { asKind, periodsToChoose } from "./periodSteps.ts";
import { usePeriodName } from "./periodWords.ts";
import type { ChosenPeriod } from "./usePeriod.ts";

interface PeriodChoiceProps {
  readonly chosen: ChosenPeriod;
  /** Which kinds of periods there are to choose from; all when left out. */
  readonly kinds?: readonly PeriodKind[];
}

/** Month, quarter or year: the one before, the one after, any of the list, or the running one. */
export function PeriodChoice({ chosen, kinds = PeriodKind.options }: PeriodChoiceProps) {
  const { t } = useTranslation("reporting");
  const { period, change, today, fiscalStart } = chosen;
  const nameOf = usePeriodName(fiscalStart);
  const kind = kindOf(period);
  const running = periodOn(today, kind, fiscalStart);
  return (
    <Group gap="xs">
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label={t("period.kind")}
          size="sm"
          data={kinds.map((value) => ({ value, label: t(`period.kinds.${value}`) }))}
          value={kind}
          onChange={(next) => change(asKind(period, PeriodKind.parse(next), today, fiscalStart))}
        />
      )}
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("period.before")}
          onClick={() => change(shiftPeriod(period, -1))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Select
          aria-label={t("period.label")}
          data={periodsToChoose(period, today, fiscalStart).map((value) => ({ value, label: nameOf(value) }))}
          value={period}
          onChange={(next) => next !== null && change(next)}
          allowDeselect={false}
          w={210}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("period.after")}
          disabled={period >= running}
          onClick={() => change(shiftPeriod(period, 1))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
      {period !== running && (
        <Button variant="subtle" size="sm" onClick={() => change(running)}>
          {t(`period.running.${kind}`)}
        </Button>
      )}
    </Group>
  );
}
