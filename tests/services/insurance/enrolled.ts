import { v7 } from "uuid";
import type { InputOf } from "../../../src/contract/index.ts";
import type { Plan, PolicyFile } from "../../../src/contract/insurancePolicies.ts";
import type { TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";

/** Plans and policies as a secretary makes them. */

export const HEALTH = "DANAYA-SANTE";
export const LIFE = "DANAYA-VIE";

/** The plan in force today. */
export async function planNow(office: TestOffice, code: string): Promise<Plan> {
  const plans = await office.must("insurance.plans", {});
  const found = plans.find((plan) => plan.code === code && plan.current);
  if (found === undefined) throw new Error(`${code} is not in force`);
  return found;
}

export type Enrolment = InputOf<"insurance.enrol">;

/** What enrolling on a plan asks, with changes. */
export async function enrolment(
  office: TestOffice,
  memberId: string,
  changes: Partial<Enrolment> = {},
): Promise<Enrolment> {
  const planCode = changes.planCode ?? HEALTH;
  const { terms } = await planNow(office, planCode);
  const heir = { id: v7(), name: "Oumou Sangaré", relation: "sœur", phone: "", share: 100 };
  return {
    id: v7(),
    memberId,
    planCode,
    effectiveOn: office.clock.now().slice(0, 10),
    children: [],
    beneficiaries: terms.kind === "life" ? [heir] : [],
    voucherId: v7(),
    fee: terms.registrationFee,
    method: "cash",
    reference: "",
    ...changes,
  };
}

/** A woman with a policy. */
export async function insure(
  office: TestOffice,
  changes: Partial<Enrolment> = {},
): Promise<{ memberId: string; policyId: string; file: PolicyFile }> {
  const memberId = changes.memberId ?? (await register(office)).member.id;
  const file = await office.must("insurance.enrol", await enrolment(office, memberId, changes));
  return { memberId, policyId: file.policy.id, file };
}

/** Takes the next contributions at what they cost. */
export async function pay(office: TestOffice, policyId: string, periods = 1, id = v7()) {
  const { amount } = await office.must("insurance.quoteContribution", { policyId, periods });
  const about = { id, policyId, periods, amount, method: "cash", reference: "" } as const;
  return office.must("insurance.payContribution", about);
}

/** Each line of a policy's schedule as `from state amount`. */
export function scheduleWords({ schedule }: PolicyFile): string[] {
  return schedule.map(({ from, state, amount }) => `${from} ${state} ${amount}`);
}

/** A new person of this role sits before the office. */
export async function signInAs(office: TestOffice, role: Parameters<TestOffice["addPerson"]>[0]) {
  const { login, passphrase } = await office.addPerson(role);
  const signedIn = await office.signIn({ login, passphrase });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
}
