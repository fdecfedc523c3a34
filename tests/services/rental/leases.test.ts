import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { LeaseTerms } from "../../../src/contract/rentalTerms.ts";
import type { Premises } from "../../../src/contract/rentalViews.ts";
import { makeTestOffice, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import {
  addPremises,
  CASH,
  chargeWords,
  letShop,
  pay,
  read,
  signing,
  tenantDetails,
  terminate,
  twice,
} from "./letting.ts";

let office: TestOffice;
let shop: Premises;
beforeEach(async () => {
  office = await makeTestOffice();
  shop = await addPremises(office, "B-01");
});

const refused = (changes: Partial<LeaseTerms>) =>
  office.refused("rental.signLease", signing([shop], changes));

describe("signing a lease", () => {
  test("gives it a number and computes what it asks for", async () => {
    const file = await office.must("rental.signLease", signing([shop]));
    expect(file).toMatchObject({
      ...{ number: "KTL-B00001", office: "KTL", state: "running", tenantName: "Sékou Berthé" },
      ...{ startsOn: "2026-09-01", endsOn: "2027-08-31", rent: 30_000, arrears: 90_000, advance: 0 },
      premises: [{ id: shop.id, code: "B-01", kind: "shop" }],
      ...{ depositHeld: 0, termination: null },
    });
    expect(chargeWords(file).slice(0, 4)).toEqual([
      "rent:2026-09 late 0/30000",
      "rent:2026-10 late 0/30000",
      "rent:2026-11 late 0/30000",
      "rent:2026-12 coming 0/30000",
    ]);
    expect(file.ages).toEqual({ upTo30: 30_000, upTo60: 30_000, upTo90: 30_000, over90: 0 });
    expect((await letShop(office)).number).toBe("KTL-B00002");
  });

  test("twice by the same request signs one lease", async () => {
    const [first, second] = await twice(office, "rental.signLease", signing([shop]));
    expect(second).toEqual(first);
    expect(await office.must("rental.leases", { text: "", states: [] })).toHaveLength(1);
    expect(await office.must("rental.tenants", { text: "" })).toHaveLength(1);
  });

  test("takes several premises whose shares make the rent", async () => {
    const other = await addPremises(office, "B-02");
    const shares = (first: number, second: number) => ({
      premises: [
        { premisesId: shop.id, share: first },
        { premisesId: other.id, share: second },
      ],
    });
    expect(await refused(shares(10_000, 10_000))).toBe(refusal("rental.sharesWrong", "premises"));
    const file = await office.must("rental.signLease", signing([shop], shares(18_000, 12_000)));
    expect(file.premises.map(({ code }) => code)).toEqual(["B-01", "B-02"]);
  });

  test("refuses an end before the start, meters without a price, and premises that nobody knows", async () => {
    expect(await refused({ endsOn: "2026-08-31" })).toBe(refusal("rental.endBeforeStart", "endsOn"));
    expect(await refused({ charges: { kind: "meter", water: null, power: null } })).toBe(
      refusal("rental.chargesEmpty", "charges"),
    );
    expect(await refused({ premises: [{ premisesId: v7(), share: 30_000 }] })).toBe(
      refusal("rental.premisesUnknown", "premises"),
    );
  });

  test("refuses premises that somebody has on one of its days", async () => {
    const first = await office.must("rental.signLease", signing([shop]));
    const taken = refusal("rental.premisesTaken", "premises");
    expect(await refused({})).toBe(taken);
    expect(await refused({ startsOn: "2027-08-31", endsOn: null })).toBe(taken);
    expect(await refused({ startsOn: "2026-01-01", endsOn: "2026-09-01" })).toBe(taken);
    expect(await refused({ startsOn: "2026-01-01", endsOn: null })).toBe(taken);
    await office.must("rental.signLease", signing([shop], { startsOn: "2026-01-01", endsOn: "2026-08-31" }));
    await terminate(office, first.id, "2026-11-30");
    await office.must("rental.signLease", signing([shop], { startsOn: "2026-12-01", endsOn: null }));
    expect(await office.ask("rental.signLease", signing([shop]))).toMatchObject({
      refusal: { values: { number: "KTL-B00001" } },
    });
  });

  test("asks for a tenant who is known or told, with telephones that exist", async () => {
    const about = signing([shop]);
    expect(await office.refused("rental.signLease", { ...about, tenant: null })).toBe(
      refusal("rental.tenantUnknown", "tenantId"),
    );
    const wrong = { ...about, tenant: tenantDetails({ phone: "99" }) };
    expect(await office.refused("rental.signLease", wrong)).toBe(refusal("rental.phoneInvalid", "phone"));
  });
});

describe("the list of leases", () => {
  test("is found by tenant, telephone, number or premises, and by state", async () => {
    await office.must("rental.signLease", signing([shop], { endsOn: "2026-12-31" }));
    const coming = await letShop(office, { startsOn: "2027-01-01" }, { name: "Nana Coulibaly", phone: "" });
    const over = await letShop(office, {}, { name: "Étoile du Sahel", phone: "" });
    await terminate(office, over.id, "2026-10-31");
    const found = async (text: string, states: ("upcoming" | "running" | "ended")[] = []) =>
      (await office.must("rental.leases", { text, states })).map(({ number }) => number.slice(-1)).join("");
    expect(await found("")).toBe("123");
    expect(await found("b-01")).toBe("1");
    expect(await found("76451230")).toBe("1");
    expect(await found("KTL-B00002")).toBe("2");
    expect(await found("etoile sahel")).toBe("3");
    expect(await found("", ["upcoming", "ended"])).toBe("23");
    expect(await found("nana", ["ended"])).toBe("");
    const rows = await office.must("rental.leases", { text: "", states: [] });
    expect(rows.map(({ endsInDays }) => endsInDays)).toEqual([38, null, null]);
    expect(rows.map(({ arrears }) => arrears)).toEqual([90_000, 0, 60_000]);
    expect(coming.rent).toBe(30_000);
  });

  test("tells an unknown lease from a known one", async () => {
    expect(await office.refused("rental.lease", { id: v7() })).toBe(refusal("rental.leaseUnknown", "id"));
    expect(
      await office.refused("rental.terminateLease", { id: v7(), on: TODAY, reason: "other", note: "" }),
    ).toBe(refusal("rental.leaseUnknown", "id"));
  });
});

describe("another rent", () => {
  const revising = (leaseId: string, changes: object = {}) => ({
    ...{ id: v7(), leaseId, from: "2027-01-01", rate: null, rent: 33_000, note: "accord" },
    ...changes,
  });

  test("holds from the first period that begins on the day or after it", async () => {
    const { id } = await letShop(office);
    const [first, second] = await twice(office, "rental.reviseRent", revising(id, { from: "2026-12-15" }));
    expect(second).toEqual(first);
    const file = await read(office, id);
    expect(file.changes).toMatchObject([{ voided: false, note: "accord", change: { rent: 33_000 } }]);
    const amounts = new Map(file.charges.map(({ key, amount }) => [key, amount]));
    expect(amounts.get("rent:2026-12")).toBe(30_000);
    expect(amounts.get("rent:2027-01")).toBe(33_000);
  });

  test("by a rate must be what the rate gives", async () => {
    const { id } = await letShop(office);
    const asked = (changes: object) => office.refused("rental.reviseRent", revising(id, changes));
    expect(await asked({ rate: 500, rent: 33_000 })).toBe(refusal("rental.rateWrong", "rate"));
    expect(await asked({ rent: 30_000 })).toBe(refusal("rental.rentSame", "rent"));
    await office.must("rental.reviseRent", revising(id, { rate: 1_000, rent: 33_000 }));
  });

  test("is refused outside of the lease, for paid periods, and once the lease has ended", async () => {
    const { id } = await letShop(office);
    const asked = (changes: object) => office.refused("rental.reviseRent", revising(id, changes));
    expect(await asked({ from: "2026-08-01" })).toBe(refusal("rental.beforeLease", "from"));
    expect(await asked({ from: "2027-09-01" })).toBe(refusal("rental.afterLease", "from"));
    expect(await asked({ leaseId: v7() })).toBe(refusal("rental.leaseUnknown", "leaseId"));
    await pay(office, id, 31_000, TODAY);
    expect(await asked({ from: "2026-10-31" })).toBe(refusal("rental.periodPaid", "from"));
    await terminate(office, id, "2026-11-22");
    expect(await asked({ from: "2026-11-01" })).toBe(refusal("rental.leaseEnded", "leaseId"));
  });

  test("can be voided while nothing was paid for its periods", async () => {
    const { id } = await letShop(office);
    const about = revising(id, { from: "2026-10-01" });
    await office.must("rental.reviseRent", about);
    const voiding = { id: about.id, leaseId: id };
    await pay(office, id, 40_000, TODAY);
    expect(await office.refused("rental.voidChange", voiding)).toBe(refusal("rental.periodPaid", "id"));
    const later = revising(id, { from: "2027-03-01", rent: 40_000 });
    await office.must("rental.reviseRent", later);
    const file = await office.must("rental.voidChange", { id: later.id, leaseId: id });
    expect(file.changes.map(({ voided }) => voided)).toEqual([false, true]);
    expect(file.charges.find(({ key }) => key === "rent:2027-03")?.amount).toBe(33_000);
    const unknown = refusal("rental.changeUnknown", "id");
    expect(await office.refused("rental.voidChange", { id: later.id, leaseId: id })).toBe(unknown);
    expect(await office.refused("rental.voidChange", { id: v7(), leaseId: id })).toBe(unknown);
  });
});

describe("months without rent", () => {
  const granting = (leaseId: string, from: string, to: string) => ({ id: v7(), leaseId, from, to, note: "" });

  test("ask for nothing", async () => {
    const { id } = await letShop(office);
    const [first, second] = await twice(office, "rental.grantRentFree", granting(id, "2026-10", "2026-11"));
    expect(second).toEqual(first);
    const file = await read(office, id);
    expect(chargeWords(file).slice(0, 2)).toEqual([
      "rent:2026-09 late 0/30000",
      "rent:2026-12 coming 0/30000",
    ]);
    expect(file.arrears).toBe(30_000);
  });

  test("may be the one in which a lease begins on a later day", async () => {
    const { id } = await letShop(office, { startsOn: "2026-09-16" });
    const file = await office.must("rental.grantRentFree", granting(id, "2026-09", "2026-09"));
    expect(chargeWords(file)[0]).toBe("rent:2026-10 late 0/30000");
  });

  test("are refused the wrong way round, outside of the lease, and when they are paid", async () => {
    const { id } = await letShop(office);
    const asked = (from: string, to: string) =>
      office.refused("rental.grantRentFree", granting(id, from, to));
    expect(await asked("2026-12", "2026-11")).toBe(refusal("rental.monthsWrong", "to"));
    expect(await asked("2026-08", "2026-09")).toBe(refusal("rental.beforeLease", "from"));
    expect(await asked("2027-08", "2027-09")).toBe(refusal("rental.afterLease", "to"));
    await pay(office, id, 30_000, TODAY);
    expect(await asked("2026-09", "2026-12")).toBe(refusal("rental.periodPaid", "from"));
    await terminate(office, id, "2026-11-22");
    expect(await asked("2026-11", "2026-11")).toBe(refusal("rental.leaseEnded", "leaseId"));
  });
});

describe("renewing a lease", () => {
  const renewing = (leaseId: string, endsOn: string | null) => ({ id: v7(), leaseId, endsOn, note: "" });

  test("gives it a later last day, even once the old one has passed", async () => {
    const { id } = await letShop(office, { endsOn: "2026-10-31" });
    expect((await read(office, id)).state).toBe("ended");
    const [first, second] = await twice(office, "rental.renewLease", renewing(id, "2027-10-31"));
    expect(second).toEqual(first);
    expect(await read(office, id)).toMatchObject({ state: "running", endsOn: "2027-10-31", arrears: 90_000 });
    expect(await office.must("rental.renewLease", renewing(id, null))).toMatchObject({ endsOn: null });
    expect(await office.refused("rental.renewLease", renewing(id, "2030-12-31"))).toBe(
      refusal("rental.renewalNotLater", "endsOn"),
    );
  });

  test("is refused without a later day, for an ended lease, and over another lease", async () => {
    const file = await office.must("rental.signLease", signing([shop]));
    const asked = (endsOn: string | null) => office.refused("rental.renewLease", renewing(file.id, endsOn));
    expect(await asked("2027-08-31")).toBe(refusal("rental.renewalNotLater", "endsOn"));
    await office.must("rental.signLease", signing([shop], { startsOn: "2027-10-01", endsOn: "2028-09-30" }));
    expect(await asked("2027-10-01")).toBe(refusal("rental.premisesTaken", "endsOn"));
    expect(await asked(null)).toBe(refusal("rental.premisesTaken", "endsOn"));
    await office.must("rental.renewLease", renewing(file.id, "2027-09-30"));
    await terminate(office, file.id, "2026-12-31");
    expect(await asked("2028-01-01")).toBe(refusal("rental.leaseEnded", "leaseId"));
  });

  test("is taken back until its periods are paid", async () => {
    const { id } = await letShop(office, { endsOn: "2026-10-31" });
    const renewal = renewing(id, "2027-10-31");
    await office.must("rental.renewLease", renewal);
    const voiding = { id: renewal.id, leaseId: id };
    const { voucherId } = await pay(office, id, 70_000, TODAY);
    expect(voucherId).not.toBe("");
    expect(await office.refused("rental.voidChange", voiding)).toBe(refusal("rental.periodPaid", "id"));
    const other = await letShop(office, { endsOn: "2026-10-31" });
    const second = renewing(other.id, "2027-10-31");
    await office.must("rental.renewLease", second);
    await pay(office, other.id, 60_000, TODAY);
    const file = await office.must("rental.voidChange", { id: second.id, leaseId: other.id });
    expect(file).toMatchObject({ endsOn: "2026-10-31", state: "ended", arrears: 0 });
  });
});

describe("ending a lease", () => {
  test("prorates the last rent by days and leaves the arrears", async () => {
    const { id } = await letShop(office);
    const ending = { id, on: "2026-11-15", reason: "tenantNotice", note: "lettre du 2" } as const;
    const [first, second] = await twice(office, "rental.terminateLease", ending);
    expect(second).toEqual(first);
    expect(await read(office, id)).toMatchObject({
      ...{ state: "ended", endsOn: "2026-11-15", arrears: 75_000 },
      termination: { on: "2026-11-15", reason: "tenantNotice" },
    });
  });

  test("can be moved until its day has passed, over no other lease", async () => {
    const file = await office.must("rental.signLease", signing([shop]));
    await terminate(office, file.id, "2026-12-31");
    await terminate(office, file.id, "2026-11-30");
    await office.must("rental.signLease", signing([shop], { startsOn: "2027-01-01" }));
    await terminate(office, file.id, "2026-12-31");
    const later = { id: file.id, on: "2027-01-31", reason: "other", note: "" } as const;
    expect(await office.refused("rental.terminateLease", later)).toBe(refusal("rental.premisesTaken", "on"));
    await terminate(office, file.id, "2026-11-20");
    expect(await office.refused("rental.terminateLease", later)).toBe(refusal("rental.leaseEnded", "id"));
  });

  test("is refused outside of the lease", async () => {
    const { id } = await letShop(office);
    const asked = (on: string) =>
      office.refused("rental.terminateLease", { id, on, reason: "unpaid", note: "" });
    expect(await asked("2026-08-31")).toBe(refusal("rental.beforeLease", "on"));
    expect(await asked("2027-09-01")).toBe(refusal("rental.afterLease", "on"));
  });
});

describe("reading a meter", () => {
  const metered = () => letShop(office, { charges: { kind: "meter", water: 500, power: null } });

  test("asks for what was used since the last reading; the first asks for nothing", async () => {
    const { id: leaseId, premises } = await metered();
    const premisesId = premises[0]?.id ?? "";
    const reading = (readOn: string, index: number, initial = false) => ({
      ...({ id: v7(), leaseId, premisesId, meter: "water", readOn, index, initial } as const),
    });
    await office.must("rental.recordReading", reading("2026-09-01", 120));
    const [first, second] = await twice(office, "rental.recordReading", reading("2026-10-31", 132));
    expect(second).toEqual(first);
    await office.must("rental.recordReading", reading("2026-10-31", 3, true));
    const file = await office.must("rental.recordReading", reading("2026-11-20", 7));
    expect(file.readings.map(({ index, initial }) => [index, initial])).toEqual([
      [120, true],
      [132, false],
      [3, true],
      [7, false],
    ]);
    const water = file.charges.filter(({ kind }) => kind === "water");
    expect(water.map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
      ["2026-10-31", 6_000],
      ["2026-11-20", 2_000],
    ]);
    const asked = (changes: object) =>
      office.refused("rental.recordReading", { ...reading("2026-11-21", 9), ...changes });
    expect(await asked({ index: 6 })).toBe(refusal("rental.readingLower", "index"));
    expect(await asked({ readOn: "2026-11-19" })).toBe(refusal("rental.readingEarlier", "readOn"));
    expect(await asked({ readOn: "2026-11-24" })).toBe(refusal("rental.dayInFuture", "readOn"));
    expect(await asked({ meter: "power" })).toBe(refusal("rental.meterUnknown", "meter"));
    expect(await asked({ premisesId: v7() })).toBe(refusal("rental.premisesUnknown", "premisesId"));
  });

  test("is refused before the lease begins and after its last day", async () => {
    const { id: leaseId, premises } = await metered();
    const premisesId = premises[0]?.id ?? "";
    const asked = (readOn: string) =>
      office.refused("rental.recordReading", {
        ...({ id: v7(), leaseId, premisesId, meter: "water", readOn, index: 1, initial: true } as const),
      });
    expect(await asked("2026-08-31")).toBe(refusal("rental.beforeLease", "readOn"));
    await terminate(office, leaseId, "2026-11-15");
    expect(await asked("2026-11-16")).toBe(refusal("rental.afterLease", "readOn"));
  });
});

