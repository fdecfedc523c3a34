import { z } from "zod";
import { query } from "./operations.ts";
import {
  CalendarDate,
  Francs,
  Id,
  Instant,
  MemberNumber,
  OfficeCode,
  OfficeScope,
  PaymentMethod,
} from "./primitives.ts";

/** What money came in or went out for. */
export const VoucherAccount = z.enum([
  "membershipCard",
  "cardReplacement",
  "healthRegistration",
  "healthContribution",
  "healthBenefit",
  "healthRefund",
  "lifeRegistration",
  "lifeContribution",
  "lifePayment",
]);
export type VoucherAccount = z.infer<typeof VoucherAccount>;

export const Voucher = z.strictObject({
  id: Id,
  /** The office that took or paid the money. */
  office: OfficeCode,
  number: z.string(),
  datedOn: CalendarDate,
  recordedAt: Instant,
  direction: z.enum(["in", "out"]),
  account: VoucherAccount,
  amount: Francs,
  method: PaymentMethod,
  reference: z.string(),
  memberId: Id.nullable(),
  memberNumber: MemberNumber.nullable(),
  /** Empty in another office's book: names of its staff do not travel. */
  recordedBy: z.string(),
});
export type Voucher = z.infer<typeof Voucher>;

export const cashbook = {
  listVouchers: query({
    input: z.strictObject({
      from: CalendarDate,
      to: CalendarDate,
      /** Absent for this office's own book. */
      office: OfficeScope.optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(Voucher), total: z.int(), sumIn: Francs, sumOut: Francs }),
    permission: "cashbook.read",
  }),
};
