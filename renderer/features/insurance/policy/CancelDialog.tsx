import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { CASH, PaymentFields } from "../../../ui/PaymentFields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface CancelDialogProps {
  readonly file: PolicyFile;
  readonly onClose: () => void;
}

/** Ends the policy today; what was paid ahead goes back where the plan says so. */
export function CancelDialog({ file, onClose }: CancelDialogProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const text = useRefusalText();
  const { today, payment, setPayment, refusal, pending, go } = useCancel(file, onClose);
  const refund = file.refundToday;
  const aboutReference = refusal?.field === "reference" ? text(refusal) : null;
  return (
    <Dialog opened onClose={onClose} title={t("cancel.title")} size="lg">
      <Stack>
        <RefusalNotice refusal={aboutReference === null ? refusal : null} />
        <Text size="sm">{t("cancel.text")}</Text>
        <Facts>
          <Fact name={t("cancel.on")}>
            <Day iso={today} />
          </Fact>
          <Fact name={t("cancel.refund")}>
            <strong aria-live="polite">
              <Amount francs={refund} />
            </strong>
          </Fact>
        </Facts>
        {refund > 0 && (
          <PaymentFields value={payment} onChange={setPayment} referenceError={aboutReference} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("common:cancel")}
          </Button>
          <Button color="ochre" loading={pending} onClick={() => void go()}>
            {t("cancel.go")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function useCancel(file: PolicyFile, onClose: () => void) {
  const { t } = useTranslation("insurance");
  const notice = useNotice();
  const [today] = useState(todayNow);
  const [id] = useState(newId);
  const [payment, setPayment] = useState(CASH);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("insurance.cancelPolicy");
  const go = useOnce(async () => {
    const refund = file.refundToday;
    const reference = payment.method === "cash" || refund === 0 ? "" : payment.reference;
    const { method } = payment;
    const result = await tell({ id, policyId: file.policy.id, on: today, refund, method, reference });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return false;
    notice(t("cancel.done", { number: file.policy.number }));
    onClose();
    return true;
  });
  return { today, payment, setPayment, refusal, pending, go };
}
