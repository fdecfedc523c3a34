import type { TFunction } from "i18next";
import type { ClaimToPay } from "../../../../src/contract/insuranceClaims.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Name } from "../../../ui/Name.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";

/** The columns of what is to be paid. */
export function payColumns(t: TFunction<"claims">): TableColumn<ClaimToPay>[] {
  return [
    {
      id: "member",
      heading: t("columns.member"),
      width: "minmax(10.5rem, 2fr)",
      cell: (row) => <Name surname={row.surname} firstNames={row.firstNames} />,
    },
    {
      id: "memberNumber",
      heading: t("columns.memberNumber"),
      width: "8rem",
      cell: (row) => <span className="numerals">{row.memberNumber}</span>,
    },
    {
      id: "number",
      heading: t("columns.number"),
      width: "7.6rem",
      cell: (row) => <span className="numerals">{row.number}</span>,
    },
    {
      id: "decidedOn",
      heading: t("columns.decidedOn"),
      width: "7rem",
      cell: (row) => <Day iso={row.decidedOn} />,
    },
    {
      id: "granted",
      heading: t("columns.granted"),
      width: "8rem",
      align: "right",
      cell: (row) => <Amount francs={row.granted} />,
    },
    {
      id: "paid",
      heading: t("columns.paid"),
      width: "8rem",
      align: "right",
      cell: (row) => (row.paid > 0 ? <Amount francs={row.paid} /> : "—"),
    },
    {
      id: "left",
      heading: t("columns.left"),
      width: "8.6rem",
      align: "right",
      cell: (row) => (
        <strong>
          <Amount francs={row.left} />
        </strong>
      ),
    },
  ];
}
