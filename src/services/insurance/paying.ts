import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { ClaimToPay } from "../../contract/insuranceClaims.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listClaimsToPay } from "../../data/insurance/claimLists.ts";
import { insertClaimPayment, readPaidClaim, sumClaimPayments } from "../../data/insurance/claimPayments.ts";
import { type StoredClaim, updateClaimState } from "../../data/insurance/claims.ts";
import { readPolicy, type StoredPolicy } from "../../data/insurance/policies.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { readOwnClaim } from "./claims.ts";
import { checkFund } from "./fund.ts";

type Input = InputOf<"insurance.payClaim">;
type Paid = OutputOf<"insurance.payClaim">;

/** Whom to pay how much; not why. */
export function claimsToPay(call: Call): Result<ClaimToPay[]> {
  return accept(listClaimsToPay(call.office.reader, call.office.code));
}

const leftOf = (reader: Reader, { id, granted }: StoredClaim) =>
  (granted ?? 0) - sumClaimPayments(reader, id);

function paidOf(reader: Reader, claim: StoredClaim, voucherId: string): Result<Paid> {
  const voucher = readVoucher(reader, voucherId);
  const isItsOwn = readPaidClaim(reader, voucherId) === claim.id;
  return voucher === undefined || !isItsOwn
    ? refuse("request.invalid", { field: "id" })
    : accept({ voucherId, voucherNumber: voucher.number, left: leftOf(reader, claim) });
}

function checkPayment(call: Call, door: WriteDoor, claim: StoredClaim, input: Input): Result<StoredPolicy> {
  const policy = readPolicy(door, claim.policyId);
  if (policy === undefined) return refuse("insurance.policyUnknown", { field: "claimId" });
  if (claim.state !== "decided") return refuse("claim.notNow", { field: "claimId" });
  const left = leftOf(door, claim);
  if (input.amount > left) return refuse("claim.tooMuch", { field: "amount", values: { left } });
  const reference = checkReference(input.method, input.reference);
  if (!reference.ok) return reference;
  const { amount, beyondFund } = input;
  const fund = checkFund(call, door, { planCode: policy.planCode, amount, beyondFund });
  return fund.ok ? accept(policy) : fund;
}

/**
 * Pays a decided claim, or a part of it when the cash is short: voucher and payment in one transaction. The same request
 * twice (a double click) pays once. With its last franc the claim is paid.
 */
export function payClaim(call: Call, input: Input): Result<Paid> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Paid> => {
    const claim = readOwnClaim(call, door, input.claimId, "claimId");
    if (!claim.ok) return claim;
    const { id: claimId, memberId } = claim.value;
    if (readVoucher(door, input.id) !== undefined) return paidOf(door, claim.value, input.id);
    const policy = checkPayment(call, door, claim.value, input);
    if (!policy.ok) return policy;
    const { id, amount, method, reference } = input;
    const paidOn = call.today();
    const booked = bookVoucher(call, door, {
      ...{ id, amount, method, reference, memberId, datedOn: paidOn },
      direction: "out",
      account: "healthBenefit",
    });
    if (!booked.ok) return booked;
    insertClaimPayment(door, {
      ...{ id: call.world.newId(), claimId, memberId, amount, paidOn, voucherId: id },
      planCode: policy.value.planCode,
    });
    if (leftOf(door, claim.value) === 0) updateClaimState(door, claimId, "paid");
    return paidOf(door, claim.value, id);
  });
}
