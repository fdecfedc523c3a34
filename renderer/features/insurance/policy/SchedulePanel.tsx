import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import looks from "../../../ui/StatusBadge.module.css";
import classes from "./Policy.module.css";
import { type ScheduleLine, scheduleShown } from "./scheduleShown.ts";

const LOOK: Readonly<Record<ScheduleLine["state"], string | undefined>> = {
  paid: looks.current,
  due: looks.new,
  late: looks.grace,
  missed: looks.expired,
  coming: looks.new,
  refunded: looks.left,
};

interface SchedulePanelProps {
  readonly file: PolicyFile;
  /** Another office has the policy: its receipts are printed there. */
  readonly elsewhere: boolean;
}

/** The periods of the policy, the newest first: what was paid, by which voucher, what is due, what was missed. */
export function SchedulePanel({ file, elsewhere }: SchedulePanelProps) {
  const { t } = useTranslation("insurance");
  const [all, setAll] = useState(false);
  const shown = scheduleShown(file.schedule, all);
  return (
    <Panel title={t("schedule.title")}>
      {shown.length === 0 ? (
        <Text c="dimmed">{t("schedule.none")}</Text>
      ) : (
        <Table verticalSpacing={6} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("schedule.period")}</Table.Th>
              <Table.Th ta="right">{t("schedule.amount")}</Table.Th>
              <Table.Th>{t("columns.state")}</Table.Th>
              <Table.Th>{t("schedule.receipt")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((line) => (
              <ScheduleRow key={`${line.from} ${line.state}`} line={line} elsewhere={elsewhere} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {shown.length < file.schedule.length && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(true)}>
          {t("schedule.all", { count: file.schedule.length })}
        </Button>
      )}
    </Panel>
  );
}

interface ScheduleRowProps {
  readonly line: ScheduleLine;
  readonly elsewhere: boolean;
}

function ScheduleRow({ line, elsewhere }: ScheduleRowProps) {
  const { t } = useTranslation("insurance");
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: "nowrap" }}>
        <Day iso={line.from} /> → <Day iso={line.to} />
        {line.state === "late" && line.dueOn !== line.from && (
          <div className={classes.soft}>
            {t("schedule.dueOn")} <Day iso={line.dueOn} />
          </div>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {line.state === "missed" && line.amount === 0 ? "—" : <Amount francs={line.amount} />}
      </Table.Td>
      <Table.Td>
        <span className={`${looks.badge} ${LOOK[line.state]}`}>{t(`schedule.states.${line.state}`)}</span>
      </Table.Td>
      <Table.Td>
        <Receipt line={line} elsewhere={elsewhere} />
      </Table.Td>
    </Table.Tr>
  );
}

function Receipt({ line, elsewhere }: ScheduleRowProps) {
  const { voucherId, voucherNumber } = line;
  if (voucherNumber === null) return "";
  if (voucherId === null || elsewhere) return <span className="numerals">{voucherNumber}</span>;
  return <ReceiptButton voucherId={voucherId} number={voucherNumber} />;
}
