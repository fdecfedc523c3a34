import { useState } from "react";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { focusFirstError } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { CASH } from "../../../ui/PaymentFields.tsx";
import { dayTyped } from "../formFaults.ts";

export type DueAllowance = OutputOf<"literacy.allowanceDue">;
export type AllowancePaid = Pick<CohortFile["allowances"][number], "voucherId" | "voucherNumber">;

/** What is due to a trainer up to a day, and its payment, once. */
export function useAllowance(file: CohortFile, onPaid: (paid: AllowancePaid) => void) {
  const [today] = useState(todayNow);
  const [id] = useState(newId);
  const [trainerId, setTrainerId] = useState(file.details.trainerId);
  const [to, setTo] = useState(() => dayAsTyped(today));
  const [payment, setPayment] = useState(CASH);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const until = dayTyped(to, today);
  const isAskable = trainerId !== null && until !== null;
  const due = useAsk(
    "literacy.allowanceDue",
    { cohortId: file.id, trainerId: trainerId ?? "", to: until ?? today },
    { enabled: isAskable },
  );
  const { tell, pending } = useTell("literacy.payAllowance");
  const refuse = (why: Refusal) => {
    setRefusal(why);
    focusFirstError();
    return false;
  };
  const go = useOnce(async () => {
    if (trainerId === null) return refuse({ code: "request.required", field: "trainerId" });
    if (until === null) return refuse({ code: "request.required", field: "to" });
    if (due.data === undefined) return false;
    const { amount } = due.data;
    if (amount === 0) return refuse({ code: "literacy.allowanceNothing", field: "to" });
    const { method } = payment;
    const reference = method === "cash" ? "" : payment.reference;
    const result = await tell({ id, cohortId: file.id, trainerId, to: until, amount, method, reference });
    if (!result.ok) {
      if (result.refusal.code === "literacy.allowanceChanged") void due.refetch();
      return refuse(result.refusal);
    }
    const paid = result.value.allowances.find(({ voucherId }) => voucherId === id);
    if (paid !== undefined) onPaid(paid);
    return true;
  });
  const change =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      setRefusal(null);
      set(value);
    };
  return {
    ...{
      trainerId,
      setTrainerId: change(setTrainerId),
      to,
      setTo: change(setTo),
      payment,
      setPayment,
      refusal,
      pending,
      go,
    },
    due: isAskable ? (due.data ?? null) : null,
    /** The amount is still on its way. */
    waiting: isAskable && due.data === undefined,
  };
}
