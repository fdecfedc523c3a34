import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { OpenRemittance } from "../../../../src/contract/cashbookTerms.ts";
import { newId } from "../../../lib/newId.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { dayTyped, useFormFaults } from "../formFaults.ts";
import { TillField } from "../TillField.tsx";

interface ReceiveDialogProps {
  readonly remittance: OpenRemittance;
  readonly onClose: () => void;
}

type Values = { to: string; datedOn: string; reference: string };

const Input = cashbook.receiveRemittance.input;

/** Takes in what an office sent: where it goes and when it came. */
export function ReceiveDialog({ remittance, onClose }: ReceiveDialogProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const notice = useNotice();
  const officeName = useOfficeName();
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const input = ({ to, datedOn, reference }: Values) => ({
    id,
    voucherId: remittance.voucherId,
    to,
    datedOn: dayTyped(datedOn, today),
    reference: reference.trim(),
  });
  const validate = useFormFaults<Values>({ schema: Input, input, required: ["datedOn"], days: ["datedOn"] });
  const form = useForm<Values>({
    initialValues: { to: remittance.method, datedOn: dayAsTyped(today), reference: remittance.reference },
    validate,
  });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.receiveRemittance",
    form,
    input: (values) => Input.parse(input(values)),
    onDone: ({ voucher }) => {
      notice(t("recorded.done", { number: voucher.number }));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t("remittances.title")}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <RefusalNotice refusal={refusal} />
          <Facts>
            <Fact name={t("office")}>{officeName(remittance.office)}</Fact>
            <Fact name={t("amount")}>
              <strong>
                <Amount francs={remittance.amount} />
              </strong>
            </Fact>
          </Facts>
          <Text size="sm" c="dimmed">
            {t("remittances.whole")}
          </Text>
          <TillField
            label={t("entry.to")}
            data-autofocus
            {...form.getInputProps("to")}
            value={form.values.to}
          />
          <DateField
            label={t("date")}
            required
            {...form.getInputProps("datedOn")}
            value={form.values.datedOn}
          />
          <TextInput label={t("reference")} maxLength={60} {...form.getInputProps("reference")} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={pending}>
              {t("remittances.receive")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
