import { z } from "zod";
import { Reason } from "./cashbookTerms.ts";
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
import {
  ChargeKey,
  EndReason,
  InspectedItem,
  LeaseDay,
  LeaseTerms,
  Meter,
  PremisesDetails,
  TenantDetails,
} from "./rentalTerms.ts";
import {
  ArrearsLine,
  LeaseFile,
  LeaseRow,
  LeaseState,
  Premises,
  ReminderKind,
  RentalReport,
  RentalTasks,
  RollLine,
  RollTotals,
  StatementLine,
  Tenant,
} from "./rentalViews.ts";

const ById = z.strictObject({ id: Id });
const Payment = { method: PaymentMethod, reference: shortText(60) };
/** Absent for this office's own. */
const office = OfficeScope.optional();
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const ExportFormat = z.enum(["csv", "xlsx"]);

export const rental = {
  premises: query({
    input: z.strictObject({ office, withRetired: z.boolean() }),
    output: z.array(Premises),
    permission: "rental.read",
  }),
  savePremises: command({
    input: z.strictObject({ id: Id, details: PremisesDetails }),
    output: Premises,
    permission: "rental.manage",
  }),
  /** Only what nobody has; `null` takes it back into use. */
  retirePremises: command({
    input: z.strictObject({ id: Id, on: CalendarDate.nullable() }),
    output: Premises,
    permission: "rental.manage",
  }),
  addPremisesPhoto: command({
    input: z.strictObject({ id: Id, jpeg: Bytes }),
    output: Premises,
    permission: "rental.manage",
  }),
  readPremisesPhoto: query({
    input: z.strictObject({ sha256: Sha256Hex }),
    output: z.strictObject({ jpeg: Bytes }),
    permission: "rental.read",
  }),
  tenants: query({
    input: z.strictObject({ text: z.string().max(200) }),
    output: z.array(Tenant),
    permission: "rental.read",
  }),
  saveTenant: command({
    input: z.strictObject({ id: Id, details: TenantDetails }),
    output: Tenant,
    permission: "rental.manage",
  }),
  leases: query({
    input: z.strictObject({
      text: z.string().max(200),
      states: z.array(LeaseState),
      office,
    }),
    output: z.array(LeaseRow),
    permission: "rental.read",
  }),
  lease: query({ input: ById, output: LeaseFile, permission: "rental.read" }),
  /** The tenant is new where nobody has this id yet; a known one stays as she is known. */
  signLease: command({
    input: z.strictObject({
      id: Id,
      tenantId: Id,
      tenant: TenantDetails.nullable(),
      terms: LeaseTerms,
    }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  /** By an amount, or by a rate in hundredths of a percent of the rent that stands on that day. */
  reviseRent: command({
    input: z.strictObject({
      id: Id,
      leaseId: Id,
      from: LeaseDay,
      rate: z.int().min(-10_000).max(100_000).nullable(),
      rent: Francs.positive(),
      note: shortText(160),
    }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  grantRentFree: command({
    input: z.strictObject({ id: Id, leaseId: Id, from: Month, to: Month, note: shortText(160) }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  renewLease: command({
    input: z.strictObject({ id: Id, leaseId: Id, endsOn: LeaseDay.nullable(), note: shortText(160) }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  /** A change whose periods nobody has paid yet. */
  voidChange: command({
    input: z.strictObject({ id: Id, leaseId: Id }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  terminateLease: command({
    input: z.strictObject({ id: Id, on: LeaseDay, reason: EndReason, note: shortText(160) }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  recordReading: command({
    input: z.strictObject({
      id: Id,
      leaseId: Id,
      premisesId: Id,
      meter: Meter,
      readOn: LeaseDay,
      index: z.int().min(0).max(100_000_000),
      initial: z.boolean(),
    }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  /** `id` is the voucher's. */
  recordPayment: command({
    input: z.strictObject({
      id: Id,
      leaseId: Id,
      receivedOn: CalendarDate,
      amount: Francs.min(1),
      ...Payment,
    }),
    output: z.strictObject({
      voucherId: Id,
      voucherNumber: z.string(),
      /** Rents and charges of which nothing is left by this payment: each has its `quittance`. */
      settled: z.array(ChargeKey),
      file: LeaseFile,
    }),
    permission: "rental.collect",
  }),
  /** What was paid and nothing asks for, once the lease has ended. */
  refundAdvance: command({
    input: z.strictObject({ id: Id, leaseId: Id, amount: Francs.min(1), ...Payment }),
    output: LeaseFile,
    permission: "rental.collect",
  }),
  receiveDeposit: command({
    input: z.strictObject({
      id: Id,
      leaseId: Id,
      receivedOn: CalendarDate,
      amount: Francs.min(1),
      ...Payment,
    }),
    output: LeaseFile,
    permission: "rental.collect",
  }),
  /**
   * Of the deposit that is held: so much to what is late, so much kept for damage, so much given back. Each franc has
   * its vouchers; the three may leave a rest.
   */
  settleDeposit: command({
    input: z.strictObject({
      id: Id,
      leaseId: Id,
      toArrears: Francs,
      withheld: Francs,
      refunded: Francs,
      reason: shortText(300),
      ...Payment,
    }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  writeOff: command({
    input: z.strictObject({ id: Id, leaseId: Id, amount: Francs.min(1), reason: Reason }),
    output: LeaseFile,
    permission: "rental.writeOff",
  }),
  voidWriteOff: command({
    input: z.strictObject({ id: Id, leaseId: Id }),
    output: LeaseFile,
    permission: "rental.writeOff",
  }),
  saveInspection: command({
    input: z.strictObject({
      id: Id,
      leaseId: Id,
      premisesId: Id,
      kind: z.enum(["entry", "exit"]),
      on: LeaseDay,
      keys: z.int().min(0).max(100),
      items: z.array(InspectedItem).max(60),
      remarks: longText(1000),
    }),
    output: LeaseFile,
    permission: "rental.manage",
  }),
  noteReminder: command({
    input: z.strictObject({
      id: Id,
      leaseId: Id,
      kind: ReminderKind,
      promisedOn: CalendarDate.nullable(),
      promised: Francs.nullable(),
      note: longText(500),
    }),
    output: LeaseFile,
    permission: "rental.collect",
  }),
  roll: query({
    input: z.strictObject({ month: Month, office }),
    output: z.strictObject({ lines: z.array(RollLine), totals: RollTotals }),
    permission: "rental.read",
  }),
  arrears: query({
    input: z.strictObject({ on: CalendarDate, office }),
    output: z.array(ArrearsLine),
    permission: "rental.read",
  }),
  report: query({
    input: z.strictObject({ from: Month, to: Month, office }),
    output: RentalReport,
    permission: "rental.read",
  }),
  statement: query({
    input: z.strictObject({ leaseId: Id, from: CalendarDate, to: CalendarDate }),
    output: z.strictObject({ opening: z.int(), lines: z.array(StatementLine), closing: z.int() }),
    permission: "rental.read",
  }),
  tasks: query({ input: z.strictObject({}), output: RentalTasks, permission: "signedIn" }),
  printLease: query({ input: ById, output: FileOutput, permission: "rental.read" }),
  /** What is due in a period, before it is due. */
  printNotice: query({
    input: z.strictObject({ leaseId: Id, month: Month }),
    output: FileOutput,
    permission: "rental.read",
  }),
  /** Of a period of which rent and charges are wholly paid; refused before. */
  printQuittance: query({
    input: z.strictObject({ leaseId: Id, month: Month }),
    output: FileOutput,
    permission: "rental.read",
  }),
  /** Notices, or `quittances` that nobody printed by itself, of every lease of a month in one file. */
  printMonth: query({
    input: z.strictObject({ month: Month, paper: z.enum(["notices", "quittances"]) }),
    output: FileOutput,
    permission: "rental.read",
  }),
  printReminder: query({
    input: z.strictObject({ leaseId: Id, kind: z.enum(["first", "last"]) }),
    output: FileOutput,
    permission: "rental.read",
  }),
  printStatement: query({
    input: z.strictObject({ leaseId: Id, from: CalendarDate, to: CalendarDate }),
    output: FileOutput,
    permission: "rental.read",
  }),
  printInspection: query({
    input: z.strictObject({ leaseId: Id, id: Id }),
    output: FileOutput,
    permission: "rental.read",
  }),
  printRoll: query({
    input: z.strictObject({ month: Month, office }),
    output: FileOutput,
    permission: "rental.read",
  }),
  printArrears: query({
    input: z.strictObject({ on: CalendarDate, office }),
    output: FileOutput,
    permission: "rental.read",
  }),
  printReport: query({
    input: z.strictObject({ from: Month, to: Month, office }),
    output: FileOutput,
    permission: "rental.read",
  }),
  exportList: query({
    input: z.strictObject({
      list: z.enum(["roll", "arrears", "leases", "premises"]),
      /** For `roll` its month, for the others today's. */
      month: Month,
      office,
      format: ExportFormat,
    }),
    output: FileOutput,
    permission: "rental.read",
  }),
};
