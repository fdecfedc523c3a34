import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { newDetails, register } from "../../support/women.ts";
import { type Enrolment, enrolment, HEALTH, insure, LIFE, pay, scheduleWords, signInAs } from "./enrolled.ts";

let office: TestOffice;
let memberId: string;
beforeEach(async () => {
  office = await makeTestOffice();
  memberId = (await register(office)).member.id;
});

const vouchers = () =>
  office.must("cashbook.listVouchers", { from: "2020-01-01", to: "2035-12-31", offset: 0, limit: 500 });

async function refused(changes: Partial<Enrolment>): Promise<string> {
  return office.refused("insurance.enrol", await enrolment(office, memberId, changes));
}

const child = (name: string, birthOn: string | null) => ({ id: v7(), name, birthOn });
const heir = (name: string, share: number) => ({ id: v7(), name, relation: "sœur", phone: "", share });

const list = (changes: object = {}) =>
  office.must("insurance.policies", {
    ...{ text: "", states: [], planCode: null, offset: 0, limit: 100 },
    ...changes,
  });

describe("enrolling a member", () => {
  test("makes a numbered policy, with its children and a voucher for the fee", async () => {
    const children = [child("Moussa", "2018-04-02"), child("Awa", null)];
    const { file } = await insure(office, { memberId, children });
    expect(file.policy).toMatchObject({
      number: "KTL-A00001",
      office: "KTL",
      memberId,
      planCode: HEALTH,
      kind: "health",
      state: "pending",
      paidUntil: null,
      overdue: 1_000,
      lateDays: 0,
    });
    expect(file.children.map(({ name }) => name).sort()).toEqual(["Awa", "Moussa"]);
    expect(scheduleWords(file).slice(0, 2)).toEqual(["2026-11-23 due 1000", "2026-12-23 coming 1000"]);
    expect(file.waitingUntil).toBe(null);
    const { rows } = await vouchers();
    expect(rows).toMatchObject([{ account: "healthRegistration", amount: 1_000, direction: "in", memberId }]);
  });

  test("twice by the same request makes one policy and takes the fee once", async () => {
    const about = await enrolment(office, memberId);
    const first = await office.must("insurance.enrol", about);
    expect(await office.must("insurance.enrol", about)).toEqual(first);
    expect((await vouchers()).total).toBe(1);
    expect((await list()).total).toBe(1);
  });

  test("takes no voucher where a plan asks no fee", async () => {
    const [plan] = await office.must("insurance.plans", {});
    if (plan === undefined) throw new Error("no plan");
    const terms = { ...plan.terms, registrationFee: 0 };
    const about = { id: v7(), code: "SANS-FRAIS", name: "Sans frais", startsOn: "2026-11-23", terms };
    await office.must("insurance.savePlan", about);
    await insure(office, { memberId, planCode: "SANS-FRAIS", method: "wave" });
    expect((await vouchers()).total).toBe(0);
  });

  test("refuses another running policy of the plan, until the first has ended", async () => {
    const { policyId } = await insure(office, { memberId });
    expect(await refused({})).toBe(refusal("insurance.alreadyInsured", "planCode"));
    expect((await insure(office, { memberId, planCode: LIFE })).file.policy.number).toBe("KTL-A00002");
    const cancelling = {
      id: v7(),
      policyId,
      on: "2026-11-23",
      refund: 0,
      method: "cash",
      reference: "",
    } as const;
    await office.must("insurance.cancelPolicy", cancelling);
    expect(await refused({})).toBe(refusal("insurance.alreadyInsured", "planCode"));
    await insure(office, { memberId, effectiveOn: "2026-11-24" });
  });

  test("refuses a day before today, an unknown plan, and a fee that is not the plan's", async () => {
    expect(await refused({ effectiveOn: "2026-11-22" })).toBe(
      refusal("insurance.effectiveTooEarly", "effectiveOn"),
    );
    const about = await enrolment(office, memberId);
    expect(await office.refused("insurance.enrol", { ...about, planCode: "AUTRE" })).toBe(
      refusal("insurance.planUnknown", "planCode"),
    );
    expect(await office.ask("insurance.enrol", { ...about, fee: 500 })).toMatchObject({
      refusal: { code: "insurance.amountChanged", field: "fee", values: { amount: 1_000 } },
    });
    expect(await refused({ method: "wave" })).toBe(refusal("card.referenceMissing", "reference"));
  });

  test("refuses a member who left, whom nobody knows, or who was erased", async () => {
    await office.must("membership.recordDeparture", { id: memberId, on: "2026-11-20", reason: "moved" });
    expect(await refused({})).toBe(refusal("insurance.memberLeft", "memberId"));
    expect(await refused({ memberId: v7() })).toBe(refusal("member.notFound", "memberId"));
  });

  test("refuses children past the plan's age, not born yet, or on a plan that insures none", async () => {
    expect(await refused({ children: [child("Issa", "2008-11-23")] })).toBe(
      refusal("insurance.childTooOld", "children"),
    );
    expect(await refused({ children: [child("Issa", "2026-11-24")] })).toBe(
      refusal("insurance.dayOutside", "children"),
    );
    expect(await refused({ planCode: LIFE, children: [child("Issa", null)] })).toBe(
      refusal("insurance.noChildren", "children"),
    );
  });

  test("asks for whom the life fund pays, for 100 % together, and for nobody else", async () => {
    expect(await refused({ planCode: LIFE, beneficiaries: [] })).toBe(
      refusal("insurance.beneficiaryMissing", "beneficiaries"),
    );
    expect(await refused({ planCode: LIFE, beneficiaries: [heir("Oumou", 60), heir("Issa", 39)] })).toBe(
      refusal("insurance.sharesWrong", "beneficiaries"),
    );
    expect(await refused({ beneficiaries: [heir("Oumou", 100)] })).toBe(
      refusal("insurance.notLife", "beneficiaries"),
    );
  });
});