describe("an inspection", () => {
  test("is entered once, corrected, and shown with its lease", async () => {
    const { id: leaseId, premises } = await letShop(office);
    const about = {
      ...({ id: v7(), leaseId, premisesId: premises[0]?.id ?? "", kind: "entry", on: "2026-09-01" } as const),
      ...{ keys: 2, items: [{ item: "Porte", condition: "good" as const, remark: "" }], remarks: "" },
    };
    const [first, second] = await twice(office, "rental.saveInspection", about);
    expect(second).toEqual(first);
    const file = await office.must("rental.saveInspection", { ...about, keys: 3, remarks: "Peinture neuve" });
    const { leaseId: _, ...kept } = about;
    expect(file.inspections).toEqual([{ ...kept, keys: 3, remarks: "Peinture neuve" }]);
    const asked = (changes: object) => office.refused("rental.saveInspection", { ...about, ...changes });
    expect(await asked({ on: "2026-11-24" })).toBe(refusal("rental.dayInFuture", "on"));
    expect(await asked({ premisesId: v7() })).toBe(refusal("rental.premisesUnknown", "premisesId"));
    const other = await letShop(office);
    const elsewhere = { leaseId: other.id, premisesId: other.premises[0]?.id ?? "" };
    expect(await asked(elsewhere)).toBe(refusal("request.invalid", "id"));
  });
});

