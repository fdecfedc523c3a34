import { Button, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { today as todayNow } from "../../../lib/today.ts";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { AccountField } from "../AccountField.tsx";
import { ProjectField } from "../ProjectField.tsx";
import { useTillName, useTills } from "../useTills.ts";
import classes from "./Journal.module.css";
import { isNarrowed, type JournalView, usualView } from "./journalView.ts";
import { PeriodChoice } from "./PeriodChoice.tsx";

interface JournalFiltersProps {
  readonly view: JournalView;
  readonly onChange: (view: JournalView) => void;
}

export function JournalFilters({ view, onChange }: JournalFiltersProps) {
  const { office, ...ofOffice } = view;
  const change = (next: typeof office) =>
    onChange({ ...ofOffice, till: null, ...(next === undefined ? {} : { office: next }) });
  return (
    <>
      <div className={classes.tools}>
        <OfficeFilter value={office} onChange={change} />
        <PeriodChoice period={view.period} onChange={(period) => onChange({ ...view, period })} />
      </div>
      <div className={classes.tools}>
        <Narrowing view={view} onChange={onChange} />
      </div>
    </>
  );
}

function Narrowing({ view, onChange }: JournalFiltersProps) {
  const { t } = useTranslation("cashbook");
  const clear = () => onChange({ ...usualView(todayNow(), view.office), period: view.period });
  return (
    <>
      <SearchField
        label={t("filters.search")}
        width={225}
        text={view.text}
        onText={(text) => onChange({ ...view, text })}
      />
      {view.office !== "all" && <TillChoice view={view} onChange={onChange} />}
      <Select
        aria-label={t("filters.direction")}
        placeholder={t("filters.bothWays")}
        data={[
          { value: "in", label: t("filters.in") },
          { value: "out", label: t("filters.out") },
        ]}
        value={view.direction}
        onChange={(direction) =>
          onChange({ ...view, direction: direction === "in" || direction === "out" ? direction : null })
        }
        clearable
        w={135}
      />
      <AccountField
        aria-label={t("filters.account")}
        placeholder={t("filters.anyAccount")}
        value={view.account}
        onChange={(account) => onChange({ ...view, account })}
        clearable
        w={230}
      />
      <ProjectField
        aria-label={t("filters.project")}
        placeholder={t("filters.anyProject")}
        value={view.project}
        onChange={(project) => onChange({ ...view, project })}
        w={165}
      />
      {isNarrowed(view) && (
        <Button
          variant="subtle"
          size="compact-sm"
          mb={4}
          leftSection={<IconX size={14} aria-hidden />}
          onClick={clear}
        >
          {t("filters.clear")}
        </Button>
      )}
    </>
  );
}

function TillChoice({ view, onChange }: JournalFiltersProps) {
  const { t } = useTranslation("cashbook");
  const { tills } = useTills(view.office);
  const name = useTillName();
  // A place that was closed still has its past; the one that is chosen is always there.
  const used = tills.filter(({ vouchers, key, closed }) => vouchers > 0 || key === view.till || !closed);
  return (
    <Select
      aria-label={t("filters.till")}
      placeholder={t("filters.anyTill")}
      data={used.map((till) => ({ value: till.key, label: name(till) }))}
      value={view.till}
      onChange={(till) => onChange({ ...view, till })}
      clearable
      w={185}
    />
  );
}
