import { useMediaQuery } from "@mantine/hooks";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerLine } from "../../../../src/contract/cashbookTerms.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { useChart } from "../useChart.ts";
import { useTills } from "../useTills.ts";
import classes from "./Journal.module.css";
import type { JournalView } from "./journalView.ts";

type Words = TFunction<["cashbook", "common"]>;
type Column = TableColumn<LedgerLine>;

/** The journal's columns; one place alone has its balance after every voucher. */
export function useLedgerColumns({ office, till }: JournalView): readonly Column[] {
  const { t } = useTranslation(["cashbook", "common"]);
  const roomy = useMediaQuery("(min-width: 75rem)") ?? true;
  const { nameOf: accountName } = useChart();
  const { nameOf: tillName } = useTills(office);
  return useMemo(
    () => [
      ...(office === "all" ? [officeColumn(t)] : []),
      ...firstColumns(t),
      whatColumn(t, accountName),
      ...(roomy ? [memberColumn(t)] : []),
      ...(till === null ? [tillColumn(t, (line) => tillName(line.till, line.office))] : []),
      amountColumn(t, "in"),
      amountColumn(t, "out"),
      ...(till === null ? [] : [balanceColumn(t)]),
    ],
    [t, office, till, roomy, accountName, tillName],
  );
}

function officeColumn(t: Words): Column {
  return {
    id: "office",
    heading: t("cashbook:office"),
    width: "4rem",
    cell: (line) => <span className="numerals">{line.office}</span>,
  };
}

function firstColumns(t: Words): Column[] {
  return [
    {
      id: "number",
      heading: t("cashbook:number"),
      width: "9.5rem",
      cell: (line) => (
        <span className={`numerals ${line.reversedById === null ? "" : classes.reversed}`}>
          {line.number}
        </span>
      ),
    },
    {
      id: "datedOn",
      heading: t("cashbook:date"),
      width: "6.5rem",
      cell: (line) => <Day iso={line.datedOn} />,
    },
  ];
}

/** What it was for, on one line; a voucher that takes another back says so first. */
function whatColumn(t: Words, accountName: (code: string) => string): Column {
  return {
    id: "what",
    heading: t("cashbook:what"),
    width: "minmax(10rem, 2fr)",
    cell: (line) => (
      <span className={classes.what}>
        {line.kind === "reversal" && <span className={classes.kind}>{t("cashbook:kinds.reversal")} · </span>}
        {accountName(line.account)}
        {[line.words, line.reference].filter(Boolean).map((word) => (
          <span key={word} className={classes.words}>
            {" · "}
            {word}
          </span>
        ))}
      </span>
    ),
  };
}

function memberColumn(t: Words): Column {
  return {
    id: "member",
    heading: t("cashbook:member"),
    width: "7.5rem",
    cell: (line) => <span className="numerals">{line.memberNumber ?? line.project ?? "—"}</span>,
  };
}

function tillColumn(t: Words, name: (line: LedgerLine) => string): Column {
  return {
    id: "till",
    heading: t("cashbook:till"),
    width: "minmax(6.5rem, 0.7fr)",
    cell: name,
  };
}

function amountColumn(t: Words, direction: "in" | "out"): Column {
  return {
    id: direction,
    heading: t(`cashbook:${direction}`),
    width: "8rem",
    align: "right",
    cell: (line) => (line.direction === direction ? <Amount francs={line.amount} /> : ""),
  };
}

function balanceColumn(t: Words): Column {
  return {
    id: "balance",
    heading: t("cashbook:balance"),
    width: "8.5rem",
    align: "right",
    cell: (line) =>
      line.balance === null ? (
        ""
      ) : (
        <strong>
          <Amount francs={line.balance} />
        </strong>
      ),
  };
}
