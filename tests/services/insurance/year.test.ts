import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ClaimOutcome, CutRule } from "../../../src/contract/insuranceTerms.ts";
import type { Reader } from "../../../src/data/reader.ts";
import { answerTo, receive, send } from "../../support/roundTrip.ts";
import { LIFE } from "./enrolled.ts";
import {
  dawn,
  FIRST_DAY,
  MUTUELLE,
  makeYear,
  PETITE,
  type Policyholder,
  player,
  sit,
  today,
  type Year,
} from "./yearCast.ts";
import {
  badMonth,
  bear,
  beyondFund,
  decideClaims,
  enterClaims,
  payClaims,
  refer,
  refusedWholly,
  rule,
  secondPerson,
  sendAway,
} from "./yearClaims.ts";
import { cancelThree, collect, type DueDays, die, enrolAgain, retire } from "./yearMoney.ts";
import { replay } from "./yearReplay.ts";
import { booked, committedFrom, summaryFrom, total, voucherRows } from "./yearSums.ts";

/*
 * A year of the insurance at one antenna: three hundred health policies, a life fund and a plan for two, played day by
 * day through the same requests as the screens', with a stick to headquarters and back every quarter.
 */

const MONTHS = Array.from({ length: 12 }, (_, index) => `2027-${String(index + 1).padStart(2, "0")}`);
const DAYS = MONTHS.flatMap((month) => ["04", "12", "20", "28"].map((day) => `${month}-${day}`));

let year: Year;
let child = "";
/** Claims that headquarters decided, round trip by round trip. */
const ruled: number[] = [];
const due: DueDays = new Map();

const payer = (index: number) => player(year, "quarterly", index);

/** What happens once in the year, before the day's usual business. */
const EVENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  "2027-02-20": () => refer(year, payer(1)),
  "2027-03-12": () => secondPerson(year, payer(2)),
  "2027-03-20": async () => {
    child = await bear(year, payer(6));
  },
  "2027-05-12": () => cancelThree(year, due),
  "2027-05-20": () => badMonth(year, payer(0)),
  "2027-05-28": () => refer(year, payer(3)),
  "2027-06-20": () => refer(year, payer(3)),
  "2027-06-04": () => enrolAgain(year),
  "2027-06-12": () => beyondFund(year),
  "2027-08-20": () => refer(year, payer(4)),
  "2027-09-12": () => refusedWholly(year),
  "2027-09-20": () => sendAway(year, payer(6), child),
  "2027-10-12": () => die(year, due),
  "2027-11-12": () => retire(year, due),
  "2027-12-12": () => refer(year, payer(5)),
};

async function recordCheckups(): Promise<void> {
  const { office, secretary, women, dice } = year;
  await sit(office, secretary);
  for (const { memberId } of women.slice(0, 25))
    if (dice.percent(80))
      await office.must("insurance.recordCheckup", {
        ...{ id: v7(), memberId, doneOn: today(year), facility: "CSCom", stamp: today(year) },
      });
}

/** The stick goes to headquarters, headquarters decides, and the answer comes back. */
async function roundTrip(): Promise<void> {
  const { hq, office } = year;
  await sit(hq);
  await sit(office);
  await receive(hq, await send(office));
  ruled.push(await rule(year, ruled.length === 2));
  await answerTo(hq, office);
}

async function play(day: string): Promise<void> {
  dawn(year, day);
  await collect(year, due);
  await EVENTS[day]?.();
  await enterClaims(year, 5);
  await decideClaims(year);
  if (day !== DAYS.at(-1)) await payClaims(year);
  if (day.endsWith("-12")) await recordCheckups();
  if (/-(03|06|09|12)-28$/.test(day)) await roundTrip();
}

beforeAll(async () => {
  year = await makeYear(4);
  expect(today(year)).toBe(FIRST_DAY);
  for (const day of DAYS) await play(day);
  await sit(year.office);
  await receive(year.hq, await send(year.office));
}, 240_000);
afterAll(() => {
  year.hq.close();
  year.office.close();
});

const own = () => year.office.call.office.reader;
function national(): Reader {
  const found = year.hq.call.national();
  if (found === null) throw new Error("this is no headquarters");
  return found.reader;
}
/** Both registers must tell the same. */
const both = () => [own(), national()];

