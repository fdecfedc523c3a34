import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDeviceUsb } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { FolderPicker } from "../../../ui/FolderPicker.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { AnswerOutcome } from "./AnswerOutcome.tsx";
import { OfficeChoice } from "./OfficeChoice.tsx";
import { useAnswering } from "./useAnswering.ts";

/** Headquarters' answers onto a stick: one file an office. */
export function AnswersPage() {
  const { t } = useTranslation("headquarters");
  const offices = useAsk("headquarters.offices", {});
  return (
    <Page
      title={t("answers.title")}
      subtitle={t("answers.subtitle")}
      back={{ to: "/headquarters", label: t("back") }}
    >
      <Asked of={offices}>{(lines) => <Write lines={lines} />}</Asked>
    </Page>
  );
}

function Write({ lines }: { readonly lines: readonly OfficeLine[] }) {
  const { t } = useTranslation("headquarters");
  const enrolled = lines.filter((line) => !line.own && line.standing === "active");
  // Until somebody chooses, all that are due: an office that was just enrolled is among them a moment later.
  const [picked, setPicked] = useState<readonly OfficeCode[] | null>(null);
  const chosen = picked ?? enrolled.filter((line) => line.answerDue).map((line) => line.code);
  const [folder, setFolder] = useState<string | null>(null);
  const answering = useAnswering();
  if (enrolled.length === 0)
    return (
      <Panel>
        <Text c="dimmed">{t("answers.nobody")}</Text>
      </Panel>
    );
  return (
    <Stack gap="lg">
      <Panel title={t("answers.forWhom")}>
        <OfficeChoice lines={enrolled} chosen={chosen} onChange={setPicked} />
      </Panel>
      <Panel title={t("receive.where")}>
        <Stack>
          <FolderPicker value={folder} onChange={setFolder} />
          <AnswerOutcome answering={answering} />
          <Group justify="flex-end">
            <Button
              leftSection={<IconDeviceUsb size={18} aria-hidden />}
              disabled={folder === null || chosen.length === 0}
              loading={answering.pending}
              onClick={() => folder !== null && void answering.write([...chosen], folder)}
            >
              {t("answers.run", { count: chosen.length })}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </Stack>
  );
}
