import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { isDemoToMake, makeDemo } from "../../../src/application/demoOffice.ts";
import { type OperationName, operations } from "../../../src/contract/index.ts";
import { PolicyState } from "../../../src/contract/insurancePolicies.ts";
import { ClaimState } from "../../../src/contract/insuranceTerms.ts";
import { DEMO_SIGN_IN } from "../../../src/contract/office.ts";
import { isAdult } from "../../../src/domain/membership/age.ts";
import { checkDetails } from "../../../src/services/membership/details.ts";
import {
  expectHealthy,
  makeClock,
  makeFolder,
  openDesk,
  type TestOffice,
  TODAY,
} from "../../support/office.ts";
import { NO_FILTER } from "../../support/women.ts";
import { HEADQUARTERS_PAGES, look, OFFICE_PAGES, type Seen, showsSomething } from "./demoLists.ts";

interface Making {
  readonly seed: number;
  readonly members: number;
  readonly months: number;
}

async function demoOffice(
  about: Making,
  dir = join(makeFolder(), "demo"),
  today = TODAY,
): Promise<TestOffice> {
  const desk = openDesk(dir, makeClock(`${today}T08:15:00.000Z`));
  desk.desk.take();
  const made = await makeDemo(desk.desk, { ...about, passphrase: DEMO_SIGN_IN.passphrase });
  expect(made).toEqual({ ok: true, value: null });
  await desk.must("access.signIn", DEMO_SIGN_IN);
  return desk;
}

async function women(desk: TestOffice) {
  const about = { filter: NO_FILTER, sort: "number", descending: false, offset: 0, limit: 500 } as const;
  const { rows } = await desk.must("membership.listMembers", about);
  return Promise.all(rows.map(({ id }) => desk.must("membership.readMember", { id })));
}

/** Everything the book and the lists say, without ids. */
async function content(desk: TestOffice): Promise<unknown> {
  const files = await women(desk);
  const { rows } = await desk.must("cashbook.listVouchers", {
    ...{ from: "2020-01-01", to: TODAY, offset: 0, limit: 500 },
  });
  const claims = await desk.must("insurance.claims", { states: [], offset: 0, limit: 500 });
  const leases = await desk.must("rental.leases", { text: "", states: [] });
  const cohorts = await desk.must("literacy.cohorts", { text: "", states: [] });
  return [
    files.map(({ member: { id: _, ...member }, cards }) => [member, cards.map(({ issuedOn }) => issuedOn)]),
    rows.map(({ number, datedOn, account, amount, direction }) => [
      number,
      datedOn,
      account,
      amount,
      direction,
    ]),
    claims.rows.map(({ number, state, asked, granted, paid }) => [number, state, asked, granted, paid]),
    leases.map(({ number, arrears, advance, deposit }) => [number, arrears, advance, deposit]),
    cohorts.map(({ number, state, attendanceRate, enrolled }) => [number, state, attendanceRate, enrolled]),
  ];
}

