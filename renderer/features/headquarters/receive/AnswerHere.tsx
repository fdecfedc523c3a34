import { Button, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../ui/Panel.tsx";
import { AnswerOutcome } from "../answers/AnswerOutcome.tsx";
import { useAnswering } from "../answers/useAnswering.ts";

/** The answers to all offices onto the stick that was just read. */
export function AnswerHere({ folder }: { readonly folder: string }) {
  const { t } = useTranslation("headquarters");
  const answering = useAnswering();
  return (
    <Panel title={t("actions.answers")} text={t("report.answerText")}>
      <Stack>
        <AnswerOutcome answering={answering} />
        <Group justify="flex-end">
          <Button
            loading={answering.pending}
            disabled={answering.written !== null}
            onClick={() => void answering.write(null, folder)}
          >
            {t("report.answer")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
