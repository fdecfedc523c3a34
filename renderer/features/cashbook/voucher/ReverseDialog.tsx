import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { VoucherFile } from "../../../../src/contract/cashbookTerms.ts";
import { newId } from "../../../lib/newId.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useFormFaults } from "../formFaults.ts";
import { useChart } from "../useChart.ts";

interface ReverseDialogProps {
  readonly file: VoucherFile;
  readonly onClose: () => void;
}

type Values = { reason: string };

/** Takes the voucher back with one against it, and says what else is undone. */
export function ReverseDialog({ file: { voucher }, onClose }: ReverseDialogProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const notice = useNotice();
  const [id] = useState(newId);
  const { accounts, nameOf } = useChart();
  const account = accounts.find(({ code }) => code === voucher.account);
  const paidForSomething = voucher.kind === "ordinary" && (account?.automatic ?? false);
  const input = ({ reason }: Values) => ({ id, voucherId: voucher.id, reason: reason.trim() });
  const validate = useFormFaults<Values>({ schema: cashbook.reverse.input, input, required: ["reason"] });
  const form = useForm<Values>({ initialValues: { reason: "" }, validate });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.reverse",
    form,
    input,
    onDone: (file) => {
      notice(t("reversal.done", { number: file.reversedBy?.number ?? "" }));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t("reversal.dialog", { number: voucher.number })} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          <RefusalNotice refusal={refusal} />
          <Facts>
            <Fact name={t("amount")}>
              <strong>
                <Amount francs={voucher.amount} />
              </strong>
            </Fact>
            <Fact name={t("account")}>{nameOf(voucher.account)}</Fact>
          </Facts>
          <Text size="sm">
            {t("reversal.what")} {paidForSomething && t("reversal.undone")}
          </Text>
          <Textarea
            label={t("reason")}
            required
            autosize
            minRows={2}
            maxLength={300}
            data-autofocus
            {...form.getInputProps("reason")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("reversal.keep")}
            </Button>
            <Button type="submit" color="ochre" loading={pending}>
              {t("reversal.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
