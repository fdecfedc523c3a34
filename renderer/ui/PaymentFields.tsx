import { SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PaymentMethod } from "../../src/contract/primitives.ts";

export interface Payment {
  readonly method: PaymentMethod;
  readonly reference: string;
}

export const CASH: Payment = { method: "cash", reference: "" };

interface PaymentFieldsProps {
  readonly value: Payment;
  readonly onChange: (payment: Payment) => void;
  /** The sentence of a refusal about the reference. */
  readonly referenceError: string | null;
}

/** How she pays; mobile money and bank ask for the reference of the message. */
export function PaymentFields({ value, onChange, referenceError }: PaymentFieldsProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={t("sale.method")}
        data={PaymentMethod.options.map((method) => ({ value: method, label: t(`common:method.${method}`) }))}
        value={value.method}
        onChange={(method) => onChange({ ...value, method })}
      />
      {value.method !== "cash" && (
        <TextInput
          label={t("sale.reference")}
          description={t("sale.referenceHint")}
          maxLength={60}
          required
          value={value.reference}
          onChange={(event) => onChange({ ...value, reference: event.currentTarget.value })}
          error={referenceError}
        />
      )}
    </Stack>
  );
}
