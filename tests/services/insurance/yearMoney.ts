import { v7 } from "uuid";
import { expect } from "vitest";
import type { PolicyFile } from "../../../src/contract/insurancePolicies.ts";
import { refusal } from "../../support/office.ts";
import { enrolment, pay } from "./enrolled.ts";
import {
  type Habit,
  MUTUELLE,
  others,
  type Policyholder,
  player,
  sit,
  today,
  type Year,
} from "./yearCast.ts";
import { daysBetween, plusDays } from "./yearDays.ts";

/** Contributions as the women bring them, and what ends a policy. */

const AT_ONCE: Readonly<Record<Habit, number>> = {
  ...{ monthly: 1, quarterly: 3, halfYear: 6, year: 12, late: 1, suspended: 1, lapsed: 1, stopped: 1 },
};

/** Whether she comes today, when her next contribution is due on `due`. The office sees her every eight days. */
function comes(habit: Habit, due: string, day: string): boolean {
  const lateDays = daysBetween(due, day);
  if (habit === "late") return day < "2027-01-10" || lateDays >= 6;
  if (habit === "suspended") return day < "2027-04-01" ? lateDays > -8 : lateDays >= 20;
  if (habit === "lapsed") return lateDays > -8 && (day < "2027-04-01" || day > "2027-09-01");
  if (habit === "stopped") return lateDays > -8 && day < "2027-02-10";
  return lateDays > -8;
}

interface Account {
  readonly policyId: string;
  readonly habit: Habit;
}

/** By policy: the day on which the next contribution is due. */
export type DueDays = Map<string, string>;

function accountsOf({ women, few }: Year): Account[] {
  const all = [...women, ...few];
  return [
    ...all.map(({ policyId, habit }) => ({ policyId, habit })),
    ...all.flatMap(({ lifePolicyId, habit }) =>
      lifePolicyId === null ? [] : [{ policyId: lifePolicyId, habit }],
    ),
  ];
}

/** Takes the contributions of all who come today. */
export async function collect(year: Year, due: DueDays): Promise<void> {
  await sit(year.office, year.secretary);
  for (const { policyId, habit } of accountsOf(year)) {
    const next = due.get(policyId) ?? today(year);
    if (next === "never" || !comes(habit, next, today(year))) continue;
    const { file } = await pay(year.office, policyId, AT_ONCE[habit]);
    due.set(policyId, plusDays(file.policy.paidUntil ?? "", 1));
  }
}

async function cancel(year: Year, { policyId }: Policyholder): Promise<PolicyFile> {
  const { office } = year;
  const { refundToday } = await office.must("insurance.policy", { id: policyId });
  const about = { id: v7(), policyId, on: today(year), method: "cash", reference: "" } as const;
  expect(await office.refused("insurance.cancelPolicy", { ...about, refund: refundToday + 1 })).toBe(
    refusal("insurance.amountChanged", "refund"),
  );
  return office.must("insurance.cancelPolicy", { ...about, refund: refundToday });
}

/** Three who paid a year ahead cancel, and are paid back the months that have not begun. */
export async function cancelThree(year: Year, due: DueDays): Promise<void> {
  await sit(year.office, year.secretary);
  for (const her of year.women.filter(({ habit }) => habit === "year").slice(-3)) {
    const { policy, endReason, contributed } = await cancel(year, her);
    // January to mid-May are over or begun: five of twelve months stay paid.
    expect([endReason, policy.paidUntil, contributed]).toEqual(["cancelled", "2027-06-03", 10_000]);
    due.set(her.policyId, "never");
  }
}

/** One of the three thinks better of it: a new policy, with its fee and its waiting time. */
export async function enrolAgain(year: Year): Promise<void> {
  const her = year.women.filter(({ habit }) => habit === "year").at(-1);
  if (her === undefined) throw new Error("nobody pays by the year");
  await sit(year.office, year.secretary);
  const file = await year.office.must(
    "insurance.enrol",
    await enrolment(year.office, her.memberId, { planCode: MUTUELLE }),
  );
  await pay(year.office, file.policy.id, 6);
}

interface Exit {
  readonly policyId: string;
  readonly kind: "death" | "retirement";
  readonly amount: number;
}

/**
 * Asked for by the secretary, approved by the coordinator, paid by the cashier, part by part. Her health cover ends
 * with it.
 */
async function leaveFund(year: Year, due: DueDays, her: Policyholder, exit: Exit): Promise<void> {
  const { office, secretary, cashier } = year;
  const { policyId, kind, amount } = exit;
  const id = v7();
  await sit(office, secretary);
  await office.must("insurance.requestExit", { id, policyId, kind, on: today(year), amount });
  await sit(office);
  const { exits } = await office.must("insurance.approveExit", { id, approve: true });
  await sit(office, cashier);
  for (const { id: paymentId } of exits[0]?.payments ?? [])
    await office.must("insurance.payExit", {
      ...{ id: v7(), paymentId, beyondFund: false, method: "orangeMoney", reference: `OM ${paymentId}` },
    });
  const health = await office.must("insurance.policy", { id: her.policyId });
  expect([health.endReason, health.endedOn]).toEqual([kind, today(year)]);
  for (const ended of [policyId, her.policyId]) due.set(ended, "never");
}

/** A woman whose waiting time is over dies: her beneficiaries are paid, her health cover and membership end. */
export async function die(year: Year, due: DueDays): Promise<void> {
  const her = player(year, "halfYear");
  const { lifePolicyId } = her;
  if (lifePolicyId === null) throw new Error("she does not save");
  await leaveFund(year, due, her, { policyId: lifePolicyId, kind: "death", amount: 100_000 });
  const { office } = year;
  const account = await office.must("insurance.lifeAccount", { id: lifePolicyId });
  expect(account).toMatchObject({ balance: 0, policy: { state: "active" } });
  expect(account.exits[0]?.payments.map(({ amount }) => amount)).toEqual([34_000, 33_000, 33_000]);
  const { member } = await office.must("membership.readMember", { id: her.memberId });
  expect(member.leftReason).toBe("deceased");
}

/** Another is past the plan's age and takes her account with her. */
export async function retire(year: Year, due: DueDays): Promise<void> {
  const { office } = year;
  for (const her of others(year)) {
    const { lifePolicyId, habit } = her;
    if (lifePolicyId === null || habit !== "quarterly") continue;
    await sit(office);
    const { quotes, balance } = await office.must("insurance.lifeAccount", { id: lifePolicyId });
    const quote = quotes.find(({ kind, refusal: why }) => kind === "retirement" && why === null);
    if (quote === undefined) continue;
    expect(quote.amount).toBe(balance);
    return leaveFund(year, due, her, { policyId: lifePolicyId, kind: "retirement", amount: balance });
  }
  throw new Error("nobody is old enough");
}
