import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Day } from "../../ui/Day.tsx";
import type { Answer, OnStick } from "./standing.ts";

/** The answers that wait on the stick, and a word about what else lies there: a stick keeps those of a year. */
export function AnswerFiles({ found }: { readonly found: OnStick }) {
  const { t } = useTranslation("sync");
  const unread = found.answers.filter(({ read }) => !read);
  const read = found.answers.length - unread.length;
  return (
    <div>
      {found.answers.length === 0 && <Text c="dimmed">{t("answer.nothing")}</Text>}
      {unread.length > 0 && (
        <Table maw="40rem" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("answer.number")}</Table.Th>
              <Table.Th>{t("answer.kind")}</Table.Th>
              <Table.Th>{t("answer.createdAt")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {unread.map((answer) => (
              <AnswerLine key={answer.file.path} answer={answer} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {read > 0 && (
        <Text size="sm" c="dimmed" mt={unread.length > 0 ? "xs" : 0}>
          {t("answer.alreadyRead", { count: read })}
        </Text>
      )}
      {found.others > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("answer.others", { count: found.others })}
        </Text>
      )}
    </div>
  );
}

function AnswerLine({ answer: { file } }: { readonly answer: Answer }) {
  const { t } = useTranslation("sync");
  return (
    <Table.Tr className="numerals">
      <Table.Td>{file.number}</Table.Td>
      <Table.Td>{t(file.kind === "snapshot" ? "kind.snapshot" : "kind.receipt")}</Table.Td>
      <Table.Td>
        <Day iso={file.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}
