import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { refusal, type TestOffice } from "../../support/office.ts";
import { answerTo, KOUTIALA, MOPTI, makeEnrolled, receive, send } from "../../support/roundTrip.ts";
import { NO_FILTER, register } from "../../support/women.ts";
import { addColleague, makeSiege, tiersAtSignIn } from "../headquarters/siege.ts";
import { columnOf, figuresOf, live, on, recordsOf, sellCard, wholeOf } from "./lived.ts";

/** Headquarters with what an office sent that has lived, and an auditor who was given only these tiers. */
async function audited(withdrawn: readonly ("identity" | "finance" | "health")[]) {
  const hq = await makeSiege();
  const koutiala = await makeEnrolled(hq, KOUTIALA);
  await live(koutiala);
  await receive(hq, await send(koutiala));
  const auditor = await addColleague(hq, "auditor", "kadia");
  for (const tier of withdrawn) await hq.must("headquarters.withdrawTier", { userId: auditor.id, tier });
  await tiersAtSignIn(hq, auditor);
  return { hq };
}

describe("who does not hold a tier", () => {
  test("gets nothing of it, and is told so; of the own register she sees what her role may", async () => {
    const { hq } = await audited(["health"]);
    const table = await figuresOf(hq, { office: "KTL" });
    const codes = table.rows.map(({ code }) => code);
    for (const { code, tier } of INDICATORS) {
      if (tier === "health") expect(table.omitted).toContainEqual({ code, why: "tier" });
      expect(codes.includes(code), code).toBe(tier !== "health");
    }
    const asked = { code: "insurance.claims", period: "2026-11", by: null, key: "", offset: 0, limit: 10 };
    expect(await hq.refused("reporting.records", { ...asked, office: "KTL" })).toBe(
      refusal("headquarters.noTier", "code"),
    );
    expect(await wholeOf(hq)).toMatchObject({ "insurance.claims": 0 });
    await hq.signIn();
  });

  test("gets no ages and no link to a member without identities", async () => {
    const { hq } = await audited(["identity"]);
    const ages = await figuresOf(hq, { office: "KTL", by: "ageBand" });
    expect(ages.rows).toEqual([]);
    expect(ages.omitted).toContainEqual({ code: "insurance.claims", why: "tier" });
    const checkups = await recordsOf(hq, { code: "insurance.checkups", office: "KTL", period: "2026" });
    expect(checkups.rows.map(({ label, link }) => [label, link])).toEqual([
      ["", null],
      ["", null],
    ]);
    await hq.signIn();
  });

  test("sees by the cards who is up to date, where what was paid is closed to her", async () => {
    const { hq } = await audited(["finance"]);
    const current = await hq.must("membership.listMembers", {
      filter: { ...NO_FILTER, statuses: ["current"], office: "KTL" },
      ...{ sort: "name", descending: false, offset: 0, limit: 10 },
    });
    // The card of the sale that was taken back is not known to be worth nothing: so the list has it.
    expect(current.total).toBe(4);
    expect((await wholeOf(hq, { office: "KTL" }))["members.upToDate"]).toBe(4);
    await hq.signIn();
  });
});

describe("a woman who goes to another office", () => {
  async function gone(): Promise<{ hq: TestOffice; koutiala: TestOffice; mopti: TestOffice }> {
    const hq = await makeSiege();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    const mopti = await makeEnrolled(hq, MOPTI);
    await on(koutiala, "2026-10-15");
    const { member } = await register(koutiala, { joinedOn: "2026-10-01" });
    await sellCard(koutiala, member.id);
    await register(koutiala, { surname: "Restée", joinedOn: "2026-10-01" });
    await on(koutiala, "2026-11-23");
    await receive(hq, await send(koutiala), await send(mopti));
    await hq.must("headquarters.transfer", { id: v7(), memberId: member.id, to: "MPT", mergeInto: null });
    await answerTo(hq, koutiala);
    await receive(hq, await send(koutiala));
    await answerTo(hq, mopti);
    await receive(hq, await send(mopti));
    return { hq, koutiala, mopti };
  }

  test("left the one and is the other’s; her card’s money stays where it was taken", async () => {
    const { hq, koutiala, mopti } = await gone();
    expect(await wholeOf(koutiala)).toMatchObject({
      ...{ "members.registered": 1, "members.upToDate": 0, "members.left": 1 },
    });
    expect(await wholeOf(koutiala, { period: "2026-10" })).toMatchObject({
      ...{ "members.registered": 2, "members.upToDate": 1, "cards.sold": 1, "cards.income": 2_500 },
    });
    const left = await figuresOf(koutiala, { codes: ["members.left"], by: "group" });
    expect(columnOf(left)["members.left transferred"]).toBe(1);
    expect(await wholeOf(mopti)).toMatchObject({
      ...{ "members.registered": 1, "members.upToDate": 1, "members.left": 0, "cards.sold": 0 },
    });
    const october = await figuresOf(hq, { office: "all", by: "office", period: "2026-10" });
    expect(columnOf(october)).toMatchObject({
      ...{ "members.registered": 2, "cards.sold": 1, "cards.sold KTL": 1, "cards.sold MPT": 0 },
      ...{ "cards.income KTL": 2_500, "members.upToDate": 1 },
    });
    const now = columnOf(await figuresOf(hq, { office: "all", by: "office" }));
    expect(now).toMatchObject({ "members.registered KTL": 1, "members.registered MPT": 1 });
  });
});
