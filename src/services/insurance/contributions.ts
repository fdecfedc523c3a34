import type { InputOf, OutputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  insertContribution,
  listContributions,
  listContributionsOfVoucher,
} from "../../data/insurance/contributions.ts";
import type { StoredPolicy } from "../../data/insurance/policies.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Period } from "../../domain/insurance/planVersions.ts";
import { nextPeriods } from "../../domain/insurance/schedule.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { readFile, readOwnPolicy, requireRunning, requireThere } from "./changing.ts";
import { ownPlanBook } from "./planBook.ts";
import { standingOf, sumOf } from "./policyViews.ts";

interface Quoted {
  readonly policy: StoredPolicy;
  readonly periods: readonly Period[];
  readonly amount: number;
}

/** The next periods as a payment today buys them. */
function quoteFor(call: Call, reader: Reader, input: { policyId: string; periods: number }): Result<Quoted> {
  const today = call.today();
  const own = readOwnPolicy(call, reader, input.policyId);
  if (!own.ok) return own;
  const { policy, member } = own.value;
  const running = requireRunning(policy, reader);
  if (!running.ok) return running;
  const there = requireThere(member, today, "policyId");
  if (!there.ok) return there;
  const contributions = listContributions(reader, policy.id);
  const standing = standingOf(policy, contributions, ownPlanBook(call, reader), today);
  if (standing.versions.length === 0) return refuse("insurance.planUnknown", { field: "policyId" });
  const periods = nextPeriods(standing.history, standing.termsOn, today, input.periods);
  if (periods.length === 0) return refuse("insurance.nothingDue", { field: "policyId" });
  return accept({ policy, periods, amount: sumOf(periods) });
}

/** What the next contributions would cover and cost today. */
export function quoteContribution(
  call: Call,
  input: InputOf<"insurance.quoteContribution">,
): Result<OutputOf<"insurance.quoteContribution">> {
  const quoted = quoteFor(call, call.office.reader, input);
  if (!quoted.ok) return quoted;
  const periods = quoted.value.periods.map(({ from, to, amount }) => ({ from, to, amount }));
  return accept({ periods, amount: quoted.value.amount });
}

type Paid = OutputOf<"insurance.payContribution">;

function receiptOf(call: Call, door: WriteDoor, input: { id: string; policyId: string }): Result<Paid> {
  const voucher = readVoucher(door, input.id);
  const [first] = listContributionsOfVoucher(door, input.id);
  if (voucher === undefined || first?.policyId !== input.policyId) return refuse("voucher.notFound");
  const file = readFile(call, door, input.policyId);
  if (!file.ok) return file;
  return accept({ voucherId: voucher.id, voucherNumber: voucher.number, file: file.value });
}

/**
 * Takes the next contributions: one voucher, and one contribution a period, in one transaction. The same request twice
 * (a double click) takes the money once. Refuses an amount that is no longer the one on screen.
 */
export function payContribution(call: Call, input: InputOf<"insurance.payContribution">): Result<Paid> {
  const today = call.today();
  return call.office.write(call.user.id, call.world.now(), (door): Result<Paid> => {
    if (readVoucher(door, input.id) !== undefined) return receiptOf(call, door, input);
    const quoted = quoteFor(call, door, input);
    if (!quoted.ok) return quoted;
    const { policy, periods, amount } = quoted.value;
    if (amount !== input.amount)
      return refuse("insurance.amountChanged", { field: "amount", values: { amount } });
    const reference = checkReference(input.method, input.reference);
    if (!reference.ok) return reference;
    const booked = bookVoucher(call, door, {
      id: input.id,
      datedOn: today,
      direction: "in",
      account: policy.kind === "life" ? "lifeContribution" : "healthContribution",
      amount,
      method: input.method,
      reference: input.reference,
      memberId: policy.memberId,
    });
    if (!booked.ok) return booked;
    for (const { from, to, amount: part } of periods)
      insertContribution(door, {
        ...{ id: call.world.newId(), policyId: policy.id, memberId: policy.memberId },
        ...{ from, to, amount: part, paidOn: today, voucherId: input.id },
      });
    return receiptOf(call, door, input);
  });
}
