import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LifeAccount } from "../../../../src/contract/insurancePolicies.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface DecideExitDialogProps {
  readonly exit: LifeAccount["exits"][number];
  readonly decision: "approve" | "refuse";
  readonly onClose: () => void;
}

/** A second person agrees, or does not: agreeing closes the policy and the health cover. */
export function DecideExitDialog({ exit, decision, onClose }: DecideExitDialogProps) {
  const { t } = useTranslation("insurance");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const decide = useTell("insurance.approveExit");
  const go = async () => {
    const result = await decide.tell({ id: exit.id, approve: decision === "approve" });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t(`exits.${decision}Title`)}
      confirm={t(`exits.${decision}`)}
      pending={decide.pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">{t(`exits.${decision}Text`)}</Text>
      </Stack>
    </ConfirmDialog>
  );
}
