import { useState } from "react";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { PolicyRow } from "../../../../src/contract/insurancePolicies.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { useMay } from "../../../lib/useSession.ts";
import { CASH } from "../../../ui/PaymentFields.tsx";
import { usePrintReceipt } from "../../../ui/ReceiptButton.tsx";

interface Collecting {
  readonly policy: PolicyRow;
  readonly quote: OutputOf<"insurance.quoteContribution">;
  readonly onPaid: (paid: OutputOf<"insurance.payContribution">) => void;
  /** The amount changed meanwhile: the new one has to be shown. */
  readonly onStale: () => void;
}

/** Takes the contributions that are quoted, once, and shows the receipt. */
export function useCollect({ policy, quote, onPaid, onStale }: Collecting) {
  const mayPrint = useMay("cards.sell");
  const [id] = useState(newId);
  const [payment, setPayment] = useState(CASH);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("insurance.payContribution");
  const receipt = usePrintReceipt();
  const go = useOnce(async () => {
    const { method } = payment;
    const reference = method === "cash" ? "" : payment.reference;
    const { periods, amount } = quote;
    const result = await tell({
      id,
      policyId: policy.id,
      periods: periods.length,
      amount,
      method,
      reference,
    });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) {
      if (result.refusal.code === "insurance.amountChanged") onStale();
      return false;
    }
    onPaid(result.value);
    if (mayPrint) await receipt.print(result.value.voucherId);
    return true;
  });
  return { payment, setPayment, refusal, pending, go };
}
