import { z } from "zod";
import { PolicyState } from "./insurancePolicies.ts";
import {
  AgreedFacility,
  CareCategory,
  ClaimOutcome,
  ClaimState,
  Cut,
  ListCode,
  PlanCode,
} from "./insuranceTerms.ts";
import {
  CalendarDate,
  Francs,
  Id,
  longText,
  MemberNumber,
  OfficeCode,
  Sha256Hex,
  shortText,
} from "./primitives.ts";

export const ClaimLineInput = z.strictObject({
  id: Id,
  category: CareCategory,
  act: ListCode.nullable(),
  words: shortText(120),
  quantity: z.int().min(1).max(1000),
  asked: Francs.positive(),
});

export const ClaimDetails = z.strictObject({
  policyId: Id,
  childId: Id.nullable(),
  facilityCode: ListCode.nullable(),
  facilityName: shortText(80),
  careOn: CalendarDate,
  receiptNumber: shortText(40),
  /** Local only. */
  diagnosis: longText(1000),
  prescription: longText(2000),
  lines: z.array(ClaimLineInput).min(1).max(40),
});
export type ClaimDetails = z.infer<typeof ClaimDetails>;

export const ClaimRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  number: z.string(),
  memberId: Id,
  /** Empty, as the two names, for whom her record is closed to; the plan for who may not read policies. */
  memberNumber: z.union([MemberNumber, z.literal("")]),
  surname: z.string(),
  firstNames: z.string(),
  planCode: z.union([PlanCode, z.literal("")]),
  careOn: CalendarDate,
  state: ClaimState,
  outcome: ClaimOutcome.nullable(),
  asked: Francs,
  granted: Francs.nullable(),
  paid: Francs,
});
export type ClaimRow = z.infer<typeof ClaimRow>;

export const ClaimWarning = z.strictObject({
  kind: z.enum(["sameReceipt", "samePhoto", "elsewhere", "frequent"]),
  /** A claim's number, a count of claims, or the day on which she joined or left. */
  about: z.string(),
  /** Of the claim that `about` names. */
  claimId: Id.nullable(),
});

export type ClaimWarning = z.infer<typeof ClaimWarning>;

export const DecidedLine = z.strictObject({
  ...ClaimLineInput.shape,
  paid: Francs,
  cuts: z.array(Cut),
});

export const ClaimFile = z.strictObject({
  claim: ClaimRow,
  details: ClaimDetails,
  patient: z.string(),
  facility: z.string(),
  photos: z.array(Sha256Hex),
  /** The decision as it was taken, or as the rules give it now. */
  lines: z.array(DecidedLine),
  computed: z.strictObject({ outcome: ClaimOutcome, granted: Francs }),
  decisionNote: z.string(),
  decidedOn: CalendarDate.nullable(),
  enteredBy: z.string(),
  warnings: z.array(ClaimWarning),
  /** From this amount another person, and from that headquarters, decides. */
  decides: z.enum(["anybody", "secondPerson", "headquarters"]),
  payments: z.array(
    z.strictObject({
      id: Id,
      amount: Francs,
      paidOn: CalendarDate,
      /** `null` where another office paid it. */
      voucherId: Id.nullable(),
      voucherNumber: z.string().nullable(),
    }),
  ),
});
export type ClaimFile = z.infer<typeof ClaimFile>;

/** A health policy as the entry of a claim needs it, for whoever enters claims without reading policies. */
export const ClaimCover = z.strictObject({
  policyId: Id,
  policyNumber: z.string(),
  planName: z.string(),
  /** On the day of care. */
  state: PolicyState,
  children: z.array(z.strictObject({ id: Id, name: z.string() })),
  /** Those under agreement on the day of care, with their price lists. */
  facilities: z.array(AgreedFacility.omit({ rate: true })),
  /** Acts and medicines that the plan never pays. */
  excluded: z.array(ListCode),
});
export type ClaimCover = z.infer<typeof ClaimCover>;

/** What a cashier sees: whom to pay how much, not why. */
export const ClaimToPay = z.strictObject({
  id: Id,
  number: z.string(),
  memberNumber: MemberNumber,
  surname: z.string(),
  firstNames: z.string(),
  planCode: PlanCode,
  granted: Francs,
  paid: Francs,
  left: Francs,
  decidedOn: CalendarDate.nullable(),
});

export type ClaimToPay = z.infer<typeof ClaimToPay>;
