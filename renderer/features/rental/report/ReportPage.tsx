import { Button, Group, Select, Stack } from "@mantine/core";
import { IconReportAnalytics } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { RentalReport } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { refusalIn, useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { RentalTabs } from "../RentalTabs.tsx";
import { MonthSelect } from "../roll/MonthChoice.tsx";
import { monthAfter, monthsAround, readMonth } from "../roll/monthSteps.ts";
import { ReportPanels } from "./ReportPanels.tsx";

/** A report looks back: a year unless somebody asks for another span. */
const YEAR_BACK = -11;
const PAST = 120;

/** The span stands in the address; going back finds it. */
function useSpan() {
  const [address, setAddress] = useSearchParams();
  const running = todayNow().slice(0, 7);
  const to = readMonth(address.get("to"), running);
  const from = readMonth(address.get("from"), monthAfter(running, YEAR_BACK));
  const write = (name: "from" | "to") => (month: string) => {
    const changed = new URLSearchParams(address);
    changed.set(name, month);
    setAddress(changed, { replace: true });
  };
  return { from, to, setFrom: write("from"), setTo: write("to") };
}

/** How far the premises were let and what they brought in, month by month. */
export function ReportPage() {
  const { t } = useTranslation("rental");
  const words = useRefusalText();
  const { from, to, setFrom, setTo } = useSpan();
  const [office, setOffice] = useOfficeInAddress();
  const [premisesId, setPremisesId] = useState<Id | null>(null);
  const [months] = useState(() => monthsAround(todayNow(), 0, PAST));
  const isTurned = from > to;
  const input = office === undefined ? { from, to } : { from, to, office };
  const answer = useAsk("rental.report", input, { enabled: !isTurned, keepPrevious: true });
  const refused = refusalIn(answer.error);
  const atFrom = refused?.field === "from" || refused?.field === "to" ? words(refused) : null;
  const premises = answer.data?.premises ?? [];
  return (
    <Page
      wide
      title={t("title")}
      subtitle={t("report.subtitle")}
      action={
        premises.length > 0 &&
        !isTurned && (
          <PrintButton
            operation="rental.printReport"
            input={input}
            label={t("report.print")}
            variant="filled"
          />
        )
      }
    >
      <RentalTabs />
      <Stack gap="lg">
        <Group gap="sm" align="flex-end">
          <MonthSelect
            label={t("report.from")}
            labelled
            month={from}
            months={months}
            error={isTurned ? t("report.spanWrong") : atFrom}
            onChange={setFrom}
          />
          <MonthSelect label={t("report.to")} labelled month={to} months={months} onChange={setTo} />
          <OfficeFilter value={office} onChange={setOffice} />
          {premises.length > 1 && (
            <PremisesChoice premises={premises} chosen={premisesId} onChoose={setPremisesId} />
          )}
        </Group>
        {!isTurned && atFrom === null && (
          <Asked of={answer}>
            {(report) =>
              report.premises.length === 0 ? (
                <NothingYet />
              ) : (
                <ReportPanels report={report} premisesId={stillThere(premisesId, report)} />
              )
            }
          </Asked>
        )}
      </Stack>
    </Page>
  );
}

/** Of another office's report the chosen premises are not part. */
function stillThere(chosen: Id | null, { premises }: RentalReport): Id | null {
  return premises.some(({ id }) => id === chosen) ? chosen : null;
}

interface PremisesChoiceProps {
  readonly premises: RentalReport["premises"];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id | null) => void;
}

function PremisesChoice({ premises, chosen, onChoose }: PremisesChoiceProps) {
  const { t } = useTranslation("rental");
  return (
    <Select
      label={t("report.premises")}
      placeholder={t("report.allPremises")}
      data={premises.map(({ id, code }) => ({ value: id, label: code }))}
      value={chosen}
      onChange={onChoose}
      clearable
      searchable
      w={210}
    />
  );
}

function NothingYet() {
  const { t } = useTranslation("rental");
  return (
    <Empty
      icon={IconReportAnalytics}
      title={t("report.empty")}
      text={t("report.emptyText")}
      action={
        <Button component={Link} to="/rental" variant="default">
          {t("report.toBoard")}
        </Button>
      }
    />
  );
}
