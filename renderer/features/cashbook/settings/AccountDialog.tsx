import { Checkbox, SegmentedControl, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import { type Account, AccountSide } from "../../../../src/contract/cashbookTerms.ts";
import { newId } from "../../../lib/newId.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useFormFaults } from "../formFaults.ts";
import { type AccountValues, accountValues, codeFor } from "./accountForm.ts";

interface AccountDialogProps {
  /** Null for a new one. */
  readonly account: Account | null;
  readonly onClose: () => void;
}

/** An account of the chart; saving it confirms its number. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const [id] = useState(newId);
  const input = (values: AccountValues) => ({
    ...values,
    id,
    code: account?.code ?? codeFor(values.name),
    number: values.number.trim(),
    name: values.name.trim(),
    nameEn: values.nameEn.trim(),
  });
  const validate = useFormFaults<AccountValues>({
    schema: cashbook.saveAccount.input,
    input,
    required: ["number", "name", "nameEn"],
  });
  const form = useForm<AccountValues>({ initialValues: accountValues(account), validate });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.saveAccount",
    form,
    input,
    onDone: onClose,
  });
  const isAutomatic = account?.automatic ?? false;
  return (
    <FormDialog
      title={t(account === null ? "chart.new" : "chart.edit")}
      size="lg"
      closeOnClickOutside
      sending={{ go: submit, refusal, pending }}
      onClose={onClose}
    >
      <TextInput
        label={t("chart.number")}
        description={t("chart.numberHint")}
        inputMode="numeric"
        maxLength={8}
        required
        data-autofocus
        {...form.getInputProps("number")}
      />
      {form.errors.code && <RefusalNotice refusal={{ code: "cashbook.codeTaken" }} />}
      <TextInput label={t("chart.name")} maxLength={80} required {...form.getInputProps("name")} />
      <TextInput label={t("chart.nameEn")} maxLength={80} required {...form.getInputProps("nameEn")} />
      {!isAutomatic && (
        <>
          <SegmentedControl
            fullWidth
            aria-label={t("chart.side")}
            data={AccountSide.options.map((side) => ({ value: side, label: t(`sides.${side}`) }))}
            {...form.getInputProps("side")}
          />
          <Checkbox label={t("chart.active")} {...form.getInputProps("active", { type: "checkbox" })} />
        </>
      )}
    </FormDialog>
  );
}
