import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { Till } from "../../../../src/contract/cashbookTerms.ts";
import { PaymentMethod } from "../../../../src/contract/primitives.ts";
import { newId } from "../../../lib/newId.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { useFormFaults } from "../formFaults.ts";
import { useTills } from "../useTills.ts";

interface TillDialogProps {
  /** Null for a new one; a closed one opens again. */
  readonly till: Till | null;
  readonly onClose: () => void;
}

type Values = { kind: PaymentMethod; name: string; accountNumber: string };

/** The account number of a kind's principal place: what another of its kind is proposed. */
function useUsualNumber(): (kind: PaymentMethod) => string {
  const { tills } = useTills();
  return (kind) => tills.find((till) => till.principal && till.kind === kind)?.accountNumber ?? "";
}

/** Another cash box or account, or new words for one. */
export function TillDialog({ till, onClose }: TillDialogProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const usualNumber = useUsualNumber();
  const [key] = useState(() => till?.key ?? newId());
  const input = (values: Values) => ({
    ...values,
    key,
    name: values.name.trim(),
    accountNumber: values.accountNumber.trim(),
    closed: false,
  });
  const required = till?.principal ? (["accountNumber"] as const) : (["name", "accountNumber"] as const);
  const validate = useFormFaults<Values>({ schema: cashbook.saveTill.input, input, required });
  const form = useForm<Values>({
    initialValues: {
      kind: till?.kind ?? "cash",
      name: till?.name ?? "",
      accountNumber: till?.accountNumber ?? usualNumber("cash"),
    },
    validate,
  });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.saveTill",
    form,
    input,
    onDone: onClose,
  });
  const chooseKind = (chosen: string | null) => {
    const kind = PaymentMethod.parse(chosen);
    const isUsual = form.values.accountNumber === usualNumber(form.values.kind);
    form.setValues({ kind, ...(isUsual ? { accountNumber: usualNumber(kind) } : {}) });
  };
  return (
    <FormDialog
      title={t(till === null ? "tills.new" : "tills.rename")}
      size="md"
      closeOnClickOutside
      sending={{ go: submit, refusal, pending }}
      onClose={onClose}
    >
      <TextInput
        label={t("tills.name")}
        placeholder={t("tills.nameHint")}
        description={till?.principal ? t("tills.principalName") : undefined}
        maxLength={60}
        required={!till?.principal}
        data-autofocus
        {...form.getInputProps("name")}
      />
      {till === null && (
        <Select
          label={t("tills.kind")}
          data={PaymentMethod.options.map((kind) => ({ value: kind, label: t(`common:method.${kind}`) }))}
          allowDeselect={false}
          {...form.getInputProps("kind")}
          onChange={chooseKind}
        />
      )}
      <TextInput
        label={t("tills.accountNumber")}
        description={t("tills.accountNumberHint")}
        inputMode="numeric"
        maxLength={8}
        required
        {...form.getInputProps("accountNumber")}
      />
    </FormDialog>
  );
}
