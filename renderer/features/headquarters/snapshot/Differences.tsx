import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Difference, SnapshotView } from "../../../../src/contract/headquarters.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../Headquarters.module.css";
import { entityWord } from "../words.ts";

const SIDES = ["onlyHeld", "onlyBrought", "changed"] as const;

/** By kind of record: how many only one side has, and how many both have differently. */
export function CountTable({ counts }: Pick<SnapshotView, "counts">) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  if (counts.length === 0) return <Text c="dimmed">{t("snapshot.noCounts")}</Text>;
  return (
    <Table maw="44rem" verticalSpacing={6} aria-label={t("snapshot.counts")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("snapshot.kind")}</Table.Th>
          {SIDES.map((side) => (
            <Table.Th key={side} ta="right">
              {t(`snapshot.${side}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {counts.map((count) => (
          <Table.Tr key={count.entity} className="numerals">
            <Table.Td>{entityWord(count.entity, t)}</Table.Td>
            {SIDES.map((side) => (
              <Table.Td key={side} ta="right">
                {showCount(count[side], language)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Record by record, by number: no name is needed to ask the office about one. */
export function DifferenceTable({ differences }: Pick<SnapshotView, "differences">) {
  const { t } = useTranslation("headquarters");
  // Two records without a number may read the same: their place in the list is what names them.
  const placed = differences.map((difference, place) => ({ difference, place }));
  return (
    <Panel title={t("snapshot.list")} text={t("snapshot.listText")}>
      <Table verticalSpacing={6} aria-label={t("snapshot.list")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("snapshot.kind")}</Table.Th>
            <Table.Th>{t("snapshot.reference")}</Table.Th>
            <Table.Th>{t("snapshot.where")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {placed.map(({ difference, place }) => (
            <DifferenceRow key={place} difference={difference} />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation("headquarters");
  return (
    <Table.Tr>
      <Table.Td>{entityWord(difference.entity, t)}</Table.Td>
      <Table.Td className="numerals">{difference.reference ?? "—"}</Table.Td>
      <Table.Td>
        <span className={`${classes.badge} ${difference.kind === "onlyHeld" ? classes.urgent : ""}`}>
          {t(`snapshot.${difference.kind}`)}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
