import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDemoHeadquarters } from "../../../src/application/demoOffice.ts";
import type { OperationName } from "../../../src/contract/index.ts";
import { DEMO_SIGN_IN } from "../../../src/contract/office.ts";
import { Tier } from "../../../src/contract/sync.ts";
import { addMonths } from "../../../src/domain/calendar.ts";
import { expectHealthy, makeFolder, openDesk, type TestOffice, TODAY } from "../../support/office.ts";
import { receive, send } from "../../support/roundTrip.ts";
import { NO_FILTER } from "../../support/women.ts";
import { HEADQUARTERS_PAGES, showsSomething } from "./demoLists.ts";

const OTHERS = ["GAO", "KTL", "KYS", "MPT", "MRL", "SEG", "SKS"];
const PAGE = { offset: 0, limit: 500 };
const MONTHS = 6;

let dir: string;
let hq: TestOffice;

async function open(folder: string): Promise<TestOffice> {
  const desk = openDesk(folder);
  await desk.must("access.signIn", DEMO_SIGN_IN);
  return desk;
}

beforeAll(async () => {
  dir = join(makeFolder(), "siege");
  const { desk } = openDesk(dir);
  desk.take();
  const wish = { members: 22, seed: 4, months: MONTHS, passphrase: DEMO_SIGN_IN.passphrase };
  expect(await makeDemoHeadquarters(desk, wish)).toEqual({ ok: true, value: null });
  desk.close();
  hq = await open(dir);
}, 240_000);
afterAll(() => hq.close());

/** What an office's books and lists say; at headquarters of its copy. */
async function told(desk: TestOffice, office?: string) {
  const own = office ?? desk.call.office.code;
  const scope = office === undefined ? {} : { office };
  const filter = { ...NO_FILTER, ...scope };
  const members = await desk.must("membership.listMembers", {
    filter,
    sort: "number",
    descending: false,
    ...PAGE,
  });
  const tills = await desk.must("cashbook.tills", scope);
  const policies = await desk.must("insurance.policies", {
    ...{ text: "", states: [], planCode: null, ...PAGE, ...scope },
  });
  const claims = await desk.must("insurance.claims", { states: [], ...PAGE, ...scope });
  const span = { from: addMonths(TODAY, -MONTHS), to: TODAY };
  return {
    // Who was handed over stays in the register that gave her.
    members: members.rows
      .filter((row) => row.office === own)
      .map(({ number, status, paidUntil }) => [number, status, paidUntil]),
    tills: tills.map(({ kind, balance, vouchers }) => [kind, balance, vouchers]),
    policies: policies.rows.map(({ number, state, overdue }) => [number, state, overdue]).sort(),
    claims: claims.rows.map(({ number, state, granted, paid }) => [number, state, granted, paid]).sort(),
    roll: (await desk.must("rental.roll", { month: TODAY.slice(0, 7), ...scope })).totals,
    classes: (await desk.must("literacy.figures", { ...span, by: "cohort", ...scope })).map(
      ({ figures }) => figures,
    ),
  };
}

describe("headquarters' demonstration", () => {
  test("has eight offices in its table, one of them a sub-branch and one late", async () => {
    const offices = await hq.must("headquarters.offices", {});
    expect(offices.map(({ code }) => code).sort()).toEqual(["BKO", ...OTHERS].sort());
    expect(
      offices.every(({ standing, held, forked }) => standing === "active" && held > 200 && !forked),
    ).toBe(true);
    expect(offices.find(({ code }) => code === "MRL")?.parentCode).toBe("SKS");
    const late = offices.filter(({ daysSince }) => (daysSince ?? 0) > 60);
    expect(late.map(({ code }) => code)).toEqual(["KYS"]);
    expect(offices.some(({ answerDue, own }) => answerDue && !own)).toBe(true);
  });

  test.each(Object.keys(HEADQUARTERS_PAGES))("has something to show on the page of %s", async (name) => {
    const ask = HEADQUARTERS_PAGES[name as keyof typeof HEADQUARTERS_PAGES];
    expect(showsSomething(await hq.must(name as OperationName, ask() as never))).toBe(true);
  });

  test("has a twin to look at, a transfer that both offices did, and a claim to rule on", async () => {
    const pairs = await hq.must("headquarters.duplicates", {});
    expect(pairs.some(({ one, other }) => [one.office, other.office].sort().join() === "KTL,SKS")).toBe(true);
    const transfers = await hq.must("headquarters.transfers", {});
    expect(transfers.map(({ from, to, state }) => [from, to, state])).toEqual([["SEG", "KTL", "done"]]);
    const referred = await hq.must("insurance.claims", { states: ["referred"], office: "all", ...PAGE });
    expect(referred.rows.length).toBeGreaterThan(0);
    expect((await hq.must("insurance.tasks", {})).claimsReferred).toBeGreaterThan(0);
  });

  test("opens every tier to its coordinator, and passes the check-up", async () => {
    const session = await hq.must("access.signIn", DEMO_SIGN_IN);
    expect([...session.tiers].sort()).toEqual([...Tier.options].sort());
    await expectHealthy(hq.ask);
  });

  test("has a stick ready that nobody took in", async () => {
    const folder = join(dir, "antennes", "cle-usb");
    const { files, unreadable } = await hq.must("sync.lookAtStick", { folder });
    expect([files.map(({ from, forUs }) => [from, forUs]), unreadable]).toEqual([[["MPT", true]], []]);
    const report = await receive(hq, ...readdirSync(folder).map((name) => join(folder, name)));
    expect(report.files.map(({ outcome }) => outcome)).toEqual(["applied"]);
  });

  test.each(OTHERS)("says of %s what the office itself says, once its last stick is here", async (code) => {
    const office = await open(join(dir, "antennes", code));
    await expectHealthy(office.ask);
    const { waiting } = await office.must("sync.state", {});
    if (waiting.length > 0 && code !== "MPT") await receive(hq, await send(office));
    expect(await told(hq, code)).toEqual(await told(office));
    office.close();
  });
});
