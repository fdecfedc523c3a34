import { useState } from "react";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { Francs, Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { focusFirstError } from "../../../lib/refusals.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { useMay } from "../../../lib/useSession.ts";
import { CASH } from "../../../ui/PaymentFields.tsx";
import { usePrintReceipt } from "../../../ui/ReceiptButton.tsx";
import type { Typed } from "../formFaults.ts";

export interface PaidFee {
  readonly voucher: OutputOf<"literacy.payFee">;
  /** What is to pay after it. */
  readonly still: Francs;
}

/** Takes a fee once and shows its receipt. @param left what is still to pay, which is proposed */
export function useFee(enrolmentId: Id, left: Francs, onPaid: (paid: PaidFee) => void) {
  const mayPrint = useMay("cards.sell");
  const [id] = useState(newId);
  const [amount, setAmount] = useState<Typed>(left);
  const [payment, setPayment] = useState(CASH);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("literacy.payFee");
  const receipt = usePrintReceipt();
  const refuse = (why: Refusal) => {
    setRefusal(why);
    focusFirstError();
    return false;
  };
  const go = useOnce(async () => {
    // Of a fee that was paid in part before she left and came back, no more than what is left.
    if (amount !== "" && amount > left)
      return refuse({ code: "literacy.feeTooMuch", field: "amount", values: { left } });
    if (amount === "" || amount < 1) return refuse({ code: "request.required", field: "amount" });
    const { method } = payment;
    const reference = method === "cash" ? "" : payment.reference;
    const result = await tell({ id, enrolmentId, amount, method, reference });
    if (!result.ok) return refuse(result.refusal);
    onPaid({ voucher: result.value, still: left - amount });
    if (mayPrint) await receipt.print(result.value.voucherId);
    return true;
  });
  const change = (next: Typed) => {
    setRefusal(null);
    setAmount(next);
  };
  return { amount, setAmount: change, payment, setPayment, refusal, pending, go };
}
