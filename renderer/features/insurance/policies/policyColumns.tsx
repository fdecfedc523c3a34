import type { TFunction } from "i18next";
import type { PolicyRow } from "../../../../src/contract/insurancePolicies.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Name } from "../../../ui/Name.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { PolicyBadge } from "../PolicyBadge.tsx";

type Words = TFunction<"insurance">;

/** Whose policy it is: at the head of every list of policies. */
export function personColumns(t: Words): TableColumn<PolicyRow>[] {
  return [
    {
      id: "name",
      heading: t("columns.name"),
      width: "minmax(10.5rem, 2fr)",
      cell: (row) => <Name surname={row.surname} firstNames={row.firstNames} />,
    },
    {
      id: "number",
      heading: t("columns.number"),
      width: "7.6rem",
      cell: (row) => <span className="numerals">{row.number}</span>,
    },
  ];
}

export function planColumn(t: Words): TableColumn<PolicyRow> {
  return {
    id: "plan",
    heading: t("columns.plan"),
    width: "minmax(8rem, 1.2fr)",
    cell: (row) => row.planName,
  };
}

export function overdueColumn(t: Words): TableColumn<PolicyRow> {
  return {
    id: "overdue",
    heading: t("columns.overdue"),
    width: "7.4rem",
    align: "right",
    cell: (row) => (row.overdue > 0 ? <Amount francs={row.overdue} /> : "—"),
  };
}

export function stateColumn(t: Words): TableColumn<PolicyRow> {
  return {
    id: "state",
    heading: t("columns.state"),
    width: "7.6rem",
    cell: (row) => <PolicyBadge state={row.state} />,
  };
}

/** The columns of the list of policies. */
export function policyColumns(t: Words, withOffice: boolean): TableColumn<PolicyRow>[] {
  const office: TableColumn<PolicyRow> = {
    id: "office",
    heading: t("columns.office"),
    width: "4.6rem",
    cell: (row) => <span className="numerals">{row.office}</span>,
  };
  return [
    ...personColumns(t),
    ...(withOffice ? [office] : []),
    planColumn(t),
    {
      id: "since",
      heading: t("columns.since"),
      width: "6.8rem",
      cell: (row) => <Day iso={row.effectiveOn} />,
    },
    stateColumn(t),
    {
      id: "paidUntil",
      heading: t("columns.paidUntil"),
      width: "8rem",
      cell: (row) => <Day iso={row.paidUntil} />,
    },
    overdueColumn(t),
  ];
}
