import { NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { newId } from "../../../../lib/newId.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { FRANCS } from "../../../../ui/numberFields.ts";
import { CASH, PaymentFields } from "../../../../ui/PaymentFields.tsx";
import { type Typed, typedNumber } from "../../typed.ts";
import { useSending } from "../../useSending.ts";

interface RefundAdvanceDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** Gives back what was paid ahead and nothing asks for any more. */
export function RefundAdvanceDialog({ file, onClose }: RefundAdvanceDialogProps) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [id] = useState(newId);
  const [amount, setAmount] = useState<Typed>(file.advance);
  const [payment, setPayment] = useState(CASH);
  const sending = useSending("refundAdvance", {
    fields: ["amount", "reference"],
    input: () => ({
      id,
      leaseId: file.id,
      amount,
      method: payment.method,
      reference: payment.method === "cash" ? "" : payment.reference,
    }),
    onDone: () => {
      notice(t("advance.done"));
      onClose();
    },
  });
  return (
    <FormDialog title={t("advance.title")} submit={t("advance.refund")} sending={sending} onClose={onClose}>
      <Text size="sm">{t("advance.text")}</Text>
      <NumberInput
        label={t("advance.amount")}
        required
        data-autofocus
        {...FRANCS}
        value={amount}
        onChange={(value) => setAmount(typedNumber(value))}
        error={sending.errorAt("amount")}
      />
      <PaymentFields value={payment} onChange={setPayment} referenceError={sending.errorAt("reference")} />
    </FormDialog>
  );
}
