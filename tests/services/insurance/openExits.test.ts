import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { OpenExit } from "../../../src/contract/insurancePolicies.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { insure, LIFE, pay, signInAs } from "./enrolled.ts";
import { seat } from "./insured.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const HEIRS = [
  { id: v7(), name: "Oumou Sangaré", relation: "sœur", phone: "", share: 60 },
  { id: v7(), name: "Salif Sangaré", relation: "fils", phone: "", share: 40 },
];

/** A woman who paid into the fund and has died; somebody asked for what her beneficiaries get. */
async function requested(surname: string) {
  const { member } = await register(office, { surname });
  const { policyId } = await insure(office, {
    ...{ memberId: member.id, planCode: LIFE },
    beneficiaries: HEIRS.map((heir) => ({ ...heir, id: v7() })),
  });
  await pay(office, policyId, 2);
  const { quotes } = await office.must("insurance.lifeAccount", { id: policyId });
  const amount = quotes.find(({ kind }) => kind === "death")?.amount ?? 0;
  const id = v7();
  await office.must("insurance.requestExit", { id, policyId, kind: "death", on: "2026-11-23", amount });
  return { id, policyId, amount, number: member.number };
}

const words = (exits: OpenExit[]) => exits.map(({ surname, state, left }) => `${surname} ${state} ${left}`);
const open = () => office.must("insurance.openExits", {});

describe("exits from the fund that are open", () => {
  test("are none while nobody asked for one", async () => {
    await insure(office, { planCode: LIFE });
    expect(await open()).toEqual([]);
  });

  test("tell whose they are, who asked, and what is left until the last part is paid", async () => {
    const first = await requested("Diarra");
    const second = await requested("Keïta");
    expect(await open()).toEqual([
      {
        ...{ policyId: first.policyId, exitId: first.id, kind: "death", on: "2026-11-23" },
        ...{ amount: 4_000, left: 4_000, state: "requested", planCode: LIFE },
        ...{ memberNumber: first.number, surname: "Diarra", firstNames: "Fatoumata" },
        requestedBy: "Awa Sissoko",
      },
      expect.objectContaining({ exitId: second.id, surname: "Keïta" }),
    ]);
    await seat(office, await office.addPerson("coordinator", "oumou"));
    await office.must("insurance.approveExit", { id: second.id, approve: false });
    const { exits } = await office.must("insurance.approveExit", { id: first.id, approve: true });
    expect(words(await open())).toEqual(["Diarra approved 4000"]);
    const left = ["Diarra approved 1600"];
    for (const { id: paymentId } of exits[0]?.payments ?? []) {
      await office.must("insurance.payExit", {
        ...{ id: v7(), paymentId, beyondFund: true },
        ...{ method: "cash", reference: "" },
      });
      expect(words(await open())).toEqual(left.splice(0));
    }
  });

  test("are told to the cashier, who pays them, and not to a health worker", async () => {
    await requested("Diarra");
    await signInAs(office, "cashier");
    expect(words(await open())).toEqual(["Diarra requested 4000"]);
    await signInAs(office, "healthWorker");
    expect(await office.refused("insurance.openExits", {})).toMatch(/^access\./);
  });
});
