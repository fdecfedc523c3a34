import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { LeaseRow } from "../../../../src/contract/rentalViews.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { LeaseBadge } from "../Badges.tsx";
import { TenantName } from "../TenantName.tsx";
import classes from "./Leases.module.css";

interface Layout {
  readonly withOffice: boolean;
  /** At 125 % zoom the rent steps aside, so that nothing has to be scrolled sideways. */
  readonly narrow: boolean;
}

/** The columns of the list of leases. */
export function leaseColumns(
  t: TFunction<"rental">,
  { withOffice, narrow }: Layout,
): TableColumn<LeaseRow>[] {
  const office: TableColumn<LeaseRow> = {
    id: "office",
    heading: t("leases.columns.office"),
    width: "4.6rem",
    cell: (row) => <span className="numerals">{row.office}</span>,
  };
  const rent: TableColumn<LeaseRow> = {
    id: "rent",
    heading: t("leases.columns.rent"),
    width: "12rem",
    align: "right",
    cell: (row) => <Rent row={row} />,
  };
  return [
    {
      id: "tenant",
      heading: t("leases.columns.tenant"),
      width: "minmax(8rem, 1.6fr)",
      cell: (row) => <TenantName name={row.tenantName} />,
    },
    {
      id: "number",
      heading: t("leases.columns.number"),
      width: "7.2rem",
      cell: (row) => <span className="numerals">{row.number}</span>,
    },
    ...(withOffice ? [office] : []),
    {
      id: "premises",
      heading: t("leases.columns.premises"),
      width: "minmax(6rem, 1fr)",
      cell: (row) => row.premises.map(({ code }) => code).join(", "),
    },
    {
      id: "state",
      heading: t("leases.columns.state"),
      width: "7rem",
      cell: (row) => <LeaseBadge state={row.state} />,
    },
    ...(narrow ? [] : [rent]),
    {
      id: "arrears",
      heading: t("leases.columns.arrears"),
      width: "7.6rem",
      align: "right",
      cell: (row) =>
        row.arrears > 0 ? (
          <span className={classes.late}>
            <Amount francs={row.arrears} />
          </span>
        ) : (
          "—"
        ),
    },
    {
      id: "ends",
      heading: t("leases.columns.ends"),
      width: "minmax(9.5rem, 0.9fr)",
      cell: (row) => <Ends row={row} />,
    },
  ];
}

function Rent({ row }: { readonly row: LeaseRow }) {
  const { t } = useTranslation("rental");
  return (
    <>
      <Amount francs={row.rent} />
      <span className={classes.soft}> {t(`periods.${row.period}`)}</span>
    </>
  );
}

/** The last day, and how near it is where somebody has to think of it. */
function Ends({ row: { endsOn, endsInDays } }: { readonly row: LeaseRow }) {
  const { t } = useTranslation("rental");
  if (endsInDays !== null) {
    return (
      <span className={classes.late}>
        {endsInDays < 0
          ? t("leases.overdue", { count: -endsInDays })
          : t("leases.endsIn", { count: endsInDays })}
      </span>
    );
  }
  return endsOn === null ? t("leases.noEnd") : <Day iso={endsOn} />;
}
