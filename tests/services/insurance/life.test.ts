import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { InputOf } from "../../../src/contract/index.ts";
import type { LifeAccount, LifeExitFile } from "../../../src/contract/insurancePolicies.ts";
import { FORBIDDEN } from "../../documents/forbidden.ts";
import { pdfText } from "../../documents/poppler.ts";
import { AWA, makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { insure, LIFE, pay, planNow } from "./enrolled.ts";

type Kind = LifeExitFile["kind"];

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

/** A woman in the life fund who has paid a year, and whose waiting time is over. */
async function saver(birth: number | null = 1990): Promise<{ memberId: string; policyId: string }> {
  const details = { birth: birth === null ? null : ({ kind: "year", year: birth } as const) };
  const { member } = await register(office, details);
  const { policyId } = await insure(office, { memberId: member.id, planCode: LIFE });
  await pay(office, policyId, 12);
  return { memberId: member.id, policyId };
}

async function waitOver(): Promise<void> {
  office.clock.set("2027-06-15T08:00:00.000Z");
  await office.signIn();
}

const today = () => office.clock.now().slice(0, 10);
const account = (policyId: string) => office.must("insurance.lifeAccount", { id: policyId });

type Request = InputOf<"insurance.requestExit">;

function request(policyId: string, kind: Kind, amount: number, changes: Partial<Request> = {}): Request {
  return { id: v7(), policyId, kind, on: today(), amount, ...changes };
}

/** Asked for by the first person. */
async function requested(policyId: string, kind: Kind, amount: number, changes: Partial<Request> = {}) {
  const about = request(policyId, kind, amount, changes);
  await office.must("insurance.requestExit", about);
  return about.id;
}

async function seat(role: "coordinator" | "cashier" | "secretary", login: string = role): Promise<void> {
  const { passphrase } = await office.addPerson(role, login);
  await office.must("access.lock", {});
  const signedIn = await office.signIn({ login, passphrase });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
}

async function backToAwa(): Promise<void> {
  await office.must("access.lock", {});
  await office.signIn(AWA);
}

/** On paper the office is called by a name that tells nothing. */
async function neutralName(): Promise<void> {
  const settings = await office.must("office.readSettings", {});
  await office.must("office.updateSettings", { ...settings, printedName: "Association Yeelen" });
}

/** Asked for by Awa, approved by a second coordinator, who stays. */
async function approved(policyId: string, kind: Kind, amount: number, changes: Partial<Request> = {}) {
  const id = await requested(policyId, kind, amount, changes);
  await seat("coordinator", "oumou");
  return { id, account: await office.must("insurance.approveExit", { id, approve: true }) };
}

const payment = (paymentId: string, changes: Partial<InputOf<"insurance.payExit">> = {}) =>
  ({ id: v7(), paymentId, beyondFund: false, method: "cash", reference: "", ...changes }) as const;

const movements = ({ movements: all }: LifeAccount) =>
  all.map(({ on, kind, amount, balance }) => `${on} ${kind} ${amount} → ${balance}`);

const quotes = ({ quotes: all }: LifeAccount) =>
  Object.fromEntries(all.map(({ kind, amount, refusal: why }) => [kind, why ?? amount]));

const lifeVouchers = async () => {
  const span = { from: "2020-01-01", to: "2035-12-31", offset: 0, limit: 500 };
  const { rows } = await office.must("cashbook.listVouchers", span);
  return rows.filter(({ account: of }) => of === "lifePayment");
};

describe("the account in the life fund", () => {
  test("holds the contributions, not the registration fee", async () => {
    const { policyId } = await saver();
    const stated = await account(policyId);
    expect(stated.balance).toBe(24_000);
    expect(stated.movements).toHaveLength(12);
    expect(stated.movements[0]).toMatchObject({
      on: "2026-11-23",
      kind: "contribution",
      amount: 2_000,
      voucherNumber: "KTL-2026-00002",
    });
  });

  test("is not withdrawn in the waiting time, and on death pays what is in it then", async () => {
    const { policyId } = await saver();
    expect(quotes(await account(policyId))).toEqual({
      withdrawal: "insurance.exitWaiting",
      retirement: "insurance.exitWaiting",
      death: 24_000,
    });
    expect(await office.ask("insurance.requestExit", request(policyId, "withdrawal", 0))).toMatchObject({
      refusal: { code: "insurance.exitWaiting", field: "on", values: { until: "2027-05-22" } },
    });
  });

  test("pays the plan's part before its age, all of it from then on, and the benefit on death", async () => {
    const young = await saver();
    const old = await saver(1975);
    await waitOver();
    expect(quotes(await account(young.policyId))).toEqual({
      withdrawal: 19_200,
      retirement: "insurance.exitTooYoung",
      death: 100_000,
    });
    expect(quotes(await account(old.policyId))).toEqual({
      withdrawal: 24_000,
      retirement: 24_000,
      death: 100_000,
    });
  });

  test("asks for a birth date, and takes the younger age of a birth year", async () => {
    const unknown = await saver(null);
    const perhaps = await saver(1977);
    await waitOver();
    expect(quotes(await account(unknown.policyId))).toMatchObject({
      withdrawal: "insurance.birthUnknown",
      death: 100_000,
    });
    // Born in 1977 she is 49 or 50.
    expect(quotes(await account(perhaps.policyId))).toMatchObject({ withdrawal: 19_200 });
  });

  test("is not that of a health policy, nor of one that nobody knows", async () => {
    const { policyId } = await insure(office);
    expect(await office.refused("insurance.lifeAccount", { id: policyId })).toBe(
      refusal("insurance.notLife", "id"),
    );
    expect(await office.refused("insurance.lifeAccount", { id: v7() })).toBe(
      refusal("insurance.policyUnknown", "id"),
    );
    expect(await office.refused("insurance.requestExit", request(policyId, "death", 0))).toBe(
      refusal("insurance.notLife", "policyId"),
    );
  });
});

describe("leaving the life fund", () => {
  test("is asked for by one, approved by another, paid once, and ends the policy", async () => {
    const { policyId } = await saver();
    await waitOver();
    const id = await requested(policyId, "withdrawal", 19_200);
    expect(await office.refused("insurance.approveExit", { id, approve: true })).toBe(
      refusal("insurance.samePerson", "id"),
    );
    await seat("coordinator", "oumou");
    const yes = await office.must("insurance.approveExit", { id, approve: true });
    expect(await office.must("insurance.approveExit", { id, approve: true })).toEqual(yes);
    expect(yes.exits).toMatchObject([
      { state: "approved", requestedBy: "Awa Sissoko", approvedBy: "Personne oumou", amount: 19_200 },
    ]);
    expect((await office.must("insurance.fund", {})).find(({ planCode }) => planCode === LIFE)).toMatchObject(
      {
        committed: 19_200,
        balance: 25_000,
      },
    );
    const [due] = yes.exits[0]?.payments ?? [];
    expect(due).toMatchObject({ to: "Coulibaly Fatoumata", share: null, amount: 19_200, paidOn: null });
    const paying = payment(due?.id ?? "");
    const paid = await office.must("insurance.payExit", paying);
    expect(await office.must("insurance.payExit", paying)).toEqual(paid);
    expect(await lifeVouchers()).toMatchObject([{ amount: 19_200, direction: "out" }]);
    expect(movements(paid).slice(-2)).toEqual([
      "2027-06-15 fund -4800 → 19200",
      "2027-06-15 withdrawal -19200 → 0",
    ]);
    expect(paid).toMatchObject({ balance: 0, exits: [{ state: "paid" }], policy: { state: "active" } });
    expect(quotes(paid)).toMatchObject({ withdrawal: "insurance.policyEnded" });
    const file = await office.must("insurance.policy", { id: policyId });
    expect(file).toMatchObject({ endedOn: "2027-06-15", endReason: "withdrawal", benefits: 19_200 });
    expect((await office.must("insurance.fund", {})).find(({ planCode }) => planCode === LIFE)).toMatchObject(
      {
        committed: 0,
        balance: 5_800,
      },
    );
  });

  test("at the plan's age pays the whole account", async () => {
    const { policyId } = await saver(1970);
    await waitOver();
    const { id, account: yes } = await approved(policyId, "retirement", 24_000);
    const discharge = pdfText((await office.must("insurance.printExit", { id })).bytes);
    for (const words of ["Je soussignée, Coulibaly Fatoumata", "24 000 F CFA", "à l’âge du plan"])
      expect(discharge).toContain(words);
    const paid = await office.must("insurance.payExit", payment(yes.exits[0]?.payments[0]?.id ?? ""));
    expect(movements(paid).slice(-1)).toEqual(["2027-06-15 retirement -24000 → 0"]);
    expect(await office.must("insurance.policy", { id: policyId })).toMatchObject({
      endReason: "retirement",
    });
  });

  test("takes only the amount that the rules give, for a day that was", async () => {
    const { policyId } = await saver();
    await waitOver();
    expect(await office.ask("insurance.requestExit", request(policyId, "withdrawal", 24_000))).toMatchObject({
      refusal: { code: "insurance.amountChanged", field: "amount", values: { amount: 19_200 } },
    });
    for (const on of ["2027-06-16", "2026-11-01"])
      expect(
        await office.refused("insurance.requestExit", request(policyId, "withdrawal", 19_200, { on })),
      ).toBe(refusal("insurance.dayOutside", "on"));
    expect(await office.ask("insurance.requestExit", request(policyId, "retirement", 24_000))).toMatchObject({
      refusal: { code: "insurance.exitTooYoung", values: { age: 50 } },
    });
  });

  test("is under way once at a time: no second exit, and no contribution meanwhile", async () => {
    const { policyId } = await saver();
    await waitOver();
    const first = request(policyId, "withdrawal", 19_200);
    const asked = await office.must("insurance.requestExit", first);
    expect(await office.must("insurance.requestExit", first)).toEqual(asked);
    expect(asked.exits).toHaveLength(1);
    expect(quotes(asked)).toMatchObject({ death: "insurance.exitOpen" });
    expect(await office.refused("insurance.requestExit", request(policyId, "withdrawal", 19_200))).toBe(
      refusal("insurance.exitOpen", "policyId"),
    );
    expect(await office.refused("insurance.quoteContribution", { policyId, periods: 1 })).toBe(
      refusal("insurance.exitOpen", "policyId"),
    );
  });

  test("that was refused is over, pays nothing, and may be asked for again", async () => {
    const { policyId } = await saver();
    await waitOver();
    const id = await requested(policyId, "withdrawal", 19_200);
    const [due] = (await account(policyId)).exits[0]?.payments ?? [];
    expect(await office.refused("insurance.payExit", payment(due?.id ?? ""))).toBe(
      refusal("insurance.exitUnknown", "paymentId"),
    );
    expect(await office.refused("insurance.printExit", { id })).toBe(refusal("insurance.exitUnknown", "id"));
    const no = await office.must("insurance.approveExit", { id, approve: false });
    expect(no.exits).toMatchObject([{ state: "refused" }]);
    expect(await office.must("insurance.approveExit", { id, approve: false })).toEqual(no);
    expect(await office.refused("insurance.approveExit", { id, approve: true })).toBe(
      refusal("insurance.exitUnknown", "id"),
    );
    expect(await office.refused("insurance.payExit", payment(due?.id ?? ""))).toBe(
      refusal("insurance.exitUnknown", "paymentId"),
    );
    await requested(policyId, "withdrawal", 19_200);
    expect((await account(policyId)).exits.map(({ state }) => state)).toEqual(["refused", "requested"]);
  });

  test("is asked for by the secretary and paid by the cashier, and approved by neither", async () => {
    const { policyId } = await saver();
    await waitOver();
    await seat("secretary");
    const id = await requested(policyId, "withdrawal", 19_200);
    expect(await office.refused("insurance.approveExit", { id, approve: true })).toBe("access.forbidden");
    await backToAwa();
    const yes = await office.must("insurance.approveExit", { id, approve: true });
    await seat("cashier");
    const [due] = yes.exits[0]?.payments ?? [];
    expect(await office.refused("insurance.payExit", payment(due?.id ?? "", { method: "wave" }))).toBe(
      refusal("card.referenceMissing", "reference"),
    );
    await office.must("insurance.payExit", payment(due?.id ?? "", { method: "wave", reference: "W-1" }));
    await backToAwa();
    expect(await lifeVouchers()).toMatchObject([{ method: "wave", reference: "W-1" }]);
  });
});

describe("a death", () => {
  const heir = (name: string, relation: string, share: number) => ({
    ...{ id: v7(), name, relation, share },
    phone: "",
  });
  const HEIRS = [
    heir("Oumou Sangaré", "mère", 20),
    heir("Issa Koné", "frère", 50),
    heir("Mariam Koné", "fille", 30),
  ];

  /** On a plan without a waiting time whose benefit does not divide evenly, and on the health plan too. */
  async function insuredTwice() {
    const { terms } = await planNow(office, LIFE);
    const changes = { waitingMonths: 0, deathBenefit: 100_001 };
    const plan = { id: v7(), code: "VIE-B", name: "Prévoyance", startsOn: today() };
    await office.must("insurance.savePlan", { ...plan, terms: { ...terms, ...changes } as typeof terms });
    const { member } = await register(office, { surname: "Koné", firstNames: "Adama" });
    const life = { memberId: member.id, planCode: "VIE-B", beneficiaries: HEIRS };
    const { policyId } = await insure(office, life);
    await pay(office, policyId, 6);
    const health = await insure(office, { memberId: member.id });
    await pay(office, health.policyId, 3);
    office.clock.set("2026-12-20T08:00:00.000Z");
    await office.signIn();
    return { memberId: member.id, policyId, healthId: health.policyId };
  }

  test("pays each beneficiary her share to the franc, and closes everything when the last is paid", async () => {
    const { memberId, policyId, healthId } = await insuredTwice();
    const { account: yes } = await approved(policyId, "death", 100_001, { on: "2026-12-18" });
    const { payments } = yes.exits[0] ?? { payments: [] };
    expect(payments.map(({ to, share, amount }) => [to, share, amount])).toEqual([
      ["Issa Koné", 50, 50_001],
      ["Mariam Koné", 30, 30_000],
      ["Oumou Sangaré", 20, 20_000],
    ]);
    for (const [index, { id }] of payments.entries()) {
      const file = await office.must("insurance.policy", { id: policyId });
      expect(file.endedOn).toBe(null);
      expect((await account(policyId)).exits[0]?.state).toBe("approved");
      await office.must("insurance.payExit", payment(id, { beyondFund: true }));
      expect(await lifeVouchers()).toHaveLength(index + 1);
    }
    const closed = await account(policyId);
    expect(closed).toMatchObject({ balance: 0, exits: [{ state: "paid" }] });
    expect(movements(closed).slice(-4)).toEqual([
      "2026-12-20 fund 88001 → 100001",
      "2026-12-20 death -50001 → 50000",
      "2026-12-20 death -30000 → 20000",
      "2026-12-20 death -20000 → 0",
    ]);
    for (const id of [policyId, healthId])
      expect(await office.must("insurance.policy", { id })).toMatchObject({
        endedOn: "2026-12-18",
        endReason: "death",
        policy: { state: "ended" },
      });
    expect(await office.must("membership.readMember", { id: memberId })).toMatchObject({
      member: { leftOn: "2026-12-18", leftReason: "deceased", status: "deceased" },
    });
  });

  test("keeps the day of death that was recorded before", async () => {
    const { memberId, policyId } = await insuredTwice();
    await office.must("membership.recordDeparture", {
      id: memberId,
      on: "2026-12-17",
      reason: "deceased",
    });
    const { account: yes } = await approved(policyId, "death", 100_001, { on: "2026-12-18" });
    for (const { id } of yes.exits[0]?.payments ?? [])
      await office.must("insurance.payExit", payment(id, { beyondFund: true }));
    expect(await office.must("membership.readMember", { id: memberId })).toMatchObject({
      member: { leftOn: "2026-12-17", leftReason: "deceased" },
    });
  });

  test("takes the fund below zero with the coordinator's word only", async () => {
    const { policyId } = await insuredTwice();
    const { account: yes } = await approved(policyId, "death", 100_001, { on: "2026-12-18" });
    const [first] = yes.exits[0]?.payments ?? [];
    expect(await office.ask("insurance.payExit", payment(first?.id ?? ""))).toMatchObject({
      refusal: { code: "insurance.beyondFund", values: { balance: 13_000 } },
    });
    await seat("cashier");
    expect(await office.refused("insurance.payExit", payment(first?.id ?? "", { beyondFund: true }))).toMatch(
      /^insurance.beyondFund/,
    );
    await backToAwa();
    expect(await lifeVouchers()).toEqual([]);
    await office.must("insurance.payExit", payment(first?.id ?? "", { beyondFund: true }));
    expect(await lifeVouchers()).toMatchObject([{ amount: 50_001 }]);
  });

  test("is told to each beneficiary in a letter that says nothing of the association, with a discharge", async () => {
    await neutralName();
    const { policyId } = await insuredTwice();
    const { id } = await approved(policyId, "death", 100_001, { on: "2026-12-18" });
    const paper = await office.must("insurance.printExit", { id });
    expect(paper.fileName).toBe("KTL-A00001-sortie.pdf");
    const text = pdfText(paper.bytes);
    expect(text).not.toMatch(FORBIDDEN);
    expect(text.match(/Madame, Monsieur,/g)).toHaveLength(6);
    expect(text.match(/Je soussigné\(e\)/g)).toHaveLength(3);
    for (const { name } of HEIRS) expect(text).toContain(name);
    expect(text).toContain("50 001 F CFA");
    expect(text).toContain("cinquante mille un francs CFA");
    expect(text).toContain("survenu le 18 décembre 2026");
  });
});
