import { Stack } from "@mantine/core";
import { IconBuildingCommunity } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addToMonth, monthOf } from "../../../../src/domain/calendar.ts";
import { useAsk } from "../../../lib/calls.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ReportingTabs } from "../ReportingTabs.tsx";
import { monthsUpTo } from "./completenessView.ts";
import { MonthMatrix } from "./MonthMatrix.tsx";
import { OutliersPanel } from "./OutliersPanel.tsx";

/** At headquarters: which office has sent which month, and figures that are far from their office's own past. */
export function CompletenessPage() {
  const { t } = useTranslation(["reports", "reporting"]);
  const [today] = useState(todayNow);
  const [last, setLast] = useState(() => monthOf(today));
  const span = monthsUpTo(last, today);
  const completeness = useAsk("reporting.completeness", span, { keepPrevious: true });
  return (
    <Page wide title={t("reporting:title")} subtitle={t("completeness.subtitle")}>
      <ReportingTabs />
      <Stack gap="md">
        <Asked of={completeness}>
          {(found) =>
            found.offices.length === 0 ? (
              <Empty
                icon={IconBuildingCommunity}
                title={t("completeness.empty")}
                text={t("completeness.emptyText")}
              />
            ) : (
              <MonthMatrix
                found={found}
                isLatest={span.to === monthOf(today)}
                onMove={(months) => setLast(addToMonth(span.to, months))}
              />
            )
          }
        </Asked>
        <OutliersPanel today={today} />
      </Stack>
    </Page>
  );
}
