import { List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { FilePick, type PickedFile } from "../../ui/FilePick.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import type { Preview, Source } from "./source.ts";

interface ChooseFileProps {
  readonly onRead: (source: Source, preview: Preview) => void;
}

/** The first step: a file, read at once. */
export function ChooseFile({ onRead }: ChooseFileProps) {
  const { t } = useTranslation("imports");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const preview = useTell("imports.preview", { invalidates: [] });
  const read = async (file: PickedFile) => {
    const source: Source = { fileName: file.name.slice(0, 255), bytes: file.bytes, columns: null };
    const result = await preview.tell(source);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onRead(source, result.value);
  };
  return (
    <Panel title={t("file.title")} text={t("file.text")}>
      <Stack>
        <RefusalNotice refusal={refusal} />
        <FilePick
          accept=".csv,.tsv,.txt,.xlsx"
          onPick={read}
          label={t("file.choose")}
          disabled={preview.pending}
        />
        {preview.pending && (
          <ProgressBar progress={preview.progress} label={t("file.reading")} onCancel={preview.cancel} />
        )}
        <Text size="sm" fw={500}>
          {t("file.goodToKnow")}
        </Text>
        <List size="sm" spacing={4}>
          <List.Item>{t("file.dryRun")}</List.Item>
          <List.Item>{t("file.twice")}</List.Item>
          <List.Item>{t("file.headings")}</List.Item>
        </List>
      </Stack>
    </Panel>
  );
}
