import { z } from "zod";
import { CalendarDate, Francs, Id, shortText } from "./primitives.ts";

/*
 * What a lease promises and what becomes of it: the shapes that the rules, the screens and the records share.
 * docs/rental.md explains them to people.
 */

export const PremisesKind = z.enum(["shop", "office", "room", "stall", "other"]);
export type PremisesKind = z.infer<typeof PremisesKind>;

export const LeasePeriod = z.enum(["month", "quarter", "halfYear", "year"]);
export type LeasePeriod = z.infer<typeof LeasePeriod>;

export const Meter = z.enum(["water", "power"]);
export type Meter = z.infer<typeof Meter>;

/** A day that a lease can know of; far outside, a slip of the keyboard. */
export const LeaseDay = CalendarDate.refine((day) => day >= "1990" && day < "2100", {
  message: "a year from 1990 to 2099",
});

/** What the tenant pays beside the rent: nothing, so much a period, or by what the meters say. */
export const LeaseCharges = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("fixed"), amount: Francs.positive() }),
  /** Francs a unit of each meter; null where the tenant has none. */
  z.strictObject({
    kind: z.literal("meter"),
    water: Francs.positive().nullable(),
    power: Francs.positive().nullable(),
  }),
]);
export type LeaseCharges = z.infer<typeof LeaseCharges>;

/** Once for each rent that is not wholly paid so many days after it was due. */
export const LeasePenalty = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("fixed"), graceDays: z.int().min(0).max(180), amount: Francs.positive() }),
  /** Percent of what was unpaid by then. */
  z.strictObject({
    kind: z.literal("percent"),
    graceDays: z.int().min(0).max(180),
    percent: z.int().min(1).max(100),
  }),
]);
export type LeasePenalty = z.infer<typeof LeasePenalty>;

export const LeasedPremises = z.strictObject({
  premisesId: Id,
  /** Francs of the lease's rent a period that stand for these premises; all together make the rent. */
  share: Francs,
});

export const LeaseTerms = z.strictObject({
  premises: z
    .array(LeasedPremises)
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ premisesId }) => premisesId)).size === all.length, {
      message: "premises are there twice",
    }),
  startsOn: LeaseDay,
  /** The last day; null for a lease without an end. */
  endsOn: LeaseDay.nullable(),
  period: LeasePeriod,
  /** Francs a period. */
  rent: Francs.positive(),
  /** Day of the period's first month on which it is due. */
  dueDay: z.int().min(1).max(28),
  charges: LeaseCharges,
  /** Agreed, in francs; what was really paid stands in its own ledger. */
  deposit: Francs,
  noticeMonths: z.int().min(0).max(24),
  penalty: LeasePenalty,
});
export type LeaseTerms = z.infer<typeof LeaseTerms>;

/** What was agreed after the signature. A change that was entered by mistake is voided, never edited. */
export const LeaseChange = z.discriminatedUnion("kind", [
  /** From the first period that begins on this day or after it. */
  z.strictObject({
    kind: z.literal("revision"),
    id: Id,
    from: LeaseDay,
    /** Francs a period from then on. */
    rent: Francs.positive(),
    /** Hundredths of a percent that led to it; null where the amount was agreed. */
    rate: z.int().min(-10_000).max(100_000).nullable(),
  }),
  /** Whole calendar months without rent, both included: first days of months. */
  z.strictObject({ kind: z.literal("rentFree"), id: Id, from: LeaseDay, to: LeaseDay }),
  /** A later last day; null for no end. */
  z.strictObject({ kind: z.literal("renewal"), id: Id, endsOn: LeaseDay.nullable() }),
]);
export type LeaseChange = z.infer<typeof LeaseChange>;

export const EndReason = z.enum(["tenantNotice", "ownerNotice", "agreement", "unpaid", "expired", "other"]);
export type EndReason = z.infer<typeof EndReason>;

export const Termination = z.strictObject({ on: LeaseDay, reason: EndReason });
export type Termination = z.infer<typeof Termination>;

