import { v7 } from "uuid";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { InsuranceTasks } from "../../../src/contract/insurancePolicies.ts";
import type { Role } from "../../../src/contract/permissions.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { enrol, KOUTIALA, makeAntenna, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { addColleague } from "../headquarters/siege.ts";
import { leaveNoFolders } from "../sync/headquarters.ts";
import { insure, LIFE, pay } from "./enrolled.ts";
import { checked, decide, decided, line, makeInsured, makePlan, seat, submit } from "./insured.ts";

afterAll(leaveNoFolders);

const NONE: InsuranceTasks = {
  claimsToCheck: 0,
  claimsToDecide: 0,
  claimsReferred: 0,
  claimsToPay: 0,
  exitsToApprove: 0,
  exitsToPay: 0,
  contributionsLate: 0,
  checkupsLate: 0,
};

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const tasks = () => office.must("insurance.tasks", {});

async function tasksOf(role: Role): Promise<InsuranceTasks> {
  await seat(office, await office.addPerson(role, `${role.toLowerCase()}2`));
  return tasks();
}

async function askExit(): Promise<string> {
  const { policyId } = await insure(office, { planCode: LIFE });
  await pay(office, policyId, 2);
  const id = v7();
  const about = { policyId, kind: "death", on: "2026-11-23", amount: 4_000 } as const;
  await office.must("insurance.requestExit", { id, ...about });
  return id;
}

/** One check-up of her own a member, on these days. */
async function checkedUp(...days: string[]): Promise<void> {
  for (const doneOn of days) {
    const { member } = await register(office);
    await office.must("insurance.recordCheckup", {
      ...{ id: v7(), memberId: member.id, doneOn, facility: "", stamp: "" },
    });
  }
}

/** Three claims to check, two to decide, one to pay; two exits; a late contribution; two late check-ups. */
async function busy(): Promise<void> {
  makePlan(office);
  const her = await makeInsured(office);
  await makeInsured(office, { months: 10, surname: "Late" });
  for (const receiptNumber of ["1", "2", "3"]) await submit(office, her, { receiptNumber });
  for (const receiptNumber of ["4", "5"]) await checked(office, her, { receiptNumber });
  await decided(office, her, { receiptNumber: "6" });
  await askExit();
  await askExit();
  await checkedUp("2026-11-02", "2026-10-01", "2026-09-30", "2026-06-15");
}

describe("what waits in the insurance", () => {
  test("is nothing in an office where nobody is insured", async () => {
    expect(await tasks()).toEqual(NONE);
  });

  test("is counted for the coordinator, but for the exits that she asked for herself", async () => {
    await busy();
    const all = {
      ...NONE,
      ...{ claimsToCheck: 3, claimsToDecide: 2, claimsToPay: 1 },
      ...{ contributionsLate: 1, checkupsLate: 2 },
    };
    expect(await tasks()).toEqual(all);
    const late = await office.must("insurance.checkups", { states: ["late"] });
    expect(late).toHaveLength(2);
    expect(await tasksOf("coordinator")).toEqual({ ...all, exitsToApprove: 2 });
    const [exit] = await office.must("insurance.openExits", {});
    await office.must("insurance.approveExit", { id: exit?.exitId ?? "", approve: true });
    expect(await tasks()).toEqual({ ...all, exitsToApprove: 1, exitsToPay: 1 });
  });

  test("is to each role only what it may do", async () => {
    await busy();
    const money = { claimsToPay: 1, contributionsLate: 1 };
    expect(await tasksOf("cashier")).toEqual({ ...NONE, ...money });
    expect(await tasksOf("healthWorker")).toEqual({ ...NONE, claimsToCheck: 3, checkupsLate: 2 });
    expect(await tasksOf("secretary")).toEqual({ ...NONE, ...money, claimsToCheck: 3, checkupsLate: 2 });
    expect(await tasksOf("trainer")).toEqual(NONE);
    expect(await tasksOf("auditor")).toEqual(NONE);
  });

  test("counts as late on any day whom the list of all policies has as late", async () => {
    makePlan(office);
    for (const months of [0, 10, 11, 12]) await makeInsured(office, { months });
    const found: number[] = [];
    for (const day of ["2026-11-30", "2026-12-01", "2026-12-02", "2027-01-01", "2027-01-02", "2027-03-20"]) {
      office.clock.set(`${day}T09:00:00.000Z`);
      await office.signIn();
      const page = { text: "", states: [], planCode: null, offset: 0, limit: 50 };
      const { rows } = await office.must("insurance.policies", page);
      const late = rows.filter(({ state, lateDays }) => lateDays > 0 && state !== "lapsed");
      const { contributionsLate } = await tasks();
      expect([day, contributionsLate]).toEqual([day, late.length]);
      found.push(contributionsLate);
    }
    expect(found).toEqual([1, 1, 2, 2, 3, 1]);
  });

  test("leaves out who left, and goes by the last check-up that was not taken back", async () => {
    const { member } = await register(office);
    const checkup = { id: v7(), memberId: member.id, facility: "", stamp: "" };
    await office.must("insurance.recordCheckup", { ...checkup, doneOn: "2026-08-03" });
    expect((await tasks()).checkupsLate).toBe(1);
    await office.must("membership.recordDeparture", { id: member.id, on: "2026-11-20", reason: "moved" });
    expect((await tasks()).checkupsLate).toBe(0);
    const { id: memberId } = (await register(office)).member;
    for (const doneOn of ["2026-09-02", "2026-11-03"])
      await office.must("insurance.recordCheckup", { ...checkup, id: v7(), memberId, doneOn });
    expect((await tasks()).checkupsLate).toBe(0);
    const [latest] = await office.must("insurance.memberCheckups", { memberId });
    await office.must("insurance.voidCheckup", { id: latest?.id ?? "" });
    expect((await tasks()).checkupsLate).toBe(1);
  });
});

describe("what waits at headquarters", () => {
  test("is a claim that an office referred, for who may rule on it, until the word is said", async () => {
    const hq = await makeHeadquarters();
    office = await makeAntenna(KOUTIALA);
    await enrol(hq, office, KOUTIALA);
    makePlan(office);
    const her = await makeInsured(office);
    const lines = [line({ category: "hospital", asked: 60_000 })];
    const { claim } = await decide(office, await checked(office, her, { lines }));
    expect(await tasks()).toEqual(NONE);
    await receive(hq, await send(office));
    const waiting = async () => (await hq.must("insurance.tasks", {})).claimsReferred;
    expect(await waiting()).toBe(1);
    await decide(hq, await hq.must("insurance.claim", { id: claim.id }));
    expect(await waiting()).toBe(0);
    await seat(hq, await addColleague(hq, "healthCoordinator"));
    expect(await hq.must("insurance.tasks", {})).toEqual(NONE);
  });
});
