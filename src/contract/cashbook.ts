import { z } from "zod";
import {
  Account,
  AccountCode,
  AccountNumber,
  AccountSide,
  BudgetLine,
  BudgetUse,
  CashbookTasks,
  CashCount,
  CountedPieces,
  LedgerLine,
  MonthBook,
  MonthLine,
  MonthName,
  NewVoucher,
  OpenRemittance,
  Project,
  ProjectCode,
  Reason,
  SignedFrancs,
  Till,
  TillKey,
  Voucher,
  VoucherFile,
  VoucherFilter,
} from "./cashbookTerms.ts";
import { command, query } from "./operations.ts";
import {
  Bytes,
  CalendarDate,
  FileOutput,
  Francs,
  Id,
  OfficeCode,
  OfficeScope,
  PaymentMethod,
  Sha256Hex,
  shortText,
} from "./primitives.ts";

const ById = z.strictObject({ id: Id });
/** Absent for this office's own book. */
const office = OfficeScope.optional();
const Booked = z.strictObject({ voucher: Voucher });
const Paired = z.strictObject({ out: Voucher, in: Voucher });
const ExportFormat = z.enum(["csv", "xlsx"]);
const Year = z.int().min(2000).max(2199);

export const cashbook = {
  listVouchers: query({
    input: VoucherFilter.extend({
      office,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(LedgerLine),
      total: z.int(),
      sumIn: Francs,
      sumOut: Francs,
      /** What lay there before the span's first day and after its last; of one place or of all. */
      opening: SignedFrancs,
      closing: SignedFrancs,
    }),
    permission: "cashbook.read",
  }),
  voucher: query({ input: ById, output: VoucherFile, permission: "cashbook.read" }),
  /** A receipt or an expense by hand, on an account that the program does not book by itself. */
  record: command({ input: NewVoucher, output: Booked, permission: "cashbook.write" }),
  addPhoto: command({
    input: z.strictObject({ id: Id, jpeg: Bytes }),
    output: VoucherFile,
    permission: "cashbook.write",
  }),
  readPhoto: query({
    input: z.strictObject({ sha256: Sha256Hex }),
    output: z.strictObject({ jpeg: Bytes }),
    permission: "cashbook.read",
  }),
  transfer: command({
    input: z.strictObject({
      /** Of the voucher out; `inId` of the one in. */
      id: Id,
      inId: Id,
      from: TillKey,
      to: TillKey,
      amount: Francs.min(1),
      datedOn: CalendarDate,
      words: shortText(160),
      reference: shortText(60),
    }),
    output: Paired,
    permission: "cashbook.write",
  }),
  /** Money that goes to Bamako, with the bus or by mobile money. */
  remit: command({
    input: z.strictObject({
      id: Id,
      from: TillKey,
      amount: Francs.min(1),
      datedOn: CalendarDate,
      /** By whom it travels; stays in the office. */
      payee: shortText(80),
      words: shortText(160),
      reference: shortText(60),
    }),
    output: Booked,
    permission: "cashbook.write",
  }),
  /** At headquarters: what offices sent and nobody has booked there. */
  remittances: query({
    input: z.strictObject({}),
    output: z.array(OpenRemittance),
    permission: "cashbook.read",
  }),
  /** The whole amount; what is missing is a matter between people, and booked by hand. */
  receiveRemittance: command({
    input: z.strictObject({
      id: Id,
      voucherId: Id,
      to: TillKey,
      datedOn: CalendarDate,
      reference: shortText(60),
    }),
    output: Booked,
    permission: "cashbook.write",
  }),
  /** Takes a voucher back with one against it, today; what the money was for (a term, a rent) is undone with it. */
  reverse: command({
    input: z.strictObject({ id: Id, voucherId: Id, reason: Reason }),
    output: VoucherFile,
    permission: "cashbook.reverse",
  }),
  tills: query({ input: z.strictObject({ office }), output: z.array(Till), permission: "cashbook.read" }),
  /** Another cash box or account (`key` a fresh id), or new words for one. Closing asks for an empty one. */
  saveTill: command({
    input: z.strictObject({
      key: TillKey,
      kind: PaymentMethod,
      name: shortText(60),
      accountNumber: AccountNumber,
      closed: z.boolean(),
    }),
    output: z.array(Till),
    permission: "cashbook.tills",
  }),
  /** What lay there when the book began; once a place. */
  recordOpening: command({
    input: z.strictObject({ id: Id, till: TillKey, amount: Francs.min(1), datedOn: CalendarDate }),
    output: Booked,
    permission: "cashbook.tills",
  }),
  /** `statement` for a bank or mobile account instead of pieces. A difference needs a reason. */
  count: command({
    input: z.strictObject({
      id: Id,
      /** Of the voucher for the difference, when there is one. */
      voucherId: Id,
      till: TillKey,
      pieces: z.array(CountedPieces).max(12),
      statement: Francs.nullable(),
      /** What the screen showed; refused when something was booked meanwhile. */
      expected: SignedFrancs,
      reason: shortText(300),
    }),
    output: CashCount,
    permission: "cashbook.write",
  }),
  counts: query({
    input: z.strictObject({ from: CalendarDate, to: CalendarDate, office }),
    output: z.array(CashCount),
    permission: "cashbook.read",
  }),
  printCount: query({ input: ById, output: FileOutput, permission: "cashbook.read" }),
  /** From the first voucher's month to the present one, the newest first. */
  months: query({
    input: z.strictObject({ office }),
    output: z.array(MonthLine),
    permission: "cashbook.read",
  }),
  month: query({
    input: z.strictObject({ month: MonthName, office }),
    output: MonthBook,
    permission: "cashbook.read",
  }),
  /** A past month, after all before it. `closing` is the sum that the screen showed. */
  closeMonth: command({
    input: z.strictObject({ id: Id, month: MonthName, closing: SignedFrancs }),
    output: MonthBook,
    permission: "cashbook.close",
  }),
  /** Headquarters' alone: its own month at once, an office's with the next answer; the months after it open too. */
  reopenMonth: command({
    input: z.strictObject({ id: Id, office: OfficeCode, month: MonthName, reason: Reason }),
    output: z.array(MonthLine),
    permission: "cashbook.reopen",
  }),
  printMonth: query({
    input: z.strictObject({
      month: MonthName,
      office,
      paper: z.enum(["journal", "cashSheet", "summary", "all"]),
    }),
    output: FileOutput,
    permission: "cashbook.read",
  }),
  /** The filtered book as it stands on the screen. */
  printBook: query({
    input: VoucherFilter.extend({ office }),
    output: FileOutput,
    permission: "cashbook.read",
  }),
  /** Two lines a voucher, debit and credit, with the account numbers. */
  exportJournal: query({
    input: z.strictObject({ from: CalendarDate, to: CalendarDate, office, format: ExportFormat }),
    output: FileOutput,
    permission: "cashbook.read",
  }),
  chart: query({ input: z.strictObject({}), output: z.array(Account), permission: "signedIn" }),
  /** At headquarters; every office has it with the next answer. */
  saveAccount: command({
    input: z.strictObject({
      id: Id,
      code: AccountCode,
      number: AccountNumber,
      name: shortText(80).min(1),
      nameEn: shortText(80).min(1),
      side: AccountSide,
      active: z.boolean(),
    }),
    output: z.array(Account),
    permission: "cashbook.chart",
  }),
  projects: query({ input: z.strictObject({}), output: z.array(Project), permission: "signedIn" }),
  /** Headquarters' go to every office; an office's own stay its own. */
  saveProject: command({
    input: z.strictObject({
      id: Id,
      code: ProjectCode,
      name: shortText(80).min(1),
      donor: shortText(80),
      startsOn: CalendarDate.nullable(),
      endsOn: CalendarDate.nullable(),
      active: z.boolean(),
    }),
    output: z.array(Project),
    permission: "cashbook.chart",
  }),
  budget: query({
    input: z.strictObject({ year: Year, on: CalendarDate, project: ProjectCode.nullable(), office }),
    output: z.array(BudgetUse),
    permission: "cashbook.read",
  }),
  /** An amount of nothing takes the line away. */
  saveBudgetLine: command({
    input: z.strictObject({
      id: Id,
      year: Year,
      account: AccountCode,
      project: ProjectCode.nullable(),
      amount: Francs,
      note: shortText(160),
    }),
    output: BudgetLine,
    permission: "cashbook.budget",
  }),
  printBudget: query({
    input: z.strictObject({ year: Year, on: CalendarDate, project: ProjectCode.nullable(), office }),
    output: FileOutput,
    permission: "cashbook.read",
  }),
  tasks: query({ input: z.strictObject({}), output: CashbookTasks, permission: "signedIn" }),
};
