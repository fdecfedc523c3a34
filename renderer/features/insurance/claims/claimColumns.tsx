import type { TFunction } from "i18next";
import type { ClaimRow } from "../../../../src/contract/insuranceClaims.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Name } from "../../../ui/Name.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { ClaimBadge } from "./ClaimBadge.tsx";

/** The columns of a list of claims. @param withOffice where it holds several offices' */
export function claimColumns(t: TFunction<"claims">, withOffice: boolean): TableColumn<ClaimRow>[] {
  const office: TableColumn<ClaimRow> = {
    id: "office",
    heading: t("columns.office"),
    width: "4.6rem",
    cell: (row) => <span className="numerals">{row.office}</span>,
  };
  return [
    {
      id: "number",
      heading: t("columns.number"),
      width: "7.6rem",
      cell: (row) => <span className="numerals">{row.number}</span>,
    },
    ...(withOffice ? [office] : []),
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
      id: "careOn",
      heading: t("columns.careOn"),
      width: "7rem",
      cell: (row) => <Day iso={row.careOn} />,
    },
    {
      id: "asked",
      heading: t("columns.asked"),
      width: "8rem",
      align: "right",
      cell: (row) => <Amount francs={row.asked} />,
    },
    {
      id: "granted",
      heading: t("columns.granted"),
      width: "8rem",
      align: "right",
      cell: (row) => (row.granted === null ? "—" : <Amount francs={row.granted} />),
    },
    {
      id: "state",
      heading: t("columns.state"),
      width: "8.4rem",
      cell: (row) => <ClaimBadge state={row.state} outcome={row.outcome} />,
    },
  ];
}
