import { z } from "zod";
import { Card, MemberRow, Term } from "./membership.ts";
import { command, query } from "./operations.ts";
import { CalendarDate, FileOutput, Francs, Id, PaymentMethod, shortText } from "./primitives.ts";

/** Income that selling or renewing a card brings, as it will be booked. */
export const TermQuote = z.strictObject({
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  price: Francs,
  kind: z.enum(["first", "renewal", "afterLapse"]),
});
export type TermQuote = z.infer<typeof TermQuote>;

export const CardSale = z.strictObject({
  voucherId: Id,
  voucherNumber: z.string(),
  term: Term,
  card: Card,
});
export type CardSale = z.infer<typeof CardSale>;

export const CardLayout = z.enum(["sheet", "single"]);

export const CardVerdict = z.enum([
  "valid",
  "expired",
  "replaced",
  "memberLeft",
  "unknownOffice",
  "forged",
  "unreadable",
]);
export type CardVerdict = z.infer<typeof CardVerdict>;

/** `withdrawn`: the office took it back. */
export const CertificateVerdict = z.enum(["valid", "withdrawn", "unknownOffice", "forged"]);
export type CertificateVerdict = z.infer<typeof CertificateVerdict>;

/** Only of this office, and at headquarters for whom the person may read. */
const Holder = MemberRow.nullable();

/** What a card's code says, and what the registers say to it. */
const CheckedCard = z.strictObject({
  verdict: CardVerdict,
  number: z.string().nullable(),
  issue: z.int().nullable(),
  validUntil: CalendarDate.nullable(),
  member: Holder,
  certificate: z.null(),
});

/** The same of a certificate's. */
const CheckedCertificate = z.strictObject({
  verdict: CertificateVerdict,
  number: z.string(),
  issue: z.null(),
  validUntil: z.null(),
  member: Holder,
  certificate: z.strictObject({
    issuedOn: CalendarDate,
    /** Null where the register that is open here does not have it. */
    programmeName: z.string().nullable(),
  }),
});

export const CardCheck = z.union([CheckedCard, CheckedCertificate]);
export type CardCheck = z.infer<typeof CardCheck>;

export const cards = {
  quote: query({ input: z.strictObject({ memberId: Id }), output: TermQuote, permission: "cards.sell" }),
  /** Sells the first card or renews it: term, voucher, receipt and card in one transaction. */
  sellTerm: command({
    input: z.strictObject({
      id: Id,
      memberId: Id,
      method: PaymentMethod,
      reference: shortText(60),
      /** The price shown to the person; refused when settings changed meanwhile. */
      price: Francs,
    }),
    output: CardSale,
    permission: "cards.sell",
  }),
  /** Lost or spoilt: the old card is refused from now on, a new issue number is printed. */
  replaceCard: command({
    input: z.strictObject({
      id: Id,
      memberId: Id,
      reason: z.enum(["lost", "spoilt"]),
      method: PaymentMethod,
      reference: shortText(60),
      charged: z.boolean(),
    }),
    output: z.strictObject({ card: Card, voucherId: Id.nullable(), voucherNumber: z.string().nullable() }),
    permission: "cards.sell",
  }),
  /** A5, amount in words. The same voucher prints the same receipt, marked as a copy from the second time on. */
  printReceipt: command({
    input: z.strictObject({ voucherId: Id }),
    output: FileOutput,
    permission: "cards.sell",
  }),
  /** Cards of the named members, or of all whose card is valid and never printed (`notPrintedYet`). */
  print: command({
    input: z.strictObject({
      who: z.union([
        z.strictObject({ memberIds: z.array(Id).min(1).max(5000) }),
        z.literal("notPrintedYet"),
        z.literal("allValid"),
      ]),
      layout: CardLayout,
    }),
    output: FileOutput,
    permission: "cards.print",
  }),
  waiting: query({
    input: z.strictObject({}),
    output: z.strictObject({ notPrintedYet: z.int(), allValid: z.int() }),
    permission: "cards.print",
  }),
  /** The text of a card's QR, typed by a scanner or seen by the webcam. */
  check: query({
    input: z.strictObject({ text: z.string().max(500) }),
    output: CardCheck,
    permission: "cards.check",
  }),
};
