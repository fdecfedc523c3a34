import { Badge, Button, Group, Stack, Table } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Account, AccountSide } from "../../../../src/contract/cashbookTerms.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { ListExport } from "../../../ui/ListExport.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useChart } from "../useChart.ts";
import { AccountDialog } from "./AccountDialog.tsx";

type Edited = Account | "new" | null;

/** The chart of accounts: what money can be for, with the numbers that the accountant's software takes. */
export function ChartPage() {
  const { t } = useTranslation("cashbook");
  const { accounts } = useChart();
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const mayChange = useMay("cashbook.chart") && headquarters;
  const [edited, setEdited] = useState<Edited>(null);
  const toConfirm = accounts.filter(({ confirmed }) => !confirmed).length;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <p style={{ color: "var(--ink-soft)", maxWidth: "65ch" }}>
          {t(headquarters ? "chart.intro" : "chart.introElsewhere")}
          {toConfirm > 0 && ` ${t("chart.toConfirm", { count: toConfirm })}`}
        </p>
        <Group gap="sm" wrap="nowrap" style={{ flex: "none" }}>
          <ListExport list="accounts" />
          {mayChange && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited("new")}>
              {t("chart.new")}
            </Button>
          )}
        </Group>
      </Group>
      {AccountSide.options.map((side) => (
        <Panel key={side} title={t(`sides.${side}`)}>
          <AccountTable
            accounts={accounts.filter((account) => account.side === side)}
            onEdit={mayChange ? setEdited : null}
          />
        </Panel>
      ))}
      {edited !== null && (
        <AccountDialog account={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Stack>
  );
}

interface AccountTableProps {
  readonly accounts: readonly Account[];
  readonly onEdit: ((account: Account) => void) | null;
}

function AccountTable({ accounts, onEdit }: AccountTableProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const { wordsOf } = useChart();
  const byNumber = accounts.toSorted((a, b) => a.number.localeCompare(b.number));
  return (
    <Table verticalSpacing={4} className="numerals" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="7rem">{t("chart.number")}</Table.Th>
          <Table.Th>{t("chart.name")}</Table.Th>
          <Table.Th w="18rem">{t("chart.standing")}</Table.Th>
          {onEdit && <Table.Td w="7rem" />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {byNumber.map((account) => (
          <Table.Tr key={account.code} c={account.active ? "inherit" : "dimmed"}>
            <Table.Td>{account.number}</Table.Td>
            <Table.Td>{wordsOf(account)}</Table.Td>
            <Table.Td>
              <AccountBadges account={account} />
            </Table.Td>
            {onEdit && (
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("chart.editOf", { name: wordsOf(account) })}
                  onClick={() => onEdit(account)}
                >
                  {t("common:edit")}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AccountBadges({ account }: { readonly account: Account }) {
  const { t } = useTranslation("cashbook");
  return (
    <Group gap={6}>
      {!account.confirmed && (
        <Badge variant="light" color="ochre" tt="none">
          {t("chart.unconfirmed")}
        </Badge>
      )}
      {account.automatic && (
        <Badge variant="light" color="gray" tt="none">
          {t("chart.automatic")}
        </Badge>
      )}
      {!account.active && (
        <Badge variant="outline" color="gray" tt="none">
          {t("chart.inactive")}
        </Badge>
      )}
    </Group>
  );
}
