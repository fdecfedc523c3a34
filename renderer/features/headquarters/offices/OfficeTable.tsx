import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import { Figure } from "./Figure.tsx";
import { OfficeRow } from "./OfficeRow.tsx";
import classes from "./Offices.module.css";
import { officeTree, sumOf } from "./officeTree.ts";

/** One line an office, sub-branches under their antenna, and the sums below. */
export function OfficeTable({ lines }: { readonly lines: readonly OfficeLine[] }) {
  const { t } = useTranslation("headquarters");
  return (
    <div className={classes.box}>
      <Table verticalSpacing="xs" horizontalSpacing="sm" aria-label={t("table.label")}>
        <Table.Thead className={classes.head ?? ""}>
          <Table.Tr>
            <Table.Th>{t("table.office")}</Table.Th>
            <Table.Th>{t("table.lastBundle")}</Table.Th>
            <Table.Th>{t("table.heldUntil")}</Table.Th>
            <Table.Th miw="9.5rem">{t("table.waiting")}</Table.Th>
            <Table.Th ta="right">{t("table.members")}</Table.Th>
            <Table.Th ta="right">{t("table.cashIn")}</Table.Th>
            <Table.Th ta="right">{t("table.cashOut")}</Table.Th>
            <Table.Th>{t("table.attention")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {officeTree(lines).map((placed) => (
            <OfficeRow key={placed.line.code} {...placed} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr className={classes.total ?? ""}>
            <Table.Th scope="row" colSpan={4}>
              {t("table.total")}
            </Table.Th>
            <Table.Td ta="right">
              <Figure value={sumOf(lines, "members")} />
            </Table.Td>
            <Table.Td ta="right">
              <Figure value={sumOf(lines, "cashIn")} francs />
            </Table.Td>
            <Table.Td ta="right">
              <Figure value={sumOf(lines, "cashOut")} francs />
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}
