import { Button, Group, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DepositEntry, LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Fact, Facts } from "../../../../ui/Fields.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { ReceiptButton } from "../../../../ui/ReceiptButton.tsx";
import classes from "../Lease.module.css";
import { ReceiveDepositDialog } from "./ReceiveDepositDialog.tsx";
import { SettleDepositDialog } from "./SettleDepositDialog.tsx";

/** The deposit's own ledger: received, taken for rents, withheld, given back. */
export function DepositTab({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const { deposit, depositHeld, terms } = file;
  const missing = file.state === "ended" ? 0 : Math.max(0, terms.deposit - depositHeld);
  return (
    <Panel title={t("deposit.title")} action={<DepositActions file={file} missing={missing} />}>
      <div className={classes.figures}>
        <Facts>
          <Fact name={t("deposit.agreed")}>
            <Amount francs={terms.deposit} />
          </Fact>
          <Fact name={t("deposit.held")}>
            <strong>
              <Amount francs={depositHeld} />
            </strong>
          </Fact>
          {missing > 0 && (
            <Fact name={t("deposit.missing")}>
              <span className={classes.late}>
                <Amount francs={missing} />
              </span>
            </Fact>
          )}
        </Facts>
      </div>
      {deposit.length === 0 ? <Text c="dimmed">{t("deposit.none")}</Text> : <Ledger entries={deposit} />}
      {depositHeld > 0 && file.state !== "ended" && (
        <Text size="sm" c="dimmed" mt="md">
          {t("deposit.settleHint")}
        </Text>
      )}
    </Panel>
  );
}

interface DepositActionsProps {
  readonly file: LeaseFile;
  readonly missing: number;
}

function DepositActions({ file, missing }: DepositActionsProps) {
  const { t } = useTranslation("rental");
  const [opened, setOpened] = useState<"receive" | "settle" | null>(null);
  const mayReceive = useMayHere("rental.collect", file.office) && file.state !== "ended";
  const maySettle =
    useMayHere("rental.manage", file.office) && file.state === "ended" && file.depositHeld > 0;
  const close = () => setOpened(null);
  return (
    <Group gap="xs" style={{ flex: "none" }}>
      {mayReceive && (
        <Button variant="default" size="sm" onClick={() => setOpened("receive")}>
          {t("deposit.receive")}
        </Button>
      )}
      {maySettle && (
        <Button variant="default" size="sm" onClick={() => setOpened("settle")}>
          {t("deposit.settle")}
        </Button>
      )}
      {opened === "receive" && <ReceiveDepositDialog file={file} missing={missing} onClose={close} />}
      {opened === "settle" && <SettleDepositDialog file={file} onClose={close} />}
    </Group>
  );
}

function Ledger({ entries }: { readonly entries: readonly DepositEntry[] }) {
  const { t } = useTranslation("rental");
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("deposit.on")}</Table.Th>
          <Table.Th>{t("deposit.what")}</Table.Th>
          <Table.Th>{t("deposit.reason")}</Table.Th>
          <Table.Th ta="right">{t("deposit.amount")}</Table.Th>
          <Table.Th>{t("deposit.voucher")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id} className={entry.voided ? classes.gone : undefined}>
            <Table.Td>
              <Day iso={entry.on} />
            </Table.Td>
            <Table.Td>
              {t(`deposit.entries.${entry.kind}`)}
              {entry.voided && ` · ${t("payments.voided")}`}
            </Table.Td>
            <Table.Td>{entry.kind === "withheld" ? entry.reason : ""}</Table.Td>
            <Table.Td ta="right">
              {entry.kind === "received" ? "" : "−\u00a0"}
              <Amount francs={entry.amount} />
            </Table.Td>
            <Table.Td>
              {entry.voided ? (
                <span className="numerals">{entry.voucherNumber}</span>
              ) : (
                <ReceiptButton voucherId={entry.voucherId} number={entry.voucherNumber} />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
