import { v7 } from "uuid";
import type { ClaimDetails, ClaimFile } from "../../../src/contract/insuranceClaims.ts";
import { CareCategory, HealthTerms } from "../../../src/contract/insuranceTerms.ts";
import { accept } from "../../../src/contract/results.ts";
import { insertContribution } from "../../../src/data/insurance/contributions.ts";
import { insertBeneficiary, insertChild } from "../../../src/data/insurance/people.ts";
import { insertPlan } from "../../../src/data/insurance/plans.ts";
import { insertPolicy } from "../../../src/data/insurance/policies.ts";
import { insertVoucher } from "../../../src/data/vouchers.ts";
import type { WriteDoor } from "../../../src/data/writeDoor.ts";
import { AWA, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";

/*
 * Women with a health policy on a plan of the office's own, paid for a year, and their claims.
 */

export const PLAN = "MUTUELLE";

function forAll<T>(value: T, changes: Partial<Record<CareCategory, T>> = {}): Record<CareCategory, T> {
  const all = Object.fromEntries(CareCategory.options.map((category) => [category, value]));
  return { ...all, ...changes } as Record<CareCategory, T>;
}

export function terms(changes: Partial<HealthTerms> = {}): HealthTerms {
  return HealthTerms.parse({
    kind: "health",
    contribution: 2_000,
    period: "month",
    registrationFee: 0,
    waitingMonths: 1,
    graceDays: 15,
    lapseMonths: 3,
    restartsWaiting: true,
    refundsUnused: true,
    rates: forAll(50, { consultation: 80, hospital: 70 }),
    ceilingPerAct: forAll<number | null>(null),
    ceilingPerYear: forAll<number | null>(null, { medicines: 10_000 }),
    ceilingPerMemberYear: null,
    actsPerYear: forAll<number | null>(null),
    excluded: ["COSMETIQUE"],
    facilities: [{ code: "CSREF-A", name: "Centre de référence A", rate: null, prices: [] }],
    coversChildren: true,
    childAgeLimit: 15,
    secondPersonFrom: 20_000,
    headquartersFrom: 50_000,
    ...changes,
  });
}

/** Writes through the door as the signed-in person. */
export function through<T>(office: TestOffice, work: (door: WriteDoor) => T): T {
  const { call } = office;
  const done = call.office.write(call.user.id, call.world.now(), (door) => accept(work(door)));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

export function makePlan(
  office: TestOffice,
  changes: Partial<HealthTerms> = {},
  about: { code?: string; startsOn?: string } = {},
): void {
  const { code = PLAN, startsOn = "2025-01-01" } = about;
  through(office, (door) =>
    insertPlan(door, {
      ...{ id: v7(), code, name: "Mutuelle de l’antenne", startsOn, toConfirm: false },
      terms: terms(changes),
    }),
  );
}

export interface Insured {
  readonly memberId: string;
  readonly number: string;
  readonly policyId: string;
  readonly childId: string;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function payMonth(office: TestOffice, door: WriteDoor, about: Insured, month: number): void {
  const { call } = office;
  const prefix = `2026-${String(month).padStart(2, "0")}`;
  const { memberId, policyId } = about;
  const voucherId = v7();
  const amount = 2_000;
  insertVoucher(door, {
    ...{ id: voucherId, datedOn: call.today(), direction: "in", account: "healthContribution" },
    ...{ amount, method: "cash", reference: "", memberId },
  });
  insertContribution(door, {
    ...{ id: v7(), policyId, memberId, amount, voucherId, paidOn: call.today() },
    from: `${prefix}-01`,
    to: `${prefix}-${DAYS_IN_MONTH[month - 1]}`,
  });
}

/** A woman insured since January 2026, with a child, whose contributions are paid for these months. */
export async function makeInsured(
  office: TestOffice,
  about: { months?: number; planCode?: string; surname?: string } = {},
): Promise<Insured> {
  const { months = 12, planCode = PLAN, surname = "Traoré" } = about;
  const { member } = await register(office, { surname, joinedOn: "2025-12-01" });
  const insured = { memberId: member.id, number: member.number, policyId: v7(), childId: v7() };
  const { memberId, policyId, childId } = insured;
  through(office, (door) => {
    insertPolicy(door, { id: policyId, memberId, planCode, kind: "health", effectiveOn: "2026-01-01" });
    insertChild(door, { policyId, memberId }, { id: childId, name: "Enfantine", birthOn: "2020-04-02" });
    insertBeneficiary(
      door,
      { policyId, memberId },
      { id: v7(), name: "Héritière", relation: "sœurette", phone: "+22366001122", share: 100 },
    );
    for (let month = 1; month <= months; month += 1) payMonth(office, door, insured, month);
  });
  return insured;
}

export function line(changes: Partial<ClaimDetails["lines"][number]> = {}): ClaimDetails["lines"][number] {
  return {
    id: v7(),
    category: "consultation",
    act: null,
    words: "Visite",
    quantity: 1,
    asked: 5_000,
    ...changes,
  };
}

export function details(insured: Insured, changes: Partial<ClaimDetails> = {}): ClaimDetails {
  return {
    policyId: insured.policyId,
    childId: null,
    facilityCode: "CSREF-A",
    facilityName: "",
    careOn: "2026-11-10",
    receiptNumber: "R-1",
    diagnosis: "paludisme simple",
    prescription: "artéméther",
    lines: [line()],
    ...changes,
  };
}

/** A claim that was submitted. */
export function submit(
  office: TestOffice,
  insured: Insured,
  changes: Partial<ClaimDetails> = {},
): Promise<ClaimFile> {
  return office.must("insurance.saveClaim", { id: v7(), details: details(insured, changes), submit: true });
}

/** A claim that was submitted and checked. */
export async function checked(
  office: TestOffice,
  insured: Insured,
  changes: Partial<ClaimDetails> = {},
): Promise<ClaimFile> {
  const { claim } = await submit(office, insured, changes);
  return office.must("insurance.checkClaim", { id: claim.id });
}

/** Takes what the rules give. */
export function decide(office: TestOffice, { claim, computed }: ClaimFile): Promise<ClaimFile> {
  return office.must("insurance.decideClaim", {
    id: claim.id,
    decision: "asComputed",
    note: "",
    granted: computed.granted,
  });
}

/** A claim that was decided by the rules. */
export async function decided(
  office: TestOffice,
  insured: Insured,
  changes: Partial<ClaimDetails> = {},
): Promise<ClaimFile> {
  return decide(office, await checked(office, insured, changes));
}

export function pay(
  office: TestOffice,
  claimId: string,
  amount: number,
  changes: { id?: string; beyondFund?: boolean } = {},
) {
  const { id = v7(), beyondFund = false } = changes;
  return office.ask("insurance.payClaim", {
    ...{ id, claimId, amount, beyondFund },
    method: "cash",
    reference: "",
  });
}

/** Another person takes the seat. */
export async function seat(
  office: TestOffice,
  who: { login: string; passphrase: string } = AWA,
): Promise<void> {
  await office.must("access.lock", {});
  const { login, passphrase } = who;
  const signedIn = await office.signIn({ login, passphrase });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
}