describe("a reminder", () => {
  test("is noted with what the tenant promised", async () => {
    const { id: leaseId } = await letShop(office);
    const about = {
      ...({ id: v7(), leaseId, kind: "visit", note: "Passera vendredi" } as const),
      ...{ promisedOn: "2026-11-27", promised: 60_000 },
    };
    const [first, second] = await twice(office, "rental.noteReminder", about);
    expect(second).toEqual(first);
    const { leaseId: _, ...kept } = about;
    expect((await read(office, leaseId)).reminders).toEqual([{ ...kept, on: TODAY }]);
    const asked = (changes: object) =>
      office.refused("rental.noteReminder", { ...about, id: v7(), ...changes });
    expect(await asked({ promisedOn: "2026-11-22" })).toBe(refusal("rental.promiseInPast", "promisedOn"));
    expect(await asked({ promisedOn: null })).toBe(refusal("rental.promiseIncomplete", "promisedOn"));
    expect(await asked({ promised: null })).toBe(refusal("rental.promiseIncomplete", "promised"));
    await office.must("rental.noteReminder", { ...about, id: v7(), promisedOn: null, promised: null });
    const other = await letShop(office);
    expect(await asked({ id: about.id, leaseId: other.id })).toBe(refusal("request.invalid", "id"));
  });
});

test("a lease is changed by those who manage, and read by those who may read", async () => {
  const { id } = await letShop(office);
  await office.addPerson("auditor", "ada");
  await office.must("access.signIn", { login: "ada", passphrase: "ada lave trois calebasses" });
  expect((await read(office, id)).id).toBe(id);
  const payment = { id: v7(), leaseId: id, receivedOn: TODAY, amount: 1_000, ...CASH };
  expect(await office.refused("rental.recordPayment", payment)).toBe(refusal("access.forbidden"));
});