export const MeterReading = z.strictObject({
  id: Id,
  premisesId: Id,
  meter: Meter,
  readOn: LeaseDay,
  /** What the meter shows. */
  index: z.int().min(0).max(100_000_000),
  /** The first of a meter, or of a new one: nothing is asked for it. */
  initial: z.boolean(),
});
export type MeterReading = z.infer<typeof MeterReading>;

export const ChargeKind = z.enum(["rent", "charges", "water", "power", "penalty"]);
export type ChargeKind = z.infer<typeof ChargeKind>;

/** `rent:2026-03`, `charges:2026-03`, `water:<reading>`, `penalty:rent:2026-03`: the month is the period's first. */
export const ChargeKey = z
  .string()
  .regex(/^(penalty:)?(rent|charges):\d{4}-\d{2}$|^(water|power):[0-9a-f-]{36}$/);
export type ChargeKey = z.infer<typeof ChargeKey>;

/** What the lease asks for once: computed from terms, changes and readings, never typed. */
export const Charge = z.strictObject({
  key: ChargeKey,
  kind: ChargeKind,
  from: CalendarDate,
  to: CalendarDate,
  dueOn: CalendarDate,
  amount: Francs,
});
export type Charge = z.infer<typeof Charge>;

/** A part of a payment or a write-off that went to one charge. */
export const Part = z.strictObject({ key: ChargeKey, amount: Francs.positive() });
export type Part = z.infer<typeof Part>;

/** Something that settles charges: a payment, an amount taken from the deposit, or a write-off. */
export const Settlement = z.strictObject({
  id: Id,
  on: CalendarDate,
  amount: Francs.positive(),
  /** As they were spread when it was booked; what is not in them is an advance. */
  parts: z.array(Part),
  kind: z.enum(["payment", "writeOff", "refund"]),
});
export type Settlement = z.infer<typeof Settlement>;

export const ChargeState = z.enum(["settled", "part", "due", "late", "coming"]);
export type ChargeState = z.infer<typeof ChargeState>;

export const ChargeStanding = Charge.extend({
  paid: Francs,
  writtenOff: Francs,
  left: Francs,
  state: ChargeState,
  /** The day on which nothing was left of it; null until then. */
  settledOn: CalendarDate.nullable(),
});
export type ChargeStanding = z.infer<typeof ChargeStanding>;

/** Francs that are late by so many days: 0–30, 31–60, 61–90, over 90. */
export const ArrearsByAge = z.strictObject({
  upTo30: Francs,
  upTo60: Francs,
  upTo90: Francs,
  over90: Francs,
});
export type ArrearsByAge = z.infer<typeof ArrearsByAge>;

export const PaperKind = z.enum([
  "nina",
  "nationalCard",
  "consularCard",
  "passport",
  "tradeRegister",
  "other",
]);
export type PaperKind = z.infer<typeof PaperKind>;

export const PremisesDetails = z.strictObject({
  /** As people call it: `B-03`, `Boutique du marché`. */
  code: shortText(20).min(1),
  kind: PremisesKind,
  address: shortText(120),
  /** Square metres. */
  surface: z.int().min(1).max(100_000).nullable(),
  waterMeter: shortText(30),
  powerMeter: shortText(30),
  condition: z.enum(["good", "fair", "poor"]),
  /** Francs a month that a new tenant is asked for. */
  guideRent: Francs,
  /** Stays in the office. */
  notes: z.string().trim().max(1000),
});
export type PremisesDetails = z.infer<typeof PremisesDetails>;

export const TenantDetails = z.strictObject({
  kind: z.enum(["person", "firm"]),
  name: shortText(80).min(1),
  phone: shortText(30),
  paperKind: PaperKind.nullable(),
  paperNumber: shortText(40),
  guarantorName: shortText(80),
  guarantorPhone: shortText(30),
  /** Stays in the office. */
  notes: z.string().trim().max(1000),
});
export type TenantDetails = z.infer<typeof TenantDetails>;

/** One thing looked at when keys change hands. */
export const InspectedItem = z.strictObject({
  item: shortText(60).min(1),
  condition: z.enum(["good", "fair", "poor", "missing"]),
  remark: shortText(160),
});
export type InspectedItem = z.infer<typeof InspectedItem>;
