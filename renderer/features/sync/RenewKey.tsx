import { Button, Group, Text } from "@mantine/core";
import { IconDeviceFloppy, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { saveFile } from "../../lib/saveFile.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { DoneNote } from "../../ui/DoneNote.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";

interface RenewKeyProps {
  /** One is on its way already: a second would only confuse. */
  readonly renewing: boolean;
}

/** A new signing key for this office; the old one vouches for it. */
export function RenewKey({ renewing }: RenewKeyProps) {
  const { t } = useTranslation("sync");
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [file, setFile] = useState<FileOutput | null>(null);
  const renew = useTell("sync.renewKey");

  async function run(): Promise<void> {
    setAsked(false);
    const result = await renew.tell({});
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    setFile(result.value);
    saveFile(result.value);
  }

  return (
    <>
      <RefusalNotice refusal={refusal} />
      {file && <Renewed file={file} />}
      {!renewing && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconKey size={18} aria-hidden />}
            loading={renew.pending}
            onClick={() => setAsked(true)}
          >
            {t("renew.run")}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={asked}
        title={t("renew.confirmTitle")}
        confirm={t("renew.confirm")}
        onConfirm={() => void run()}
        onClose={() => setAsked(false)}
      >
        <Text>{t("renew.confirmText")}</Text>
      </ConfirmDialog>
    </>
  );
}

function Renewed({ file }: { readonly file: FileOutput }) {
  const { t } = useTranslation("sync");
  return (
    <Group justify="space-between">
      <DoneNote title={t("renew.done")}>{t("renew.file", { file: file.fileName })}</DoneNote>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        onClick={() => saveFile(file)}
      >
        {t("renew.again")}
      </Button>
    </Group>
  );
}
