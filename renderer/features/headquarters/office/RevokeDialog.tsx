import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeKey } from "../../../../src/contract/headquarters.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import classes from "../Headquarters.module.css";

interface RevokeDialogProps {
  readonly office: OfficeCode;
  readonly officeKey: OfficeKey;
  readonly onClose: () => void;
}

/** A lost laptop: says what its key will no longer do, and what the office needs next. */
export function RevokeDialog({ office, officeKey, onClose }: RevokeDialogProps) {
  const { t } = useTranslation("headquarters");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const revoke = useTell("headquarters.revokeKey");

  async function go(): Promise<void> {
    const result = await revoke.tell({ office, fingerprint: officeKey.fingerprint });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  }

  return (
    <ConfirmDialog
      opened
      title={t("keys.revokeTitle", { office })}
      confirm={t("keys.revoke")}
      keep={t("keys.keep")}
      pending={revoke.pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">{t("keys.revokeWhat")}</Text>
        <Text size="sm">{t("keys.revokeNext")}</Text>
        <span className={classes.hash}>{officeKey.fingerprint}</span>
      </Stack>
    </ConfirmDialog>
  );
}
