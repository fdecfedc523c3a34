import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { makeHeadquarters } from "../../support/roundTrip.ts";
import {
  checked,
  decide,
  decided,
  details,
  type Insured,
  line,
  makeInsured,
  makePlan,
  seat,
  submit,
} from "./insured.ts";

let office: TestOffice;
let her: Insured;
beforeEach(async () => {
  office = await makeTestOffice();
  makePlan(office);
  her = await makeInsured(office);
});

describe("a decision", () => {
  test("keeps what each line is paid and which rule took off each franc", async () => {
    const lines = [
      line(),
      line({ category: "medicines", asked: 18_000 }),
      line({ category: "other", act: "COSMETIQUE", asked: 700 }),
    ];
    // Above the second person's amount: what was asked counts, not what is granted.
    makePlan(office, { secondPersonFrom: null }, { startsOn: "2026-11-01" });
    const first = await decided(office, her, { lines: [line({ category: "medicines", asked: 6_000 })] });
    expect(first).toMatchObject({ claim: { outcome: "accepted", granted: 3_000 } });
    const second = await decided(office, her, { lines, receiptNumber: "R-2", careOn: "2026-11-12" });
    expect(second.claim).toMatchObject({
      state: "decided",
      outcome: "reduced",
      asked: 23_700,
      granted: 11_000,
    });
    expect(second.decidedOn).toBe("2026-11-23");
    expect(
      second.lines.map(({ paid, cuts }) => [paid, cuts.map(({ rule, amount }) => `${rule} ${amount}`)]),
    ).toEqual([
      [4_000, ["rate 1000"]],
      [7_000, ["rate 9000", "ceilingPerCategory 2000"]],
      [0, ["excluded 700"]],
    ]);
    expect(await office.must("insurance.claim", { id: second.claim.id })).toEqual(second);
  });

  test("stays what it was when later ones change what the rules would give", async () => {
    const first = await decided(office, her, { lines: [line({ category: "medicines", asked: 16_000 })] });
    await decided(office, her, {
      lines: [line({ category: "medicines", asked: 9_000 })],
      receiptNumber: "R-2",
    });
    expect(await office.must("insurance.claim", { id: first.claim.id })).toEqual(first);
  });

  test("goes by the plan's version of the day of care, and by what was paid by that day", async () => {
    makePlan(office, { waitingMonths: 0, lapseMonths: 0 }, { startsOn: "2026-12-01" });
    const late = await makeInsured(office, { months: 2, surname: "Keïta" });
    const claim = await submit(office, late, { careOn: "2026-03-20" });
    expect(claim.lines[0]?.cuts).toEqual([
      { rule: "notCovered", amount: 5_000, values: { state: "suspended" } },
    ]);
    const waiting = await submit(office, late, { careOn: "2026-01-31" });
    expect(waiting.lines[0]?.cuts[0]).toMatchObject({ rule: "waiting", values: { until: "2026-01-31" } });
    expect((await submit(office, late, { careOn: "2026-02-01" })).computed.granted).toBe(4_000);
  });

  test("is refused when the rules give another amount than the screen showed", async () => {
    const seen = await checked(office, her, { lines: [line({ category: "medicines", asked: 18_000 })] });
    await decided(office, her, {
      lines: [line({ category: "medicines", asked: 9_000 })],
      receiptNumber: "R-2",
    });
    const decision = { id: seen.claim.id, decision: "asComputed", note: "" } as const;
    expect(seen.computed.granted).toBe(9_000);
    const refused = await office.ask("insurance.decideClaim", { ...decision, granted: 9_000 });
    expect(refused).toMatchObject({
      refusal: { code: "insurance.amountChanged", field: "granted", values: { amount: 5_500 } },
    });
    await office.must("insurance.decideClaim", { ...decision, granted: 5_500 });
  });

  test("taken twice by a double click is one; another one comes too late", async () => {
    const file = await decided(office, her);
    expect(await decide(office, file)).toEqual(file);
    const reject = { id: file.claim.id, decision: "reject", note: "Doublon", granted: 0 } as const;
    expect(await office.refused("insurance.decideClaim", reject)).toBe(refusal("claim.notNow"));
  });
});

