import { Radio, Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MemberRow } from "../../../../src/contract/membership.ts";
import { showBirth, showDay } from "../../../../src/domain/format.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Name, Private } from "../../../ui/Name.tsx";
import { PhotoOf } from "../../../ui/PhotoOf.tsx";
import classes from "./MergeDialog.module.css";

interface MergeCompareProps {
  readonly left: MemberRow;
  readonly right: MemberRow;
  readonly keepId: string;
  readonly onKeep: (id: string) => void;
}

/** Two records side by side; what differs is marked, a radio says whose number stays. */
export function MergeCompare({ left, right, keepId, onKeep }: MergeCompareProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const lines: [string, (row: MemberRow) => string][] = [
    [t("fields.alsoKnownAs"), (row) => row.alsoKnownAs],
    [t("fields.birth"), (row) => (row.birth ? showBirth(row.birth, language) : "")],
    [t("fields.phone"), (row) => showPhone(row.phone)],
    [t("fields.locality"), (row) => row.locality],
    [t("fields.joinedOn"), (row) => showDay(row.joinedOn)],
    [t("columns.paidUntil"), (row) => (row.paidUntil ? showDay(row.paidUntil) : "")],
  ];
  return (
    <Table verticalSpacing={6} layout="fixed">
      <Table.Tbody>
        <Line
          heading={t("merge.keep")}
          cell={(row) => (
            <Radio
              name="keep"
              checked={keepId === row.id}
              onChange={() => onKeep(row.id)}
              label={row.number}
              className="numerals"
            />
          )}
          left={left}
          right={right}
        />
        <Line heading={t("columns.name")} cell={(row) => <Name {...row} />} left={left} right={right} />
        <Line
          heading={t("photo.title")}
          cell={(row) => <PhotoOf sha256={row.photoSha256} width={48} />}
          left={left}
          right={right}
        />
        {lines.map(([heading, text]) => (
          <Line
            key={heading}
            heading={heading}
            cell={(row) => (text(row) === "" ? "—" : <Private>{text(row)}</Private>)}
            left={left}
            right={right}
            differs={text(left) !== text(right)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface LineProps {
  readonly heading: string;
  readonly cell: (row: MemberRow) => ReactNode;
  readonly left: MemberRow;
  readonly right: MemberRow;
  readonly differs?: boolean;
}

function Line({ heading, cell, left, right, differs = false }: LineProps) {
  return (
    <Table.Tr className={differs ? (classes.differs ?? "") : ""}>
      <Table.Th scope="row">{heading}</Table.Th>
      <Table.Td>{cell(left)}</Table.Td>
      <Table.Td>{cell(right)}</Table.Td>
    </Table.Tr>
  );
}
