import { Button, Group, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../../src/contract/access.ts";
import type { OfficeScope } from "../../../src/contract/primitives.ts";
import { question } from "../../lib/calls.ts";
import { showCount } from "../../lib/format.ts";
import { useLine } from "../../lib/line.ts";
import { refusalIn, useLanguage } from "../../lib/refusals.ts";
import { Day } from "../../ui/Day.tsx";
import { ListExport } from "../../ui/ListExport.tsx";
import { OfficeFilter } from "../../ui/OfficeFilter.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { auditWord } from "./auditWords.ts";

const PIECE = 100;

/** Who did what and when, the newest first. It tells numbers, never names of members. */
export function Audit() {
  const { t } = useTranslation("access");
  const [office, setOffice] = useState<OfficeScope | undefined>(undefined);
  const trail = useTrail(office);
  return (
    <Panel title={t("audit.title")} text={t("audit.text")}>
      <Group justify="space-between" mb="xs">
        <OfficeFilter value={office} onChange={setOffice} />
        <span style={{ marginInlineStart: "auto" }}>
          <ListExport list="audit" office={office} />
        </span>
      </Group>
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
            <Line key={`${entry.office}-${entry.seq}`} entry={entry} />
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

/** What was shown already: up to which entry of one office's trail, or how many lines of all offices'. */
interface Shown {
  readonly before: number | null;
  readonly skip: number;
}

function useTrail(office: OfficeScope | undefined) {
  const { send } = useLine();
  return useInfiniteQuery({
    queryKey: ["access.listAudit", "pages", office ?? "own"],
    queryFn: ({ pageParam }) => {
      const whose = office === undefined ? {} : { office };
      return question(send, "access.listAudit", { ...whose, ...pageParam, limit: PIECE }).queryFn();
    },
    initialPageParam: { before: null, skip: 0 } as Shown,
    getNextPageParam: (page, pages): Shown | undefined => {
      if (page.length < PIECE) return undefined;
      return office === "all"
        ? { before: null, skip: pages.length * PIECE }
        : { before: page.at(-1)?.seq ?? null, skip: 0 };
    },
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
      <Table.Td>{entry.by || entry.office}</Table.Td>
      <Table.Td>{word ? t(word) : <Text ff="monospace">{entry.action}</Text>}</Table.Td>
      <Table.Td className="numerals">{entry.reference ?? ""}</Table.Td>
      <Table.Td ta="right" className="numerals">
        {entry.rows === null ? "" : showCount(entry.rows, language)}
      </Table.Td>
    </Table.Tr>
  );
}
