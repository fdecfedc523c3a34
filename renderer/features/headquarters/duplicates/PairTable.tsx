import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MemberRow } from "../../../../src/contract/membership.ts";
import { showBirth } from "../../../../src/domain/format.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Name, Private } from "../../../ui/Name.tsx";
import { PhotoOf } from "../../../ui/PhotoOf.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { useOfficeNames } from "../officeNames.ts";
import classes from "./Pair.module.css";

interface PairTableProps {
  readonly one: MemberRow;
  readonly other: MemberRow;
}

/** Two records side by side; what differs is marked. */
export function PairTable({ one, other }: PairTableProps) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const nameOf = useOfficeNames();
  const words: [string, (row: MemberRow) => string][] = [
    [t("duplicates.birth"), (row) => (row.birth ? showBirth(row.birth, language) : "")],
    [t("duplicates.phone"), (row) => showPhone(row.phone)],
    [t("duplicates.locality"), (row) => row.locality],
  ];
  const line = (heading: string, cell: (row: MemberRow) => ReactNode, differs = false) => (
    <Table.Tr key={heading} className={differs ? (classes.differs ?? "") : ""}>
      <Table.Th scope="row">{heading}</Table.Th>
      <Table.Td>{cell(one)}</Table.Td>
      <Table.Td>{cell(other)}</Table.Td>
    </Table.Tr>
  );
  return (
    <Table verticalSpacing={4} layout="fixed" className={classes.pair ?? ""}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="9rem">{t("duplicates.field")}</Table.Th>
          <Table.Th className="numerals">{one.number}</Table.Th>
          <Table.Th className="numerals">{other.number}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {line(t("duplicates.photo"), (row) => (
          <PhotoOf sha256={row.photoSha256} width={56} />
        ))}
        {line(t("duplicates.name"), (row) => (
          <Name {...row} />
        ))}
        {line(t("duplicates.office"), (row) => nameOf(row.office))}
        {words.map(([heading, text]) =>
          line(
            heading,
            (row) => (text(row) === "" ? "—" : <Private>{text(row)}</Private>),
            text(one) !== text(other),
          ),
        )}
        {line(t("duplicates.status"), (row) => (
          <StatusBadge status={row.status} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
