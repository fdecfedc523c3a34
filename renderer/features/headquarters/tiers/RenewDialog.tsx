import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** A new signing key for headquarters; the old one vouches for it in the next answers. */
export function RenewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("headquarters");
  const notice = useNotice();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const renew = useTell("headquarters.renewKey");

  async function go(): Promise<void> {
    const result = await renew.tell({});
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    onClose();
    notice(t("own.renewed"));
  }

  return (
    <ConfirmDialog
      opened
      title={t("own.renewTitle")}
      confirm={t("own.renewConfirm")}
      pending={renew.pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">{t("own.renewWhat")}</Text>
      </Stack>
    </ConfirmDialog>
  );
}
