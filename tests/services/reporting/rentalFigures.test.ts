import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RENTAL_INDICATORS } from "../../../src/domain/reporting/catalogue/rental.ts";
import { rentalSource } from "../../../src/services/reporting/sources/rental.ts";
import { makeFolder, makeTestOffice, type TestOffice, TODAY } from "../../support/office.ts";
import { KOUTIALA, MOPTI, makeEnrolled, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { addPremises, CASH, deposit, letShop, pay, signing, terminate } from "../rental/letting.ts";
import {
  expectRecordsAddUp,
  expectSameFigures,
  expectWholeCatalogue,
  figuresOf,
  groupsOf,
  nationalPlace,
  ownPlace,
  span,
  sumOf,
} from "./areaFigures.ts";

/*
 * Figures of rents on an office with everything in it: a meter, premises of two kinds in one lease, penalties, advances,
 * money taken back and given back, deposits, a lease that ended, premises out of use.
 */

const SEPTEMBER = span("2026-09-01", "2026-09-30");
const OCTOBER = span("2026-10-01", "2026-10-31");
const AUTUMN = span("2026-09-01", "2026-10-31");
const NOVEMBER = span("2026-11-01", TODAY);
const SPANS = [
  SEPTEMBER,
  OCTOBER,
  AUTUMN,
  NOVEMBER,
  span("2026-10-02", "2026-10-18"),
  span("2026-01-01", TODAY),
];
const ALL_CODES = RENTAL_INDICATORS.map(({ code }) => code);

async function metered(office: TestOffice): Promise<void> {
  const premises = await addPremises(office, "B-01", { kind: "office" });
  const charges = { kind: "meter", water: 500, power: null } as const;
  const penalty = { kind: "fixed", graceDays: 0, amount: 700 } as const;
  const lease = await office.must("rental.signLease", signing([premises], { charges, penalty, dueDay: 28 }));
  const reading = { leaseId: lease.id, premisesId: premises.id, meter: "water", initial: false } as const;
  await office.must("rental.recordReading", { ...reading, id: v7(), readOn: "2026-09-01", index: 10 });
  await office.must("rental.recordReading", { ...reading, id: v7(), readOn: "2026-10-31", index: 18 });
  await pay(office, lease.id, 45_000, "2026-10-20");
}

/** Two kinds of premises in one lease, whose rent does not divide evenly; money taken back, an advance. */
async function mixed(office: TestOffice): Promise<void> {
  const [shop, room] = [
    await addPremises(office, "M-01", { kind: "shop" }),
    await addPremises(office, "M-02", { kind: "room" }),
  ];
  const asked = signing([shop, room], { rent: 20_001, startsOn: "2026-09-10" });
  const shares = asked.terms.premises.map((one, index) => ({ ...one, share: index === 0 ? 13_334 : 6_667 }));
  const lease = await office.must("rental.signLease", {
    ...asked,
    terms: { ...asked.terms, premises: shares },
  });
  const wrong = { id: v7(), leaseId: lease.id, receivedOn: "2026-10-02", amount: 5_000, ...CASH };
  await office.must("rental.recordPayment", wrong);
  await office.must("cashbook.reverse", { id: v7(), voucherId: wrong.id, reason: "Autre bail" });
  await pay(office, lease.id, 60_000, "2026-10-15");
}

/** A tenant of two leases: one that ended with a deposit settled and rents given up, one with penalties. */
async function twoLeases(office: TestOffice): Promise<void> {
  const over = await letShop(office, {
    ...{ dueDay: 1, penalty: { kind: "fixed", graceDays: 5, amount: 1_000 } },
  });
  await deposit(office, over.id, 60_000, "2026-10-20");
  const stall = await addPremises(office, "S-01", { kind: "stall" });
  const next = signing([stall], { rent: 12_000, penalty: { kind: "percent", graceDays: 10, percent: 10 } });
  await office.must("rental.signLease", { ...next, tenantId: over.tenantId });
  await terminate(office, over.id, "2026-11-15");
  await office.must("rental.settleDeposit", {
    ...{ id: v7(), leaseId: over.id, toArrears: 30_000, withheld: 5_000, refunded: 10_000 },
    ...{ reason: "Vitre", ...CASH },
  });
  await office.must("rental.writeOff", { id: v7(), leaseId: over.id, amount: 1_000, reason: "Accord" });
  await office.must("rental.writeOff", { id: v7(), leaseId: over.id, amount: 2_000, reason: "Erreur" });
  await office.must("rental.voidWriteOff", { id: await latestWriteOff(office, over.id), leaseId: over.id });
}

async function latestWriteOff(office: TestOffice, id: string): Promise<string> {
  const { writeOffs } = await office.must("rental.lease", { id });
  return writeOffs.find(({ amount }) => amount === 2_000)?.id ?? "";
}

/** Paid ahead and ended: the advance is given back. */
async function gone(office: TestOffice): Promise<void> {
  const lease = await letShop(office, { startsOn: "2026-08-15" });
  await pay(office, lease.id, 150_000, "2026-09-03");
  await terminate(office, lease.id, "2026-10-10");
  await office.must("rental.refundAdvance", { id: v7(), leaseId: lease.id, amount: 20_000, ...CASH });
  const vacant = await addPremises(office, "V-01", { kind: "other" });
  await office.must("rental.retirePremises", { id: vacant.id, on: "2026-10-16" });
  await letShop(office, { startsOn: "2027-01-01" });
}

async function fill(office: TestOffice): Promise<void> {
  await metered(office);
  await mixed(office);
  await twoLeases(office);
  await gone(office);
}

test("every indicator of rents is made of what its source measures", () => {
  expectWholeCatalogue(rentalSource, RENTAL_INDICATORS);
});

describe("an office's figures of rents", () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    await fill(office);
  });
  afterAll(() => office.close());

  const report = (from: string, to: string) => office.must("rental.report", { from, to });

  test("are those of the report of rents, month by month and together", async () => {
    const { months } = await report("2026-09", "2026-10");
    const shown = [SEPTEMBER, OCTOBER].map((of) =>
      figuresOf(ownPlace(office), of, "rental.asked", "rental.received", "rental.occupancy"),
    );
    const rate = (part: number, of: number) => Math.round((1000 * part) / of) / 10;
    expect(shown).toEqual(
      months.map(({ asked, received, daysLet, days }) => ({
        "rental.asked": asked,
        "rental.received": received,
        "rental.occupancy": rate(daysLet, days),
      })),
    );
    const together = figuresOf(
      ownPlace(office),
      AUTUMN,
      "rental.asked",
      "rental.received",
      "rental.occupancy",
    );
    expect(together).toEqual({
      "rental.asked": sumOf(months.map(({ asked }) => asked)),
      "rental.received": sumOf(months.map(({ received }) => received)),
      "rental.occupancy": rate(
        sumOf(months.map(({ daysLet }) => daysLet)),
        sumOf(months.map(({ days }) => days)),
      ),
    });
  });

  test("divide by the kind of premises as the report does premises by premises", async () => {
    const { cells, premises } = await report("2026-09", "2026-10");
    for (const [what, code] of [
      ["asked", "rental.asked"],
      ["received", "rental.received"],
    ] as const) {
      const kinds = Map.groupBy(
        cells,
        (cell) => premises.find(({ id }) => id === cell.premisesId)?.kind ?? "",
      );
      const expected = [...kinds].map(([kind, all]) => [kind, sumOf(all.map((cell) => cell[what]))] as const);
      expect(groupsOf(ownPlace(office), AUTUMN, code)).toEqual(
        Object.fromEntries(expected.filter(([, francs]) => francs !== 0)),
      );
    }
    expect(Object.keys(groupsOf(ownPlace(office), AUTUMN, "rental.asked"))).toContain("room");
  });

  test("are those of the rent roll: asked, received, and what there was to recover", async () => {
    const { totals } = await office.must("rental.roll", { month: "2026-10" });
    const { brought, due, received } = totals;
    expect(brought).toBeGreaterThan(0);
    expect(
      figuresOf(ownPlace(office), OCTOBER, "rental.asked", "rental.received", "rental.recoveryRate"),
    ).toEqual({
      "rental.asked": due,
      "rental.received": received,
      "rental.recoveryRate": Math.round((1000 * received) / (brought + due)) / 10,
    });
  });

  test("divide what there was to recover by the kind of premises without losing a franc", () => {
    for (const of of SPANS) {
      const asked = { ...ownPlace(office), measures: ["rental.toRecover"], spans: [of] };
      const [whole, kinds] = [null, "group" as const].map((by) =>
        sumOf(rentalSource.measure({ ...asked, by }).map(({ value }) => value)),
      );
      expect(kinds).toBe(whole);
    }
  });

  test("have the arrears of the list of arrears, by age, and count a tenant of two leases once", async () => {
    for (const of of SPANS) {
      const lines = await office.must("rental.arrears", { on: of.to });
      const { "rental.arrears": arrears, "rental.tenantsInArrears": tenants } = figuresOf(
        ...([ownPlace(office), of, "rental.arrears", "rental.tenantsInArrears"] as const),
      );
      expect(arrears).toBe(sumOf(lines.map(({ total }) => total)));
      const ages = groupsOf(ownPlace(office), of, "rental.arrears");
      for (const age of ["upTo30", "upTo60", "upTo90", "over90"] as const)
        expect(ages[age] ?? 0).toBe(sumOf(lines.map((line) => line.ages[age])));
      expect(sumOf(Object.values(ages))).toBe(arrears);
      const rows = await office.must("rental.leases", { text: "", states: [] });
      const late = lines.map((line) => rows.find(({ id }) => id === line.leaseId)?.tenantId);
      expect(tenants).toBe(new Set(late).size);
    }
    const { "rental.tenantsInArrears": tenants } = figuresOf(
      ownPlace(office),
      NOVEMBER,
      "rental.tenantsInArrears",
    );
    expect(tenants).toBeLessThan((await office.must("rental.arrears", { on: TODAY })).length);
  });

  test("have the leases, premises, deposits and write-offs of their pages", async () => {
    const rows = await office.must("rental.leases", { text: "", states: [] });
    const files = await Promise.all(rows.map(({ id }) => office.must("rental.lease", { id })));
    const premises = await office.must("rental.premises", { withRetired: false });
    const codes = ["rental.leases", "rental.premises", "rental.deposits", "rental.writtenOff"] as const;
    expect(figuresOf(ownPlace(office), NOVEMBER, ...codes)).toEqual({
      "rental.leases": rows.filter(({ state }) => state === "running").length,
      "rental.premises": premises.length,
      "rental.deposits": sumOf(files.map(({ depositHeld }) => depositHeld)),
      "rental.writtenOff": 1_000,
    });
    expect(figuresOf(ownPlace(office), OCTOBER, ...codes)).toMatchObject({
      ...{ "rental.deposits": 60_000, "rental.writtenOff": 0 },
    });
    expect(figuresOf(ownPlace(office), SEPTEMBER, ...codes)).toMatchObject({
      ...{ "rental.premises": premises.length + 1, "rental.deposits": 0 },
    });
  });

  test("of a month that is not over ask for what has fallen due, not for what comes", async () => {
    const { "rental.asked": asked } = figuresOf(ownPlace(office), NOVEMBER, "rental.asked");
    const { totals } = await office.must("rental.roll", { month: "2026-11" });
    // The lease with the meter is due on the 28th; no penalty for it has been incurred yet.
    expect(asked).toBe(totals.due - 30_000);
    expect(
      figuresOf(ownPlace(office), span("2026-11-01", "2026-11-30"), "rental.asked")["rental.asked"],
    ).toBe(totals.due);
  });

  test("add up by kind and by office to the whole, where a figure is a sum", () => {
    for (const { code, breakdowns, formula } of RENTAL_INDICATORS) {
      if (formula.kind === "rate") continue;
      for (const of of SPANS)
        for (const by of breakdowns)
          if (by === "group" || by === "office") {
            const sum = sumOf(Object.values(groupsOf(ownPlace(office), of, code, by)));
            expect({ code, by, sum }).toEqual({ code, by, sum: figuresOf(ownPlace(office), of, code)[code] });
          }
    }
  });

  test("are the sum of the leases, payments and premises behind them", () => {
    const place = ownPlace(office);
    const counts = expectRecordsAddUp(rentalSource, RENTAL_INDICATORS, { place, spans: SPANS });
    expect(Object.keys(counts).sort()).toEqual([...rentalSource.measures].sort());
  });

  test("lead from a payment to its voucher and from arrears to the lease", async () => {
    const asked = { ...ownPlace(office), span: OCTOBER, by: null, key: "" } as const;
    const received = rentalSource.records({ ...asked, measure: "rental.received" });
    expect(received.map(({ on, value, link }) => [on, value, link?.to])).toEqual([
      ["2026-10-15", 60_000, "voucher"],
      ["2026-10-20", 45_000, "voucher"],
    ]);
    for (const { label, link } of received) {
      const { voucher } = await office.must("cashbook.voucher", { id: link?.id ?? "" });
      expect(voucher.number).toBe(label);
    }
    const late = rentalSource.records({ ...asked, measure: "rental.arrears" });
    const lines = await office.must("rental.arrears", { on: OCTOBER.to });
    expect(new Set(late.map(({ link }) => link?.id))).toEqual(new Set(lines.map(({ leaseId }) => leaseId)));
    expect(late.map(({ label }) => label).sort()).toEqual(lines.map(({ number }) => number).sort());
  });

  test("of years before the first lease are nothing, and no rate is a number", () => {
    const before = span("2024-01-01", "2024-12-31");
    const figures = figuresOf(ownPlace(office), before, ...ALL_CODES);
    expect(figures["rental.recoveryRate"]).toBe(null);
    expect(figures["rental.occupancy"]).toBe(0);
    expect(sumOf(Object.values(figures))).toBe(figures["rental.premises"]);
  });
});

