import type { InputOf } from "../../contract/index.ts";
import type { LifeAccount } from "../../contract/insurancePolicies.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listContributions } from "../../data/insurance/contributions.ts";
import {
  decideExit,
  type ExitKind,
  insertExit,
  insertLifePayment,
  readExit,
  type StoredExit,
} from "../../data/insurance/life.ts";
import { listBeneficiaries } from "../../data/insurance/people.ts";
import type { StoredPolicy } from "../../data/insurance/policies.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { splitByShares } from "../../domain/insurance/life.ts";
import type { Call } from "../call.ts";
import { readOwnPolicy, requireRunning } from "./changing.ts";
import { ownAccount } from "./lifeAccounts.ts";
import { settleIfPaid } from "./lifePayments.ts";
import { quoteExit } from "./lifeQuotes.ts";
import { ownPlanBook } from "./planBook.ts";
import { standingOf } from "./policyViews.ts";

type ExitDay = Pick<StoredExit, "kind" | "on" | "amount">;

/** The amount that was asked for is what the rules give for that day, with what is known by now. */
function checkAmount(
  call: Call,
  reader: Reader,
  policy: StoredPolicy,
  { kind, on, amount }: ExitDay,
): Result<null> {
  const contributions = listContributions(reader, policy.id);
  const standing = standingOf(policy, contributions, ownPlanBook(call, reader), call.today());
  const quoted = quoteExit(reader, standing, kind, on);
  if (!quoted.ok) return quoted;
  return quoted.value === amount
    ? accept(null)
    : refuse("insurance.amountChanged", { field: "amount", values: { amount: quoted.value } });
}

function checkRequest(
  call: Call,
  reader: Reader,
  { policy, member }: { policy: StoredPolicy; member: StoredMember },
  input: ExitDay,
): Result<null> {
  if (policy.kind !== "life") return refuse("insurance.notLife", { field: "policyId" });
  const running = requireRunning(policy, reader);
  if (!running.ok) return running;
  // A death is recorded as her departure, which is never before she joined.
  return input.on > call.today() || input.on < member.details.joinedOn
    ? refuse("insurance.dayOutside", { field: "on" })
    : checkAmount(call, reader, policy, input);
}

/** To whom it will be paid: herself, or her beneficiaries by their shares. Nobody is paid nothing. */
function receiversOf(
  reader: Reader,
  policyId: string,
  { kind, amount }: { kind: ExitKind; amount: number },
): { beneficiaryId: string | null; amount: number }[] {
  const all =
    kind === "death"
      ? splitByShares(amount, listBeneficiaries(reader, policyId)).map(({ id, amount: part }) => ({
          beneficiaryId: id,
          amount: part,
        }))
      : [{ beneficiaryId: null, amount }];
  return all.filter(({ amount: part }) => part > 0);
}

/**
 * Asks for what a woman takes with her from the life fund, or what her beneficiaries get. The same request twice (a double
 * click) asks once. Refuses an amount that the rules do not give, and a second exit beside an open one.
 */
export function requestExit(call: Call, input: InputOf<"insurance.requestExit">): Result<LifeAccount> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<LifeAccount> => {
    const known = readExit(door, input.id);
    if (known !== undefined)
      return known.policyId === input.policyId
        ? ownAccount(call, door, known.policyId)
        : refuse("request.invalid", { field: "id" });
    const own = readOwnPolicy(call, door, input.policyId);
    if (!own.ok) return own;
    const checked = checkRequest(call, door, own.value, input);
    if (!checked.ok) return checked;
    const { id: policyId, memberId, planCode } = own.value.policy;
    const { id, kind, on, amount } = input;
    insertExit(door, { id, policyId, memberId, planCode, kind, on, amount });
    for (const receiver of receiversOf(door, policyId, input))
      insertLifePayment(door, { id, memberId, planCode }, { id: call.world.newId(), ...receiver });
    return ownAccount(call, door, policyId);
  });
}

/** An exit of this office that waits for a word. */
function checkOpen(call: Call, exit: StoredExit | undefined): Result<StoredExit> {
  return exit === undefined || exit.office !== call.office.code || exit.state !== "requested"
    ? refuse("insurance.exitUnknown", { field: "id" })
    : accept(exit);
}

function approve(call: Call, door: WriteDoor, exit: StoredExit): Result<null> {
  if (exit.requestedBy === call.user.id) return refuse("insurance.samePerson", { field: "id" });
  const own = readOwnPolicy(call, door, exit.policyId, "id");
  if (!own.ok) return own;
  const checked = checkAmount(call, door, own.value.policy, exit);
  if (!checked.ok) return checked;
  decideExit(door, exit.id, "approved");
  settleIfPaid(door, exit.id);
  return accept(null);
}

/**
 * Approves an exit, by another person than the one who asked for it, or refuses it. The same word twice (a double click)
 * is one.
 */
export function approveExit(call: Call, input: InputOf<"insurance.approveExit">): Result<LifeAccount> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<LifeAccount> => {
    const stored = readExit(door, input.id);
    const wanted = input.approve ? ["approved", "paid"] : ["refused"];
    const isSaid = stored?.approvedBy === call.user.id && wanted.includes(stored.state);
    if (stored !== undefined && isSaid) return ownAccount(call, door, stored.policyId);
    const exit = checkOpen(call, stored);
    if (!exit.ok) return exit;
    if (input.approve) {
      const approved = approve(call, door, exit.value);
      if (!approved.ok) return approved;
    } else decideExit(door, exit.value.id, "refused");
    return ownAccount(call, door, exit.value.policyId);
  });
}
