import { useState } from "react";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { ClaimToPay } from "../../../../src/contract/insuranceClaims.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useMay } from "../../../lib/useSession.ts";
import { CASH } from "../../../ui/PaymentFields.tsx";
import { isBeyondFund } from "../fund/fundFigures.ts";

/** One payment of a claim: how much, how, and whether the fund of its plan allows it. */
export function usePayment(claim: ClaimToPay, onPaid: (paid: OutputOf<"insurance.payClaim">) => void) {
  const [id] = useState(newId);
  const [amount, setAmount] = useState<number | "">(claim.left);
  const [payment, setPayment] = useState(CASH);
  const [beyond, setBeyond] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mayRead = useMay("insurance.read");
  const funds = useAsk("insurance.fund", {}, { enabled: mayRead }).data ?? [];
  const { tell, pending } = useTell("insurance.payClaim");
  const { planCode } = claim;
  const isBeyond = isBeyondFund(funds, { planCode, amount: amount === "" ? 0 : amount });
  const go = async () => {
    if (amount === "" || pending) return;
    const { method } = payment;
    const reference = method === "cash" ? "" : payment.reference;
    const beyondFund = isBeyond && beyond;
    const result = await tell({ id, claimId: claim.id, amount, beyondFund, method, reference });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onPaid(result.value);
  };
  const fund = funds.find((one) => one.planCode === planCode);
  return {
    ...{ amount, setAmount, payment, setPayment, beyond, setBeyond },
    ...{ fund, isBeyond, refusal, pending, go },
  };
}
