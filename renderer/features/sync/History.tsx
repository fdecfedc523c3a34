import { Table, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SentBundle, SyncState } from "../../../src/contract/sync.ts";
import { useAsk } from "../../lib/calls.ts";
import { showBytes } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { Asked } from "../../ui/Asked.tsx";
import { Day } from "../../ui/Day.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { isConfirmed } from "./standing.ts";

interface HistoryProps {
  readonly state: SyncState;
}

/** The bundles that went out, and which of them headquarters confirmed. */
export function History({ state }: HistoryProps) {
  const { t } = useTranslation("sync");
  const history = useAsk("sync.history", {});
  return (
    <Panel title={t("history.title")}>
      <Asked of={history}>
        {(sent) =>
          sent.length === 0 ? (
            <Text c="dimmed">{t("history.empty")}</Text>
          ) : (
            <SentTable sent={sent} state={state} />
          )
        }
      </Asked>
    </Panel>
  );
}

interface SentTableProps extends HistoryProps {
  readonly sent: readonly SentBundle[];
}

function SentTable({ sent, state }: SentTableProps) {
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
          <Table.Th>{t("history.state")}</Table.Th>
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
            <Table.Td>
              <Confirmed is={isConfirmed(bundle, state)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Confirmed({ is }: { readonly is: boolean }) {
  const { t } = useTranslation("sync");
  if (!is) return t("history.onTheWay");
  return (
    <>
      <IconCheck size={16} aria-hidden style={{ verticalAlign: "-0.15em", marginRight: 4 }} />
      {t("history.confirmed")}
    </>
  );
}
