import { Table } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Transfer } from "../../../../src/contract/headquarters.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { HeadquartersTabs } from "../HeadquartersTabs.tsx";
import { useOfficeNames } from "../officeNames.ts";

/** Members on their way from one office to another. */
export function TransfersPage() {
  const { t } = useTranslation("headquarters");
  const transfers = useAsk("headquarters.transfers", {});
  return (
    <Page title={t("transfers.title")} subtitle={t("transfers.subtitle")} wide>
      <HeadquartersTabs />
      <Panel>
        <Asked of={transfers}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon={IconArrowsExchange} title={t("transfers.empty")} text={t("transfers.emptyText")} />
            ) : (
              <TransferTable transfers={found} />
            )
          }
        </Asked>
      </Panel>
    </Page>
  );
}

function TransferTable({ transfers }: { readonly transfers: readonly Transfer[] }) {
  const { t } = useTranslation("headquarters");
  const nameOf = useOfficeNames();
  return (
    <Table verticalSpacing="xs" aria-label={t("transfers.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("transfers.number")}</Table.Th>
          <Table.Th>{t("transfers.from")}</Table.Th>
          <Table.Th>{t("transfers.to")}</Table.Th>
          <Table.Th>{t("transfers.decidedAt")}</Table.Th>
          <Table.Th>{t("transfers.state")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {transfers.map((transfer) => (
          <Table.Tr key={transfer.id}>
            <Table.Td className="numerals">{transfer.number ?? "—"}</Table.Td>
            <Table.Td>{nameOf(transfer.from)}</Table.Td>
            <Table.Td>{nameOf(transfer.to)}</Table.Td>
            <Table.Td>
              <Day iso={transfer.decidedAt} />
            </Table.Td>
            <Table.Td>{t(`transfers.${transfer.state}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
