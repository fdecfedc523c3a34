import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { IconCalendarWeek, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useAsk } from "../../../lib/calls.ts";
import { showDay } from "../../../lib/format.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { readSpan, type Span, shifted, weekOf } from "../attendance/sheetSpan.ts";
import { LiteracyTabs } from "../LiteracyTabs.tsx";
import { useSessionChanges } from "./useSessionChanges.ts";
import { WeekTable } from "./WeekTable.tsx";

/** Every class' sessions from Monday to Sunday: to enter, to call off, to print for. */
export function WeekPage() {
  const { t } = useTranslation("literacy");
  const [address, setAddress] = useSearchParams();
  const span = weekOf(readSpan(address, todayNow()).from);
  const [office, setOffice] = useOfficeInAddress();
  const week = useAsk("literacy.week", office === undefined ? span : { ...span, office });
  const mayEnter = useMay("literacy.enter") && office === undefined;
  const { changes, refusal } = useSessionChanges();
  const go = ({ from }: Span) => {
    const changed = new URLSearchParams(address);
    if (from === weekOf(todayNow()).from) changed.delete("from");
    else changed.set("from", from);
    setAddress(changed, { replace: true });
  };
  return (
    <Page wide title={t("title")} subtitle={t("week.subtitle")}>
      <LiteracyTabs />
      <Stack gap="md">
        <Group>
          <WeekChoice span={span} onChange={go} />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        <RefusalNotice refusal={refusal} />
        <Asked of={week}>
          {(cohorts) =>
            cohorts.length === 0 ? (
              <Empty
                icon={IconCalendarWeek}
                title={t("week.empty")}
                text={t("week.emptyText")}
                action={
                  <Button component={Link} to="/literacy" variant="default">
                    {t("week.toClasses")}
                  </Button>
                }
              />
            ) : (
              <Panel flush>
                <WeekTable cohorts={cohorts} span={span} changes={mayEnter ? changes : null} />
              </Panel>
            )
          }
        </Asked>
      </Stack>
    </Page>
  );
}

interface WeekChoiceProps {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}

function WeekChoice({ span, onChange }: WeekChoiceProps) {
  const { t } = useTranslation("literacy");
  const current = weekOf(todayNow());
  return (
    <Group gap={6}>
      <ActionIcon variant="default" aria-label={t("week.before")} onClick={() => onChange(shifted(span, -1))}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Text fw={600} className="numerals" aria-live="polite">
        {t("week.span", { from: showDay(span.from), to: showDay(span.to) })}
      </Text>
      <ActionIcon variant="default" aria-label={t("week.after")} onClick={() => onChange(shifted(span, 1))}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      {span.from !== current.from && (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(current)}>
          {t("week.current")}
        </Button>
      )}
    </Group>
  );
}
