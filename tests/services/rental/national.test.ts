import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import { KOUTIALA, makeEnrolled, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { addColleague } from "../headquarters/siege.ts";
import { addPremises, CASH, deposit, letShop, pay, read, terminate } from "./letting.ts";

/*
 * What an office let, and what it was paid, reads the same at headquarters. What never left the office (notes,
 * photographs, what was seen at an inspection) is empty there.
 */

let hq: TestOffice;
let office: TestOffice;
let leaseIds: string[];

async function fill(): Promise<string[]> {
  const metered = await letShop(office, { charges: { kind: "meter", water: 500, power: null } });
  const premisesId = metered.premises[0]?.id ?? "";
  const reading = { leaseId: metered.id, premisesId, meter: "water", initial: false } as const;
  await office.must("rental.recordReading", { ...reading, id: v7(), readOn: "2026-09-01", index: 10 });
  await office.must("rental.recordReading", { ...reading, id: v7(), readOn: "2026-10-31", index: 18 });
  await pay(office, metered.id, 45_000, "2026-10-20");
  const inspection = { kind: "entry", on: "2026-09-01", keys: 2, remarks: "Rien à dire" } as const;
  await office.must("rental.saveInspection", {
    ...{ id: v7(), leaseId: metered.id, premisesId, ...inspection },
    items: [{ item: "Porte", condition: "good", remark: "" }],
  });
  const promise = { promisedOn: "2026-11-25", promised: 20_000, note: "" };
  await office.must("rental.noteReminder", { id: v7(), leaseId: metered.id, kind: "call", ...promise });
  const over = await letShop(office, { penalty: { kind: "fixed", graceDays: 5, amount: 1_000 } });
  await deposit(office, over.id, 60_000, "2026-11-20");
  await terminate(office, over.id, "2026-11-15");
  await office.must("rental.settleDeposit", {
    ...{ id: v7(), leaseId: over.id, toArrears: 30_000, withheld: 5_000, refunded: 10_000 },
    ...{ reason: "Vitre", ...CASH },
  });
  await office.must("rental.writeOff", { id: v7(), leaseId: over.id, amount: 1_000, reason: "Accord" });
  const vacant = await addPremises(office, "V-01");
  await office.must("rental.retirePremises", { id: vacant.id, on: TODAY });
  return [metered.id, over.id];
}

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  office = await makeEnrolled(hq, KOUTIALA, { shared: true });
  leaseIds = await fill();
  await letShop(hq, { rent: 77_000 });
  await receive(hq, await send(office, makeFolder()));
});
afterAll(() => {
  hq.close();
  office.close();
});

test("headquarters reads an office's roll, arrears, leases and report as the office does", async () => {
  const month = "2026-11";
  const KTL = "KTL";
  expect(await hq.must("rental.roll", { month, office: KTL })).toEqual(
    await office.must("rental.roll", { month }),
  );
  const arrears = await office.must("rental.arrears", { on: TODAY });
  expect(arrears.length).toBe(2);
  expect(await hq.must("rental.arrears", { on: TODAY, office: KTL })).toEqual(arrears);
  const leases = await office.must("rental.leases", { text: "", states: [] });
  expect(await hq.must("rental.leases", { text: "", states: [], office: KTL })).toEqual(leases);
  const span = { from: "2026-09", to: month };
  expect(await hq.must("rental.report", { ...span, office: KTL })).toEqual({
    ...(await office.must("rental.report", span)),
    office: KTL,
  });
  const premises = await office.must("rental.premises", { withRetired: true });
  expect(await hq.must("rental.premises", { withRetired: true, office: KTL })).toEqual(premises);
});

test("headquarters opens a lease and its statement, without what stayed in the office", async () => {
  for (const id of leaseIds) {
    const own = await read(office, id);
    expect(await read(hq, id)).toEqual({
      ...own,
      writeOffs: own.writeOffs.map((writeOff) => ({ ...writeOff, by: "" })),
      inspections: own.inspections.map((one) => ({ ...one, items: [], remarks: "" })),
    });
    const asked = { leaseId: id, from: "2026-09-01", to: TODAY };
    expect(await hq.must("rental.statement", asked)).toEqual(await office.must("rental.statement", asked));
  }
});

test("all offices together are each office's, one after the other", async () => {
  const { lines, totals } = await hq.must("rental.roll", { month: "2026-11", office: "all" });
  expect(lines.map(({ office: code }) => code)).toEqual(["BKO", "KTL", "KTL"]);
  const own = await hq.must("rental.roll", { month: "2026-11" });
  const theirs = await office.must("rental.roll", { month: "2026-11" });
  expect(totals.due).toBe(own.totals.due + theirs.totals.due);
  const report = await hq.must("rental.report", { from: "2026-11", to: "2026-11", office: "all" });
  expect(new Set(report.premises.map(({ office: code }) => code))).toEqual(new Set(["BKO", "KTL"]));
  const list = { list: "leases", month: "2026-11", office: "all", format: "csv" } as const;
  const { fileName, bytes } = await hq.must("rental.exportList", list);
  expect(fileName).toBe("BKO-baux-national-2026-11-23.csv");
  expect(new TextDecoder().decode(bytes).split("\r\n")[0]).toMatch(/^\ufeff?Bureau;Bail/);
});

test("headquarters changes nothing of another office's lease", async () => {
  const payment = { id: v7(), leaseId: leaseIds[0] ?? "", receivedOn: TODAY, amount: 1_000, ...CASH };
  expect(await hq.refused("rental.recordPayment", payment)).toBe(refusal("rental.leaseUnknown", "leaseId"));
  const asked = { id: v7(), leaseId: leaseIds[0] ?? "", endsOn: null, note: "" };
  expect(await hq.refused("rental.renewLease", asked)).toBe(refusal("rental.leaseUnknown", "leaseId"));
});

test("who may not read names sees the sums without them", async () => {
  const accountant = await addColleague(hq, "accountant");
  await hq.must("access.signIn", { login: accountant.login, passphrase: accountant.passphrase });
  const own = await office.must("rental.arrears", { on: TODAY });
  const theirs = await hq.must("rental.arrears", { on: TODAY, office: "KTL" });
  expect(theirs.map(({ total }) => total)).toEqual(own.map(({ total }) => total));
  expect(theirs.every(({ tenantName, tenantPhone }) => tenantName + tenantPhone === "")).toBe(true);
  expect((await read(hq, leaseIds[0] ?? "")).tenantName).toBe("");
});
