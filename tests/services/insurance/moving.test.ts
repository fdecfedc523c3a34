import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { accept } from "../../../src/contract/results.ts";
import { type EntityName, entityOf } from "../../../src/data/registry.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  consolidated,
  enrol,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { enrolment, HEALTH, insure, LIFE, pay, planNow, scheduleWords } from "./enrolled.ts";

let hq: TestOffice;
let koutiala: TestOffice;
let mopti: TestOffice;
beforeEach(async () => {
  hq = await makeHeadquarters();
  koutiala = await makeEnrolled(hq, KOUTIALA);
  mopti = await makeEnrolled(hq, MOPTI);
});

async function tell(...offices: TestOffice[]): Promise<void> {
  for (const office of offices) await receive(hq, await send(office));
}

async function go(memberId: string, from: TestOffice, to: TestOffice): Promise<void> {
  const { code } = to.call.office;
  await hq.must("headquarters.transfer", { id: v7(), memberId, to: code, mergeInto: null });
  await answerTo(hq, from);
  await tell(from);
  await answerTo(hq, to);
}

const FOLLOWERS: readonly EntityName[] = [
  "policy",
  "contribution",
  "insured_child",
  "beneficiary",
  "claim",
  "claim_line",
  "claim_payment",
  "life_exit",
  "life_payment",
  "checkup",
];

function rowsOf(office: TestOffice, entity: EntityName, memberId: string) {
  const { table, shared } = entityOf(entity);
  const columns = shared.filter((column) => !["office", "voucher_id", "refund_voucher_id"].includes(column));
  const sql = `SELECT ${columns.join(", ")} FROM ${table} WHERE member_id = @memberId ORDER BY id`;
  return office.call.office.reader.all(sql, { memberId });
}

/** One record of each kind that the claims, the life fund and the health booklet keep. */
function writeAllKinds(office: TestOffice, about: { memberId: string; health: string; life: string }): void {
  const { memberId: member_id, health, life } = about;
  const { call } = office;
  const voucher_id = String(call.office.reader.get("SELECT id FROM voucher LIMIT 1")?.id);
  const child_id = String(call.office.reader.get("SELECT id FROM insured_child LIMIT 1")?.id);
  const beneficiary_id = String(call.office.reader.get("SELECT id FROM beneficiary LIMIT 1")?.id);
  const own = { office: call.office.code, member_id };
  const [claim_id, exit_id] = [v7(), v7()];
  call.office.write(call.user.id, call.world.now(), (door) => {
    door.insert("claim", {
      ...{
        ...own,
        id: claim_id,
        number: "KTL-S00007",
        policy_id: health,
        child_id,
        facility_code: "CSCOM-1",
      },
      ...{ care_on: "2026-11-20", receipt_number: "R-17", state: "paid", outcome: "reduced" },
      ...{ asked: 5_000, granted: 3_000, entered_on: "2026-11-21", decided_on: "2026-11-22" },
      ...{ facility_name: "", diagnosis: "paludisme", prescription: "", photos: "[]", decision_note: "" },
    });
    door.insert("claim_line", {
      ...{ ...own, id: v7(), claim_id, category: "consultation", act: null, quantity: 1, asked: 5_000 },
      ...{ paid: 3_000, acts: 1, cuts: "[]", voided: 0, words: "consultation" },
    });
    const paid = { amount: 3_000, paid_on: "2026-11-23", voucher_id, voided: 0 };
    door.insert("claim_payment", { ...own, ...paid, id: v7(), claim_id, plan_code: HEALTH });
    door.insert("life_exit", {
      ...{ ...own, id: exit_id, policy_id: life, plan_code: LIFE, kind: "withdrawal", on_day: "2026-11-23" },
      ...{ amount: 2_000, state: "requested", requested_by: call.user.id, approved_by: null },
    });
    const unpaid = { amount: 2_000, paid_on: null, voucher_id: null };
    door.insert("life_payment", { ...own, ...unpaid, id: v7(), exit_id, plan_code: LIFE, beneficiary_id });
    door.insert("checkup", {
      ...own,
      id: v7(),
      done_on: "2026-11-10",
      stamp: "77",
      voided: 0,
      facility: "x",
    });
    return accept(null);
  });
}