describe("a rejection", () => {
  test("needs its reason, pays nothing, and is closed without a payment", async () => {
    const { claim } = await checked(office, her);
    const reject = { id: claim.id, decision: "reject", note: "", granted: 4_000 } as const;
    expect(await office.refused("insurance.decideClaim", reject)).toBe(refusal("claim.noteMissing", "note"));
    const note = "Reçu illisible";
    const rejected = await office.must("insurance.decideClaim", { ...reject, note });
    expect(rejected).toMatchObject({
      claim: { state: "decided", outcome: "rejected", granted: 0 },
      decisionNote: note,
    });
    expect(rejected.lines[0]?.cuts).toEqual([
      { rule: "rate", amount: 1_000, values: { rate: 80 } },
      { rule: "decision", amount: 4_000, values: {} },
    ]);
    expect(await office.must("insurance.decideClaim", { ...reject, note })).toEqual(rejected);
    expect(await office.must("insurance.claimsToPay", {})).toEqual([]);
    expect((await office.must("insurance.closeClaim", { id: claim.id })).claim).toMatchObject({
      state: "closed",
      outcome: "rejected",
    });
  });

  test("leaves the care to be claimed again: nothing was paid for it", async () => {
    const { claim } = await checked(office, her);
    await office.must("insurance.decideClaim", {
      id: claim.id,
      decision: "reject",
      note: "Illisible",
      granted: 0,
    });
    expect((await submit(office, her)).computed.granted).toBe(4_000);
  });
});

describe("amounts from which others decide", () => {
  const large = { lines: [line({ category: "hospital", asked: 20_000 })] };

  test("from the first on, who entered a claim or changed its lines does not decide on it", async () => {
    const worker = await office.addPerson("healthWorker");
    const boss = await office.addPerson("coordinator", "binta");
    await seat(office, worker);
    const draft = await office.must("insurance.saveClaim", {
      id: her.childId.replace(/^./, "e"),
      details: details(her, large),
      submit: false,
    });
    expect(draft).toMatchObject({ decides: "secondPerson", enteredBy: "Personne healthworker" });
    await seat(office);
    const { id } = draft.claim;
    const changed = draft.details.lines.map((one) => ({ ...one, asked: 25_000 }));
    await office.must("insurance.saveClaim", {
      id,
      details: { ...draft.details, lines: changed },
      submit: true,
    });
    await office.must("insurance.checkClaim", { id });
    const decision = { id, decision: "asComputed", note: "", granted: 17_500 } as const;
    expect(await office.refused("insurance.decideClaim", decision)).toBe(refusal("insurance.samePerson"));
    await seat(office, boss);
    expect((await office.must("insurance.decideClaim", decision)).claim.state).toBe("decided");
  });

  test("one franc below, the same person may", async () => {
    const lines = [line({ category: "hospital", asked: 19_999 })];
    expect((await decided(office, her, { lines })).claim.granted).toBe(13_999);
  });

  test("from the second on the claim is referred, and nobody decides on it in an antenna", async () => {
    const lines = [line({ category: "hospital", asked: 50_000 })];
    const file = await checked(office, her, { lines });
    const referred = await decide(office, file);
    expect(referred).toMatchObject({
      decides: "headquarters",
      claim: { state: "referred", outcome: null, granted: null },
    });
    const decision = { id: file.claim.id, decision: "reject", note: "Non", granted: 0 } as const;
    expect(await office.refused("insurance.decideClaim", decision)).toBe(
      refusal("claim.headquartersDecides"),
    );
    expect(await office.refused("insurance.closeClaim", { id: file.claim.id })).toBe(refusal("claim.notNow"));
  });
});

test("headquarters decides on its own branch's large claims, by another person than who entered them", async () => {
  const hq = await makeHeadquarters();
  makePlan(hq);
  const insured = await makeInsured(hq);
  const lines = [line({ category: "hospital", asked: 60_000 })];
  const file = await checked(hq, insured, { lines });
  const decision = { id: file.claim.id, decision: "asComputed", note: "", granted: 42_000 } as const;
  expect(await hq.refused("insurance.decideClaim", decision)).toBe(refusal("insurance.samePerson"));
  await seat(hq, await hq.addPerson("coordinator", "binta"));
  expect((await hq.must("insurance.decideClaim", decision)).claim).toMatchObject({ state: "decided" });
});

test("a person without the permission decides nothing", async () => {
  const { claim } = await checked(office, her);
  await seat(office, await office.addPerson("secretary"));
  const decision = { id: claim.id, decision: "asComputed", note: "", granted: 4_000 } as const;
  expect(await office.refused("insurance.decideClaim", decision)).toBe(refusal("access.forbidden"));
});
