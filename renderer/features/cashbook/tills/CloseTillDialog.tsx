import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Till } from "../../../../src/contract/cashbookTerms.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface CloseTillDialogProps {
  readonly till: Till;
  readonly name: string;
  readonly onClose: () => void;
}

/** Only an empty place is closed; its past stays in the book. */
export function CloseTillDialog({ till, name, onClose }: CloseTillDialogProps) {
  const { t } = useTranslation("cashbook");
  const { tell, pending } = useTell("cashbook.saveTill");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const close = async () => {
    const { key, kind, accountNumber } = till;
    const result = await tell({ key, kind, name: till.name, accountNumber, closed: true });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t("tills.closeTitle", { name })}
      confirm={t("tills.close")}
      pending={pending}
      onConfirm={() => void close()}
      onClose={onClose}
    >
      <RefusalNotice refusal={refusal} />
      {t("tills.closeText")}
    </ConfirmDialog>
  );
}
