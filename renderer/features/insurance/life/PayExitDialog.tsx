import { Button, Checkbox, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LifeAccount } from "../../../../src/contract/insurancePolicies.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { newId } from "../../../lib/newId.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Private } from "../../../ui/Name.tsx";
import { CASH, PaymentFields } from "../../../ui/PaymentFields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface PayExitDialogProps {
  readonly payment: LifeAccount["exits"][number]["payments"][number];
  readonly onClose: () => void;
}

/** Hands one person her part out of the fund. */
export function PayExitDialog({ payment, onClose }: PayExitDialogProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const language = useLanguage();
  const text = useRefusalText();
  const { paid, setPaid, beyond, setBeyond, asksBeyond, refusal, pending, go } = usePayExit(payment, onClose);
  const aboutReference = refusal?.field === "reference" ? text(refusal) : null;
  return (
    <Dialog opened onClose={onClose} title={t("exits.payTitle")} size="lg">
      <Stack>
        <RefusalNotice refusal={aboutReference === null ? refusal : null} />
        <Facts>
          <Fact name={t("exits.to")}>
            <Private>{payment.to}</Private>
          </Fact>
          <Fact name={t("schedule.amount")}>
            <strong>
              <Amount francs={payment.amount} />
            </strong>
          </Fact>
        </Facts>
        <PaymentFields value={paid} onChange={setPaid} referenceError={aboutReference} />
        {asksBeyond && (
          <Checkbox
            label={t("exits.beyondFund")}
            checked={beyond}
            onChange={(event) => setBeyond(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button loading={pending} onClick={() => void go()} data-autofocus>
            {t("exits.payGo", { amount: showFrancs(payment.amount, language) })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function usePayExit(payment: PayExitDialogProps["payment"], onClose: () => void) {
  const { t } = useTranslation("insurance");
  const notice = useNotice();
  const [id] = useState(newId);
  const [paid, setPaid] = useState(CASH);
  const [beyond, setBeyond] = useState(false);
  const [wasBeyond, setWasBeyond] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mayApprove = useMay("insurance.approve");
  const { tell, pending } = useTell("insurance.payExit");
  const go = useOnce(async () => {
    const { method } = paid;
    const reference = method === "cash" ? "" : paid.reference;
    const result = await tell({ id, paymentId: payment.id, beyondFund: beyond, method, reference });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) {
      setWasBeyond(wasBeyond || result.refusal.code === "insurance.beyondFund");
      return false;
    }
    notice(t("exits.payDone"));
    onClose();
    return true;
  });
  return { paid, setPaid, beyond, setBeyond, asksBeyond: wasBeyond && mayApprove, refusal, pending, go };
}
