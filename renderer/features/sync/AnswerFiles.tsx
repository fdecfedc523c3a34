import { Table, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Day } from "../../ui/Day.tsx";
import type { Answer, OnStick } from "./standing.ts";

/** The answers on the stick, and a word about what else lies there. */
export function AnswerFiles({ found }: { readonly found: OnStick }) {
  const { t } = useTranslation("sync");
  return (
    <div>
      {found.answers.length === 0 ? (
        <Text c="dimmed">{t("answer.nothing")}</Text>
      ) : (
        <Table maw="40rem" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("answer.number")}</Table.Th>
              <Table.Th>{t("answer.kind")}</Table.Th>
              <Table.Th>{t("answer.createdAt")}</Table.Th>
              <Table.Th>{t("answer.state")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.answers.map((answer) => (
              <AnswerLine key={answer.file.path} answer={answer} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {found.others > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("answer.others", { count: found.others })}
        </Text>
      )}
    </div>
  );
}

function AnswerLine({ answer: { file, read } }: { readonly answer: Answer }) {
  const { t } = useTranslation("sync");
  return (
    <Table.Tr className="numerals">
      <Table.Td>{file.number}</Table.Td>
      <Table.Td>{t(file.kind === "snapshot" ? "kind.snapshot" : "kind.receipt")}</Table.Td>
      <Table.Td>
        <Day iso={file.createdAt} />
      </Table.Td>
      <Table.Td>
        {read && <IconCheck size={16} aria-hidden style={{ verticalAlign: "-0.15em", marginRight: 4 }} />}
        {t(read ? "answer.read" : "answer.toRead")}
      </Table.Td>
    </Table.Tr>
  );
}
