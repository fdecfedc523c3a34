import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { InputOf } from "../../../src/contract/index.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { HEALTH, insure, LIFE, pay, planNow, signInAs } from "./enrolled.ts";

type NewPlan = InputOf<"insurance.savePlan">;

async function version(office: TestOffice, changes: Partial<NewPlan> = {}): Promise<NewPlan> {
  const { terms } = await planNow(office, HEALTH);
  return {
    id: v7(),
    code: HEALTH,
    name: "Santé",
    startsOn: "2027-01-01",
    terms: { ...terms, contribution: 1_500 },
    ...changes,
  };
}

const all = (office: TestOffice) => office.must("insurance.plans", {});

const written = (office: TestOffice) => office.call.office.reader.number("SELECT count(*) FROM plan_version");

describe("the plans of an office", () => {
  test("begin with a demonstration plan of each kind, which headquarters has not confirmed", async () => {
    const office = await makeTestOffice();
    const plans = await all(office);
    expect(plans.map(({ code, confirmed, current }) => [code, confirmed, current])).toEqual([
      [HEALTH, false, true],
      [LIFE, false, true],
    ]);
    expect(plans.map(({ terms }) => terms.kind)).toEqual(["health", "life"]);
    expect(written(office)).toBe(0);
  });

  test("keep a demonstration plan as it stood when somebody was enrolled on it first", async () => {
    const office = await makeTestOffice();
    await insure(office);
    await insure(office);
    expect(written(office)).toBe(1);
    const plans = await all(office);
    expect(plans).toHaveLength(2);
    expect(plans[0]).toMatchObject({ code: HEALTH, policies: 2, office: "KTL", confirmed: false });
  });

  test("take a new version that begins on a day to come, and the one before holds until then", async () => {
    const office = await makeTestOffice();
    const about = await version(office);
    const saved = await office.must("insurance.savePlan", about);
    expect(saved).toMatchObject({ startsOn: "2027-01-01", confirmed: false, current: false });
    expect(await office.must("insurance.savePlan", about)).toEqual(saved);
    const { file } = await insure(office);
    expect(file.schedule.map(({ from, amount }) => [from, amount]).slice(0, 3)).toEqual([
      ["2026-11-23", 1_000],
      ["2026-12-23", 1_000],
      ["2027-01-23", 1_500],
    ]);
    office.clock.set("2027-01-01T09:00:00.000Z");
    await office.signIn();
    expect((await planNow(office, HEALTH)).terms.contribution).toBe(1_500);
  });

  test("let a version be changed until it begins, and never after", async () => {
    const office = await makeTestOffice();
    const about = await version(office);
    await office.must("insurance.savePlan", about);
    const changed = { ...about, name: "Santé et famille", startsOn: "2027-02-01" };
    expect(await office.must("insurance.savePlan", changed)).toMatchObject({
      id: about.id,
      name: "Santé et famille",
      startsOn: "2027-02-01",
    });
    office.clock.set("2027-02-01T09:00:00.000Z");
    await office.signIn();
    expect(await office.refused("insurance.savePlan", { ...changed, name: "Santé" })).toBe(
      refusal("insurance.planStarted", "startsOn"),
    );
    expect(
      await office.refused("insurance.savePlan", await version(office, { startsOn: "2027-02-01" })),
    ).toBe(refusal("insurance.planStarted", "startsOn"));
  });

  test("refuse a code of the other kind, and take a new code from today on", async () => {
    const office = await makeTestOffice();
    expect(await office.refused("insurance.savePlan", await version(office, { code: LIFE }))).toBe(
      refusal("insurance.planKind", "code"),
    );
    const fresh = await version(office, { code: "MARCHE", startsOn: "2026-11-23" });
    expect(await office.must("insurance.savePlan", fresh)).toMatchObject({ code: "MARCHE", current: true });
  });

  test("are changed by the coordinator alone", async () => {
    const office = await makeTestOffice();
    const about = await version(office);
    await signInAs(office, "secretary");
    expect(await office.refused("insurance.savePlan", about)).toBe(refusal("access.forbidden"));
    await office.signIn();
  });
});

describe("headquarters' plans", () => {
  test("come with its answer, win from their first day on, and are not changed at an antenna", async () => {
    const hq = await makeHeadquarters();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    await koutiala.must(
      "insurance.savePlan",
      await version(koutiala, { name: "À nous", startsOn: "2027-03-01" }),
    );
    const { policyId } = await insure(koutiala);
    await pay(koutiala, policyId);
    const { terms } = await planNow(hq, HEALTH);
    const about = { id: v7(), code: HEALTH, name: "Santé du siège", startsOn: "2027-01-01" };
    const saved = await hq.must("insurance.savePlan", { ...about, terms: { ...terms, contribution: 2_000 } });
    expect(saved.confirmed).toBe(true);
    await receive(hq, await send(koutiala));
    await answerTo(hq, koutiala);
    const plans = (await all(koutiala)).filter(({ code }) => code === HEALTH);
    expect(plans.map(({ office, startsOn, confirmed }) => [office, startsOn, confirmed])).toEqual([
      ["KTL", "2026-01-01", false],
      ["BKO", "2027-01-01", true],
    ]);
    expect(
      await koutiala.refused("insurance.savePlan", await version(koutiala, { startsOn: "2027-06-01" })),
    ).toBe(refusal("insurance.planOfHeadquarters", "code"));
    const ahead = await koutiala.must("insurance.quoteContribution", { policyId, periods: 2 });
    expect(ahead.periods.map(({ from, amount }) => [from, amount])).toEqual([
      ["2026-12-23", 1_000],
      ["2027-01-23", 2_000],
    ]);
    // A second answer takes the place of the first.
    await hq.must("insurance.savePlan", { ...about, terms: { ...terms, contribution: 1_800 } });
    await answerTo(hq, koutiala);
    const again = await koutiala.must("insurance.quoteContribution", { policyId, periods: 2 });
    expect(again.amount).toBe(2_800);
  });
});