describe("the year that was played", () => {
  test("had three hundred policies in every state, and ended some in every way", async () => {
    const { rows, total: all } = await year.office.must("insurance.policies", {
      ...{ text: "", states: [], planCode: MUTUELLE, offset: 0, limit: 500 },
    });
    expect(all).toBe(301);
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(["active", "suspended", "lapsed", "ended"]),
    );
    const ends = own().all("SELECT DISTINCT end_reason FROM policy ORDER BY 1");
    expect(ends.map((row) => row.end_reason)).toEqual([null, "cancelled", "death", "retirement"]);
  });

  test("had claims of every category, outcome and rule", async () => {
    const rows = own().all("SELECT category, cuts FROM claim_line WHERE cuts IS NOT NULL");
    expect(new Set(rows.map(({ category }) => category)).size).toBe(9);
    const rules = new Set(
      rows.flatMap(({ cuts }) => JSON.parse(String(cuts)).map((cut: { rule: string }) => cut.rule)),
    );
    expect([...rules].sort()).toEqual([...CutRule.options].sort());
    const states = own().all(
      "SELECT DISTINCT json_extract(cuts, '$[0].values.state') AS state FROM claim_line",
    );
    for (const state of ["suspended", "lapsed", "notInsured"])
      expect(states.map((row) => row.state)).toContain(state);
    const claims = own().all("SELECT DISTINCT outcome FROM claim WHERE outcome IS NOT NULL ORDER BY 1");
    expect(claims.map(({ outcome }) => outcome)).toEqual([...ClaimOutcome.options].sort());
    expect(ruled.map((claims) => claims > 0)).toEqual([true, true, true, true]);
  });

  test("had women who came back after a lapse and waited again, and some who paid within grace", async () => {
    const file = (habit: Policyholder["habit"]) => {
      return year.office.must("insurance.policy", { id: player(year, habit).policyId });
    };
    const back = await file("lapsed");
    expect(back.schedule.filter(({ state }) => state === "missed")).toMatchObject([
      { from: "2027-05-04", to: "2027-09-03" },
    ]);
    expect(back.waitingUntil).toBe("2027-10-03");
    const late = await file("late");
    expect(late.schedule.some(({ state }) => state === "missed")).toBe(false);
    expect(late.waitingUntil).toBe("2027-02-03");
    const suspended = await file("suspended");
    expect(suspended.schedule.filter(({ state }) => state === "missed").length).toBeGreaterThan(3);
    expect(suspended.waitingUntil).toBe("2027-02-03");
  });
});

test("two claims that waited for headquarters together had one ceiling between them", async () => {
  const { claims } = await year.office.must("insurance.policy", { id: payer(3).policyId });
  const files = await Promise.all(claims.map(({ id }) => year.office.must("insurance.claim", { id })));
  expect(files.map(({ claim, lines }) => [claim.state, lines.map(({ paid }) => paid)])).toEqual([
    ["paid", [43_750, 3_999]],
    ["paid", [70_000 - 43_750, 3_999]],
  ]);
});

describe("at the end of the year the fund", () => {
  test("holds of each plan what its vouchers leave, to the franc", async () => {
    const fund = await year.office.must("insurance.fund", {});
    const vouchers = voucherRows(own());
    for (const plan of [MUTUELLE, PETITE, LIFE]) {
      const view = fund.find(({ planCode }) => planCode === plan);
      const hers = vouchers.filter((row) => row.plan === plan);
      const sum = (sign: number, month = "") =>
        total(
          hers.filter((row) => row.sign === sign && row.month.startsWith(month)).map(({ amount }) => amount),
        );
      expect(view).toMatchObject({
        ...{ contributions: sum(1), benefits: sum(-1), balance: sum(1) - sum(-1) },
        committed: committedFrom(own(), plan),
      });
      for (const { month, contributions, benefits } of view?.months ?? [])
        expect([month, contributions, benefits]).toEqual([month, sum(1, month), sum(-1, month)]);
    }
    const balances = total(fund.map(({ balance }) => balance));
    expect(balances).toBe(total(vouchers.map(({ sign, amount }) => sign * amount)));
    expect(fund.find(({ planCode }) => planCode === PETITE)?.balance).toBeLessThan(0);
  });

  test("owes what was decided and not paid", () => {
    expect(committedFrom(own(), MUTUELLE)).toBeGreaterThan(0);
    expect(committedFrom(own(), PETITE)).toBe(20_000);
  });
});

describe("every month's summary", () => {
  test.each(MONTHS)("%s is what the rows give", async (month) => {
    const { plans, claimsByState, claimsByCategory } = await year.office.must("insurance.summary", { month });
    const expected = summaryFrom(own(), month, today(year));
    expect(plans.map(({ name: _, kind: _kind, ...plan }) => plan)).toEqual(expected.plans);
    const states = claimsByState.map(({ state, claims, asked, granted }) => [
      state,
      [claims, asked, granted],
    ]);
    expect(Object.fromEntries(states)).toEqual(expected.claimsByState);
    const categories = claimsByCategory.map(({ category, lines, asked, paid }) => [
      category,
      [lines, asked, paid],
    ]);
    expect(Object.fromEntries(categories)).toEqual(expected.claimsByCategory);
  });
});

describe("headquarters", () => {
  test("shows the same fund, summaries, policies and claims of the office", async () => {
    const { hq, office } = year;
    const there = { office: "KTL" };
    expect(await hq.must("insurance.fund", there)).toEqual(await office.must("insurance.fund", {}));
    for (const month of MONTHS)
      expect(await hq.must("insurance.summary", { month, ...there })).toEqual(
        await office.must("insurance.summary", { month }),
      );
    const all = { text: "", states: [], planCode: null, offset: 0, limit: 500 };
    expect(await hq.must("insurance.policies", { ...all, ...there })).toEqual(
      await office.must("insurance.policies", all),
    );
    const page = { states: [], offset: 0, limit: 500 };
    expect(await hq.must("insurance.claims", { ...page, ...there })).toEqual(
      await office.must("insurance.claims", page),
    );
  });

  test("comes to the same francs of every decided claim, line by line, from its copies", () => {
    const { stored, again } = replay(national());
    expect(stored.length).toBeGreaterThan(200);
    expect(again).toEqual(stored);
  });
});

