import type { InputOf } from "../../contract/index.ts";
import type { LifeAccount } from "../../contract/insurancePolicies.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  isLifePaymentOf,
  listLifePayments,
  markExitPaid,
  markLifePaymentPaid,
  readExit,
  readLifePayment,
  type StoredExit,
  type StoredLifePayment,
} from "../../data/insurance/life.ts";
import { endPolicy, listPolicies } from "../../data/insurance/policies.ts";
import { readMember, updateDeparture } from "../../data/members.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { readOwnPolicy } from "./changing.ts";
import { checkFund } from "./fund.ts";
import { ownAccount } from "./lifeAccounts.ts";

/** Whoever leaves the work leaves the mutual cover with it: running health policies end on that day too. */
function endHealthCover(door: WriteDoor, { memberId, on, kind }: StoredExit): void {
  for (const policy of listPolicies(door, { memberId })) {
    if (policy.kind === "health" && policy.endedOn === null) endPolicy(door, policy.id, { on, reason: kind });
  }
}

/** Once everybody has her part, the exit is settled and the policy is over. @param exitId of an approved exit */
export function settleIfPaid(door: WriteDoor, exitId: string): void {
  const exit = readExit(door, exitId);
  if (exit === undefined || listLifePayments(door, exitId).some(({ paidOn }) => paidOn === null)) return;
  markExitPaid(door, exitId);
  endPolicy(door, exit.policyId, { on: exit.on, reason: exit.kind });
  endHealthCover(door, exit);
  if (exit.kind === "death" && readMember(door, exit.memberId)?.leftReason !== "deceased")
    updateDeparture(door, exit.memberId, { on: exit.on, reason: "deceased" });
}

interface Due {
  readonly exit: StoredExit;
  readonly payment: StoredLifePayment;
}

/** A payment of an approved exit of this office that nobody has had yet. */
function readDue(call: Call, reader: Reader, paymentId: string): Result<Due> {
  const payment = readLifePayment(reader, paymentId);
  const exit = payment && readExit(reader, payment.exitId);
  if (payment === undefined || exit === undefined)
    return refuse("insurance.exitUnknown", { field: "paymentId" });
  if (exit.office !== call.office.code || exit.state !== "approved" || payment.paidOn !== null)
    return refuse("insurance.exitUnknown", { field: "paymentId" });
  const own = readOwnPolicy(call, reader, exit.policyId, "paymentId");
  return own.ok ? accept({ exit, payment }) : own;
}

function pay(
  call: Call,
  door: WriteDoor,
  { exit, payment }: Due,
  input: InputOf<"insurance.payExit">,
): Result<null> {
  const { planCode } = exit;
  const { amount } = payment;
  const reference = checkReference(input.method, input.reference);
  if (!reference.ok) return reference;
  const fund = checkFund(call, door, { planCode, amount, beyondFund: input.beyondFund });
  if (!fund.ok) return fund;
  const booked = bookVoucher(call, door, {
    id: input.id,
    datedOn: call.today(),
    direction: "out",
    account: "lifePayment",
    amount,
    method: input.method,
    reference: input.reference,
    memberId: exit.memberId,
  });
  if (!booked.ok) return booked;
  markLifePaymentPaid(door, payment.id, { on: call.today(), voucherId: input.id });
  settleIfPaid(door, exit.id);
  return accept(null);
}

/**
 * Pays one part of an approved exit, with its voucher. The same request twice (a double click) pays once. Refuses what
 * takes the fund below zero unless the coordinator allows it.
 */
export function payExit(call: Call, input: InputOf<"insurance.payExit">): Result<LifeAccount> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<LifeAccount> => {
    if (readVoucher(door, input.id) !== undefined) {
      const paid = readLifePayment(door, input.paymentId);
      const exit = paid && readExit(door, paid.exitId);
      return exit !== undefined && isLifePaymentOf(door, input.paymentId, input.id)
        ? ownAccount(call, door, exit.policyId)
        : refuse("request.invalid", { field: "id" });
    }
    const due = readDue(call, door, input.paymentId);
    if (!due.ok) return due;
    const done = pay(call, door, due.value, input);
    return done.ok ? ownAccount(call, door, due.value.exit.policyId) : done;
  });
}
