import type { UseFormReturnType } from "@mantine/form";
import type { CalendarDate, Francs, Id } from "../../../../../src/contract/primitives.ts";
import {
  type Charge,
  type LeasePeriod,
  LeaseTerms,
  type PaperKind,
} from "../../../../../src/contract/rentalTerms.ts";
import { addMonths } from "../../../../../src/domain/calendar.ts";
import { scheduleOf } from "../../../../../src/domain/rental/schedule.ts";
import { dayInput, dayOrNone, type Typed } from "../../typed.ts";

export interface TypedTenant {
  kind: "person" | "firm";
  name: string;
  phone: string;
  paperKind: PaperKind | null;
  paperNumber: string;
  guarantorName: string;
  guarantorPhone: string;
  notes: string;
}

/** The form of a new lease. All kinds of charges and penalties keep their fields; the chosen kind's are sent. */
export type LeaseValues = {
  id: Id;
  who: "known" | "new";
  /** Of a tenant who is known already. */
  tenantId: Id | null;
  /** Of the one who is new. */
  newTenantId: Id;
  tenant: TypedTenant;
  premises: { premisesId: Id | null; share: Typed }[];
  startsOn: string;
  endsOn: string;
  period: LeasePeriod;
  rent: Typed;
  dueDay: Typed;
  chargesKind: "none" | "fixed" | "meter";
  charges: { amount: Typed; water: Typed; power: Typed };
  deposit: Typed;
  noticeMonths: Typed;
  penaltyKind: "none" | "fixed" | "percent";
  penalty: { graceDays: Typed; amount: Typed; percent: Typed };
};

export type LeaseFormType = UseFormReturnType<LeaseValues>;

export const NOBODY: TypedTenant = {
  kind: "person",
  name: "",
  phone: "",
  paperKind: null,
  paperNumber: "",
  guarantorName: "",
  guarantorPhone: "",
  notes: "",
};

interface Start {
  readonly id: Id;
  readonly newTenantId: Id;
  readonly premisesId: Id | null;
  readonly guideRent: Francs;
  readonly who: "known" | "new";
}

/** A new lease as it usually is: by the month, due on the fifth, a month's notice. */
export function emptyLease({ id, newTenantId, premisesId, guideRent, who }: Start): LeaseValues {
  return {
    id,
    who,
    tenantId: null,
    newTenantId,
    tenant: NOBODY,
    premises: [{ premisesId, share: "" }],
    startsOn: "",
    endsOn: "",
    period: "month",
    rent: guideRent > 0 ? guideRent : "",
    dueDay: 5,
    chargesKind: "none",
    charges: { amount: "", water: "", power: "" },
    deposit: 0,
    noticeMonths: 1,
    penaltyKind: "none",
    penalty: { graceDays: 10, amount: "", percent: "" },
  };
}

const orNone = (value: Typed): number | null => (value === "" ? null : value);

function chargesInput({ chargesKind, charges }: LeaseValues): unknown {
  if (chargesKind === "none") return { kind: "none" };
  if (chargesKind === "fixed") return { kind: "fixed", amount: charges.amount };
  return { kind: "meter", water: orNone(charges.water), power: orNone(charges.power) };
}

function penaltyInput({ penaltyKind, penalty }: LeaseValues): unknown {
  const { graceDays, amount, percent } = penalty;
  if (penaltyKind === "none") return { kind: "none" };
  if (penaltyKind === "fixed") return { kind: "fixed", graceDays, amount };
  return { kind: "percent", graceDays, percent };
}

/** One of the premises bears the whole rent; of several each its share. */
function premisesInput({ premises, rent }: LeaseValues): unknown {
  if (premises.length > 1) return premises;
  return premises.map(({ premisesId }) => ({ premisesId, share: rent }));
}

function termsInput(values: LeaseValues, today: CalendarDate): unknown {
  const { period, rent, dueDay, noticeMonths } = values;
  return {
    premises: premisesInput(values),
    startsOn: dayInput(values.startsOn, today, true),
    endsOn: dayOrNone(values.endsOn, today, true),
    period,
    rent,
    dueDay,
    charges: chargesInput(values),
    deposit: values.deposit === "" ? 0 : values.deposit,
    noticeMonths,
    penalty: penaltyInput(values),
  };
}

/** What the form says, in the shape of the contract, still to be parsed by it. */
export function leaseInput(values: LeaseValues, today: CalendarDate): Record<string, unknown> {
  const isNew = values.who === "new";
  return {
    id: values.id,
    tenantId: isNew ? values.newTenantId : values.tenantId,
    tenant: isNew ? values.tenant : null,
    terms: termsInput(values, today),
  };
}

/** What is still to be shared out among several premises; negative when it is too much. Null for a single one. */
export function sharesLeft({ premises, rent }: LeaseValues): number | null {
  if (premises.length < 2 || rent === "") return null;
  return rent - premises.reduce((sum, { share }) => sum + (share === "" ? 0 : share), 0);
}

const PREVIEWED_MONTHS = 24;

/** The first charges that these terms ask for; null while they are not complete. */
export function firstCharges(values: LeaseValues, today: CalendarDate, count: number): Charge[] | null {
  const terms = LeaseTerms.omit({ premises: true }).safeParse(withoutPremises(values, today));
  if (!terms.success) return null;
  const whole = { ...terms.data, premises: [] };
  const until = addMonths(terms.data.startsOn, PREVIEWED_MONTHS);
  const history = { terms: whole, changes: [], termination: null, readings: [] };
  return scheduleOf(history, until).slice(0, count);
}

function withoutPremises(values: LeaseValues, today: CalendarDate): unknown {
  const { premises: _premises, ...rest } = termsInput(values, today) as Record<string, unknown>;
  return rest;
}