describe("at headquarters", () => {
  let hq: TestOffice;
  let offices: TestOffice[];
  beforeAll(async () => {
    hq = await makeHeadquarters({ shared: true });
    offices = [
      await makeEnrolled(hq, KOUTIALA, { shared: true }),
      await makeEnrolled(hq, MOPTI, { shared: true }),
    ];
    for (const office of offices) await fill(office);
    await letShop(hq, { rent: 77_000 });
    for (const office of offices) await receive(hq, await send(office, makeFolder()));
  });
  afterAll(() => {
    for (const office of [hq, ...offices]) office.close();
  });

  test("an office's figures are those of the office", () => {
    for (const office of offices)
      for (const of of SPANS)
        expectSameFigures(RENTAL_INDICATORS, of, {
          own: ownPlace(office),
          national: nationalPlace(hq, office.call.office.code),
        });
  });

  test("all offices together are each office's, and divided by office are each alone", () => {
    const codes = ["rental.asked", "rental.arrears", "rental.premises", "rental.deposits"];
    const each = [hq, ...offices].map((office) => ({
      code: office.call.office.code,
      figures: figuresOf(ownPlace(office), AUTUMN, ...codes),
    }));
    const all = nationalPlace(hq, "all");
    for (const code of codes) {
      const expected = each.map((one) => [one.code, one.figures[code] ?? 0] as const);
      expect(groupsOf(all, AUTUMN, code, "office")).toEqual(
        Object.fromEntries(expected.filter(([, value]) => value !== 0)),
      );
      expect(figuresOf(all, AUTUMN, code)[code]).toBe(sumOf(expected.map(([, value]) => value)));
    }
    expectRecordsAddUp(rentalSource, RENTAL_INDICATORS, { place: all, spans: [AUTUMN, NOVEMBER] });
  });
});
