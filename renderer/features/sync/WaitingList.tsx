import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SyncState } from "../../../src/contract/sync.ts";
import { showCount } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";

/** As people ask for them: the women first, then the money, then the office's own matters. */
const ENTITIES = [
  "member",
  "card",
  "term",
  "voucher",
  "photo",
  "office",
  "user",
  "setting",
  "audit_event",
] as const;

/** Kinds that have no word yet come last. */
function placeOf(entity: string): number {
  const place = ENTITIES.map(String).indexOf(entity);
  return place < 0 ? ENTITIES.length : place;
}

interface WaitingListProps {
  readonly waiting: SyncState["waiting"];
}

/** What the next bundle will carry, by kind of record. */
export function WaitingList({ waiting }: WaitingListProps) {
  const { t } = useTranslation("sync");
  const language = useLanguage();
  if (waiting.length === 0) return <Text c="dimmed">{t("export.nothing")}</Text>;
  return (
    <Table maw="36rem" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("export.kind")}</Table.Th>
          <Table.Th>{t("export.readers")}</Table.Th>
          <Table.Th ta="right">{t("export.entries")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {waiting
          .toSorted((a, b) => placeOf(a.entity) - placeOf(b.entity))
          .map(({ entity, tier, entries }) => {
            const known = ENTITIES.find((name) => name === entity);
            return (
              <Table.Tr key={entity}>
                <Table.Td>{known ? t(`entity.${known}`) : entity}</Table.Td>
                <Table.Td>{t(`tier.${tier}`)}</Table.Td>
                <Table.Td ta="right" className="numerals">
                  {showCount(entries, language)}
                </Table.Td>
              </Table.Tr>
            );
          })}
      </Table.Tbody>
    </Table>
  );
}
