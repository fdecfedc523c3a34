import { Group, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../../src/contract/index.ts";
import type { LeaseFile, StatementLine } from "../../../../../src/contract/rentalViews.ts";
import { isCalendarDate } from "../../../../../src/domain/calendar.ts";
import { useAsk } from "../../../../lib/calls.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { dayAsTyped } from "../../../../lib/typedDay.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Asked } from "../../../../ui/Asked.tsx";
import { DateField } from "../../../../ui/DateField.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { PrintButton } from "../../../../ui/PrintButton.tsx";
import { dayInput } from "../../typed.ts";
import { useChargeWords } from "../../words.ts";
import classes from "../Lease.module.css";

/** The tenant's account between two days: what was asked adds, what was paid takes off. */
export function StatementTab({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [today] = useState(todayNow);
  const [from, setFrom] = useState(() => dayAsTyped(file.startsOn));
  const [to, setTo] = useState(() => dayAsTyped(today > file.startsOn ? today : file.startsOn));
  const span = { from: dayInput(from, today), to: dayInput(to, today, true) };
  const isReadable = isCalendarDate(span.from) && isCalendarDate(span.to) && span.from <= span.to;
  const input = { leaseId: file.id, ...span };
  const statement = useAsk("rental.statement", input, { enabled: isReadable, keepPrevious: true });
  return (
    <Panel title={t("statement.title")}>
      <Group gap="md" align="flex-start" mb="md">
        <DateField label={t("statement.from")} value={from} onChange={setFrom} w={190} />
        <DateField label={t("statement.to")} value={to} onChange={setTo} w={190} />
        {isReadable && (
          <div style={{ marginTop: "1.55rem" }}>
            <PrintButton operation="rental.printStatement" input={input} label={t("statement.print")} />
          </div>
        )}
      </Group>
      {isReadable && <Asked of={statement}>{(found) => <Lines statement={found} span={span} />}</Asked>}
    </Panel>
  );
}

interface LinesProps {
  readonly statement: OutputOf<"rental.statement">;
  readonly span: { readonly from: string; readonly to: string };
}

function Lines({ statement, span }: LinesProps) {
  const { t } = useTranslation("rental");
  const { opening, lines, closing } = statement;
  return (
    <>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("statement.on")}</Table.Th>
            <Table.Th>{t("statement.what")}</Table.Th>
            <Table.Th ta="right">{t("statement.debit")}</Table.Th>
            <Table.Th ta="right">{t("statement.credit")}</Table.Th>
            <Table.Th ta="right">{t("statement.balance")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <EdgeRow day={span.from} word={t("statement.opening")} balance={opening} />
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an account are known by their order alone
            <LineRow key={place} line={line} />
          ))}
          <EdgeRow day={span.to} word={t("statement.closing")} balance={closing} />
        </Table.Tbody>
      </Table>
      {lines.length === 0 && <Text c="dimmed">{t("statement.none")}</Text>}
    </>
  );
}

interface EdgeRowProps {
  readonly day: string;
  readonly word: string;
  readonly balance: number;
}

function EdgeRow({ day, word, balance }: EdgeRowProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <Day iso={day} />
      </Table.Td>
      <Table.Td colSpan={3}>
        <strong>{word}</strong>
      </Table.Td>
      <Table.Td ta="right">
        <strong>
          <Balance francs={balance} />
        </strong>
      </Table.Td>
    </Table.Tr>
  );
}

function LineRow({ line }: { readonly line: StatementLine }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Day iso={line.on} />
      </Table.Td>
      <Table.Td>
        <What line={line} />
      </Table.Td>
      <Table.Td ta="right">{line.debit > 0 ? <Amount francs={line.debit} /> : ""}</Table.Td>
      <Table.Td ta="right">{line.credit > 0 ? <Amount francs={line.credit} /> : ""}</Table.Td>
      <Table.Td ta="right">
        <Balance francs={line.balance} />
      </Table.Td>
    </Table.Tr>
  );
}

function What({ line }: { readonly line: StatementLine }) {
  const { t } = useTranslation("rental");
  const words = useChargeWords();
  const { what, from, to, voucherNumber } = line;
  if (what === "payment" || what === "writeOff" || what === "refund") {
    return (
      <>
        {t(`statement.lines.${what}`)} <span className={`${classes.soft} numerals`}>{voucherNumber}</span>
      </>
    );
  }
  return from === null || to === null ? t(`charge.${what}`) : words({ kind: what, from, to });
}

/** What is owed, or what is ahead: never a sign alone. */
function Balance({ francs }: { readonly francs: number }) {
  const { t } = useTranslation("rental");
  return (
    <>
      <Amount francs={Math.abs(francs)} />
      {francs !== 0 && (
        <span className={classes.soft}> {t(francs > 0 ? "statement.owes" : "statement.ahead")}</span>
      )}
    </>
  );
}
