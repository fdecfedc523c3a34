import { readFileSync } from "node:fs";
import { v7 } from "uuid";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ClaimFile } from "../../../src/contract/insuranceClaims.ts";
import { refusal, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import {
  answerTo,
  enrol,
  KOUTIALA,
  MOPTI,
  makeAntenna,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { addColleague } from "../headquarters/siege.ts";
import { Headquarters, leaveNoFolders } from "../sync/headquarters.ts";
import { exportTo, makeJoined } from "../sync/joined.ts";
import {
  checked,
  decide,
  decided,
  type Insured,
  line,
  makeInsured,
  makePlan,
  PLAN,
  pay,
  seat,
} from "./insured.ts";

afterAll(leaveNoFolders);

let hq: TestOffice;
let office: TestOffice;
let her: Insured;
beforeEach(async () => {
  hq = await makeHeadquarters();
  office = await makeAntenna(KOUTIALA);
  await enrol(hq, office, KOUTIALA);
  makePlan(office, { ceilingPerYear: { ...ceilings(), hospital: 40_000 } });
  her = await makeInsured(office);
});

function ceilings() {
  return {
    ...{ consultation: null, medicines: null, tests: null, maternity: null, minorSurgery: null },
    ...{ hospital: null, dental: null, optical: null, other: null },
  };
}

const LARGE = {
  lines: [line({ category: "hospital", asked: 45_001 }), line({ asked: 5_000, words: "Soinsecret" })],
};

/** A claim that the office referred, and its stick. */
async function referred(changes: Parameters<typeof checked>[2] = {}): Promise<ClaimFile> {
  const lines = LARGE.lines.map((one, index) => ({
    ...one,
    id: `0191c8a4-0000-7000-8000-00000000000${index}`,
  }));
  const file = await decide(office, await checked(office, her, { lines, ...changes }));
  await receive(hq, await send(office));
  return file;
}

const waiting = async (of: TestOffice) =>
  (await of.must("insurance.claims", { states: ["referred"], office: "all", offset: 0, limit: 10 })).rows;

describe("a claim that headquarters decides", () => {
  test("is judged there to the same francs, and decided in its office by the answer", async () => {
    const here = await referred();
    const { id } = here.claim;
    expect(await waiting(hq)).toMatchObject([{ id, office: "KTL", surname: "Traoré", planCode: PLAN }]);
    const there = await hq.must("insurance.claim", { id });
    expect(there.computed).toEqual(here.computed);
    expect(there.lines.map(({ paid, cuts }) => [paid, cuts])).toEqual(
      here.lines.map(({ paid, cuts }) => [paid, cuts]),
    );
    const ruled = await decide(hq, there);
    expect(ruled.claim).toMatchObject({ state: "decided", granted: 35_500, outcome: "accepted" });
    expect(await waiting(hq)).toEqual([]);
    expect((await office.must("insurance.claim", { id })).claim.state).toBe("referred");

    await answerTo(hq, office);
    const back = await office.must("insurance.claim", { id });
    expect(back).toMatchObject({
      claim: { state: "decided", outcome: "accepted", granted: 35_500 },
      decidedOn: "2026-11-23",
    });
    expect(back.lines).toEqual(here.lines);
    await answerTo(hq, office);
    expect(await office.must("insurance.claim", { id })).toEqual(back);
    expect((await pay(office, id, 20_000)).ok).toBe(true);

    await receive(hq, await send(office));
    expect((await hq.must("insurance.claim", { id })).claim).toEqual({ ...back.claim, paid: 20_000 });
  });

  test("once, whoever clicks twice; another word comes too late", async () => {
    const { claim } = await referred();
    const there = await hq.must("insurance.claim", { id: claim.id });
    const changed = { id: claim.id, decision: "asComputed", note: "", granted: 1 } as const;
    expect(await hq.refused("insurance.decideClaim", changed)).toBe(
      refusal("insurance.amountChanged", "granted"),
    );
    const ruled = await decide(hq, there);
    expect(await decide(hq, there)).toEqual(ruled);
    const reject = { id: claim.id, decision: "reject", note: "Non", granted: 0 } as const;
    expect(await hq.refused("insurance.decideClaim", reject)).toBe(refusal("claim.notNow"));
  });

  test("may be rejected, with the reason for the office's decision slip", async () => {
    const { claim } = await referred();
    const reject = { id: claim.id, decision: "reject", note: "Séjour non médical", granted: 0 } as const;
    await hq.must("insurance.decideClaim", reject);
    await answerTo(hq, office);
    const back = await office.must("insurance.claim", { id: claim.id });
    expect(back).toMatchObject({
      claim: { state: "decided", outcome: "rejected", granted: 0 },
      decisionNote: "Séjour non médical",
    });
    for (const { asked, paid, cuts } of back.lines)
      expect(paid + cuts.reduce((sum, { amount }) => sum + amount, 0)).toBe(asked);
    expect((await office.must("insurance.closeClaim", { id: claim.id })).claim.state).toBe("closed");
  });

  test("is granted as headquarters says, where the office paid something else meanwhile", async () => {
    const { claim } = await referred();
    await decided(office, her, {
      lines: [line({ category: "hospital", asked: 15_000 })],
      receiptNumber: "R-2",
    });
    expect((await office.must("insurance.claim", { id: claim.id })).computed.granted).toBe(33_500);
    await decide(hq, await hq.must("insurance.claim", { id: claim.id }));
    await answerTo(hq, office);
    const back = await office.must("insurance.claim", { id: claim.id });
    expect(back.claim.granted).toBe(35_500);
    expect(back.lines.map(({ paid }) => paid)).toEqual([31_500, 4_000]);
    for (const { asked, paid, cuts } of back.lines)
      expect(paid + cuts.reduce((sum, { amount }) => sum + amount, 0)).toBe(asked);
  });

  test("goes by the plan that headquarters confirmed, which the same answer brings", async () => {
    const { claim } = await referred();
    makePlan(hq, { rates: { ...RATES, hospital: 50 } }, { startsOn: "2026-01-01" });
    const there = await hq.must("insurance.claim", { id: claim.id });
    expect(there.computed.granted).toBe(22_500 + 4_000);
    await decide(hq, there);
    await answerTo(hq, office);
    const back = await office.must("insurance.claim", { id: claim.id });
    expect(back.claim.granted).toBe(26_500);
    expect(back.lines.flatMap(({ cuts }) => cuts.map(({ rule }) => rule))).toEqual(["rate", "rate"]);
  });
});

const RATES = {
  ...{ consultation: 80, medicines: 50, tests: 50, maternity: 50, minorSurgery: 50 },
  ...{ hospital: 70, dental: 50, optical: 50, other: 50 },
};

describe("a referred claim of a woman who goes to another office", () => {
  const transferTo = (to: string) =>
    hq.must("headquarters.transfer", { id: v7(), memberId: her.memberId, to, mergeInto: null });

  test("is decided where she is by then, and paid there", async () => {
    const mopti = await makeEnrolled(hq, MOPTI);
    const { claim } = await referred();
    await decide(hq, await hq.must("insurance.claim", { id: claim.id }));
    await transferTo("MPT");
    await answerTo(hq, office);
    expect(await office.refused("insurance.closeClaim", { id: claim.id })).toBe(
      refusal("member.elsewhere", "id"),
    );
    await receive(hq, await send(office));
    await answerTo(hq, mopti);
    const there = await mopti.must("insurance.claim", { id: claim.id });
    expect(there.claim).toMatchObject({ office: "MPT", state: "decided", granted: 35_500 });
    expect((await pay(mopti, claim.id, 35_500, { beyondFund: true })).ok).toBe(true);
    const funds = await mopti.must("insurance.fund", {});
    expect(funds.find(({ planCode }) => planCode === PLAN)).toMatchObject({ balance: -35_500 });
  });

  test("is decided at once where she comes to headquarters' own branch", async () => {
    const { claim } = await referred();
    await decide(hq, await hq.must("insurance.claim", { id: claim.id }));
    await transferTo("BKO");
    await answerTo(hq, office);
    await receive(hq, await send(office));
    const there = await hq.must("insurance.claim", { id: claim.id });
    expect(there.claim).toMatchObject({ office: "BKO", state: "decided", granted: 35_500 });
    expect((await hq.must("insurance.claimsToPay", {})).map(({ id }) => id)).toEqual([claim.id]);
  });
});

describe("who decides at headquarters", () => {
  test("holds the tiers that the rules ask for: care, and for the cover money", async () => {
    const { claim } = await referred();
    const { id } = claim;
    const health = await addColleague(hq, "healthCoordinator");
    await seat(hq, health);
    expect((await waiting(hq))[0]).toMatchObject({ id, surname: "", memberNumber: "", planCode: "" });
    const decision = { id, decision: "asComputed", note: "", granted: 35_500 } as const;
    expect(await hq.refused("insurance.decideClaim", decision)).toBe(refusal("headquarters.noTier"));
    await seat(hq);
    await hq.must("headquarters.grantTier", { userId: health.id, tier: "finance" });
    await seat(hq, health);
    expect((await hq.must("insurance.decideClaim", decision)).claim.state).toBe("decided");
    await seat(hq);
  });

  test("does not decide on a claim that its office has not referred", async () => {
    const { claim } = await checked(office, her);
    await receive(hq, await send(office));
    const decision = { id: claim.id, decision: "asComputed", note: "", granted: 4_000 } as const;
    expect(await hq.refused("insurance.decideClaim", decision)).toBe(refusal("claim.notNow"));
    expect(await hq.refused("insurance.checkClaim", { id: claim.id })).toBe(refusal("claim.unknown", "id"));
  });
});

describe("what leaves the office with a claim", () => {
  const LOCAL = ["paludismecaché", "ordonnancecachée", "Soinsecret", "Cliniquecachée", "Motifcaché"];
  const told = {
    diagnosis: "paludismecaché",
    prescription: "ordonnancecachée",
    facilityCode: null,
    facilityName: "Cliniquecachée",
  };
  const jpeg = makeJpeg(900, 1_200, 700, 0x6b);

  test("is nothing of diagnosis, prescription, words, place or photograph", async () => {
    const file = await referred(told);
    await office.must("insurance.addClaimPhoto", { id: (await checked(office, her, told)).claim.id, jpeg });
    await receive(hq, await send(office));
    const there = await hq.must("insurance.claim", { id: file.claim.id });
    expect(there).toMatchObject({ photos: [], facility: "", decisionNote: "", enteredBy: "" });
    expect(JSON.stringify(there)).not.toMatch(/cach|Soinsecret/);
    const reader = hq.call.national()?.reader;
    expect(reader?.number("SELECT count(*) FROM photo")).toBe(0);
    const values = reader?.all("SELECT vals FROM health.entry_values").map(({ vals }) => String(vals)) ?? [];
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((text) => LOCAL.some((word) => text.includes(word)))).toEqual([]);
  });

  test("opened by hand with every key, the bundle has none of it either", async () => {
    const byHand = new Headquarters();
    const joined = await makeJoined(byHand);
    makePlan(joined);
    const insured = await makeInsured(joined);
    const { claim } = await checked(joined, insured, { ...told, lines: LARGE.lines });
    await joined.must("insurance.addClaimPhoto", { id: claim.id, jpeg });
    const bundle = byHand.unpack(new Uint8Array(readFileSync((await exportTo(joined)).file)));
    const text = (["identity", "finance", "health", "programme"] as const)
      .map((tier) => JSON.stringify(byHand.open(bundle, `${tier}.age`, tier)))
      .join("\n");
    expect(text).toContain(claim.number);
    expect(LOCAL.filter((word) => text.includes(word))).toEqual([]);
    expect(text).not.toContain(Buffer.from(jpeg).toString("base64").slice(0, 200));
    expect(text).not.toContain('"jpeg"');
  });
});

describe("a woman who asks to be forgotten", () => {
  const TRACES = ["paludisme simple", "artéméther", "Enfantine", "Héritière", "sœurette", "Visite", "R-1"];
  const tracesIn = (of: TestOffice) => {
    const bytes = of.call.office.connection.serialize();
    return TRACES.filter((trace) => bytes.includes(trace));
  };

  test("leaves nothing of her claims, children and heirs here; francs, states and chain stay", async () => {
    const { claim } = await decided(office, her);
    await pay(office, claim.id, 4_000);
    const jpeg = makeJpeg(900, 1_200, 300, 0x6c);
    const open = await checked(office, her, { receiptNumber: "R-11" });
    const [sha256 = ""] = (await office.must("insurance.addClaimPhoto", { id: open.claim.id, jpeg })).photos;
    await receive(hq, await send(office));
    expect(tracesIn(office)).toEqual(TRACES);

    await office.must("membership.eraseMember", { id: her.memberId, number: her.number });
    expect(tracesIn(office)).toEqual([]);
    expect(await office.refused("insurance.readClaimPhoto", { sha256 })).toBe(refusal("claim.unknown"));
    expect(office.call.office.reader.number("SELECT count(*) FROM photo")).toBe(0);
    expect((await office.must("insurance.claim", { id: claim.id })).claim).toMatchObject({
      ...{ state: "paid", granted: 4_000, paid: 4_000, surname: "" },
    });
    const [fund] = (await office.must("insurance.fund", {})).filter(({ planCode }) => planCode === PLAN);
    expect(fund).toMatchObject({ contributions: 24_000, benefits: 4_000 });

    await receive(hq, await send(office));
    const national = hq.call.national()?.reader;
    const held = ["identity", "finance", "health"].flatMap(
      (tier) => national?.all(`SELECT vals FROM ${tier}.entry_values`).map(({ vals }) => String(vals)) ?? [],
    );
    const kept = held.filter((text) => TRACES.some((trace) => text.includes(trace)));
    expect(kept).toEqual([]);
    expect(national?.all("SELECT name FROM insured_child")).toEqual([{ name: "" }]);
  });

  test("is told of by headquarters' own words no more, once it hears of it", async () => {
    const { claim } = await referred();
    const reject = { id: claim.id, decision: "reject", note: "Motifnational", granted: 0 } as const;
    await hq.must("insurance.decideClaim", reject);
    await answerTo(hq, office);
    const holds = () => hq.call.office.connection.serialize().includes("Motifnational");
    expect(holds()).toBe(true);
    await office.must("membership.eraseMember", { id: her.memberId, number: her.number });
    await receive(hq, await send(office));
    expect(holds()).toBe(false);
    const notes = "SELECT vals FROM health.entry_values WHERE vals LIKE '%Motifnational%'";
    expect(hq.call.national()?.reader.all(notes)).toEqual([]);
    expect((await hq.must("insurance.claim", { id: claim.id })).claim).toMatchObject({ outcome: "rejected" });
  });

  test("keeps a receipt's photograph that another woman's claim shows too", async () => {
    const other = await makeInsured(office, { surname: "Keïta" });
    const jpeg = makeJpeg(900, 1_200, 300, 0x6d);
    for (const insured of [her, other]) {
      const { claim } = await checked(office, insured);
      await office.must("insurance.addClaimPhoto", { id: claim.id, jpeg });
    }
    await office.must("membership.eraseMember", { id: her.memberId, number: her.number });
    expect(office.call.office.reader.number("SELECT count(*) FROM photo")).toBe(1);
  });
});
