import { Group } from "@mantine/core";
import type { TFunction } from "i18next";
import type { MemberRow, MemberSort } from "../../../../src/contract/membership.ts";
import type { Language } from "../../../../src/contract/primitives.ts";
import { showBirth } from "../../../../src/domain/format.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { Day } from "../../../ui/Day.tsx";
import { Name, Private } from "../../../ui/Name.tsx";
import { PhotoOf } from "../../../ui/PhotoOf.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";

/** The columns of the register, in the order in which a secretary recognises somebody. */
export function memberColumns(
  t: TFunction<"membership">,
  language: Language,
  withOffice: boolean,
): TableColumn<MemberRow, MemberSort>[] {
  const [name, ...rest] = personColumns(t, language);
  return [...(name ? [name] : []), ...(withOffice ? [officeColumn(t)] : []), ...rest, ...standingColumns(t)];
}

function officeColumn(t: TFunction<"membership">): TableColumn<MemberRow, MemberSort> {
  return {
    id: "office",
    heading: t("columns.office"),
    width: "4.6rem",
    cell: (row) => <span className="numerals">{row.office}</span>,
  };
}

function personColumns(t: TFunction<"membership">, language: Language): TableColumn<MemberRow, MemberSort>[] {
  return [
    {
      id: "name",
      heading: t("columns.name"),
      width: "minmax(10.5rem, 2fr)",
      sort: "name",
      cell: (row) => (
        <Group gap="sm" wrap="nowrap">
          <PhotoOf sha256={row.photoSha256} width={28} />
          <span style={{ overflow: "hidden", textOverflow: "ellipsis" }}>
            <Name surname={row.surname} firstNames={row.firstNames} />
          </span>
        </Group>
      ),
    },
    {
      id: "number",
      heading: t("columns.number"),
      width: "8rem",
      sort: "number",
      cell: (row) => <span className="numerals">{row.number}</span>,
    },
    {
      id: "birth",
      heading: t("columns.birth"),
      width: "7.2rem",
      cell: (row) => <span className="numerals">{row.birth ? showBirth(row.birth, language) : "—"}</span>,
    },
    {
      id: "phone",
      heading: t("columns.phone"),
      width: "7.6rem",
      cell: (row) => (
        <span className="numerals">
          <Private>{showPhone(row.phone)}</Private>
        </span>
      ),
    },
    {
      id: "locality",
      heading: t("columns.locality"),
      width: "minmax(6rem, 1fr)",
      sort: "locality",
      cell: (row) => row.locality,
    },
  ];
}

function standingColumns(t: TFunction<"membership">): TableColumn<MemberRow, MemberSort>[] {
  return [
    {
      id: "status",
      heading: t("columns.status"),
      width: "9.2rem",
      cell: (row) => <StatusBadge status={row.status} />,
    },
    {
      id: "paidUntil",
      heading: t("columns.paidUntil"),
      width: "8.8rem",
      sort: "paidUntil",
      cell: (row) => <Day iso={row.paidUntil} />,
    },
    {
      id: "joinedOn",
      heading: t("columns.joinedOn"),
      width: "7.2rem",
      sort: "joinedOn",
      cell: (row) => <Day iso={row.joinedOn} />,
    },
  ];
}