describe("a training office that has lived for more than a year", () => {
  let desk: TestOffice;
  let seen: Seen;

  beforeAll(async () => {
    desk = await demoOffice({ seed: 3, members: 64, months: 14 });
    seen = await look(desk);
  }, 240_000);
  afterAll(() => desk.close());

  test("passes the check-up", async () => {
    await expectHealthy(desk.ask);
  });

  test.each(Object.keys(OFFICE_PAGES))("has something to show on the page of %s", async (name) => {
    const ask = OFFICE_PAGES[name as keyof typeof OFFICE_PAGES];
    const operation = name as OperationName;
    expect(showsSomething(await desk.must(operation, ask(seen) as never))).toBe(true);
  });

  test("holds women who could be members, in every status, each with the cards that she paid", async () => {
    const files = await women(desk);
    for (const { member, terms, cards } of files) {
      const { id: _id, office: _o, number: _n, photoSha256: _p, leftOn: _l, ...rest } = member;
      const { leftReason: _r, erased: _e, status: _s, paidUntil: _u, ...details } = rest;
      expect(checkDetails(details, TODAY).ok).toBe(true);
      if (details.birth !== null) expect(isAdult(details.birth, details.joinedOn)).toBe("yes");
      expect(terms.every(({ startsOn }) => startsOn >= details.joinedOn)).toBe(true);
      expect(cards.filter(({ state }) => state === "valid").length).toBeLessThanOrEqual(1);
    }
    const { members, withoutPhoto, withoutConsent } = await desk.must("office.overview", {});
    const { total, ...byStatus } = members;
    expect(Object.entries(byStatus).filter(([, count]) => count === 0)).toEqual([]);
    expect(total).toBeGreaterThan(40);
    expect([withoutPhoto, withoutConsent].every((count) => count > 0 && count < total / 2)).toBe(true);
  });

  test("has policies and claims in every state", async () => {
    const all = { states: [], offset: 0, limit: 500 };
    const policies = await desk.must("insurance.policies", { ...all, text: "", planCode: null });
    expect(new Set(policies.rows.map(({ state }) => state))).toEqual(new Set(PolicyState.options));
    const { rows } = await desk.must("insurance.claims", all);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(ClaimState.options));
    const outcomes = new Set(rows.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set([null, "accepted", "reduced", "rejected"]));
    const life = await desk.must("insurance.openExits", {});
    expect(new Set(life.map(({ state }) => state))).toEqual(new Set(["requested", "approved"]));
  });

  test("lets premises to tenants who pay in time, late and no more", async () => {
    const premises = await desk.must("rental.premises", { withRetired: true });
    const states = new Set(premises.map(({ state }) => state));
    expect(states).toEqual(new Set(["let", "arrears", "vacant", "retired"]));
    const arrears = await desk.must("rental.arrears", { on: TODAY });
    const ages = arrears.map(({ ages: by }) => by);
    for (const age of ["upTo30", "upTo60", "upTo90", "over90"] as const)
      expect(ages.some((by) => by[age] > 0)).toBe(true);
    const leases = await desk.must("rental.leases", { text: "", states: [] });
    expect(new Set(leases.map(({ state }) => state))).toEqual(new Set(["upcoming", "running", "ended"]));
  });

  test("has classes that were closed, run and are to come, with dropouts and certificates", async () => {
    const cohorts = await desk.must("literacy.cohorts", { states: [], text: "" });
    expect(new Set(cohorts.map(({ state }) => state))).toEqual(new Set(["closed", "running", "upcoming"]));
    const [line] = await desk.must("literacy.figures", { from: "2025-11-01", to: TODAY, by: "all" });
    expect(line?.figures.dropouts).toBeGreaterThan(0);
    expect(line?.figures.passed).toBeGreaterThan(0);
    expect(line?.figures.passed).toBeLessThan(line?.figures.assessed ?? 0);
  });

  test("never lacked money where it lay, and closed its months up to two months ago", async () => {
    const tills = await desk.must("cashbook.tills", {});
    for (const { key } of tills) {
      const { rows } = await desk.must("cashbook.listVouchers", {
        ...{ from: "2020-01-01", to: TODAY, till: key, offset: 0, limit: 500 },
      });
      expect(rows.filter(({ balance }) => (balance ?? 0) < 0)).toEqual([]);
    }
    const months = await desk.must("cashbook.months", {});
    expect(months.slice(0, 3).map(({ month, state }) => [month, state])).toEqual([
      ["2026-11", "running"],
      ["2026-10", "open"],
      ["2026-09", "closed"],
    ]);
    expect(months.slice(2).every(({ state }) => state === "closed")).toBe(true);
    for (const { month } of months.slice(2)) {
      const { warnings } = await desk.must("cashbook.month", { month });
      expect(
        warnings.filter(({ code }) => code === "gap" || code === "negativeCash" || code === "notAsClosed"),
      ).toEqual([]);
    }
  });

  test("has issued its reports, and begun the one that is due", async () => {
    const reports = await desk.must("reporting.reports", {});
    const kinds = reports.map(({ kind, period }) => `${kind} ${period}`);
    const monthly = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"];
    expect(kinds).toEqual(expect.arrayContaining(monthly.map((month) => `activity ${month}`)));
    expect(kinds).toEqual(expect.arrayContaining(["activity 2026-Q3", "donor 2026-Q3", "notice 2026-07"]));
    const { sections, isOver, issued } = await desk.must("reporting.draft", {
      ...{ kind: "activity", period: "2026-10", project: null },
    });
    expect([isOver, issued]).toEqual([true, null]);
    expect(sections.every(({ text, before }) => text !== "" && before !== "" && text !== before)).toBe(true);
  });

  test("has had its answers from headquarters, whose plans it uses", async () => {
    const plans = await desk.must("insurance.plans", {});
    expect(
      plans.filter(({ current }) => current).every(({ office, confirmed }) => office === "BKO" && confirmed),
    ).toBe(true);
    const { parting, acknowledged } = await desk.must("sync.state", {});
    expect(parting).toBe(null);
    expect(acknowledged).toBeGreaterThan(1_000);
  });

  test("opens for everybody who sits there", async () => {
    const users = await desk.must("access.listUsers", {});
    for (const { login } of users) {
      const signedIn = await desk.signIn({ login, passphrase: DEMO_SIGN_IN.passphrase });
      expect(signedIn.ok).toBe(true);
    }
    expect(new Set(users.map(({ role }) => role)).size).toBe(6);
    await desk.must("access.signIn", DEMO_SIGN_IN);
  });
});

