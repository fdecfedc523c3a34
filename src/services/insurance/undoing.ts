import type { Voucher } from "../../contract/cashbookTerms.ts";
import { accept, type Result } from "../../contract/results.ts";
import { readLatestBenefit, readPaymentOf, voidClaimPayment } from "../../data/insurance/claimPayments.ts";
import { readClaim, updateClaimState } from "../../data/insurance/claims.ts";
import {
  listContributions,
  listContributionsOfVoucher,
  markRefunded,
} from "../../data/insurance/contributions.ts";
import { listExits } from "../../data/insurance/life.ts";
import { readPolicy } from "../../data/insurance/policies.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import type { Hindrance, Undoer } from "../cashbook/undoing.ts";

const ELSEWHERE: Hindrance = { kind: "undoneElsewhere" };

/** Paid back already, gone to another office with her, or in an exit from the fund that somebody asked for. */
function isSettledElsewhere(reader: Reader, voucher: Voucher, policyId: string): boolean {
  return (
    readPolicy(reader, policyId)?.office !== voucher.office ||
    listContributionsOfVoucher(reader, voucher.id).some(({ refundedOn }) => refundedOn !== null) ||
    listExits(reader, policyId).some(({ state }) => state !== "refused")
  );
}

/** Periods are paid one after the other, and care within them was paid because they were. */
function contributionHindrance(reader: Reader, voucher: Voucher): Hindrance | null {
  const paid = listContributionsOfVoucher(reader, voucher.id);
  const [first, last] = [paid[0], paid.at(-1)];
  if (first === undefined || last === undefined) return ELSEWHERE;
  const { policyId, from } = first;
  if (isSettledElsewhere(reader, voucher, policyId)) return ELSEWHERE;
  const later = listContributions(reader, policyId).findLast(
    (contribution) => contribution.refundedOn === null && contribution.from > last.to,
  );
  if (later?.voucherNumber === null) return ELSEWHERE;
  const number = later?.voucherNumber ?? readLatestBenefit(reader, { policyId, from, to: last.to });
  return number === undefined ? null : { kind: "builtUpon", number };
}

const benefitHindrance = (reader: Reader, voucher: Voucher): Hindrance | null =>
  readPaymentOf(reader, voucher.id)?.office === voucher.office ? null : ELSEWHERE;

function undoBenefit(door: WriteDoor, voucher: Voucher): void {
  const payment = readPaymentOf(door, voucher.id);
  if (payment === undefined) return;
  voidClaimPayment(door, payment.id);
  if (readClaim(door, payment.claimId)?.state === "paid") updateClaimState(door, payment.claimId, "decided");
}

/**
 * Takes back contributions, the latest of a policy first, and what was paid on a claim. A registration fee goes with its
 * policy, a refund with its cancelling, a part of an exit with its exit: these are not taken back by their voucher.
 */
export const insuranceUndoer: Undoer = {
  accounts: ["healthContribution", "lifeContribution", "healthBenefit"],
  hindrance: (reader, voucher) =>
    voucher.account === "healthBenefit"
      ? benefitHindrance(reader, voucher)
      : contributionHindrance(reader, voucher),
  undo: (call: Call, door, voucher, reversalId): Result<null> => {
    undoBenefit(door, voucher);
    const refund = { on: call.today(), voucherId: reversalId };
    for (const { id } of listContributionsOfVoucher(door, voucher.id)) markRefunded(door, id, refund);
    return accept(null);
  },
};
