import { z } from "zod";
import { ClaimCover, ClaimDetails, ClaimFile, ClaimRow, ClaimToPay } from "./insuranceClaims.ts";
import {
  Beneficiary,
  Checkup,
  CheckupRow,
  Child,
  FundView,
  InsuranceSummary,
  InsuranceTasks,
  LifeAccount,
  OpenExit,
  Plan,
  PolicyFile,
  PolicyRow,
  PolicyState,
} from "./insurancePolicies.ts";
import { ClaimState, PlanCode, PlanTerms } from "./insuranceTerms.ts";
import { command, query } from "./operations.ts";
import {
  Bytes,
  CalendarDate,
  FileOutput,
  Francs,
  Id,
  longText,
  OfficeScope,
  PaymentMethod,
  Sha256Hex,
  shortText,
} from "./primitives.ts";

const Payment = { method: PaymentMethod, reference: shortText(60) };
const ById = z.strictObject({ id: Id });
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const insurance = {
  plans: query({ input: z.strictObject({}), output: z.array(Plan), permission: "insurance.read" }),
  savePlan: command({
    input: z.strictObject({
      id: Id,
      code: PlanCode,
      name: shortText(60).min(1),
      startsOn: CalendarDate,
      terms: PlanTerms,
    }),
    output: Plan,
    permission: "insurance.plans",
  }),
  policies: query({
    input: z.strictObject({
      text: z.string().max(200),
      states: z.array(PolicyState),
      planCode: PlanCode.nullable(),
      office: OfficeScope.optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(PolicyRow), total: z.int() }),
    permission: "insurance.read",
  }),
  policy: query({ input: ById, output: PolicyFile, permission: "insurance.read" }),
  memberPolicies: query({
    input: z.strictObject({ memberId: Id }),
    output: z.array(PolicyFile),
    permission: "insurance.read",
  }),
  enrol: command({
    input: z.strictObject({
      id: Id,
      memberId: Id,
      planCode: PlanCode,
      effectiveOn: CalendarDate,
      children: z.array(Child).max(30),
      beneficiaries: z.array(Beneficiary).max(10),
      /** The registration fee shown to the person; a voucher of this id when it is more than nothing. */
      voucherId: Id,
      fee: Francs,
      ...Payment,
    }),
    output: PolicyFile,
    permission: "insurance.enrol",
  }),
  saveChildren: command({
    input: z.strictObject({ policyId: Id, children: z.array(Child).max(30) }),
    output: PolicyFile,
    permission: "insurance.enrol",
  }),
  saveBeneficiaries: command({
    input: z.strictObject({ policyId: Id, beneficiaries: z.array(Beneficiary).max(10) }),
    output: PolicyFile,
    permission: "insurance.enrol",
  }),
  quoteContribution: query({
    input: z.strictObject({ policyId: Id, periods: z.int().min(1).max(24) }),
    output: z.strictObject({
      periods: z.array(z.strictObject({ from: CalendarDate, to: CalendarDate, amount: Francs })),
      amount: Francs,
    }),
    permission: "insurance.collect",
  }),
  payContribution: command({
    input: z.strictObject({
      id: Id,
      policyId: Id,
      periods: z.int().min(1).max(24),
      amount: Francs,
      ...Payment,
    }),
    output: z.strictObject({ voucherId: Id, voucherNumber: z.string(), file: PolicyFile }),
    permission: "insurance.collect",
  }),
  reminders: query({ input: z.strictObject({}), output: z.array(PolicyRow), permission: "insurance.read" }),
  cancelPolicy: command({
    input: z.strictObject({ id: Id, policyId: Id, on: CalendarDate, refund: Francs, ...Payment }),
    output: PolicyFile,
    permission: "insurance.enrol",
  }),
  /** A member's health policies of this office, as a claim for care on a day needs them. */
  claimCovers: query({
    input: z.strictObject({ memberId: Id, careOn: CalendarDate }),
    output: z.array(ClaimCover),
    permission: "claims.enter",
  }),
  saveClaim: command({
    input: z.strictObject({ id: Id, details: ClaimDetails, submit: z.boolean() }),
    output: ClaimFile,
    permission: "claims.enter",
  }),
  addClaimPhoto: command({
    input: z.strictObject({ id: Id, jpeg: Bytes }),
    output: ClaimFile,
    permission: "claims.enter",
  }),
  claims: query({
    input: z.strictObject({
      states: z.array(ClaimState),
      office: OfficeScope.optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(ClaimRow), total: z.int() }),
    permission: "claims.read",
  }),
  claim: query({ input: ById, output: ClaimFile, permission: "claims.read" }),
  readClaimPhoto: query({
    input: z.strictObject({ sha256: Sha256Hex }),
    output: z.strictObject({ jpeg: Bytes }),
    permission: "claims.read",
  }),
  checkClaim: command({ input: ById, output: ClaimFile, permission: "claims.check" }),
  /**
   * `asComputed` takes what the rules give; `reject` needs a note. From the plan's amount on, an antenna's decision only
   * refers the claim to headquarters.
   */
  decideClaim: command({
    input: z.strictObject({
      id: Id,
      decision: z.enum(["asComputed", "reject"]),
      note: longText(500),
      /** What the screen showed; refused when the rules give another amount by now. */
      granted: Francs,
    }),
    output: ClaimFile,
    permission: "claims.decide",
  }),
  closeClaim: command({ input: ById, output: ClaimFile, permission: "claims.check" }),
  claimsToPay: query({ input: z.strictObject({}), output: z.array(ClaimToPay), permission: "claims.pay" }),
  payClaim: command({
    input: z.strictObject({
      id: Id,
      claimId: Id,
      amount: Francs.min(1),
      beyondFund: z.boolean(),
      ...Payment,
    }),
    output: z.strictObject({ voucherId: Id, voucherNumber: z.string(), left: Francs }),
    permission: "claims.pay",
  }),
  fund: query({
    input: z.strictObject({ office: OfficeScope.optional() }),
    output: z.array(FundView),
    permission: "insurance.read",
  }),
  lifeAccount: query({ input: ById, output: LifeAccount, permission: "insurance.read" }),
  /** Of this office, in the order in which they were asked for. */
  openExits: query({ input: z.strictObject({}), output: z.array(OpenExit), permission: "insurance.read" }),
  requestExit: command({
    input: z.strictObject({
      id: Id,
      policyId: Id,
      kind: z.enum(["withdrawal", "retirement", "death"]),
      on: CalendarDate,
      amount: Francs,
    }),
    output: LifeAccount,
    permission: "insurance.enrol",
  }),
  approveExit: command({
    input: z.strictObject({ id: Id, approve: z.boolean() }),
    output: LifeAccount,
    permission: "insurance.approve",
  }),
  payExit: command({
    input: z.strictObject({ id: Id, paymentId: Id, beyondFund: z.boolean(), ...Payment }),
    output: LifeAccount,
    permission: "claims.pay",
  }),
  checkups: query({
    input: z.strictObject({ states: z.array(z.enum(["done", "due", "late", "never"])) }),
    output: z.array(CheckupRow),
    permission: "checkups.read",
  }),
  memberCheckups: query({
    input: z.strictObject({ memberId: Id }),
    output: z.array(Checkup),
    permission: "checkups.read",
  }),
  recordCheckup: command({
    input: z.strictObject({
      id: Id,
      memberId: Id,
      doneOn: CalendarDate,
      facility: shortText(80),
      stamp: shortText(20),
    }),
    output: z.array(Checkup),
    permission: "checkups.write",
  }),
  voidCheckup: command({ input: ById, output: z.array(Checkup), permission: "checkups.write" }),
  summary: query({
    input: z.strictObject({ month: Month, office: OfficeScope.optional() }),
    output: InsuranceSummary,
    permission: "insurance.read",
  }),
  tasks: query({ input: z.strictObject({}), output: InsuranceTasks, permission: "signedIn" }),
  printPolicy: query({ input: ById, output: FileOutput, permission: "insurance.read" }),
  printDecision: query({ input: ById, output: FileOutput, permission: "claims.read" }),
  printAccount: query({ input: ById, output: FileOutput, permission: "insurance.read" }),
  /** The discharge to sign and the letters to beneficiaries of an exit. */
  printExit: query({ input: ById, output: FileOutput, permission: "insurance.read" }),
  printAttestation: query({
    input: z.strictObject({ memberId: Id }),
    output: FileOutput,
    permission: "checkups.read",
  }),
  printSummary: query({
    input: z.strictObject({ month: Month, office: OfficeScope.optional() }),
    output: FileOutput,
    permission: "insurance.read",
  }),
};
