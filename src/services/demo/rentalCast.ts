import type { CalendarDate } from "../../contract/primitives.ts";
import type { LeaseTerms, PremisesDetails, TenantDetails } from "../../contract/rentalTerms.ts";

/* Premises of an office and who rents them: how each of them pays, and what becomes of the lease. */

/** `none`: nobody has them. */
export type PayingHabit =
  | "punctual"
  | "late"
  | "part"
  | "stopped"
  | "ahead"
  | "behind"
  | "irregular"
  | "none";

export interface Let {
  readonly premises: Pick<PremisesDetails, "code" | "kind" | "surface" | "guideRent"> &
    Partial<PremisesDetails>;
  readonly tenant: Pick<TenantDetails, "name"> & Partial<TenantDetails>;
  readonly habit: PayingHabit;
  readonly terms: Partial<LeaseTerms> & Pick<LeaseTerms, "rent">;
  /** Days before today on which the lease is ended; null for one that goes on. */
  readonly endsDaysAgo: number | null;
  readonly by: "bank" | "cash" | "mobile";
}

/** A lease of the story. */
export interface Lease {
  readonly id: string;
  readonly premisesId: string;
  readonly let: Let;
  readonly startsOn: CalendarDate;
  /** Its last day, where somebody ends it. */
  readonly endsOn: CalendarDate | null;
}

const shop = (code: string, guideRent: number, surface: number) =>
  ({ code, kind: "shop", guideRent, surface }) as const;

/** The most telling first: an office with few premises has these. */
export const LETS: readonly Let[] = [
  {
    premises: shop("B-01", 30_000, 18),
    tenant: { name: "Sékou Berthé", phone: "+22350001101", guarantorName: "Modibo Berthé" },
    ...{ habit: "punctual", terms: { rent: 30_000 }, endsDaysAgo: null, by: "cash" },
  },
  {
    premises: shop("B-04", 25_000, 14),
    tenant: { name: "Lassina Dembélé", phone: "+22350001102" },
    ...{ habit: "stopped", terms: { rent: 25_000 }, endsDaysAgo: null, by: "cash" },
  },
  {
    premises: { code: "BU-01", kind: "office", guideRent: 75_000, surface: 46 },
    tenant: { kind: "firm", name: "Sahel Conseil SARL", phone: "+22350001103", paperKind: "tradeRegister" },
    habit: "punctual",
    ...{ terms: { rent: 225_000, period: "quarter", deposit: 150_000 }, endsDaysAgo: null, by: "bank" },
  },
  {
    premises: shop("B-02", 30_000, 18),
    tenant: { name: "Abdoulaye Konta", phone: "+22350001104" },
    ...{ habit: "late", terms: { rent: 30_000 }, endsDaysAgo: null, by: "mobile" },
  },
  {
    premises: shop("B-05", 35_000, 22),
    tenant: { name: "Drissa Sanou", phone: "+22350001105" },
    ...{ habit: "stopped", terms: { rent: 35_000 }, endsDaysAgo: 130, by: "cash" },
  },
  {
    premises: shop("B-06", 27_500, 16),
    tenant: { name: "Mamadou Karembé", phone: "+22350001106" },
    ...{ habit: "punctual", terms: { rent: 27_500 }, endsDaysAgo: 85, by: "cash" },
  },
  {
    premises: {
      code: "BU-02",
      kind: "office",
      guideRent: 60_000,
      surface: 32,
      waterMeter: "E-4471",
      powerMeter: "C-0912",
    },
    tenant: { kind: "firm", name: "Cabinet Niéta", phone: "+22350001107", paperKind: "tradeRegister" },
    habit: "punctual",
    terms: { rent: 60_000, charges: { kind: "meter", water: 500, power: 130 } },
    ...{ endsDaysAgo: null, by: "bank" },
  },
  {
    premises: shop("B-03", 27_500, 16),
    tenant: { name: "Broulaye Mariko", phone: "+22350001108" },
    ...{
      habit: "part",
      terms: { rent: 27_500, charges: { kind: "fixed", amount: 1_500 } },
      endsDaysAgo: null,
      by: "cash",
    },
  },
  {
    premises: { code: "CH-01", kind: "room", guideRent: 15_000, surface: 12, condition: "fair" },
    tenant: { name: "Salif Tembély", phone: "+22350001109" },
    ...{ habit: "irregular", terms: { rent: 15_000 }, endsDaysAgo: null, by: "cash" },
  },
  {
    premises: { code: "ET-01", kind: "stall", guideRent: 7_500, surface: 4 },
    tenant: { name: "Adama Poudiougou", phone: "+22350001110" },
    habit: "behind",
    terms: { rent: 7_500, penalty: { kind: "fixed", graceDays: 15, amount: 500 } },
    ...{ endsDaysAgo: null, by: "cash" },
  },
];

export function premisesDetails({ premises }: Let, town: string): PremisesDetails {
  return {
    ...{ address: `Grand marché, ${town}`, waterMeter: "", powerMeter: "", condition: "good", notes: "" },
    ...premises,
  };
}

export function tenantDetails({ tenant }: Pick<Let, "tenant">): TenantDetails {
  return {
    ...{ kind: "person", phone: "", paperKind: "nationalCard", paperNumber: "", guarantorName: "" },
    ...{ guarantorPhone: "", notes: "" },
    ...tenant,
  };
}

export function termsOf({ terms }: Pick<Let, "terms">, premisesId: string, startsOn: string): LeaseTerms {
  return {
    ...{ premises: [{ premisesId, share: terms.rent }], startsOn, endsOn: null, period: "month", dueDay: 5 },
    ...{ charges: { kind: "none" }, deposit: terms.rent * 2, noticeMonths: 2, penalty: { kind: "none" } },
    ...terms,
  };
}
