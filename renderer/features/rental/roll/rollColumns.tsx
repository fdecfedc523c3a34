import type { TFunction } from "i18next";
import { Link } from "react-router";
import type { RollLine } from "../../../../src/contract/rentalViews.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { TenantName } from "../TenantName.tsx";
import classes from "./Roll.module.css";

type Words = TFunction<"rental">;
type Column = TableColumn<RollLine>;

export interface RollLook {
  /** At headquarters, over all offices. */
  readonly withOffice: boolean;
  readonly withAdvance: boolean;
  /** At 125 % zoom some columns step aside, so that nothing has to be scrolled sideways. */
  readonly narrow: boolean;
}

function francsColumn(t: Words, id: "brought" | "due" | "received" | "advance", narrow: boolean): Column {
  return {
    id,
    heading: t(`roll.columns.${id}`),
    width: narrow ? "7.8rem" : "8rem",
    align: "right",
    cell: (line) => (line[id] > 0 ? <Amount francs={line[id]} /> : <span aria-hidden>—</span>),
  };
}

/** The columns of the rent roll. */
export function rollColumns(t: Words, { withOffice, withAdvance, narrow }: RollLook): Column[] {
  const columns: (Column | false)[] = [
    {
      id: "tenant",
      heading: t("roll.columns.tenant"),
      width: narrow ? "minmax(8rem, 2fr)" : "minmax(9.6rem, 2fr)",
      cell: (line) => <TenantCell line={line} ended={t("roll.ended")} />,
    },
    withOffice && {
      id: "office",
      heading: t("roll.columns.office"),
      width: "4.4rem",
      cell: ({ office }) => <span className="numerals">{office}</span>,
    },
    {
      id: "premises",
      heading: t("roll.columns.premises"),
      width: "minmax(5rem, 1fr)",
      cell: ({ premises }) => premises.join(", "),
    },
    francsColumn(t, "brought", narrow),
    francsColumn(t, "due", narrow),
    francsColumn(t, "received", narrow),
    withAdvance && !narrow && francsColumn(t, "advance", narrow),
    {
      id: "left",
      heading: t("roll.columns.left"),
      width: narrow ? "8.2rem" : "8.6rem",
      align: "right",
      cell: ({ left }) =>
        left > 0 ? (
          <strong>
            <Amount francs={left} />
          </strong>
        ) : (
          <span className={classes.settled}>{t("roll.settled")}</span>
        ),
    },
    !narrow && {
      id: "lastPaid",
      heading: t("roll.columns.lastPaid"),
      width: "8.4rem",
      align: "right",
      cell: ({ lastPaidOn }) => <Day iso={lastPaidOn} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

function TenantCell({ line, ended }: { readonly line: RollLine; readonly ended: string }) {
  return (
    <>
      <Link
        to={`/rental/leases/${line.leaseId}`}
        className={classes.link}
        onClick={(event) => event.stopPropagation()}
      >
        <TenantName name={line.tenantName} />
      </Link>
      {line.ended && <span className={classes.ended}>{ended}</span>}
    </>
  );
}
