import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDeviceUsb } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceiveReport } from "../../../../src/contract/headquarters.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import type { StickFile } from "../../../../src/contract/sync.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { UnreadableFiles } from "../../../ui/UnreadableFiles.tsx";
import { StickFileList } from "./StickFileList.tsx";

/** A stick that is changed for another of the same name is looked at anew. */
const LOOK_AGAIN_MS = 5000;

interface StickFilesProps {
  readonly folder: string;
  /** The one file that was opened by a double click; the others are left out until somebody takes them. */
  readonly only: string | null;
  readonly onRead: (report: ReceiveReport) => void;
}

/** The bundles in a folder; those for headquarters are read unless somebody leaves one out. */
export function StickFiles({ folder, only, onRead }: StickFilesProps) {
  const { t } = useTranslation("headquarters");
  const found = useAsk("sync.lookAtStick", { folder }, { everyMs: LOOK_AGAIN_MS, anew: true });
  return (
    <Panel title={t("receive.found")}>
      <Asked of={found}>
        {({ files, unreadable }) => (
          <Stack>
            <UnreadableFiles files={unreadable} advice={t("receive.unreadable")} />
            {files.length > 0 && <Choose files={files} only={only} onRead={onRead} />}
            {files.length === 0 && unreadable.length === 0 && <Text c="dimmed">{t("receive.nothing")}</Text>}
          </Stack>
        )}
      </Asked>
    </Panel>
  );
}

interface ChooseProps {
  readonly files: readonly StickFile[];
  readonly only: string | null;
  readonly onRead: (report: ReceiveReport) => void;
}

function Choose({ files, only, onRead }: ChooseProps) {
  const { t } = useTranslation("headquarters");
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(
    () => new Set(files.filter(({ name }) => only !== null && name !== only).map(({ path }) => path)),
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const receive = useTell("headquarters.receive");
  const chosen = files.filter((file) => file.forUs && !leftOut.has(file.path));

  async function read(): Promise<void> {
    setRefusal(null);
    const result = await receive.tell({ files: chosen.map((file) => file.path) });
    if (result.ok) onRead(result.value);
    else setRefusal(result.refusal);
  }

  return (
    <Stack>
      <StickFileList files={files} leftOut={leftOut} onLeaveOut={setLeftOut} disabled={receive.pending} />
      <RefusalNotice refusal={refusal} />
      {receive.pending && (
        <ProgressBar progress={receive.progress} label={t("receive.running")} onCancel={receive.cancel} />
      )}
      <Group justify="flex-end">
        <Button
          leftSection={<IconDeviceUsb size={18} aria-hidden />}
          disabled={chosen.length === 0}
          loading={receive.pending}
          onClick={() => void read()}
        >
          {t("receive.run")}
        </Button>
      </Group>
    </Stack>
  );
}
