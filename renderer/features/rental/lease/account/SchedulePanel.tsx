import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChargeStanding } from "../../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showFrancs } from "../../../../lib/format.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { PrintButton } from "../../../../ui/PrintButton.tsx";
import { ChargeBadge } from "../../Badges.tsx";
import { showMonth, useChargeWords } from "../../words.ts";
import classes from "../Lease.module.css";
import { paperOf, scheduleShown } from "./scheduleShown.ts";

/** What the lease asks for, computed and never typed: the newest first, each with its paper. */
export function SchedulePanel({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [all, setAll] = useState(false);
  const shown = scheduleShown(file.charges, all);
  return (
    <Panel title={t("schedule.title")}>
      {shown.length === 0 ? (
        <Text c="dimmed">{t("schedule.none")}</Text>
      ) : (
        <Table verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("schedule.what")}</Table.Th>
              <Table.Th>{t("schedule.due")}</Table.Th>
              <Table.Th ta="right">{t("schedule.amount")}</Table.Th>
              <Table.Th ta="right">{t("schedule.left")}</Table.Th>
              <Table.Th>{t("schedule.state")}</Table.Th>
              <Table.Th>{t("schedule.paper")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((charge) => (
              <ChargeRow key={charge.key} charge={charge} file={file} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {shown.length < file.charges.length && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(true)}>
          {t("schedule.all", { count: file.charges.length })}
        </Button>
      )}
    </Panel>
  );
}

interface ChargeRowProps {
  readonly charge: ChargeStanding;
  readonly file: LeaseFile;
}

function ChargeRow({ charge, file }: ChargeRowProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const words = useChargeWords();
  return (
    <Table.Tr>
      <Table.Td>
        {words(charge)}
        {charge.writtenOff > 0 && (
          <span className={classes.soft}>
            {" "}
            {t("schedule.writtenOff", { amount: showFrancs(charge.writtenOff, language) })}
          </span>
        )}
      </Table.Td>
      <Table.Td>
        <Day iso={charge.dueOn} />
      </Table.Td>
      <Table.Td ta="right">
        <Amount francs={charge.amount} />
      </Table.Td>
      <Table.Td ta="right">{charge.left > 0 ? <Amount francs={charge.left} /> : "—"}</Table.Td>
      <Table.Td>
        <ChargeBadge state={charge.state} />
      </Table.Td>
      <Table.Td>
        <PaperButton charge={charge} file={file} />
      </Table.Td>
    </Table.Tr>
  );
}

function PaperButton({ charge, file }: ChargeRowProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const paper = paperOf(charge, file.charges);
  if (paper === null) return null;
  const { kind, month } = paper;
  return (
    <PrintButton
      operation={kind === "quittance" ? "rental.printQuittance" : "rental.printNotice"}
      input={{ leaseId: file.id, month }}
      label={t(`schedule.${kind}`)}
      about={t(`schedule.${kind}Of`, { month: showMonth(month, language) })}
      variant="subtle"
      size="compact-sm"
    />
  );
}