describe("the books", () => {
  test("have one record behind every voucher of the insurance, and one voucher for every record", () => {
    for (const reader of both()) {
      const { records, vouchers } = booked(reader);
      expect(vouchers.length).toBeGreaterThan(1_000);
      expect(records).toEqual(vouchers);
    }
  });

  test("number vouchers, policies and claims without gaps", () => {
    const counted = (sql: string) =>
      own()
        .all(sql)
        .map((row) => Number(row.counter));
    const digits = "CAST(substr(number, -5) AS INTEGER) AS counter";
    for (const sql of [
      "SELECT counter FROM voucher WHERE year = 2027 ORDER BY counter",
      `SELECT ${digits} FROM policy ORDER BY counter`,
      `SELECT ${digits} FROM claim ORDER BY counter`,
    ]) {
      const counters = counted(sql);
      expect(counters).toEqual(counters.map((_, index) => index + 1));
    }
  });

  test("pay no claim more than was granted, no line more than was asked, and none above a ceiling", () => {
    for (const reader of both()) expect(faultsOf(reader)).toEqual([]);
  });

  test("are found healthy in both offices", async () => {
    for (const office of [year.office, year.hq])
      expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});

/** Rows that break a promise of the plan, looked for one promise at a time. */
function faultsOf(reader: Reader): string[] {
  const LINES = `claim_line JOIN claim ON claim.id = claim_id JOIN policy ON policy.id = policy_id
    WHERE claim.outcome IS NOT NULL AND voided = 0 AND plan_code = 'MUTUELLE'`;
  const perYear = (of: string, limits: string) =>
    `SELECT policy.id FROM ${LINES} GROUP BY policy.id, category, substr(care_on, 1, 4)
     HAVING ${of} > CASE category ${limits} ELSE 1e9 END`;
  const queries = {
    paidAboveGranted: `SELECT id FROM claim WHERE granted <
      (SELECT coalesce(sum(amount), 0) FROM claim_payment WHERE claim_id = claim.id)`,
    grantedIsNotItsLines: `SELECT id FROM claim WHERE granted IS NOT NULL AND granted <>
      (SELECT sum(paid) FROM claim_line WHERE claim_id = claim.id AND voided = 0)`,
    askedIsNotPaidAndCut: `SELECT id FROM claim_line WHERE paid IS NOT NULL AND asked <> paid +
      (SELECT coalesce(sum(json_extract(value, '$.amount')), 0) FROM json_each(cuts))`,
    paidIsNotPaid: `SELECT id FROM claim WHERE (state = 'paid') <> (granted > 0 AND granted =
      (SELECT coalesce(sum(amount), 0) FROM claim_payment WHERE claim_id = claim.id))`,
    perAct: `SELECT claim_line.id FROM ${LINES} AND paid > quantity * CASE category
      WHEN 'consultation' THEN 4000 WHEN 'medicines' THEN 8000 WHEN 'hospital' THEN 40000 ELSE 1e9 END`,
    aboveRate: `SELECT claim_line.id FROM ${LINES} AND paid * 100 > claim_line.asked * CASE
      WHEN facility_code = 'CSREF-A' THEN 90 WHEN category = 'consultation' THEN 85
      WHEN category = 'medicines' THEN 75 WHEN category = 'hospital' THEN 70 ELSE 50 END`,
    francsPerYear: perYear(
      "sum(paid)",
      "WHEN 'medicines' THEN 30000 WHEN 'hospital' THEN 60000 WHEN 'maternity' THEN 70000",
    ),
    actsPerYear: perYear("sum(acts)", "WHEN 'consultation' THEN 6 WHEN 'dental' THEN 2"),
    perMember: `SELECT policy.id FROM ${LINES} GROUP BY policy.id, substr(care_on, 1, 4)
      HAVING sum(paid) > 90000`,
    excluded: `SELECT claim_line.id FROM ${LINES} AND act = 'COSMETIQUE' AND paid > 0`,
  };
  return Object.entries(queries).flatMap(([fault, sql]) =>
    reader.all(sql).map((row) => `${fault} ${row.id}`),
  );
}

test("the check-ups of the last month are told for everybody who is there", async () => {
  const rows = await year.office.must("insurance.checkups", { states: [] });
  const members = own().number("SELECT count(*) FROM member WHERE left_on IS NULL");
  const done = own().number("SELECT count(DISTINCT member_id) FROM checkup WHERE done_on LIKE '2027-12-%'");
  expect([rows.length, rows.filter(({ state }) => state === "done").length]).toEqual([members, done]);
  expect(national().number("SELECT count(*) FROM checkup WHERE office = 'KTL'")).toBe(
    own().number("SELECT count(*) FROM checkup"),
  );
});
