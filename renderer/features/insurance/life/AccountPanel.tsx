import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LifeAccount } from "../../../../src/contract/insurancePolicies.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";

const SHOWN = 12;

/** The movements of the account, the newest first, each with the balance after it. */
export function AccountPanel({ account }: { readonly account: LifeAccount }) {
  const { t } = useTranslation("insurance");
  const [all, setAll] = useState(false);
  const newestFirst = account.movements.map((movement, place) => ({ ...movement, place })).toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN);
  return (
    <Panel
      title={t("account.title")}
      action={
        <PrintButton
          operation="insurance.printAccount"
          input={{ id: account.policy.id }}
          label={t("account.statement")}
          size="xs"
        />
      }
    >
      {shown.length === 0 ? (
        <Text c="dimmed">{t("account.none")}</Text>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("account.on")}</Table.Th>
              <Table.Th>{t("account.what")}</Table.Th>
              <Table.Th>{t("account.voucher")}</Table.Th>
              <Table.Th ta="right">{t("schedule.amount")}</Table.Th>
              <Table.Th ta="right">{t("account.balance")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((movement) => (
              <Table.Tr key={movement.place}>
                <Table.Td>
                  <Day iso={movement.on} />
                </Table.Td>
                <Table.Td>{t(`account.kinds.${movement.kind}`)}</Table.Td>
                <Table.Td className="numerals">{movement.voucherNumber}</Table.Td>
                <Table.Td ta="right">
                  <Amount francs={movement.amount} />
                </Table.Td>
                <Table.Td ta="right">
                  <Amount francs={movement.balance} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {shown.length < newestFirst.length && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(true)}>
          {t("account.all", { count: newestFirst.length })}
        </Button>
      )}
    </Panel>
  );
}