test("an insured member takes her policies along, with all that belongs to them, and pays on where she goes", async () => {
  const children = [{ id: v7(), name: "Moussa", birthOn: "2018-04-02" }];
  const { memberId, policyId, file } = await insure(koutiala, { children });
  await pay(koutiala, policyId, 2);
  const life = await insure(koutiala, { memberId, planCode: LIFE });
  await pay(koutiala, life.policyId);
  writeAllKinds(koutiala, { memberId, health: policyId, life: life.policyId });
  const before = FOLLOWERS.map((entity) => rowsOf(koutiala, entity, memberId));
  expect(before.every((rows) => rows.length > 0)).toBe(true);
  await tell(koutiala);
  await go(memberId, koutiala, mopti);

  expect(FOLLOWERS.map((entity) => rowsOf(mopti, entity, memberId))).toEqual(before);
  expect(FOLLOWERS.flatMap((entity) => rowsOf(koutiala, entity, memberId).length)).toEqual(
    before.map((rows) => rows.length),
  );
  const { reader } = mopti.call.office;
  expect(reader.get("SELECT diagnosis, office FROM claim")).toEqual({ diagnosis: "", office: "MPT" });
  expect(reader.number("SELECT count(*) FROM contribution WHERE voucher_id IS NOT NULL")).toBe(0);
  const arrived = await mopti.must("insurance.policy", { id: policyId });
  expect(arrived.policy).toMatchObject({
    ...file.policy,
    office: "MPT",
    state: "active",
    overdue: 0,
    paidUntil: "2027-01-22",
  });
  expect(arrived.schedule[0]).toMatchObject({ state: "paid", voucherId: null, voucherNumber: null });

  expect(await koutiala.refused("insurance.quoteContribution", { policyId, periods: 1 })).toBe(
    refusal("member.elsewhere", "policyId"),
  );
  const list = { text: "", states: [], planCode: null, offset: 0, limit: 10 };
  expect((await koutiala.must("insurance.policies", list)).total).toBe(0);
  await pay(mopti, policyId);
  await tell(mopti);
  const national = await hq.must("insurance.policies", { ...list, office: "all" });
  expect(national.rows.map(({ office, number }) => [office, number]).sort()).toEqual([
    ["MPT", "KTL-A00001"],
    ["MPT", "KTL-A00002"],
  ]);
  expect(
    (await hq.must("insurance.memberPolicies", { memberId })).map(({ policy }) => policy.office),
  ).toEqual(["MPT", "MPT"]);
});

test("a member who comes back finds her contributions with the vouchers of then", async () => {
  const { memberId, policyId } = await insure(koutiala);
  const { voucherId } = await pay(koutiala, policyId);
  await tell(koutiala);
  await go(memberId, koutiala, mopti);
  await pay(mopti, policyId);
  await tell(mopti);
  await go(memberId, mopti, koutiala);
  const { schedule, policy } = await koutiala.must("insurance.policy", { id: policyId });
  expect(policy).toMatchObject({ office: "KTL", paidUntil: "2027-01-22" });
  expect(schedule.filter(({ state }) => state === "paid").map((line) => line.voucherId)).toEqual([
    voucherId,
    null,
  ]);
});

test("a policy on a plan that only her former office has keeps its terms", async () => {
  const { terms } = await planNow(koutiala, HEALTH);
  const about = { id: v7(), code: "MARCHE", name: "Mutuelle du marché", startsOn: "2026-11-23" };
  await koutiala.must("insurance.savePlan", { ...about, terms: { ...terms, contribution: 700 } });
  const { memberId, policyId } = await insure(koutiala, { planCode: "MARCHE" });
  await pay(koutiala, policyId);
  await tell(koutiala);
  await go(memberId, koutiala, mopti);
  const { policy } = await mopti.must("insurance.policy", { id: policyId });
  expect(policy.planName).toBe("Mutuelle du marché");
  expect((await mopti.must("insurance.quoteContribution", { policyId, periods: 1 })).amount).toBe(700);
  expect((await mopti.must("insurance.plans", {})).map(({ code }) => code)).toEqual([HEALTH, LIFE]);
  await answerTo(hq, mopti);
  expect((await pay(mopti, policyId)).file.policy.paidUntil).toBe("2027-01-22");
});

test("what was paid before the office heard of the transfer comes after her", async () => {
  const { memberId, policyId } = await insure(koutiala);
  await tell(koutiala);
  await hq.must("headquarters.transfer", { id: v7(), memberId, to: "MPT", mergeInto: null });
  await pay(koutiala, policyId);
  await answerTo(hq, koutiala);
  await tell(koutiala);
  await answerTo(hq, mopti);
  const file = await mopti.must("insurance.policy", { id: policyId });
  expect(scheduleWords(file)[0]).toBe("2026-11-23 paid 1000");
});

test("headquarters has the same policies, and gives a lost office its own back, numbering on", async () => {
  const { memberId, policyId } = await insure(koutiala);
  await pay(koutiala, policyId, 2);
  await tell(koutiala);
  const stored = consolidated(hq);
  for (const name of ["policy", "contribution"])
    expect(stored[`finance.${name}`]).toEqual(
      koutiala.call.office.reader
        .all(`SELECT * FROM ${name}`)
        .map((row) => JSON.stringify(row))
        .sort(),
    );
  const lost = await koutiala.must("insurance.policy", { id: policyId });
  expect((await hq.must("insurance.policy", { id: policyId })).schedule).toEqual(lost.schedule);

  const { keys } = await hq.must("headquarters.office", { office: "KTL" });
  const fingerprint = keys.find(({ state }) => state === "current")?.fingerprint ?? "";
  await hq.must("headquarters.revokeKey", { office: "KTL", fingerprint });
  const laptop = await makeTestOffice({ office: { name: "Koutiala bis" } });
  await enrol(hq, laptop, KOUTIALA);
  await answerTo(hq, laptop);
  expect(await laptop.must("insurance.policy", { id: policyId })).toEqual(lost);
  const next = await laptop.must("insurance.enrol", await enrolment(laptop, memberId, { planCode: LIFE }));
  expect(next.policy.number).toBe("KTL-A00002");
});
