import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { LeaseFile } from "../../../../src/contract/rentalViews.ts";
import { showFrancs } from "../../../lib/format.ts";
import { newId } from "../../../lib/newId.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Fact, Facts, Fields } from "../../../ui/Fields.tsx";
import { FRANCS } from "../../../ui/numberFields.ts";
import { CASH, PaymentFields } from "../../../ui/PaymentFields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { TenantName } from "../TenantName.tsx";
import { dayInput, type Typed, typedNumber } from "../typed.ts";
import { useSending } from "../useSending.ts";
import { AllocationPreview } from "./AllocationPreview.tsx";

interface CollectFormProps {
  readonly file: LeaseFile;
  readonly proposed: number;
  readonly onDone: (paid: OutputOf<"rental.recordPayment">) => void;
  readonly onClose: () => void;
}

function useCollecting(file: LeaseFile, proposed: number, onDone: CollectFormProps["onDone"]) {
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const [amount, setAmount] = useState<Typed>(proposed || "");
  const [on, setOn] = useState(() => dayAsTyped(today));
  const [payment, setPayment] = useState(CASH);
  const sending = useSending("recordPayment", {
    fields: ["amount", "receivedOn", "reference"],
    input: () => ({
      id,
      leaseId: file.id,
      receivedOn: dayInput(on, today),
      amount,
      method: payment.method,
      reference: payment.method === "cash" ? "" : payment.reference,
    }),
    onDone,
  });
  return { amount, setAmount, on, setOn, payment, setPayment, sending };
}

/** The amount stands there already: Enter takes it. */
export function CollectForm({ file, proposed, onDone, onClose }: CollectFormProps) {
  const { t } = useTranslation(["rental", "common"]);
  const language = useLanguage();
  const { amount, setAmount, on, setOn, payment, setPayment, sending } = useCollecting(
    file,
    proposed,
    onDone,
  );
  const { go, pending, refusal, errorAt } = sending;
  const field = useRef<HTMLInputElement>(null);
  // The lease may come after the dialog has looked for what to focus.
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Stack>
        <RefusalNotice refusal={refusal} />
        <Facts>
          <Fact name={t("leases.columns.tenant")}>
            <TenantName name={file.tenantName} /> · {file.premises.map(({ code }) => code).join(", ")}
          </Fact>
          <Fact name={t("collect.late")}>
            <Amount francs={file.arrears} />
          </Fact>
        </Facts>
        <Fields>
          <NumberInput
            label={t("collect.amount")}
            required
            size="md"
            ref={field}
            data-autofocus
            onFocus={(event) => event.currentTarget.select()}
            {...FRANCS}
            value={amount}
            onChange={(value) => setAmount(typedNumber(value))}
            error={errorAt("amount")}
          />
          <DateField
            label={t("collect.on")}
            required
            size="md"
            value={on}
            onChange={setOn}
            error={errorAt("receivedOn")}
          />
        </Fields>
        <AllocationPreview charges={file.charges} amount={amount === "" ? 0 : amount} />
        <PaymentFields value={payment} onChange={setPayment} referenceError={errorAt("reference")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={pending}>
            {amount === "" ? t("collect.go") : t("collect.take", { amount: showFrancs(amount, language) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