/** Queries that answer with one thing, a file, or what depends on what is typed. */
const NO_LISTS: readonly OperationName[] = [
  "office.checkUp",
  "imports.preview",
  "office.listFolders",
  "membership.suggestDuplicates",
  "cashbook.voucher",
  "sync.suggestions",
  "sync.lookAtStick",
  "headquarters.readSnapshot",
  "insurance.memberCheckups",
  "reporting.dhis2Mapping",
  "reporting.checkDhis2",
  "reporting.outliers",
  "reporting.tasks",
];

test("every query of the contract that lists something is among the pages", () => {
  const lists = [...operations].filter(([, { kind, output }]) => {
    if (kind !== "query") return false;
    if (output instanceof z.ZodArray) return true;
    return (
      output instanceof z.ZodObject && Object.values(output.shape).some((one) => one instanceof z.ZodArray)
    );
  });
  const asked = [...Object.keys(OFFICE_PAGES), ...Object.keys(HEADQUARTERS_PAGES), ...NO_LISTS];
  expect(lists.map(([name]) => name).filter((name) => !asked.includes(name))).toEqual([]);
  expect(lists.length).toBeGreaterThan(45);
});

describe("a training office", () => {
  test("of the same seed and day has the same content, of another seed another", async () => {
    const tell = async (seed: number) => {
      const desk = await demoOffice({ seed, members: 14, months: 3 });
      const told = await content(desk);
      desk.close();
      return told;
    };
    const first = await tell(11);
    expect(await tell(11)).toEqual(first);
    expect(await tell(12)).not.toEqual(first);
  }, 240_000);

  test.each(["2026-11-29", "2027-01-01", "2028-02-29"])(
    "is made on %s too",
    async (today) => {
      const desk = await demoOffice({ seed: 6, members: 8, months: 3 }, undefined, today);
      await expectHealthy(desk.ask);
      desk.close();
    },
    240_000,
  );

  test("may be without members", async () => {
    const desk = await demoOffice({ seed: 1, members: 0, months: 3 });
    expect(await women(desk)).toEqual([]);
    await expectHealthy(desk.ask);
    desk.close();
  });

  test("that was cut off while it was made is made anew", async () => {
    const dir = join(makeFolder(), "demo");
    const before = await demoOffice({ seed: 1, members: 3, months: 2 }, dir);
    before.close();
    expect(isDemoToMake(dir)).toBe(false);
    writeFileSync(join(dir, "demo-unfinished"), "");
    expect(isDemoToMake(dir)).toBe(true);
    const desk = await demoOffice({ seed: 2, members: 4, months: 2 }, dir);
    expect(await women(desk)).toHaveLength(4);
    expect(readdirSync(dir).filter((name) => name === "creating" || name === "demo-unfinished")).toEqual([]);
    desk.close();
  });
});
