import { NumberInput, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showFrancs } from "../../../../lib/format.ts";
import { newId } from "../../../../lib/newId.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Fact, Facts, Fields } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { FRANCS } from "../../../../ui/numberFields.ts";
import { CASH, PaymentFields } from "../../../../ui/PaymentFields.tsx";
import { typedNumber } from "../../typed.ts";
import { useSending } from "../../useSending.ts";
import classes from "../Lease.module.css";
import { proposedShares, restOf, type Shares } from "./settling.ts";

interface SettleDepositDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** Shares the deposit out: for rents, for damage, back to the tenant. */
export function SettleDepositDialog({ file, onClose }: SettleDepositDialogProps) {
  const { t } = useTranslation("rental");
  const { shares, set, reason, setReason, payment, setPayment, sending } = useSettling(file, onClose);
  const language = useLanguage();
  const field = (name: keyof Shares) => ({
    label: t(`deposit.${name}`),
    ...FRANCS,
    value: shares[name],
    onChange: (value: number | string) => set({ [name]: typedNumber(value) }),
    error: sending.errorAt(name),
  });
  const rest = restOf(file.depositHeld, shares);
  const restSaid = showFrancs(Math.abs(rest), language);
  return (
    <FormDialog
      title={t("deposit.settle")}
      size="xl"
      submit={t("deposit.go")}
      disabled={rest < 0}
      sending={sending}
      onClose={onClose}
    >
      <Facts>
        <Fact name={t("deposit.held")}>
          <strong>
            <Amount francs={file.depositHeld} />
          </strong>
        </Fact>
        <Fact name={t("lease.owed")}>
          <Amount francs={file.arrears} />
        </Fact>
      </Facts>
      <Fields columns={3}>
        <NumberInput {...field("toArrears")} data-autofocus />
        <NumberInput {...field("withheld")} />
        <NumberInput {...field("refunded")} />
      </Fields>
      <Text size="sm" className={rest < 0 ? classes.late : undefined} aria-live="polite">
        {rest < 0 ? t("deposit.over", { amount: restSaid }) : t("deposit.rest", { amount: restSaid })}
      </Text>
      {shares.withheld !== "" && shares.withheld > 0 && (
        <Textarea
          label={t("deposit.why")}
          required
          maxLength={300}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={sending.errorAt("reason")}
        />
      )}
      {shares.refunded !== "" && shares.refunded > 0 && (
        <PaymentFields value={payment} onChange={setPayment} referenceError={sending.errorAt("reference")} />
      )}
    </FormDialog>
  );
}

function useSettling(file: LeaseFile, onClose: () => void) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [id] = useState(newId);
  const [shares, setShares] = useState(() => proposedShares(file));
  const [reason, setReason] = useState("");
  const [payment, setPayment] = useState(CASH);
  const sending = useSending("settleDeposit", {
    fields: ["toArrears", "withheld", "refunded", "reason", "reference"],
    input: () => ({
      id,
      leaseId: file.id,
      toArrears: shares.toArrears || 0,
      withheld: shares.withheld || 0,
      refunded: shares.refunded || 0,
      reason,
      method: payment.method,
      reference: payment.method === "cash" ? "" : payment.reference,
    }),
    onDone: () => {
      notice(t("deposit.settled"));
      onClose();
    },
  });
  const set = (part: Partial<Shares>) => setShares((before) => ({ ...before, ...part }));
  return { shares, set, reason, setReason, payment, setPayment, sending };
}
