import { NumberInput, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { Till } from "../../../../src/contract/cashbookTerms.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { FRANCS } from "../../../ui/numberFields.ts";
import { dayTyped, useFormFaults } from "../formFaults.ts";
import { useTillName } from "../useTills.ts";

interface OpeningDialogProps {
  readonly till: Till;
  readonly onClose: () => void;
}

type Values = { amount: number | ""; datedOn: string };

const Input = cashbook.recordOpening.input;

/** What lay there when the book began; once a place. */
export function OpeningDialog({ till, onClose }: OpeningDialogProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const notice = useNotice();
  const name = useTillName()(till);
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const input = ({ amount, datedOn }: Values) => ({
    id,
    till: till.key,
    amount: amount === "" ? null : amount,
    datedOn: dayTyped(datedOn, today),
  });
  const validate = useFormFaults<Values>({
    schema: Input,
    input,
    required: ["amount", "datedOn"],
    days: ["datedOn"],
  });
  const form = useForm<Values>({ initialValues: { amount: "", datedOn: dayAsTyped(today) }, validate });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.recordOpening",
    form,
    input: (values) => Input.parse(input(values)),
    onDone: ({ voucher }) => {
      notice(t("recorded.done", { number: voucher.number }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("tills.openingTitle", { name })}
      size="md"
      closeOnClickOutside
      sending={{ go: submit, refusal, pending }}
      onClose={onClose}
    >
      <Text size="sm">{t("tills.openingText")}</Text>
      <NumberInput
        label={t("amount")}
        {...FRANCS}
        required
        data-autofocus
        {...form.getInputProps("amount")}
      />
      <DateField
        label={t("tills.openingDay")}
        required
        {...form.getInputProps("datedOn")}
        value={form.values.datedOn}
      />
    </FormDialog>
  );
}
