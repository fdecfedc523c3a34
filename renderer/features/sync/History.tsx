import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SentBundle } from "../../../src/contract/sync.ts";
import { useAsk } from "../../lib/calls.ts";
import { showBytes } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { Asked } from "../../ui/Asked.tsx";
import { Day } from "../../ui/Day.tsx";
import { Panel } from "../../ui/Panel.tsx";

/** The bundles that went out. */
export function History() {
  const { t } = useTranslation("sync");
  const history = useAsk("sync.history", {});
  return (
    <Panel title={t("history.title")}>
      <Asked of={history}>
        {(sent) =>
          sent.length === 0 ? <Text c="dimmed">{t("history.empty")}</Text> : <SentTable sent={sent} />
        }
      </Asked>
    </Panel>
  );
}

function SentTable({ sent }: { readonly sent: readonly SentBundle[] }) {
  const { t } = useTranslation("sync");
  const language = useLanguage();
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("history.at")}</Table.Th>
          <Table.Th>{t("history.file")}</Table.Th>
          <Table.Th>{t("history.range")}</Table.Th>
          <Table.Th ta="right">{t("history.size")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sent.map((bundle) => (
          <Table.Tr key={bundle.number} className="numerals">
            <Table.Td>
              <Day iso={bundle.createdAt} withTime />
            </Table.Td>
            <Table.Td>{bundle.file.split(/[\\/]/).at(-1)}</Table.Td>
            <Table.Td>{t("history.fromTo", { first: bundle.first, last: bundle.last })}</Table.Td>
            <Table.Td ta="right">{showBytes(bundle.bytes, language)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
