import { v7 } from "uuid";
import type { CalendarDate, PaymentMethod } from "../../src/contract/primitives.ts";
import type { LeaseTerms } from "../../src/contract/rentalTerms.ts";
import { accept } from "../../src/contract/results.ts";
import { insertLease } from "../../src/data/rental/leases.ts";
import { insertRentPayment } from "../../src/data/rental/money.ts";
import { insertPremises } from "../../src/data/rental/premises.ts";
import { insertTenant } from "../../src/data/rental/tenants.ts";
import { insertVoucher } from "../../src/data/vouchers.ts";
import type { WriteDoor } from "../../src/data/writeDoor.ts";
import { addDays, addMonths } from "../../src/domain/calendar.ts";
import { type Dice, makeDice } from "../../src/services/demo/dice.ts";
import { type BenchOffice, makeBenchOffice } from "./benchOffice.ts";
import type { Event } from "./lived/story.ts";

export interface LedgerSize {
  readonly months: number;
  readonly leases: number;
  /** Vouchers altogether, rents among them. */
  readonly vouchers: number;
}

/** Ten years of a busy office. */
export const TEN_YEARS: LedgerSize = { months: 120, leases: 100, vouchers: 60_000 };
export const ONE_YEAR: LedgerSize = { months: 12, leases: 20, vouchers: 2_000 };

const DUE_DAY = 5;

/** A lease as the generator keeps it: what is unpaid, oldest first. */
export interface Tenancy {
  readonly id: string;
  readonly rent: number;
  readonly owed: { month: string; left: number }[];
}

function termsOf(premisesId: string, startsOn: CalendarDate, rent: number): LeaseTerms {
  return {
    premises: [{ premisesId, share: rent }],
    startsOn,
    endsOn: null,
    period: "month",
    rent,
    dueDay: DUE_DAY,
    charges: { kind: "none" },
    deposit: 0,
    noticeMonths: 1,
    penalty: { kind: "none" },
  };
}

/** A shop with its tenant and the lease that began with the first month. */
export function letShop(door: WriteDoor, dice: Dice, place: number, startsOn: CalendarDate): Tenancy {
  const [premisesId, tenantId, id] = [v7(), v7(), v7()];
  const rent = 5_000 * (2 + dice.roll(20));
  insertPremises(door, premisesId, {
    code: `B-${String(place + 1).padStart(3, "0")}`,
    kind: "shop",
    address: "",
    surface: null,
    waterMeter: "",
    powerMeter: "",
    condition: "good",
    guideRent: rent,
    notes: "",
  });
  insertTenant(door, tenantId, {
    kind: "firm",
    name: `Commerce ${place + 1}`,
    phone: "",
    paperKind: null,
    paperNumber: "",
    guarantorName: "",
    guarantorPhone: "",
    notes: "",
  });
  insertLease(door, { id, tenantId, terms: termsOf(premisesId, startsOn, rent), signedOn: startsOn });
  return { id, rent, owed: [] };
}

export function methodOf(dice: Dice): PaymentMethod {
  const at = dice.roll(100);
  return at < 75 ? "cash" : at < 92 ? "orangeMoney" : "bank";
}

export const referenceOf = (method: PaymentMethod, dice: Dice) =>
  method === "cash" ? "" : `R${dice.roll(1_000_000)}`;

/** Takes a sum off what is owed, oldest first. @returns the parts of that payment */
function settle({ owed }: Tenancy, amount: number): { key: `rent:${string}`; amount: number }[] {
  const parts: { key: `rent:${string}`; amount: number }[] = [];
  let rest = amount;
  while (rest > 0 && owed[0] !== undefined) {
    const first = owed[0];
    const part = Math.min(rest, first.left);
    parts.push({ key: `rent:${first.month}`, amount: part });
    first.left -= part;
    rest -= part;
    if (first.left === 0) owed.shift();
  }
  return parts;
}

/** Most pay the month's rent and what is late; some a part, some nothing this month. */
function amountPaid({ owed, rent }: Tenancy, dice: Dice): number {
  const due = owed.reduce((sum, { left }) => sum + left, 0);
  const at = dice.roll(100);
  if (at < 6) return 0;
  return at < 14 ? Math.min(due, Math.floor(rent / 2)) : due;
}

/** What a tenant pays of a month, and of what is late; null where she pays nothing. @param first the month's first day */
export function rentEvent(tenancy: Tenancy, dice: Dice, first: CalendarDate): Event | null {
  tenancy.owed.push({ month: first.slice(0, 7), left: tenancy.rent });
  const amount = amountPaid(tenancy, dice);
  if (amount === 0) return null;
  const parts = settle(tenancy, amount);
  const on = addDays(first, dice.roll(20));
  const method = methodOf(dice);
  return {
    on,
    book(door) {
      const [voucherId, reference] = [v7(), referenceOf(method, dice)];
      insertVoucher(door, {
        id: voucherId,
        datedOn: on,
        direction: "in",
        account: "rent",
        amount,
        method,
        reference,
        memberId: null,
      });
      insertRentPayment(door, {
        id: v7(),
        leaseId: tenancy.id,
        kind: "tenant",
        receivedOn: on,
        amount,
        parts,
        voucherId,
      });
    },
  };
}

/** Cards that are sold, supplies that are bought. */
function otherEvent(dice: Dice, first: CalendarDate): Event {
  const on = addDays(first, dice.roll(28));
  const isIncome = dice.percent(70);
  const method = methodOf(dice);
  return {
    on,
    book(door) {
      insertVoucher(door, {
        id: v7(),
        datedOn: on,
        direction: isIncome ? "in" : "out",
        account: isIncome ? "membershipCard" : "supplies",
        amount: isIncome ? 2_500 : 250 * (1 + dice.roll(20)),
        method,
        reference: referenceOf(method, dice),
        memberId: null,
        words: isIncome ? "" : "Papier et encre",
      });
    },
  };
}

/** An office whose leases began so many months ago, with every rent and everything else that its cash book saw since. */
export async function makeLedgerOffice({ months, leases, vouchers }: LedgerSize): Promise<BenchOffice> {
  const office = await makeBenchOffice();
  const call = office.call();
  const dice = makeDice(20_261_124);
  const running = `${call.today().slice(0, 7)}-01`;
  const write = (on: CalendarDate, work: (door: WriteDoor) => void) =>
    call.office.write(call.user.id, `${on}T16:00:00.000Z`, (door) => {
      work(door);
      return accept(null);
    });
  let tenancies: Tenancy[] = [];
  const start = addMonths(running, -months);
  write(start, (door) => {
    tenancies = Array.from({ length: leases }, (_, place) => letShop(door, dice, place, start));
  });
  // The last of them is the month before the running one: of that the days to come are not known yet.
  const others = Math.round((vouchers - leases * months * 0.94) / months);
  for (let month = 0; month < months; month += 1) {
    const first = addMonths(start, month);
    const rents = tenancies.map((tenancy) => rentEvent(tenancy, dice, first));
    const rest = Array.from({ length: others }, () => otherEvent(dice, first));
    const events = [...rents, ...rest].filter((event) => event !== null);
    events.sort((a, b) => a.on.localeCompare(b.on));
    write(addDays(addMonths(first, 1), -1), (door) => {
      for (const event of events) event.book(door);
    });
  }
  return office;
}
