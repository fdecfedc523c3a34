import { Button, Group, Stack, Text } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { showBytes } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Day } from "../../../ui/Day.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { FolderPicker } from "../../../ui/FolderPicker.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** A copy of the whole office, encrypted as it stands, on a stick or another disk. */
export function BackUp() {
  const { t } = useTranslation("office");
  const [folder, setFolder] = useState<string | null>(null);
  const [done, setDone] = useState<OutputOf<"office.backUp"> | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const backUp = useTell("office.backUp");

  async function run(): Promise<void> {
    if (folder === null) return;
    setDone(null);
    const result = await backUp.tell({ folder });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) setDone(result.value);
  }

  return (
    <Panel title={t("backUp.title")} text={t("backUp.text")}>
      <Stack>
        <LastBackUp />
        <FolderPicker value={folder} onChange={setFolder} />
        <RefusalNotice refusal={refusal} />
        {backUp.pending && (
          <ProgressBar progress={backUp.progress} label={t("backUp.running")} onCancel={backUp.cancel} />
        )}
        {done && <Done done={done} />}
        <Group justify="flex-end">
          <Button
            leftSection={<IconArchive size={18} aria-hidden />}
            disabled={folder === null}
            loading={backUp.pending}
            onClick={() => void run()}
          >
            {t("backUp.run")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function LastBackUp() {
  const { t } = useTranslation("office");
  const overview = useAsk("office.overview", {}, { enabled: useMay("office.read") });
  if (!overview.data) return null;
  return (
    <Text size="sm">
      {t("today.lastBackup")}
      {"\u00a0: "}
      {overview.data.lastBackupAt ? <Day iso={overview.data.lastBackupAt} withTime /> : t("today.never")}
    </Text>
  );
}

function Done({ done }: { readonly done: OutputOf<"office.backUp"> }) {
  const { t } = useTranslation("office");
  const language = useLanguage();
  return (
    <DoneNote title={t("backUp.done")}>
      {t("backUp.where", { path: done.path, size: showBytes(done.bytes, language) })}
    </DoneNote>
  );
}
