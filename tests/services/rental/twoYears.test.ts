import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LeaseTerms } from "../../../src/contract/rentalTerms.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { type Agreement, accountOn, askedBy, later, type Notebook, openNotebook } from "./notebook.ts";

/*
 * Twenty leases over two years, played day by day through the requests of the screens, beside a notebook that knows
 * nothing of the product. At the end of every month both say the same, to the franc.
 */

type Habit = "punctual" | "late" | "part" | "advance" | "never" | "irregular";

interface Tenant {
  readonly id: string;
  readonly habit: Habit;
  readonly book: Notebook;
  readonly deposit: number;
}

const FIRST = "2027-01-01";
const LAST = "2028-12-31";
const CASH = { method: "cash", reference: "" } as const;

function agreementOf(index: number): Agreement {
  const months = index === 16 || index === 17 ? 3 : index === 18 ? 6 : index === 19 ? 12 : 1;
  return {
    startsOn: index === 3 ? "2027-02-16" : index === 5 ? "2027-04-01" : FIRST,
    months,
    rent: (15_000 + index * 1_250) * months,
    dueDay: index % 4 === 0 ? 1 : 5,
    charges: index % 5 === 0 ? 1_500 * months : 0,
    penalty: index === 2 || index === 7 ? { graceDays: 10, francs: 1_000 } : null,
  };
}

const HABITS: readonly Habit[] = [
  ...([
    "punctual",
    "part",
    "late",
    "punctual",
    "advance",
    "part",
    "never",
    "late",
    "irregular",
    "advance",
  ] as const),
  ...([
    "punctual",
    "late",
    "irregular",
    "part",
    "never",
    "punctual",
    "late",
    "punctual",
    "part",
    "late",
  ] as const),
];

let office: TestOffice;
const tenants: Tenant[] = [];

const termsOf = (premisesId: string, agreement: Agreement, deposit: number): LeaseTerms => ({
  premises: [{ premisesId, share: agreement.rent }],
  startsOn: agreement.startsOn,
  endsOn: null,
  period: ({ 1: "month", 3: "quarter", 6: "halfYear", 12: "year" } as const)[agreement.months],
  rent: agreement.rent,
  dueDay: agreement.dueDay,
  charges: agreement.charges === 0 ? { kind: "none" } : { kind: "fixed", amount: agreement.charges },
  deposit,
  noticeMonths: 1,
  penalty:
    agreement.penalty === null
      ? { kind: "none" }
      : { kind: "fixed", graceDays: agreement.penalty.graceDays, amount: agreement.penalty.francs },
});

async function sign(index: number): Promise<void> {
  const habit = HABITS[index] ?? "punctual";
  const [id, premisesId, tenantId] = [v7(), v7(), v7()];
  const agreement = agreementOf(index);
  const deposit = agreement.months === 1 ? agreement.rent * 2 : 0;
  await office.must("rental.savePremises", {
    id: premisesId,
    details: {
      ...{ code: `B-${String(index + 1).padStart(2, "0")}`, kind: "shop", address: "Marché", surface: 12 },
      ...{ waterMeter: "", powerMeter: "", condition: "good", guideRent: agreement.rent, notes: "" },
    },
  });
  await office.must("rental.signLease", {
    id,
    tenantId,
    tenant: {
      ...{ kind: "person", name: `Locataire ${index + 1}`, phone: "76 12 34 56", paperKind: null },
      ...{ paperNumber: "", guarantorName: "", guarantorPhone: "", notes: "" },
    },
    terms: termsOf(premisesId, agreement, deposit),
  });
  const book = openNotebook(agreement);
  if (deposit > 0) {
    await office.must("rental.receiveDeposit", {
      ...{ id: v7(), leaseId: id, receivedOn: FIRST, amount: deposit, ...CASH },
    });
    book.depositHeld = deposit;
  }
  tenants.push({ id, habit, book, deposit });
}

async function pay(tenant: Tenant, on: string, francs: number): Promise<void> {
  if (francs <= 0) return;
  const { id: leaseId } = tenant;
  await office.must("rental.recordPayment", { id: v7(), leaseId, receivedOn: on, amount: francs, ...CASH });
  tenant.book.came.push({ on, francs });
}

