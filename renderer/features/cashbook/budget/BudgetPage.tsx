import { Group, Select, Stack } from "@mantine/core";
import { IconTargetArrow } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BudgetUse } from "../../../../src/contract/cashbookTerms.ts";
import type { CalendarDate, OfficeScope } from "../../../../src/contract/primitives.ts";
import { yearOf } from "../../../../src/domain/calendar.ts";
import { useAsk } from "../../../lib/calls.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { CashTabs } from "../CashTabs.tsx";
import { dayTyped } from "../formFaults.ts";
import { ProjectField } from "../ProjectField.tsx";
import { AddBudgetLine } from "./AddBudgetLine.tsx";
import classes from "./Budget.module.css";
import { BudgetTable } from "./BudgetTable.tsx";

interface BudgetView {
  readonly year: number;
  readonly on: CalendarDate;
  readonly project: string | null;
}

/** What the year was to bring and cost, and what it has so far. */
export function BudgetPage() {
  const { t } = useTranslation("cashbook");
  const [today] = useState(todayNow);
  const [view, setView] = useState<BudgetView>({ year: yearOf(today), on: today, project: null });
  const [office, setOffice] = useOfficeInAddress();
  const input = office === undefined ? view : { ...view, office };
  const budget = useAsk("cashbook.budget", input, { keepPrevious: true });
  const mayPlan = useMay("cashbook.budget") && office === undefined;
  return (
    <Page
      wide
      title={t("title")}
      subtitle={t("budget.subtitle")}
      action={
        <Group gap="sm" wrap="nowrap">
          <ListExport list="budget" office={office} what={t("budget.exported")} />
          <PrintButton
            operation="cashbook.printBudget"
            input={input}
            label={t("budget.print")}
            variant="filled"
          />
        </Group>
      }
    >
      <CashTabs />
      <Stack gap="lg">
        <div className={classes.tools}>
          <OfficeFilter value={office} onChange={setOffice} />
          <BudgetChoice view={view} today={today} onChange={setView} />
        </div>
        <Asked of={budget}>
          {(lines) => <Lines lines={lines} view={view} office={office} mayPlan={mayPlan} />}
        </Asked>
      </Stack>
    </Page>
  );
}

interface LinesProps {
  readonly lines: readonly BudgetUse[];
  readonly view: BudgetView;
  readonly office: OfficeScope | undefined;
  readonly mayPlan: boolean;
}

function Lines({ lines, view, office, mayPlan }: LinesProps) {
  const { t } = useTranslation("cashbook");
  const sides = (["income", "expense", "balance"] as const)
    .map((side) => ({ side, ofSide: lines.filter((line) => line.side === side) }))
    .filter(({ ofSide }) => ofSide.length > 0);
  return (
    <>
      {lines.length === 0 && (
        <Empty
          icon={IconTargetArrow}
          title={t("budget.empty", { year: view.year })}
          text={t(mayPlan ? "budget.emptyText" : "budget.emptyElsewhere")}
        />
      )}
      {sides.map(({ side, ofSide }) => (
        <Panel key={side} title={t(`sides.${side}`)}>
          <BudgetTable
            lines={ofSide}
            year={view.year}
            withOffice={office === "all"}
            withProject={view.project === null}
            mayPlan={mayPlan}
          />
        </Panel>
      ))}
      {mayPlan && <AddBudgetLine year={view.year} project={view.project} />}
    </>
  );
}

interface BudgetChoiceProps {
  readonly view: BudgetView;
  readonly today: CalendarDate;
  readonly onChange: (view: BudgetView) => void;
}

const YEARS_BACK = 4;

/** The year, up to which day, and for which project. */
function BudgetChoice({ view, today, onChange }: BudgetChoiceProps) {
  const { t } = useTranslation("cashbook");
  const [typed, setTyped] = useState(() => dayAsTyped(view.on));
  const present = yearOf(today);
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, at) => String(present + 1 - at));
  const chooseYear = (chosen: string | null) => {
    const year = Number(chosen);
    const on = year === present ? today : `${year}-12-31`;
    setTyped(dayAsTyped(on));
    onChange({ ...view, year, on });
  };
  return (
    <>
      <Select
        label={t("budget.year")}
        data={years}
        value={String(view.year)}
        onChange={chooseYear}
        allowDeselect={false}
        w={100}
      />
      <DateField
        className={classes.day ?? ""}
        label={t("budget.on")}
        inputWrapperOrder={["label", "input", "error"]}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          const on = dayTyped(text, `${view.year}-12-31`);
          if (on !== null && text.length >= 8 && yearOf(on) === view.year) onChange({ ...view, on });
        }}
      />
      <ProjectField
        label={t("project")}
        placeholder={t("filters.anyProject")}
        value={view.project}
        onChange={(project) => onChange({ ...view, project })}
        w={230}
      />
    </>
  );
}
