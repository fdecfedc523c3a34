import { z } from "zod";
import { SignedFrancs } from "./cashbookTerms.ts";
import { CalendarDate, Francs, Id, Instant, OfficeCode, PaymentMethod, Sha256Hex } from "./primitives.ts";
import {
  ArrearsByAge,
  ChargeStanding,
  InspectedItem,
  LeaseChange,
  LeaseTerms,
  MeterReading,
  Part,
  PremisesDetails,
  PremisesKind,
  TenantDetails,
  Termination,
} from "./rentalTerms.ts";

/* What the screens of the rental show. */

/** `upcoming` has not begun; `ended` was terminated or has passed its last day. */
export const LeaseState = z.enum(["upcoming", "running", "ended"]);
export type LeaseState = z.infer<typeof LeaseState>;

export const PremisesState = z.enum(["let", "arrears", "vacant", "retired"]);
export type PremisesState = z.infer<typeof PremisesState>;

export const Premises = PremisesDetails.extend({
  id: Id,
  office: OfficeCode,
  retiredOn: CalendarDate.nullable(),
  photos: z.array(Sha256Hex),
  state: PremisesState,
  /** The lease that holds it today, or the next one. */
  lease: z
    .strictObject({
      id: Id,
      number: z.string(),
      state: LeaseState,
      /** Empty where the names are not this person's to read. */
      tenantName: z.string(),
      endsOn: CalendarDate.nullable(),
      arrears: Francs,
      rent: Francs,
    })
    .nullable(),
  /** Since when nobody has it; null while it is let, or if it never was. */
  vacantSince: CalendarDate.nullable(),
});
export type Premises = z.infer<typeof Premises>;

export const Tenant = TenantDetails.extend({ id: Id, office: OfficeCode, leases: z.int() });
export type Tenant = z.infer<typeof Tenant>;

const lease = {
  id: Id,
  office: OfficeCode,
  number: z.string(),
  tenantId: Id,
  /** Empty where the names are not this person's to read (headquarters without that tier). */
  tenantName: z.string(),
  tenantPhone: z.string(),
  premises: z.array(z.strictObject({ id: Id, code: z.string(), kind: PremisesKind })),
  state: LeaseState,
  startsOn: CalendarDate,
  endsOn: CalendarDate.nullable(),
};

export const LeaseRow = z.strictObject({
  ...lease,
  /** Francs a period today. */
  rent: Francs,
  period: LeaseTerms.shape.period,
  arrears: Francs,
  advance: Francs,
  /** Held. */
  deposit: Francs,
  /** Days until its last day, within two months before it and ever after while it runs; null otherwise. */
  endsInDays: z.int().nullable(),
});
export type LeaseRow = z.infer<typeof LeaseRow>;

export const RentPayment = z.strictObject({
  id: Id,
  receivedOn: CalendarDate,
  amount: Francs,
  method: PaymentMethod,
  reference: z.string(),
  voucherId: Id,
  voucherNumber: z.string(),
  parts: z.array(Part),
  /** Of the amount, what went to no charge yet. */
  advance: Francs,
  source: z.enum(["tenant", "deposit"]),
  voided: z.boolean(),
});
export type RentPayment = z.infer<typeof RentPayment>;

export const DepositEntry = z.strictObject({
  id: Id,
  on: CalendarDate,
  kind: z.enum(["received", "toArrears", "withheld", "refunded"]),
  amount: Francs,
  reason: z.string(),
  voucherId: Id,
  voucherNumber: z.string(),
  voided: z.boolean(),
});
export type DepositEntry = z.infer<typeof DepositEntry>;

export const WriteOff = z.strictObject({
  id: Id,
  on: CalendarDate,
  amount: Francs,
  parts: z.array(Part),
  reason: z.string(),
  by: z.string(),
  voided: z.boolean(),
});
export type WriteOff = z.infer<typeof WriteOff>;

export const Refund = z.strictObject({
  id: Id,
  on: CalendarDate,
  amount: Francs,
  voucherId: Id,
  voucherNumber: z.string(),
  voided: z.boolean(),
});

export const Inspection = z.strictObject({
  id: Id,
  premisesId: Id,
  kind: z.enum(["entry", "exit"]),
  on: CalendarDate,
  keys: z.int().min(0).max(100),
  items: z.array(InspectedItem).max(60),
  remarks: z.string(),
});
export type Inspection = z.infer<typeof Inspection>;

export const ReminderKind = z.enum(["call", "visit", "first", "last"]);

