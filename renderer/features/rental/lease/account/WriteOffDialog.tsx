import { NumberInput, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showFrancs } from "../../../../lib/format.ts";
import { newId } from "../../../../lib/newId.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { FRANCS } from "../../../../ui/numberFields.ts";
import { type Typed, typedNumber } from "../../typed.ts";
import { useSending } from "../../useSending.ts";

interface WriteOffDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** Gives up what is due, with a reason: no money moves. */
export function WriteOffDialog({ file, onClose }: WriteOffDialogProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const notice = useNotice();
  const [id] = useState(newId);
  const [amount, setAmount] = useState<Typed>("");
  const [reason, setReason] = useState("");
  const sending = useSending("writeOff", {
    fields: ["amount", "reason"],
    input: () => ({ id, leaseId: file.id, amount, reason }),
    onDone: () => {
      notice(t("writeOff.done"));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("writeOff.title")}
      submit={t("writeOff.go")}
      tone="attention"
      sending={sending}
      onClose={onClose}
    >
      <Text size="sm">{t("writeOff.text")}</Text>
      <NumberInput
        label={t("writeOff.amount")}
        description={t("writeOff.owed", { amount: showFrancs(file.arrears, language) })}
        inputWrapperOrder={["label", "input", "description", "error"]}
        required
        data-autofocus
        {...FRANCS}
        value={amount}
        onChange={(value) => setAmount(typedNumber(value))}
        error={sending.errorAt("amount")}
      />
      <Textarea
        label={t("writeOff.reason")}
        required
        autosize
        minRows={2}
        maxRows={4}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={sending.errorAt("reason")}
      />
    </FormDialog>
  );
}
