import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { newId } from "../../../../lib/newId.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { dayAsTyped } from "../../../../lib/typedDay.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { DateField } from "../../../../ui/DateField.tsx";
import { Fields } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { FRANCS } from "../../../../ui/numberFields.ts";
import { CASH, PaymentFields } from "../../../../ui/PaymentFields.tsx";
import { dayInput, type Typed, typedNumber } from "../../typed.ts";
import { useSending } from "../../useSending.ts";

interface ReceiveDepositDialogProps {
  readonly file: LeaseFile;
  /** What is agreed and not yet there. */
  readonly missing: number;
  readonly onClose: () => void;
}

/** Takes the deposit, or a part of it. */
export function ReceiveDepositDialog({ file, missing, onClose }: ReceiveDepositDialogProps) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const [amount, setAmount] = useState<Typed>(missing || "");
  const [on, setOn] = useState(() => dayAsTyped(today));
  const [payment, setPayment] = useState(CASH);
  const sending = useSending("receiveDeposit", {
    fields: ["amount", "receivedOn", "reference"],
    input: () => ({
      id,
      leaseId: file.id,
      receivedOn: dayInput(on, today),
      amount,
      method: payment.method,
      reference: payment.method === "cash" ? "" : payment.reference,
    }),
    onDone: () => {
      notice(t("deposit.received"));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("deposit.receive")}
      submit={t("deposit.receive")}
      sending={sending}
      onClose={onClose}
    >
      <Fields>
        <NumberInput
          label={t("collect.amount")}
          required
          data-autofocus
          {...FRANCS}
          value={amount}
          onChange={(value) => setAmount(typedNumber(value))}
          error={sending.errorAt("amount")}
        />
        <DateField
          label={t("collect.on")}
          required
          value={on}
          onChange={setOn}
          error={sending.errorAt("receivedOn")}
        />
      </Fields>
      <PaymentFields value={payment} onChange={setPayment} referenceError={sending.errorAt("reference")} />
    </FormDialog>
  );
}