describe("the people of a policy", () => {
  test("are saved as they are from today on; who is left out stays on record", async () => {
    const moussa = child("Moussa", "2018-04-02");
    const { policyId } = await insure(office, { memberId, children: [moussa] });
    const awa = child("Awa", "2020-01-01");
    const saved = await office.must("insurance.saveChildren", {
      policyId,
      children: [{ ...moussa, name: "Moussa Sidi" }, awa],
    });
    expect(saved.children.map(({ name }) => name)).toEqual(["Moussa Sidi", "Awa"]);
    const less = await office.must("insurance.saveChildren", { policyId, children: [awa] });
    expect(less.children).toEqual([awa]);
    const { reader } = office.call.office;
    expect(reader.get("SELECT removed_on FROM insured_child WHERE id = @id", { id: moussa.id })).toEqual({
      removed_on: "2026-11-23",
    });
    expect(
      await office.refused("insurance.saveChildren", { policyId, children: [child("Vieux", "2001-01-01")] }),
    ).toBe(refusal("insurance.childTooOld", "children"));
    const other = await insure(office);
    expect(
      await office.refused("insurance.saveChildren", { policyId: other.policyId, children: [awa] }),
    ).toBe(refusal("request.invalid", "children"));
  });

  test("leave a child who grew too old where she is when another one is added", async () => {
    const old = child("Salif", "2009-01-15");
    const { policyId } = await insure(office, { memberId, children: [old] });
    office.clock.set("2027-02-01T09:00:00.000Z");
    await office.signIn();
    const children = [old, child("Awa", "2020-01-01")];
    expect((await office.must("insurance.saveChildren", { policyId, children })).children).toHaveLength(2);
  });

  test("change for the life fund by new records, the same request doing it once", async () => {
    const oumou = heir("Oumou", 100);
    const { policyId } = await insure(office, { memberId, planCode: LIFE, beneficiaries: [oumou] });
    const beneficiaries = [{ ...oumou, share: 70 }, heir("Issa", 30)];
    const saved = await office.must("insurance.saveBeneficiaries", { policyId, beneficiaries });
    expect(saved.beneficiaries.map(({ name, share }) => [name, share])).toEqual([
      ["Oumou", 70],
      ["Issa", 30],
    ]);
    expect(await office.must("insurance.saveBeneficiaries", { policyId, beneficiaries })).toEqual(saved);
    const { reader } = office.call.office;
    expect(reader.number("SELECT count(*) FROM beneficiary")).toBe(3);
    expect(
      await office.refused("insurance.saveBeneficiaries", { policyId, beneficiaries: [heir("Issa", 99)] }),
    ).toBe(refusal("insurance.sharesWrong", "beneficiaries"));
    const health = await insure(office);
    expect(
      await office.refused("insurance.saveBeneficiaries", { policyId: health.policyId, beneficiaries }),
    ).toBe(refusal("insurance.notLife", "policyId"));
  });
});

describe("the list of policies", () => {
  test("finds by name, number and state, and shows one page of it", async () => {
    const first = await insure(office, { memberId });
    await pay(office, first.policyId);
    const other = (await register(office, { surname: "Traoré", firstNames: "Kadidia" })).member.id;
    await insure(office, { memberId: other });
    const names = async (changes: object) => (await list(changes)).rows.map(({ surname }) => surname);
    expect(await names({})).toEqual(["Coulibaly", "Traoré"]);
    expect(await names({ text: "traore kadi" })).toEqual(["Traoré"]);
    expect(await names({ text: "KTL-A00001" })).toEqual(["Coulibaly"]);
    expect(await names({ states: ["active"] })).toEqual(["Coulibaly"]);
    expect(await names({ planCode: LIFE })).toEqual([]);
    expect(await list({ offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ surname: "Traoré" }] });
    const [mine] = await office.must("insurance.memberPolicies", { memberId });
    expect(mine?.policy).toMatchObject({ id: first.policyId, state: "active" });
    expect(await office.refused("insurance.policy", { id: v7() })).toBe(
      refusal("insurance.policyUnknown", "id"),
    );
    expect(
      await office.refused("insurance.policies", {
        ...{ text: "", states: [], planCode: null },
        office: "all",
        offset: 0,
        limit: 1,
      }),
    ).toBe(refusal("headquarters.notHere", "office"));
  });

  test("hides from the cashier that there are claims at all", async () => {
    const { policyId } = await insure(office, { memberId });
    await signInAs(office, "cashier");
    expect((await office.must("insurance.policy", { id: policyId })).claims).toEqual([]);
    expect(await office.refused("insurance.saveChildren", { policyId, children: [] })).toBe(
      refusal("access.forbidden"),
    );
    await office.signIn();
  });

  test("keeps the policy with the record that stays when two records of one woman are merged", async () => {
    const { policyId } = await insure(office, { memberId });
    const twin = await office.must("membership.registerMember", {
      id: v7(),
      details: newDetails({ phone: "76 12 34 56" }),
      confirmedNotDuplicate: true,
    });
    await office.must("membership.mergeMembers", { keepId: twin.member.id, mergeId: memberId });
    const { policy } = (await pay(office, policyId)).file;
    expect(policy).toMatchObject({ memberId: twin.member.id, memberNumber: twin.member.number });
  });
});
