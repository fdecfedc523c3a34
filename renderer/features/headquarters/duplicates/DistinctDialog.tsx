import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicatePair } from "../../../../src/contract/headquarters.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface DistinctDialogProps {
  readonly pair: DuplicatePair;
  readonly onClose: () => void;
}

/** Two women: the pair is never suggested again. */
export function DistinctDialog({ pair, onClose }: DistinctDialogProps) {
  const { t } = useTranslation("headquarters");
  const notice = useNotice();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const settle = useTell("headquarters.settleDistinct");

  async function go(): Promise<void> {
    const result = await settle.tell({ id: pair.id });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    onClose();
    notice(t("duplicates.distinctDone"));
  }

  return (
    <ConfirmDialog
      opened
      title={t("duplicates.distinctTitle")}
      confirm={t("duplicates.distinctConfirm")}
      pending={settle.pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">
          {t("duplicates.distinctWhat", { one: pair.one.number, other: pair.other.number })}
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
