import { Button, Group, Stack } from "@mantine/core";
import { IconDeviceUsb } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../src/contract/results.ts";
import type { SentBundle, SyncState } from "../../../src/contract/sync.ts";
import { useTell } from "../../lib/calls.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { Sent } from "./Sent.tsx";
import { WaitingList } from "./WaitingList.tsx";

interface ExportProps {
  readonly state: SyncState;
  /** Where it goes; null before a stick or folder was chosen. */
  readonly folder: string | null;
}

/** A bundle for headquarters. "Done" is said only when it was written, read back and verified. */
export function Export({ state, folder }: ExportProps) {
  const { t } = useTranslation("sync");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sent, setSent] = useState<SentBundle | null>(null);
  const send = useTell("sync.export");
  const nothing = state.waiting.length === 0;

  async function run(): Promise<void> {
    if (folder === null) return;
    setSent(null);
    setRefusal(null);
    const result = await send.tell({ folder });
    if (result.ok) setSent(result.value);
    else setRefusal(result.refusal);
  }

  return (
    <Panel title={t("export.title")} text={t("export.text")}>
      <Stack>
        <WaitingList waiting={state.waiting} />
        <RefusalNotice refusal={refusal} />
        {send.pending && (
          <ProgressBar progress={send.progress} label={t("export.running")} onCancel={send.cancel} />
        )}
        {sent && <Sent sent={sent} />}
        <Group justify="flex-end">
          <Button
            leftSection={<IconDeviceUsb size={18} aria-hidden />}
            disabled={folder === null || nothing}
            loading={send.pending}
            onClick={() => void run()}
          >
            {t("export.run")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
