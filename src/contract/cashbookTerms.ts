import { z } from "zod";
import {
  CalendarDate,
  Francs,
  Id,
  Instant,
  longText,
  MemberNumber,
  OfficeCode,
  PaymentMethod,
  Sha256Hex,
  shortText,
} from "./primitives.ts";

/*
 * What the cash book is made of: vouchers, the accounts of the chart, the places where money lies, counts, closed
 * months, budgets. docs/cashbook.md explains them to people.
 */

/** Accounts that the program books by itself; they can be renamed and renumbered, and never closed. */
export const AutomaticAccount = z.enum([
  "membershipCard",
  "cardReplacement",
  "healthRegistration",
  "healthContribution",
  "healthBenefit",
  "healthRefund",
  "lifeRegistration",
  "lifeContribution",
  "lifePayment",
  "rent",
  "rentRefund",
  "leaseDeposit",
  "depositWithheld",
  "classFee",
  "trainerAllowance",
  "transfer",
  "opening",
  "cashOver",
  "cashShort",
  "remittanceSent",
  "remittanceReceived",
]);
export type AutomaticAccount = z.infer<typeof AutomaticAccount>;

/** An account of the chart by its key, which never changes: `rent`, `grant`, or one that headquarters added. */
export const AccountCode = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,39}$/);
export type AccountCode = z.infer<typeof AccountCode>;

/** The number that an accountant's software takes: `571`, `70610`. */
export const AccountNumber = z.string().regex(/^[1-9]\d{1,7}$/);

/** `income` is booked as a receipt, `expense` as a payment, `balance` either way (deposits, transfers, opening). */
export const AccountSide = z.enum(["income", "expense", "balance"]);
export type AccountSide = z.infer<typeof AccountSide>;

export const Account = z.strictObject({
  code: AccountCode,
  number: AccountNumber,
  name: shortText(80).min(1),
  nameEn: shortText(80).min(1),
  side: AccountSide,
  /** Booked by the program itself; nobody chooses it by hand. */
  automatic: z.boolean(),
  active: z.boolean(),
  /** By headquarters' accountant; the numbers that come with the program are proposals. */
  confirmed: z.boolean(),
});
export type Account = z.infer<typeof Account>;

/** A donor's project or another purpose that income and expenses are followed by. */
export const ProjectCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/);
export type ProjectCode = z.infer<typeof ProjectCode>;

export const Project = z.strictObject({
  id: Id,
  office: OfficeCode,
  code: ProjectCode,
  name: shortText(80).min(1),
  donor: shortText(80),
  startsOn: CalendarDate.nullable(),
  endsOn: CalendarDate.nullable(),
  active: z.boolean(),
});
export type Project = z.infer<typeof Project>;

/** Where money lies: the principal place of a payment method by the method's name, any other by its id. */
export const TillKey = z.union([PaymentMethod, Id]);
export type TillKey = z.infer<typeof TillKey>;

export const SignedFrancs = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);

export const Till = z.strictObject({
  office: OfficeCode,
  key: TillKey,
  /** What is paid into it and out of it: a cash box, a bank account, a mobile account. */
  kind: PaymentMethod,
  /** Empty for a principal place that nobody renamed: the screen and the paper say the method. */
  name: shortText(60),
  accountNumber: AccountNumber,
  principal: z.boolean(),
  closed: z.boolean(),
  balance: SignedFrancs,
  vouchers: z.int(),
  hasOpening: z.boolean(),
  lastCount: z.strictObject({ countedOn: CalendarDate, difference: SignedFrancs }).nullable(),
});
export type Till = z.infer<typeof Till>;

/** `difference` comes from a count; both sides of a `transfer` name each other by `pairId`. */
export const VoucherKind = z.enum([
  "ordinary",
  "transfer",
  "opening",
  "difference",
  "remittance",
  "reversal",
]);
export type VoucherKind = z.infer<typeof VoucherKind>;

export const Voucher = z.strictObject({
  id: Id,
  /** The office that took or paid the money. */
  office: OfficeCode,
  number: z.string(),
  datedOn: CalendarDate,
  recordedAt: Instant,
  direction: z.enum(["in", "out"]),
  kind: VoucherKind,
  account: AccountCode,
  amount: Francs,
  method: PaymentMethod,
  reference: z.string(),
  till: TillKey,
  project: ProjectCode.nullable(),
  /** What it was for, in words; empty where the account says it. */
  words: z.string(),
  memberId: Id.nullable(),
  memberNumber: MemberNumber.nullable(),
  /** The other voucher of a transfer, or the office's voucher that a remittance received answers. */
  pairId: Id.nullable(),
  /** The voucher that this one takes back. */
  reversesId: Id.nullable(),
  reversedById: Id.nullable(),
  /** Why a reversal or a difference was booked. */
  reason: z.string(),
  /** Empty in another office's book: names of its staff do not travel. */
  recordedBy: z.string(),
});
export type Voucher = z.infer<typeof Voucher>;

