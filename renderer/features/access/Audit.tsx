import { Button, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../../src/contract/access.ts";
import { question } from "../../lib/calls.ts";
import { showCount } from "../../lib/format.ts";
import { useLine } from "../../lib/line.ts";
import { refusalIn, useLanguage } from "../../lib/refusals.ts";
import { Day } from "../../ui/Day.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { auditWord } from "./auditWords.ts";

const PIECE = 100;

/** Who did what and when, the newest first. It tells numbers, never names of members. */
export function Audit() {
  const { t } = useTranslation("access");
  const trail = useTrail();
  return (
    <Panel title={t("audit.title")} text={t("audit.text")}>
      <RefusalNotice refusal={refusalIn(trail.error)} />
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="10rem">{t("audit.at")}</Table.Th>
            <Table.Th>{t("audit.by")}</Table.Th>
            <Table.Th>{t("audit.what")}</Table.Th>
            <Table.Th>{t("audit.reference")}</Table.Th>
            <Table.Th ta="right">{t("audit.rows")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trail.data?.pages.flat().map((entry) => (
            <Line key={entry.seq} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
      {trail.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {t("audit.more")}
        </Button>
      )}
    </Panel>
  );
}

function useTrail() {
  const { send } = useLine();
  return useInfiniteQuery({
    queryKey: ["access.listAudit", "pages"],
    queryFn: ({ pageParam }) =>
      question(send, "access.listAudit", { before: pageParam, limit: PIECE }).queryFn(),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PIECE ? undefined : (page.at(-1)?.seq ?? undefined)),
  });
}

function Line({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation("access");
  const language = useLanguage();
  const word = auditWord(entry);
  return (
    <Table.Tr>
      <Table.Td>
        <Day iso={entry.at} withTime />
      </Table.Td>
      <Table.Td>{entry.by}</Table.Td>
      <Table.Td>{word ? t(word) : <Text ff="monospace">{entry.action}</Text>}</Table.Td>
      <Table.Td className="numerals">{entry.reference ?? ""}</Table.Td>
      <Table.Td ta="right" className="numerals">
        {entry.rows === null ? "" : showCount(entry.rows, language)}
      </Table.Td>
    </Table.Tr>
  );
}
