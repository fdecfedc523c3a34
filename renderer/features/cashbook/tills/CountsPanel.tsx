import { Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CashCount } from "../../../../src/contract/cashbookTerms.ts";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { addDays } from "../../../../src/domain/calendar.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showDay } from "../../../lib/format.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { useTills } from "../useTills.ts";
import classes from "./Tills.module.css";

/** How far back counts are listed. */
const DAYS = 62;

/** The last counts, each with its sheet. */
export function CountsPanel({ office }: { readonly office: OfficeScope | undefined }) {
  const { t } = useTranslation("cashbook");
  const [today] = useState(todayNow);
  const span = { from: addDays(today, -DAYS), to: today };
  const counts = useAsk("cashbook.counts", office === undefined ? span : { ...span, office }).data;
  const { nameOf } = useTills(office);
  if (counts === undefined) return null;
  const newest = counts.toSorted((a, b) => b.countedOn.localeCompare(a.countedOn));
  return (
    <Panel title={t("counts.title")}>
      {counts.length === 0 && <Text c="dimmed">{t("counts.none")}</Text>}
      {counts.length > 0 && (
        <Table verticalSpacing={6} className="numerals">
          <Table.Thead>
            <Table.Tr>
              {office === "all" && <Table.Th>{t("office")}</Table.Th>}
              <Table.Th>{t("date")}</Table.Th>
              <Table.Th>{t("till")}</Table.Th>
              <Table.Th ta="right">{t("count.expected")}</Table.Th>
              <Table.Th ta="right">{t("count.counted")}</Table.Th>
              <Table.Th ta="right">{t("count.difference")}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {newest.map((count) => (
              <CountRow
                key={count.id}
                count={count}
                till={nameOf(count.till, count.office)}
                withOffice={office === "all"}
                printable={office === undefined}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

interface CountRowProps {
  readonly count: CashCount;
  readonly till: string;
  readonly withOffice: boolean;
  readonly printable: boolean;
}

function CountRow({ count, till, withOffice, printable }: CountRowProps) {
  const { t } = useTranslation("cashbook");
  const { difference, voucherId } = count;
  return (
    <Table.Tr>
      {withOffice && <Table.Td>{count.office}</Table.Td>}
      <Table.Td>
        <Day iso={count.countedOn} />
      </Table.Td>
      <Table.Td>{till}</Table.Td>
      <Table.Td ta="right">
        <Amount francs={count.expected} />
      </Table.Td>
      <Table.Td ta="right">
        <Amount francs={count.counted} />
      </Table.Td>
      <Table.Td ta="right" className={difference === 0 ? "" : classes.warn}>
        {voucherId === null ? (
          <Amount francs={difference} />
        ) : (
          <Link to={`/cashbook/vouchers/${voucherId}`} style={{ color: "inherit" }}>
            <Amount francs={difference} />
          </Link>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {printable && (
          <PrintButton
            operation="cashbook.printCount"
            input={{ id: count.id }}
            label={t("print")}
            about={t("counts.printOf", { till, on: showDay(count.countedOn) })}
            variant="subtle"
            size="compact-sm"
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
