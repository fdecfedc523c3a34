import { v7 } from "uuid";
import type { InputOf, OperationName } from "../../src/contract/index.ts";
import type { HealthTerms } from "../../src/contract/insuranceTerms.ts";

/** Requests that need women with policies, claims at every step, and exits from the life fund. */
export type InsuranceName = Extract<OperationName, `insurance.${string}`>;

/** What typical requests need to stand there already. */
export interface InsurancePrepared {
  readonly today: string;
  readonly month: string;
  readonly healthCode: string;
  readonly healthTerms: HealthTerms;
  readonly fee: number;
  readonly contribution: number;
  /** Without a policy yet. */
  readonly newcomerId: string;
  /** With a health policy, a check-up this month and a second one to void. */
  readonly memberId: string;
  readonly policyId: string;
  readonly checkupId: string;
  /** Nothing was ever paid on it. */
  readonly unpaidPolicyId: string;
  readonly lifePolicyId: string;
  /** Of a woman for whom nobody asked anything of the fund. */
  readonly dyingPolicyId: string;
  readonly deathBenefit: number;
  /** Of other women in the fund: asked for by somebody else, and approved. */
  readonly requestedExitId: string;
  readonly approvedExitId: string;
  readonly exitPaymentId: string;
  readonly draftId: string;
  readonly submittedId: string;
  readonly checkedId: string;
  readonly computed: number;
  readonly toPayId: string;
  readonly rejectedId: string;
  readonly receipt: Uint8Array;
  readonly receiptSha256: string;
}

const CASH = { method: "cash", reference: "" } as const;
const PAGE = { offset: 0, limit: 50 };

/** One request that a screen would make of each. One without does not compile. */
export const INSURANCE: { readonly [N in InsuranceName]: (about: InsurancePrepared) => InputOf<N> } = {
  "insurance.plans": () => ({}),
  "insurance.savePlan": ({ today, healthTerms }) => ({
    id: v7(),
    code: "MUTUELLE",
    name: "Mutuelle des mères",
    startsOn: today,
    terms: healthTerms,
  }),
  "insurance.policies": () => ({ text: "kouyate", states: ["active", "pending"], planCode: null, ...PAGE }),
  "insurance.policy": ({ policyId }) => ({ id: policyId }),
  "insurance.memberPolicies": ({ memberId }) => ({ memberId }),
  "insurance.enrol": ({ newcomerId, healthCode, today, fee }) => ({
    ...{ id: v7(), memberId: newcomerId, planCode: healthCode, effectiveOn: today, voucherId: v7(), fee },
    ...{ children: [{ id: v7(), name: "Bakary", birthOn: "2020-03-01" }], beneficiaries: [], ...CASH },
  }),
  "insurance.saveChildren": ({ policyId }) => ({
    policyId,
    children: [{ id: v7(), name: "Salif", birthOn: null }],
  }),
  "insurance.saveBeneficiaries": ({ lifePolicyId }) => ({
    policyId: lifePolicyId,
    beneficiaries: [
      { id: v7(), name: "Oumou Kouyaté", relation: "sœur", phone: "+22376000001", share: 60 },
      { id: v7(), name: "Salif Kouyaté", relation: "fils", phone: "", share: 40 },
    ],
  }),
  "insurance.quoteContribution": ({ policyId }) => ({ policyId, periods: 3 }),
  "insurance.payContribution": ({ policyId, contribution }) => ({
    ...{ id: v7(), policyId, periods: 2, amount: 2 * contribution },
    ...{ method: "orangeMoney", reference: "OM 8812" },
  }),
  "insurance.reminders": () => ({}),
  "insurance.cancelPolicy": ({ unpaidPolicyId, today }) => ({
    ...{ id: v7(), policyId: unpaidPolicyId, on: today, refund: 0, ...CASH },
  }),
  "insurance.claimCovers": ({ memberId, today }) => ({ memberId, careOn: today }),
  "insurance.saveClaim": ({ policyId, today }) => ({
    id: v7(),
    details: {
      ...{ policyId, childId: null, facilityCode: null, facilityName: "Pharmacie du marché" },
      ...{ careOn: today, receiptNumber: "FACT-12", diagnosis: "toux", prescription: "sirop" },
      lines: [{ id: v7(), category: "medicines", act: null, words: "Sirop", quantity: 2, asked: 3_500 }],
    },
    submit: true,
  }),
  "insurance.addClaimPhoto": ({ draftId, receipt }) => ({ id: draftId, jpeg: receipt }),
  "insurance.claims": () => ({ states: [], ...PAGE }),
  "insurance.claim": ({ toPayId }) => ({ id: toPayId }),
  "insurance.readClaimPhoto": ({ receiptSha256 }) => ({ sha256: receiptSha256 }),
  "insurance.checkClaim": ({ submittedId }) => ({ id: submittedId }),
  "insurance.decideClaim": ({ checkedId, computed }) => ({
    ...{ id: checkedId, decision: "asComputed", note: "", granted: computed },
  }),
  "insurance.closeClaim": ({ rejectedId }) => ({ id: rejectedId }),
  "insurance.claimsToPay": () => ({}),
  "insurance.payClaim": ({ toPayId }) => ({
    ...{ id: v7(), claimId: toPayId, amount: 500, beyondFund: false, ...CASH },
  }),
  "insurance.fund": () => ({}),
  "insurance.lifeAccount": ({ lifePolicyId }) => ({ id: lifePolicyId }),
  "insurance.openExits": () => ({}),
  "insurance.requestExit": ({ dyingPolicyId, today, deathBenefit }) => ({
    ...{ id: v7(), policyId: dyingPolicyId, kind: "death", on: today, amount: deathBenefit },
  }),
  "insurance.approveExit": ({ requestedExitId }) => ({ id: requestedExitId, approve: true }),
  "insurance.payExit": ({ exitPaymentId }) => ({
    ...{ id: v7(), paymentId: exitPaymentId, beyondFund: false, ...CASH },
  }),
  "insurance.checkups": () => ({ states: ["due", "late", "never"] }),
  "insurance.memberCheckups": ({ memberId }) => ({ memberId }),
  "insurance.recordCheckup": ({ newcomerId, today }) => ({
    ...{ id: v7(), memberId: newcomerId, doneOn: today, facility: "CSCom de Koko", stamp: "A-118" },
  }),
  "insurance.voidCheckup": ({ checkupId }) => ({ id: checkupId }),
  "insurance.summary": ({ month }) => ({ month }),
  "insurance.tasks": () => ({}),
  "insurance.printPolicy": ({ policyId }) => ({ id: policyId }),
  "insurance.printDecision": ({ toPayId }) => ({ id: toPayId }),
  "insurance.printAccount": ({ lifePolicyId }) => ({ id: lifePolicyId }),
  "insurance.printExit": ({ approvedExitId }) => ({ id: approvedExitId }),
  "insurance.printAttestation": ({ memberId }) => ({ memberId }),
  "insurance.printSummary": ({ month }) => ({ month }),
};
