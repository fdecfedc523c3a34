import type { LifeAccount, LifeExitFile, LifeMovement } from "../../contract/insurancePolicies.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listContributions } from "../../data/insurance/contributions.ts";
import { listExits, listLifePayments, type StoredExit } from "../../data/insurance/life.ts";
import { hasOpenExit, readPolicy, type StoredPolicy } from "../../data/insurance/policies.ts";
import type { Reader } from "../../data/reader.ts";
import { readUser } from "../../data/users.ts";
import { type AccountMovement, accountStatement } from "../../domain/insurance/life.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { EXIT_KINDS, quoteExit } from "./lifeQuotes.ts";
import { nationalPlanBook, ownPlanBook, type PlanBook } from "./planBook.ts";
import { type PolicyStanding, standingOf, sumOf } from "./policyViews.ts";

/** Where a policy is read, with the plans that hold there. */
export interface PolicySource {
  readonly reader: Reader;
  readonly book: PlanBook;
  readonly policy: StoredPolicy;
}

/** A policy of the own register, and at headquarters of any office's. */
export function findPolicy(call: Call, id: string, field = "id"): Result<PolicySource> {
  const { reader } = call.office;
  const own = readPolicy(reader, id);
  if (own?.office !== call.office.code) {
    const national = nationalWith(call, "finance")?.reader;
    const policy = national && readPolicy(national, id);
    if (national && policy)
      return accept({ reader: national, book: nationalPlanBook(call, national), policy });
  }
  return own === undefined
    ? refuse("insurance.policyUnknown", { field })
    : accept({ reader, book: ownPlanBook(call), policy: own });
}

type Movement = Omit<LifeMovement, "balance">;

/**
 * What an exit does to the account, once something of it is paid: the fund adds what a benefit has above the account, or
 * keeps what a withdrawal leaves, so that the account closes at nothing.
 */
function exitMovements({ kind, amount, payments }: LifeExitFile, account: number): Movement[] {
  const paid = payments.flatMap(({ paidOn, amount: part, voucherNumber }) =>
    paidOn === null ? [] : [{ on: paidOn, kind, amount: -part, voucherNumber }],
  );
  const first = paid.map(({ on }) => on).sort()[0];
  if (first === undefined || amount === account) return paid;
  return [{ on: first, kind: "fund", amount: amount - account, voucherNumber: null }, ...paid];
}

const RULE_KINDS: Readonly<Record<Movement["kind"], AccountMovement["kind"]>> = {
  contribution: "contribution",
  fund: "correction",
  withdrawal: "withdrawal",
  retirement: "withdrawal",
  death: "deathBenefit",
};

function statementOf(
  { contributions }: PolicyStanding,
  exits: readonly LifeExitFile[],
): Pick<LifeAccount, "movements" | "balance"> {
  const paidIn = contributions.filter(({ refundedOn }) => refundedOn === null);
  const account = sumOf(paidIn);
  const all: Movement[] = [
    ...paidIn.map(({ paidOn, amount, voucherNumber }) => ({
      ...{ on: paidOn, kind: "contribution" as const },
      ...{ amount, voucherNumber },
    })),
    ...exits.flatMap((exit) => exitMovements(exit, account)),
  ];
  // In the statement's own order, so that its lines are these.
  all.sort((a, b) => (a.on === b.on ? Math.sign(b.amount) - Math.sign(a.amount) : a.on < b.on ? -1 : 1));
  const { lines, balance } = accountStatement(
    [],
    all.map(({ on, kind, amount }) => ({ on, kind: RULE_KINDS[kind], amount })),
  );
  const movements = all.map((movement, index) => ({ ...movement, balance: lines[index]?.balance ?? 0 }));
  return { movements, balance };
}

function exitFile(reader: Reader, exit: StoredExit, { surname, firstNames }: StoredPolicy): LifeExitFile {
  const nameOf = (id: string) => readUser(reader, id)?.name ?? "";
  return {
    ...{ id: exit.id, kind: exit.kind, on: exit.on, amount: exit.amount, state: exit.state },
    requestedBy: nameOf(exit.requestedBy),
    approvedBy: exit.approvedBy === null ? null : nameOf(exit.approvedBy),
    payments: listLifePayments(reader, exit.id).map((payment) => ({
      id: payment.id,
      to: payment.beneficiaryId === null ? `${surname} ${firstNames}`.trim() : payment.beneficiary,
      ...{ share: payment.share, amount: payment.amount, paidOn: payment.paidOn },
      voucherNumber: payment.voucherNumber,
    })),
  };
}

function quotesOf(call: Call, reader: Reader, standing: PolicyStanding): LifeAccount["quotes"] {
  const { policy } = standing;
  const closed =
    policy.endedOn !== null
      ? ("insurance.policyEnded" as const)
      : hasOpenExit(reader, policy.id)
        ? ("insurance.exitOpen" as const)
        : null;
  return EXIT_KINDS.map((kind) => {
    const quoted =
      closed === null
        ? quoteExit(reader, standing, kind, call.today())
        : refuse(closed, { field: "policyId" });
    return quoted.ok
      ? { kind, amount: quoted.value, refusal: null }
      : { kind, amount: 0, refusal: quoted.refusal.code };
  });
}

/** A policy's account from wherever it is read. Refuses a health policy. */
export function accountIn(call: Call, { reader, book, policy }: PolicySource): Result<LifeAccount> {
  if (policy.kind !== "life") return refuse("insurance.notLife", { field: "id" });
  const standing = standingOf(policy, listContributions(reader, policy.id), book, call.today());
  const exits = listExits(reader, policy.id).map((exit) => exitFile(reader, exit, policy));
  return accept({
    policy: standing.row,
    ...statementOf(standing, exits),
    exits,
    quotes: quotesOf(call, reader, standing),
  });
}

/** Within a change: the account as this office's register has it by now. */
export function ownAccount(call: Call, reader: Reader, policyId: string): Result<LifeAccount> {
  const policy = readPolicy(reader, policyId);
  return policy === undefined
    ? refuse("insurance.policyUnknown", { field: "policyId" })
    : accountIn(call, { reader, book: ownPlanBook(call, reader), policy });
}

/** Her account in the life fund, what left it and what she would get today. */
export function lifeAccount(call: Call, input: { id: string }): Result<LifeAccount> {
  const found = findPolicy(call, input.id);
  return found.ok ? accountIn(call, found.value) : found;
}
