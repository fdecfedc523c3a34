import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LearnerRef } from "../../../../src/contract/literacyTerms.ts";
import type { Francs, Id } from "../../../../src/contract/primitives.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { FRANCS } from "../../../ui/numberFields.ts";
import { PaymentFields } from "../../../ui/PaymentFields.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { LearnerFacts } from "./LearnerFacts.tsx";
import { type PaidFee, useFee } from "./useFee.ts";

export interface FeeDialogProps {
  readonly enrolmentId: Id;
  readonly learner: LearnerRef;
  /** What is still to pay, and what came in. */
  readonly left: Francs;
  readonly paid: Francs;
  readonly onClose: () => void;
}

/** Takes a class fee or a part of it; then the receipt. */
export function FeeDialog(props: FeeDialogProps) {
  const { t } = useTranslation("literacy");
  const [paid, setPaid] = useState<PaidFee | null>(null);
  return (
    // The second click of a double click falls beside the shorter last step: the receipt stays.
    <Dialog opened onClose={props.onClose} title={t("fee.title")} size="lg" closeOnClickOutside={false}>
      {paid === null ? (
        <FeeForm {...props} onPaid={setPaid} />
      ) : (
        <Collected paid={paid} onClose={props.onClose} />
      )}
    </Dialog>
  );
}

interface FeeFormProps extends FeeDialogProps {
  readonly onPaid: (paid: PaidFee) => void;
}

function FeeForm({ enrolmentId, learner, left, paid, onPaid, onClose }: FeeFormProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const language = useLanguage();
  const text = useRefusalText();
  const taking = useFee(enrolmentId, left, onPaid);
  const { amount, refusal } = taking;
  const errorAt = (field: string) => (refusal?.field === field ? text(refusal) : null);
  const isPlaced = errorAt("amount") !== null || errorAt("reference") !== null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void taking.go();
      }}
    >
      <Stack>
        <RefusalNotice refusal={isPlaced ? null : refusal} />
        <LearnerFacts learner={learner} />
        <Facts>
          <Fact name={t("fee.paid")}>
            <Amount francs={paid} />
          </Fact>
          <Fact name={t("fee.left")}>
            <strong>
              <Amount francs={left} />
            </strong>
          </Fact>
        </Facts>
        <NumberInput
          label={t("fee.amount")}
          {...FRANCS}
          required
          data-autofocus
          value={amount}
          onChange={(value) => taking.setAmount(typeof value === "number" ? value : "")}
          error={errorAt("amount")}
        />
        <PaymentFields
          value={taking.payment}
          onChange={taking.setPayment}
          referenceError={errorAt("reference")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={taking.pending}>
            {amount === "" ? t("fee.takeNothing") : t("fee.take", { amount: showFrancs(amount, language) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface CollectedProps {
  readonly paid: PaidFee;
  readonly onClose: () => void;
}

function Collected({ paid: { voucher, still }, onClose }: CollectedProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const language = useLanguage();
  return (
    <Stack>
      <DoneNote title={t("fee.done", { number: voucher.voucherNumber })}>
        {still <= 0 ? t("fee.all") : t("fee.still", { amount: showFrancs(still, language) })}
      </DoneNote>
      <Group justify="flex-end">
        <ReceiptButton voucherId={voucher.voucherId} number={voucher.voucherNumber} wordy />
        <Button onClick={onClose} data-autofocus>
          {t("common:close")}
        </Button>
      </Group>
    </Stack>
  );
}
