import { Button, Group } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCircleCheck, IconUserSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PolicyRow } from "../../../../src/contract/insurancePolicies.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Name, Private } from "../../../ui/Name.tsx";
import { Page } from "../../../ui/Page.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { CollectDialog } from "../collect/CollectDialog.tsx";
import { isFoundBy } from "../foundBy.ts";
import { InsuranceTabs } from "../InsuranceTabs.tsx";
import { overdueColumn, personColumns, planColumn, stateColumn } from "../policies/policyColumns.tsx";
import classes from "./Reminders.module.css";

/** Whom to call about late contributions, the worst first. */
export function RemindersPage() {
  const { t } = useTranslation("insurance");
  const reminders = useAsk("insurance.reminders", {});
  return (
    <Page wide filling title={t("title")} subtitle={t("reminders.subtitle")}>
      <InsuranceTabs />
      <Asked of={reminders}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon={IconCircleCheck} title={t("reminders.empty")} text={t("reminders.emptyText")} />
          ) : (
            <ReminderList rows={rows} />
          )
        }
      </Asked>
    </Page>
  );
}

function ReminderList({ rows }: { readonly rows: readonly PolicyRow[] }) {
  const { t } = useTranslation("insurance");
  const [text, setText] = useState("");
  // Held here, not in the row: a policy that was paid leaves the list while its receipt is still on screen.
  const [collecting, setCollecting] = useState<PolicyRow | null>(null);
  const columns = useReminderColumns(setCollecting);
  const found = rows.filter((row) => isFoundBy(row, text));
  const overdue = found.reduce((sum, row) => sum + row.overdue, 0);
  return (
    <div className={classes.page}>
      <Group>
        <SearchField label={t("filters.search")} text={text} onText={setText} />
      </Group>
      {found.length === 0 ? (
        <Empty icon={IconUserSearch} title={t("policies.nothing")} text={t("policies.nothingText")} />
      ) : (
        <div className={classes.table}>
          <VirtualTable
            label={t("tabs.reminders")}
            columns={columns}
            count={found.length}
            rowAt={(index) => found[index]}
            foot={
              <span>
                {t("reminders.total")} <Amount francs={overdue} />
              </span>
            }
          />
        </div>
      )}
      {collecting && <CollectDialog policy={collecting} onClose={() => setCollecting(null)} />}
    </div>
  );
}

function useReminderColumns(onCollect: (policy: PolicyRow) => void) {
  const { t } = useTranslation("insurance");
  const mayCollect = useMay("insurance.collect");
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  return useMemo<TableColumn<PolicyRow>[]>(() => {
    const [name, number] = personColumns(t);
    const collect: TableColumn<PolicyRow> = {
      id: "collect",
      heading: t("columns.action"),
      width: "7.2rem",
      align: "right",
      cell: (row) => (
        <Button
          size="compact-sm"
          aria-label={t("collect.goOf", { number: row.number })}
          onClick={() => onCollect(row)}
        >
          {t("collect.go")}
        </Button>
      ),
    };
    return [
      ...(name ? [{ ...name, cell: (row: PolicyRow) => <PolicyLink row={row} /> }] : []),
      ...(number ? [number] : []),
      {
        id: "phone",
        heading: t("columns.phone"),
        width: "8rem",
        cell: (row) => (
          <span className="numerals">
            <Private>{showPhone(row.phone)}</Private>
          </span>
        ),
      },
      ...(narrow ? [] : [planColumn(t)]),
      stateColumn(t),
      {
        id: "late",
        heading: t("columns.late"),
        width: "6.4rem",
        align: "right",
        cell: (row) => t("reminders.days", { count: row.lateDays }),
      },
      overdueColumn(t),
      ...(mayCollect ? [collect] : []),
    ];
  }, [t, mayCollect, narrow, onCollect]);
}

function PolicyLink({ row }: { readonly row: PolicyRow }) {
  return (
    <Link to={`/insurance/policies/${row.id}`} className={classes.link}>
      <Name surname={row.surname} firstNames={row.firstNames} />
    </Link>
  );
}