/** What a tenant brings on a day, by habit. */
function brings({ habit, book }: Tenant, day: string, index: number): number {
  const { arrears, advance } = accountOn(book, day);
  const { rent, months } = book.agreement;
  const date = Number(day.slice(8, 10));
  const month = Number(day.slice(5, 7));
  if (habit === "never") return day < "2027-04-01" && date === 6 ? arrears : 0;
  if (habit === "punctual") return date === 5 || date === 6 ? arrears : 0;
  if (habit === "late") return date === 25 && month % 2 === 0 ? arrears : 0;
  if (habit === "part") {
    if (date === 8) return Math.floor(arrears / 2);
    return date === 21 ? arrears : 0;
  }
  if (habit === "advance") return date === 3 && month % 3 === 1 && advance < rent ? arrears + rent * 3 : 0;
  // Round sums, as the hand finds them.
  return (date + index) % 11 === 0 ? Math.min(20_000, Math.max(arrears, months * 2_500)) : 0;
}

async function terminate(tenant: Tenant, on: string): Promise<void> {
  await office.must("rental.terminateLease", { id: tenant.id, on, reason: "unpaid", note: "" });
  tenant.book.endedOn = on;
}

async function settle(tenant: Tenant, day: string): Promise<void> {
  const { arrears } = accountOn(tenant.book, day);
  const toArrears = Math.min(arrears, tenant.book.depositHeld);
  const refunded = tenant.book.depositHeld - toArrears;
  await office.must("rental.settleDeposit", {
    ...{ id: v7(), leaseId: tenant.id, toArrears, withheld: 0, refunded, reason: "", ...CASH },
  });
  if (toArrears > 0) tenant.book.came.push({ on: day, francs: toArrears });
  tenant.book.depositHeld = 0;
}

const the = (index: number): Tenant => {
  const tenant = tenants[index];
  if (tenant === undefined) throw new Error("nobody has that lease");
  return tenant;
};

/** What happens once in the two years. */
const EVENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  "2027-11-15": async () => {
    const { id: leaseId, book } = the(1);
    const rent = Math.round(book.agreement.rent * 1.05);
    await office.must("rental.reviseRent", {
      ...{ id: v7(), leaseId, from: "2028-01-01", rate: 500, rent, note: "Indice" },
    });
    book.rents.push({ from: "2028-01-01", rent });
  },
  "2027-07-01": async () => {
    const { id: leaseId, book } = the(15);
    await office.must("rental.grantRentFree", {
      ...{ id: v7(), leaseId, from: "2027-08", to: "2027-09", note: "Travaux" },
    });
    book.freeMonths.add("2027-08").add("2027-09");
  },
  // Ended in the middle of a month with rents unpaid; the deposit does not cover them.
  "2028-06-18": () => terminate(the(6), "2028-06-18"),
  "2028-06-20": () => settle(the(6), "2028-06-20"),
  // Ended with nothing owed; the deposit goes back.
  "2028-09-30": () => terminate(the(10), "2028-09-30"),
  "2028-10-02": () => settle(the(10), "2028-10-02"),
  // Ended with two months paid ahead, which go back.
  "2028-04-30": () => terminate(the(4), "2028-04-30"),
  "2028-05-02": async () => {
    const tenant = the(4);
    const { advance } = accountOn(tenant.book, "2028-05-02");
    expect(advance).toBeGreaterThan(0);
    await office.must("rental.refundAdvance", { id: v7(), leaseId: tenant.id, amount: advance, ...CASH });
    tenant.book.came.push({ on: "2028-05-02", francs: -advance });
    await settle(tenant, "2028-05-02");
  },
};

const monthOf = (day: string) => day.slice(0, 7);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

async function compareRoll(day: string): Promise<void> {
  const month = monthOf(day);
  const eve = later(`${month}-01`, -1);
  const { lines } = await office.must("rental.roll", { month });
  for (const { id, book } of tenants) {
    const line = lines.find(({ leaseId }) => leaseId === id);
    const now = accountOn(book, day);
    const before = accountOn(book, eve);
    // An advance given back is a payment out, not less received.
    const received = sum(
      book.came.filter(({ on, francs }) => monthOf(on) === month && francs > 0).map(({ francs }) => francs),
    );
    const said = line && {
      ...{ brought: line.brought, due: line.due, received: line.received, left: line.left },
      advance: line.advance,
    };
    const noted = {
      brought: before.arrears,
      due: sum(
        askedBy(book, day)
          .filter(({ on }) => monthOf(on) === month)
          .map(({ francs }) => francs),
      ),
      ...{ received, left: now.arrears, advance: now.advance },
    };
    if (said === undefined)
      expect({ id, day, ...noted }).toEqual({
        id,
        day,
        brought: 0,
        due: 0,
        received: 0,
        left: 0,
        advance: 0,
      });
    else expect({ id, day, ...said }).toEqual({ id, day, ...noted });
  }
}

