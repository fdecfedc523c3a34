import type { InputOf } from "../../contract/index.ts";
import type { PolicyFile } from "../../contract/insurancePolicies.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listContributions, markRefunded } from "../../data/insurance/contributions.ts";
import { endPolicy, type StoredPolicy } from "../../data/insurance/policies.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { changePolicy, requireRunning } from "./changing.ts";
import { ownPlanBook } from "./planBook.ts";
import { refundableAfter, standingOf, sumOf } from "./policyViews.ts";

type Cancelling = InputOf<"insurance.cancelPolicy">;

/** Ends the policy and pays back, with one voucher, the periods that begin after its last day. */
function cancel(call: Call, door: WriteDoor, policy: StoredPolicy, input: Cancelling): Result<null> {
  const { on } = input;
  const standing = standingOf(
    policy,
    listContributions(door, policy.id),
    ownPlanBook(call, door),
    call.today(),
  );
  if (policy.kind === "life" && standing.history.contributions.length > 0)
    return refuse("insurance.notHealth", { field: "policyId" });
  const refunded = refundableAfter(standing, on);
  const amount = sumOf(refunded);
  if (amount !== input.refund)
    return refuse("insurance.amountChanged", { field: "refund", values: { amount } });
  if (amount > 0) {
    const reference = checkReference(input.method, input.reference);
    if (!reference.ok) return reference;
    if (readVoucher(door, input.id) !== undefined) return refuse("request.invalid", { field: "id" });
    const { id, method } = input;
    const { memberId } = policy;
    const booking = { id, datedOn: on, amount, method, reference: input.reference, memberId };
    const booked = bookVoucher(call, door, { ...booking, direction: "out", account: "healthRefund" }, "on");
    if (!booked.ok) return booked;
    for (const { id } of refunded) markRefunded(door, id, { on, voucherId: input.id });
  }
  endPolicy(door, policy.id, { on, reason: "cancelled" });
  return accept(null);
}

/**
 * Ends a policy today at her wish, with the refund that the plan gives. The same request twice (a double click) pays
 * once. Money in the life fund is not cancelled away: that is an exit from the fund.
 */
export function cancelPolicy(call: Call, input: Cancelling): Result<PolicyFile> {
  return changePolicy(call, input.policyId, (door, policy) => {
    if (policy.endReason === "cancelled" && policy.endedOn === input.on) return accept(null);
    const running = requireRunning(policy, door);
    if (!running.ok) return running;
    return input.on === call.today()
      ? cancel(call, door, policy, input)
      : refuse("insurance.dayOutside", { field: "on" });
  });
}
