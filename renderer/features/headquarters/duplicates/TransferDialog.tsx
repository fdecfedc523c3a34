import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MemberRow } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useOfficeNames } from "../officeNames.ts";

interface TransferDialogProps {
  /** The record that stays, at the office where she goes. */
  readonly kept: MemberRow;
  /** The record that is handed over and joins it. */
  readonly gone: MemberRow;
  readonly onClose: () => void;
}

/** One woman: says which office hands over what to which, and when it happens. */
export function TransferDialog({ kept, gone, onClose }: TransferDialogProps) {
  const { t } = useTranslation("headquarters");
  const nameOf = useOfficeNames();
  const notice = useNotice();
  const [id] = useState(newId);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const transfer = useTell("headquarters.transfer");
  const from = nameOf(gone.office);
  const to = nameOf(kept.office);

  async function go(): Promise<void> {
    const result = await transfer.tell({ id, memberId: gone.id, to: kept.office, mergeInto: kept.id });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    onClose();
    notice(t("transfer.done"));
  }

  return (
    <ConfirmDialog
      opened
      title={t("transfer.confirmTitle", { office: to })}
      confirm={t("transfer.confirm")}
      pending={transfer.pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">{t("transfer.what1", { from, gone: gone.number, to })}</Text>
        <Text size="sm">{t("transfer.what2", { kept: kept.number })}</Text>
        <Text size="sm">{t("transfer.what3", { from, to })}</Text>
      </Stack>
    </ConfirmDialog>
  );
}