async function compareArrears(day: string): Promise<void> {
  const lines = await office.must("rental.arrears", { on: day });
  const late = tenants.filter(({ book }) => accountOn(book, day).arrears > 0);
  expect(lines.map(({ leaseId }) => leaseId).sort()).toEqual(late.map(({ id }) => id).sort());
  for (const { id, book } of late) {
    const { arrears, ages } = accountOn(book, day);
    const line = lines.find(({ leaseId }) => leaseId === id);
    const said = line && [line.ages.upTo30, line.ages.upTo60, line.ages.upTo90, line.ages.over90];
    expect({ day, total: line?.total, ages: said }).toEqual({ day, total: arrears, ages });
  }
}

describe("two years of twenty leases", () => {
  let monthsCompared = 0;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    office.clock.set(`${FIRST}T08:30:00.000Z`);
    for (let index = 0; index < HABITS.length; index += 1) await sign(index);
    for (let day = FIRST; day <= LAST; day = later(day, 1)) {
      office.clock.set(`${day}T08:30:00.000Z`);
      await EVENTS[day]?.();
      for (const [index, tenant] of tenants.entries())
        if (tenant.book.endedOn === null && day >= tenant.book.agreement.startsOn)
          await pay(tenant, day, brings(tenant, day, index));
      if (monthOf(later(day, 1)) === monthOf(day)) continue;
      await compareRoll(day);
      await compareArrears(day);
      monthsCompared += 1;
    }
  }, 600_000);
  afterAll(() => office.close());

  test("agree with the notebook at the end of each of twenty-four months", () => {
    expect(monthsCompared).toBe(24);
    const habits = new Set(tenants.map(({ habit }) => habit));
    expect(habits.size).toBe(6);
    expect(tenants.filter(({ book }) => book.came.length > 0).length).toBeGreaterThanOrEqual(18);
  });

  test("leave the arrears of a lease that ended standing, less the deposit that went to them", async () => {
    const { id, book } = the(6);
    const file = await office.must("rental.lease", { id });
    expect(file.state).toBe("ended");
    expect(file.arrears).toBe(accountOn(book, LAST).arrears);
    expect(file.arrears).toBeGreaterThan(0);
    expect(file.depositHeld).toBe(0);
    expect(file.deposit.map(({ kind }) => kind)).toEqual(["received", "toArrears"]);
  });

  test("give a deposit back to the franc where nothing was owed", async () => {
    const file = await office.must("rental.lease", { id: the(10).id });
    expect(file.deposit.map(({ kind, amount }) => ({ kind, amount }))).toEqual([
      { kind: "received", amount: the(10).deposit },
      { kind: "refunded", amount: the(10).deposit },
    ]);
    expect([file.arrears, file.advance, file.depositHeld]).toEqual([0, 0, 0]);
  });

  test("ask for the revised rent from the first period after its day", async () => {
    const { charges } = await office.must("rental.lease", { id: the(1).id });
    const rentOf = (month: string) => charges.find(({ key }) => key === `rent:${month}`)?.amount;
    expect([rentOf("2027-12"), rentOf("2028-01")]).toEqual([16_250, 17_063]);
  });

  test("have each franc of rents and deposits in the cash book", async () => {
    const span = { from: FIRST, to: LAST, offset: 0, limit: 1 };
    const booked = async (account: string) => {
      const { sumIn, sumOut } = await office.must("cashbook.listVouchers", { ...span, account });
      return sumIn - sumOut;
    };
    const rents = sum(tenants.flatMap(({ book }) => book.came.map(({ francs }) => francs)));
    expect((await booked("rent")) + (await booked("rentRefund"))).toBe(rents);
    expect(await booked("leaseDeposit")).toBe(sum(tenants.map(({ book }) => book.depositHeld)));
  });

  test("leave an office behind in which the check-up finds nothing", async () => {
    expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});
