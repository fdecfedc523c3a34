import { v7 } from "uuid";
import type { InputOf, OperationName } from "../../src/contract/index.ts";
import type { PremisesDetails, TenantDetails } from "../../src/contract/rentalTerms.ts";

/** Requests that need premises, tenants, and leases at every step. */
export type RentalName = Extract<OperationName, `rental.${string}`>;

/** What typical requests need to stand there already. */
export interface RentalPrepared {
  readonly today: string;
  readonly month: string;
  readonly premisesDetails: PremisesDetails;
  readonly tenantDetails: TenantDetails;
  /** Nobody has them. */
  readonly emptyId: string;
  readonly otherEmptyId: string;
  readonly photo: Uint8Array;
  readonly photoSha256: string;
  /** A lease with meters, a deposit, arrears, and an inspection; its first month is settled. */
  readonly leaseId: string;
  readonly premisesId: string;
  readonly settledMonth: string;
  readonly inspectionId: string;
  readonly changeId: string;
  readonly writeOffId: string;
  /** To be ended. */
  readonly endingId: string;
  /** Ended with an advance, and with a deposit held. */
  readonly endedId: string;
}

const CASH = { method: "cash", reference: "" } as const;

/** One request that a screen would make of each. One without does not compile. */
export const RENTAL: { readonly [N in RentalName]: (about: RentalPrepared) => InputOf<N> } = {
  "rental.premises": () => ({ withRetired: true }),
  "rental.savePremises": ({ premisesDetails }) => ({
    id: v7(),
    details: { ...premisesDetails, code: "Étal 12", kind: "stall", surface: null },
  }),
  "rental.retirePremises": ({ otherEmptyId, today }) => ({ id: otherEmptyId, on: today }),
  "rental.addPremisesPhoto": ({ premisesId, photo }) => ({ id: premisesId, jpeg: photo }),
  "rental.readPremisesPhoto": ({ photoSha256 }) => ({ sha256: photoSha256 }),
  "rental.tenants": () => ({ text: "berthe" }),
  "rental.saveTenant": ({ tenantDetails }) => ({ id: v7(), details: { ...tenantDetails, kind: "firm" } }),
  "rental.leases": () => ({ text: "", states: ["running", "ended"] }),
  "rental.lease": ({ leaseId }) => ({ id: leaseId }),
  "rental.signLease": ({ emptyId, tenantDetails, today }) => ({
    ...{ id: v7(), tenantId: v7(), tenant: tenantDetails },
    terms: {
      premises: [{ premisesId: emptyId, share: 90_000 }],
      ...{ startsOn: today, endsOn: null, period: "quarter", rent: 90_000, dueDay: 10 },
      charges: { kind: "fixed", amount: 3_000 },
      ...{ deposit: 90_000, noticeMonths: 3 },
      penalty: { kind: "percent", graceDays: 15, percent: 5 },
    },
  }),
  "rental.reviseRent": ({ leaseId }) => ({
    ...{ id: v7(), leaseId, from: "2027-07-01", rate: 500, rent: 31_500, note: "Indice de l’année" },
  }),
  "rental.grantRentFree": ({ leaseId }) => ({
    ...{ id: v7(), leaseId, from: "2027-05", to: "2027-06", note: "Travaux" },
  }),
  "rental.renewLease": ({ leaseId }) => ({ id: v7(), leaseId, endsOn: "2028-08-31", note: "" }),
  "rental.voidChange": ({ changeId, leaseId }) => ({ id: changeId, leaseId }),
  "rental.terminateLease": ({ endingId, today }) => ({
    ...{ id: endingId, on: today, reason: "ownerNotice", note: "Travaux du marché" },
  }),
  "rental.recordReading": ({ leaseId, premisesId, today }) => ({
    ...{ id: v7(), leaseId, premisesId, meter: "water", readOn: today, index: 131, initial: false },
  }),
  "rental.recordPayment": ({ leaseId, today }) => ({
    ...{ id: v7(), leaseId, receivedOn: today, amount: 12_500, method: "orangeMoney", reference: "OM 71" },
  }),
  "rental.refundAdvance": ({ endedId }) => ({ id: v7(), leaseId: endedId, amount: 5_000, ...CASH }),
  "rental.receiveDeposit": ({ leaseId, today }) => ({
    ...{ id: v7(), leaseId, receivedOn: today, amount: 30_000, ...CASH },
  }),
  "rental.settleDeposit": ({ endedId }) => ({
    ...{ id: v7(), leaseId: endedId, toArrears: 0, withheld: 10_000, refunded: 20_000 },
    ...{ reason: "Serrure changée", ...CASH },
  }),
  "rental.writeOff": ({ leaseId }) => ({ id: v7(), leaseId, amount: 1_000, reason: "Accord du bureau" }),
  "rental.voidWriteOff": ({ writeOffId, leaseId }) => ({ id: writeOffId, leaseId }),
  "rental.saveInspection": ({ leaseId, premisesId, today }) => ({
    ...{ id: v7(), leaseId, premisesId, kind: "exit", on: today, keys: 2 },
    items: [{ item: "Rideau de fer", condition: "fair", remark: "à graisser" }],
    remarks: "",
  }),
  "rental.noteReminder": ({ leaseId, today }) => ({
    ...{ id: v7(), leaseId, kind: "visit", promisedOn: today, promised: 20_000, note: "" },
  }),
  "rental.roll": ({ month }) => ({ month }),
  "rental.arrears": ({ today }) => ({ on: today }),
  "rental.report": ({ month }) => ({ from: "2026-01", to: month }),
  "rental.statement": ({ leaseId, today }) => ({ leaseId, from: "2026-01-01", to: today }),
  "rental.tasks": () => ({}),
  "rental.printLease": ({ leaseId }) => ({ id: leaseId }),
  "rental.printNotice": ({ leaseId, month }) => ({ leaseId, month }),
  "rental.printQuittance": ({ leaseId, settledMonth }) => ({ leaseId, month: settledMonth }),
  "rental.printMonth": ({ month }) => ({ month, paper: "notices" }),
  "rental.printReminder": ({ leaseId }) => ({ leaseId, kind: "first" }),
  "rental.printStatement": ({ leaseId, today }) => ({ leaseId, from: "2026-01-01", to: today }),
  "rental.printInspection": ({ leaseId, inspectionId }) => ({ leaseId, id: inspectionId }),
  "rental.printRoll": ({ month }) => ({ month }),
  "rental.printArrears": ({ today }) => ({ on: today }),
  "rental.printReport": ({ month }) => ({ from: "2026-01", to: month }),
  "rental.exportList": ({ month }) => ({ list: "roll", month, format: "xlsx" }),
};
