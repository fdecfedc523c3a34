import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { FolderPicker } from "../../../ui/FolderPicker.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** A new laptop takes over an office from its backup; the sign-in page follows by itself. */
export function RestoreStep({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation(["office", "common"]);
  const [folder, setFolder] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const restore = useTell("office.restore");

  async function run(): Promise<void> {
    if (folder === null) return;
    const result = await restore.tell({ folder });
    setRefusal(result.ok ? null : result.refusal);
  }

  return (
    <Stack>
      <FolderPicker
        value={folder}
        onChange={(path) => {
          setFolder(path);
          setRefusal(null);
        }}
      />
      <RefusalNotice refusal={refusal} />
      <Group justify="space-between">
        <Button variant="default" size="md" onClick={onBack}>
          {t("common:back")}
        </Button>
        <Button size="md" disabled={folder === null} loading={restore.pending} onClick={() => void run()}>
          {t("office:first.restore.run")}
        </Button>
      </Group>
    </Stack>
  );
}