/** A reminder that was sent or made, and what the tenant promised. */
export const Reminder = z.strictObject({
  id: Id,
  kind: ReminderKind,
  on: CalendarDate,
  promisedOn: CalendarDate.nullable(),
  promised: Francs.nullable(),
  note: z.string(),
});
export type Reminder = z.infer<typeof Reminder>;

export const LeaseFile = z.strictObject({
  ...lease,
  /** Without a name where it is not this person's to read. */
  tenant: TenantDetails.extend({ name: z.string() }),
  terms: LeaseTerms,
  changes: z.array(
    z.strictObject({ change: LeaseChange, note: z.string(), at: Instant, voided: z.boolean() }),
  ),
  termination: Termination.nullable(),
  /** Today's. */
  rent: Francs,
  /** From the first to those of the next months, oldest first. */
  charges: z.array(ChargeStanding),
  arrears: Francs,
  ages: ArrearsByAge,
  /** Paid and not used by any charge that is due. */
  advance: Francs,
  payments: z.array(RentPayment),
  writeOffs: z.array(WriteOff),
  refunds: z.array(Refund),
  depositHeld: Francs,
  deposit: z.array(DepositEntry),
  readings: z.array(MeterReading),
  inspections: z.array(Inspection),
  reminders: z.array(Reminder),
});
export type LeaseFile = z.infer<typeof LeaseFile>;

/** A lease in the rent roll of a month. */
export const RollLine = z.strictObject({
  leaseId: Id,
  office: OfficeCode,
  number: z.string(),
  tenantName: z.string(),
  tenantPhone: z.string(),
  premises: z.array(z.string()),
  ended: z.boolean(),
  /** Due before the month and not settled when it began. */
  brought: Francs,
  /** Due within the month. */
  due: Francs,
  /** Received within the month, whatever for. */
  received: Francs,
  /** Of all that is due by the month's end. */
  left: Francs,
  advance: Francs,
  lastPaidOn: CalendarDate.nullable(),
});
export type RollLine = z.infer<typeof RollLine>;

export const RollTotals = z.strictObject({
  brought: Francs,
  due: Francs,
  received: Francs,
  left: Francs,
  advance: Francs,
});

export const ArrearsLine = z.strictObject({
  leaseId: Id,
  office: OfficeCode,
  number: z.string(),
  tenantName: z.string(),
  tenantPhone: z.string(),
  guarantorName: z.string(),
  guarantorPhone: z.string(),
  premises: z.array(z.string()),
  ended: z.boolean(),
  total: Francs,
  ages: ArrearsByAge,
  oldestDueOn: CalendarDate,
  lastReminder: Reminder.nullable(),
  /** The promised day has passed and the promised amount has not come since. */
  promiseBroken: z.boolean(),
});
export type ArrearsLine = z.infer<typeof ArrearsLine>;

const PremisesMonth = z.strictObject({
  premisesId: Id,
  /** `YYYY-MM` */
  month: z.string(),
  /** Days let, of the month's days on which the premises could be let. */
  daysLet: z.int(),
  days: z.int(),
  /** Francs asked for in the month, and francs received in it, of these premises. */
  asked: Francs,
  received: Francs,
});

export const RentalReport = z.strictObject({
  office: z.union([z.literal("all"), OfficeCode]).nullable(),
  from: z.string(),
  to: z.string(),
  premises: z.array(z.strictObject({ id: Id, office: OfficeCode, code: z.string(), kind: PremisesKind })),
  cells: z.array(PremisesMonth),
  months: z.array(
    z.strictObject({ month: z.string(), daysLet: z.int(), days: z.int(), asked: Francs, received: Francs }),
  ),
});
export type RentalReport = z.infer<typeof RentalReport>;

/** One line of a tenant's account at a day: what was asked adds, what was paid takes off. */
export const StatementLine = z.strictObject({
  on: CalendarDate,
  what: z.enum(["rent", "charges", "water", "power", "penalty", "payment", "writeOff", "refund"]),
  /** Of a charge its period; of the rest empty. */
  from: CalendarDate.nullable(),
  to: CalendarDate.nullable(),
  voucherNumber: z.string(),
  debit: Francs,
  credit: Francs,
  balance: SignedFrancs,
});
export type StatementLine = z.infer<typeof StatementLine>;

export const RentalTasks = z.strictObject({
  /** Leases with something late. */
  inArrears: z.int(),
  lateFrancs: Francs,
  promisesBroken: z.int(),
  endingSoon: z.int(),
  /** Ended leases whose deposit is still held. */
  depositsToSettle: z.int(),
});
export type RentalTasks = z.infer<typeof RentalTasks>;
