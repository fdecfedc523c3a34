import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReceivedAnswer } from "../../../src/contract/sync.ts";
import { useAsk } from "../../lib/calls.ts";
import { showCount } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { Asked } from "../../ui/Asked.tsx";
import { Day } from "../../ui/Day.tsx";
import { Panel } from "../../ui/Panel.tsx";

/** The answers of headquarters that were read here. */
export function Answers() {
  const { t } = useTranslation("sync");
  const answers = useAsk("sync.answers", {});
  return (
    <Panel title={t("answers.title")}>
      <Asked of={answers}>
        {(read) =>
          read.length === 0 ? <Text c="dimmed">{t("answers.empty")}</Text> : <AnswerTable read={read} />
        }
      </Asked>
    </Panel>
  );
}

function AnswerTable({ read }: { readonly read: readonly ReceivedAnswer[] }) {
  const { t } = useTranslation("sync");
  const language = useLanguage();
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("answers.importedAt")}</Table.Th>
          <Table.Th>{t("answer.number")}</Table.Th>
          <Table.Th>{t("answer.kind")}</Table.Th>
          <Table.Th>{t("answer.createdAt")}</Table.Th>
          <Table.Th ta="right">{t("answers.acknowledged")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {read.map((answer) => (
          <Table.Tr key={`${answer.kind} ${answer.number} ${answer.createdAt}`} className="numerals">
            <Table.Td>
              <Day iso={answer.importedAt} withTime />
            </Table.Td>
            <Table.Td>{answer.number}</Table.Td>
            <Table.Td>{t(`kind.${answer.kind}`)}</Table.Td>
            <Table.Td>
              <Day iso={answer.createdAt} />
            </Table.Td>
            <Table.Td ta="right">{showCount(answer.acknowledged, language)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
