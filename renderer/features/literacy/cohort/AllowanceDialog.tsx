import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { PaymentFields } from "../../../ui/PaymentFields.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { type AllowancePaid, type DueAllowance, useAllowance } from "./useAllowance.ts";

interface AllowanceDialogProps {
  readonly file: CohortFile;
  readonly onClose: () => void;
}

/** Pays a trainer for every session held and not paid yet, up to a day; then the voucher. */
export function AllowanceDialog({ file, onClose }: AllowanceDialogProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const [paid, setPaid] = useState<AllowancePaid | null>(null);
  return (
    // The second click of a double click falls beside the shorter last step: the voucher stays.
    <Dialog opened onClose={onClose} title={t("allowances.pay")} size="lg" closeOnClickOutside={false}>
      {paid === null ? (
        <AllowanceForm file={file} onPaid={setPaid} onClose={onClose} />
      ) : (
        <Stack>
          <DoneNote title={t("allowances.done", { number: paid.voucherNumber })} />
          <Group justify="flex-end">
            <ReceiptButton voucherId={paid.voucherId} number={paid.voucherNumber} wordy />
            <Button onClick={onClose} data-autofocus>
              {t("common:close")}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}

interface AllowanceFormProps extends AllowanceDialogProps {
  readonly onPaid: (paid: AllowancePaid) => void;
}

function AllowanceForm({ file, onPaid, onClose }: AllowanceFormProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const language = useLanguage();
  const text = useRefusalText();
  const paying = useAllowance(file, onPaid);
  const { due, refusal } = paying;
  const errorAt = (field: string) => (refusal?.field === field ? text(refusal) : null);
  const isPlaced = ["trainerId", "to", "reference"].some((field) => errorAt(field) !== null);
  const amount = due?.amount ?? 0;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void paying.go();
      }}
    >
      <Stack>
        <RefusalNotice refusal={isPlaced ? null : refusal} />
        <TrainerChoice value={paying.trainerId} onChange={paying.setTrainerId} error={errorAt("trainerId")} />
        <DateField
          label={t("allowances.to")}
          required
          data-autofocus
          value={paying.to}
          onChange={paying.setTo}
          error={errorAt("to")}
        />
        <DueFacts due={due} />
        <PaymentFields
          value={paying.payment}
          onChange={paying.setPayment}
          referenceError={errorAt("reference")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={paying.pending} disabled={paying.waiting}>
            {amount === 0
              ? t("allowances.goNothing")
              : t("allowances.go", { amount: showFrancs(amount, language) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface TrainerChoiceProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | null;
}

function TrainerChoice({ value, onChange, error }: TrainerChoiceProps) {
  const { t } = useTranslation("literacy");
  const trainers = useAsk("literacy.trainers", {}).data ?? [];
  return (
    <Select
      label={t("allowances.trainer")}
      data={trainers.map(({ id, name }) => ({ value: id, label: name }))}
      required
      allowDeselect={false}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

function DueFacts({ due }: { readonly due: DueAllowance | null }) {
  const { t } = useTranslation("literacy");
  if (due === null) return null;
  if (due.sessions === 0)
    return (
      <Text size="sm" c="dimmed" aria-live="polite">
        {t("allowances.nothing")}
      </Text>
    );
  return (
    <Facts>
      <Fact name={t("allowances.sessions")}>
        {t("allowances.line", { count: due.sessions })}, {t("allowances.since")} <Day iso={due.from} />
      </Fact>
      <Fact name={t("allowances.amount")}>
        <strong aria-live="polite">
          <Amount francs={due.amount} />
        </strong>
      </Fact>
    </Facts>
  );
}