/** A line of the cash book. */
export const LedgerLine = Voucher.extend({
  /** Of the place after this voucher, in the order of days and numbers; null unless one place alone is shown. */
  balance: SignedFrancs.nullable(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** A voucher with its papers, which stay in the office. */
export const VoucherFile = z.strictObject({
  voucher: Voucher,
  /** Numbers of the vouchers that it is tied to. */
  pair: z.strictObject({ id: Id, number: z.string() }).nullable(),
  reverses: z.strictObject({ id: Id, number: z.string() }).nullable(),
  reversedBy: z.strictObject({ id: Id, number: z.string() }).nullable(),
  /** To whom it was paid or from whom it came, who is no member. */
  payee: z.string(),
  photos: z.array(Sha256Hex),
  /** Whether `reverse` would take it back; otherwise what forbids it. */
  reversible: z.enum(["yes", "reversed", "isReversal", "undoneElsewhere", "builtUpon"]),
});
export type VoucherFile = z.infer<typeof VoucherFile>;

/** Notes and coins of the franc CFA, the largest first. */
export const DENOMINATIONS = [10_000, 5_000, 2_000, 1_000, 500, 250, 200, 100, 50, 25, 10, 5] as const;

export const CountedPieces = z.strictObject({
  value: z.int().refine((value) => (DENOMINATIONS as readonly number[]).includes(value)),
  pieces: z.int().min(0).max(1_000_000),
});

export const CashCount = z.strictObject({
  id: Id,
  office: OfficeCode,
  till: TillKey,
  countedOn: CalendarDate,
  /** Empty for a bank or mobile account, whose balance is read from its statement. */
  pieces: z.array(CountedPieces),
  counted: Francs,
  expected: SignedFrancs,
  difference: SignedFrancs,
  reason: z.string(),
  voucherId: Id.nullable(),
  voucherNumber: z.string().nullable(),
  countedBy: z.string(),
});
export type CashCount = z.infer<typeof CashCount>;

export const MonthName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type MonthName = z.infer<typeof MonthName>;

/** `running` is the calendar's present month; `reopened` was closed once and has to be closed again. */
export const MonthState = z.enum(["running", "open", "reopened", "closed"]);
export type MonthState = z.infer<typeof MonthState>;

export const MonthLine = z.strictObject({
  office: OfficeCode,
  month: MonthName,
  state: MonthState,
  vouchers: z.int(),
  sumIn: Francs,
  sumOut: Francs,
  closedOn: CalendarDate.nullable(),
  closedBy: z.string(),
  /** Headquarters' word that came with an answer, or its own. */
  reopenReason: z.string(),
});
export type MonthLine = z.infer<typeof MonthLine>;

export const TillMonth = z.strictObject({
  till: TillKey,
  opening: SignedFrancs,
  sumIn: Francs,
  sumOut: Francs,
  closing: SignedFrancs,
});
export type TillMonth = z.infer<typeof TillMonth>;

export const MonthWarning = z.strictObject({
  code: z.enum([
    "gap",
    "negativeCash",
    "earlierMonthOpen",
    "notCounted",
    "remittanceOpen",
    "paperMissing",
    "notAsClosed",
  ]),
  till: TillKey.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type MonthWarning = z.infer<typeof MonthWarning>;

export const MonthBook = z.strictObject({
  office: OfficeCode,
  month: MonthName,
  state: MonthState,
  first: z.string().nullable(),
  last: z.string().nullable(),
  vouchers: z.int(),
  tills: z.array(TillMonth),
  accounts: z.array(
    z.strictObject({ account: AccountCode, vouchers: z.int(), sumIn: Francs, sumOut: Francs }),
  ),
  projects: z.array(z.strictObject({ project: ProjectCode.nullable(), sumIn: Francs, sumOut: Francs })),
  warnings: z.array(MonthWarning),
  closedOn: CalendarDate.nullable(),
  closedBy: z.string(),
});
export type MonthBook = z.infer<typeof MonthBook>;

export const BudgetLine = z.strictObject({
  id: Id,
  office: OfficeCode,
  year: z.int().min(2000).max(2199),
  account: AccountCode,
  project: ProjectCode.nullable(),
  amount: Francs,
  note: z.string(),
});
export type BudgetLine = z.infer<typeof BudgetLine>;

/** A budget line with what was booked on it up to a day; `id` null for what was booked and nobody planned. */
export const BudgetUse = z.strictObject({
  id: Id.nullable(),
  office: OfficeCode,
  account: AccountCode,
  project: ProjectCode.nullable(),
  side: AccountSide,
  planned: Francs,
  /** What the year's plan makes up to the day, by days. */
  plannedToDate: Francs,
  used: SignedFrancs,
  note: z.string(),
});
export type BudgetUse = z.infer<typeof BudgetUse>;

/** Money that an office sent to Bamako and headquarters has not booked yet. */
export const OpenRemittance = z.strictObject({
  voucherId: Id,
  office: OfficeCode,
  number: z.string(),
  datedOn: CalendarDate,
  amount: Francs,
  method: PaymentMethod,
  reference: z.string(),
  words: z.string(),
});
export type OpenRemittance = z.infer<typeof OpenRemittance>;

export const CashbookTasks = z.strictObject({
  monthsToClose: z.int(),
  /** Cash boxes with money moved since their last count, today's left out. */
  tillsToCount: z.int(),
  negativeTills: z.int(),
  remittancesOpen: z.int(),
});
export type CashbookTasks = z.infer<typeof CashbookTasks>;

export const NewVoucher = z.strictObject({
  id: Id,
  direction: z.enum(["in", "out"]),
  till: TillKey,
  account: AccountCode,
  amount: Francs.min(1),
  datedOn: CalendarDate,
  words: shortText(160).min(1),
  payee: shortText(80),
  project: ProjectCode.nullable(),
  reference: shortText(60),
});
export type NewVoucher = z.infer<typeof NewVoucher>;

export const VoucherFilter = z.strictObject({
  from: CalendarDate,
  to: CalendarDate,
  till: TillKey.nullable().optional(),
  account: AccountCode.nullable().optional(),
  project: ProjectCode.nullable().optional(),
  direction: z.enum(["in", "out"]).nullable().optional(),
  /** Number, reference or words. */
  text: z.string().max(200).optional(),
});
export type VoucherFilter = z.infer<typeof VoucherFilter>;

export const Reason = longText(300).min(3);
