import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiteracyFigures } from "../../../src/contract/literacyTerms.ts";
import type { BirthDate } from "../../../src/contract/membership.ts";
import { accept } from "../../../src/contract/results.ts";
import { LITERACY_INDICATORS } from "../../../src/domain/reporting/catalogue/literacy.ts";
import { literacySource } from "../../../src/services/reporting/sources/literacy.ts";
import { makeFolder, makeTestOffice, type TestOffice } from "../../support/office.ts";
import { KOUTIALA, MOPTI, makeEnrolled, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { addColleague } from "../headquarters/siege.ts";
import {
  assess,
  attend,
  CASH,
  FIRST,
  HELD,
  makeClass,
  makeProgramme,
  makeTrainer,
  saveSessions,
  session,
  TODAY,
} from "../literacy/classBook.ts";
import {
  expectRecordsAddUp,
  expectSameFigures,
  expectWholeCatalogue,
  figuresOf,
  groupsOf,
  nationalPlace,
  ownPlace,
  span,
  sumOf,
} from "./areaFigures.ts";

/*
 * Figures of classes on an office with everything in it: two programmes, a donor's project, a move, a return, dropouts,
 * a waiting list, a session called off, marks and a retake, a fee taken back, allowances, certificates.
 */

const WEEK = span("2026-11-02", "2026-11-08");
const NOVEMBER = span("2026-11-01", TODAY);
const YEAR = span("2026-01-01", TODAY);
const SPANS = [
  WEEK,
  span("2026-11-09", "2026-11-15"),
  NOVEMBER,
  YEAR,
  span("2026-08-01", "2026-10-31"),
  span("2026-11-24", "2026-11-30"),
];
const ALL_CODES = LITERACY_INDICATORS.map(({ code }) => code);

async function join(
  office: TestOffice,
  cohortId: string,
  birth: BirthDate | null,
  on = FIRST,
): Promise<string> {
  const { member } = await register(office, { birth });
  const id = v7();
  await office.must("literacy.enrol", {
    id,
    cohortId,
    memberId: member.id,
    on,
    placement: null,
    wait: false,
  });
  return id;
}

const bornIn = (year: number): BirthDate => ({ kind: "year", year });

/** The market class, of the project: five women, of whom one drops out, one comes back and one goes on elsewhere. */
async function marketClass(office: TestOffice, other: string) {
  const programmeId = await makeProgramme(office);
  const trainerId = await makeTrainer(office);
  const about = { trainerId, fee: 2_000, allowance: 1_000, project: "ALPHA-26" };
  const { id } = await makeClass(office, programmeId, about);
  const [one, two, gone, back, moved] = [
    await join(office, id, { kind: "exact", on: "1990-05-14" }),
    await join(office, id, { kind: "exact", on: "2001-11-24" }),
    await join(office, id, bornIn(1988)),
    await join(office, id, null),
    await join(office, id, bornIn(1960)),
  ];
  const waiting = await register(office);
  await office.must("literacy.enrol", {
    ...{ id: v7(), cohortId: id, memberId: waiting.member.id, on: FIRST, placement: null, wait: true },
  });
  await attend(office, id, [one, two, gone, back, moved], { days: HELD.slice(0, 2) });
  await office.must("literacy.leave", { id: gone, on: "2026-11-06", reason: "work" });
  await office.must("literacy.leave", { id: back, on: "2026-11-07", reason: "illness" });
  const again = v7();
  await office.must("literacy.comeBack", { id: back, newId: again, on: "2026-11-16" });
  await office.must("literacy.move", { id: moved, newId: v7(), cohortId: other, on: "2026-11-12" });
  await saveSessions(
    ...([office, id, session("2026-11-09", { [one]: "P", [two]: "A" }, { minutes: 50 })] as const),
    session("2026-11-16", { [one]: "L", [two]: "P", [again]: "E" }),
  );
  await office.must("literacy.cancelSession", {
    ...{ id: v7(), cohortId: id, onDay: "2026-11-12", from: "16:00", minutes: 120, reason: "weather" },
  });
  await assess(office, id, "end", { [one]: 90, [two]: 20 }, "2026-11-19");
  await assess(office, id, "retake", { [two]: 45 }, TODAY);
  await office.must("literacy.issueCertificates", { cohortId: id, on: TODAY });
  await money(office, { cohortId: id, trainerId, learners: [one, two] });
}

interface Paying {
  readonly cohortId: string;
  readonly trainerId: string;
  readonly learners: readonly string[];
}

async function money(office: TestOffice, { cohortId, trainerId, learners }: Paying) {
  for (const enrolmentId of learners)
    await office.must("literacy.payFee", { id: v7(), enrolmentId, amount: 500, ...CASH });
  const wrong = { id: v7(), enrolmentId: learners[0] ?? "", amount: 300, ...CASH };
  await office.must("literacy.payFee", wrong);
  await office.must("cashbook.reverse", { id: v7(), voucherId: wrong.id, reason: "Autre femme" });
  const { amount } = await office.must("literacy.allowanceDue", { cohortId, trainerId, to: TODAY });
  for (const isRight of [false, true]) {
    const paid = { id: v7(), cohortId, trainerId, to: TODAY, amount, ...CASH };
    await office.must("literacy.payAllowance", paid);
    if (!isRight)
      await office.must("cashbook.reverse", { id: v7(), voucherId: paid.id, reason: "Saisi trop tôt" });
  }
}

async function fill(office: TestOffice) {
  await office.must("cashbook.saveProject", {
    ...{ id: v7(), code: "ALPHA-26", name: "Alphabétisation 2026", donor: "Coopération" },
    ...{ startsOn: null, endsOn: null, active: true },
  });
  const second = await makeProgramme(office, { code: "SUITE", name: "Pour aller plus loin" });
  const other = await makeClass(office, second, { name: "Le matin" });
  const learner = await join(office, other.id, bornIn(1991));
  await marketClass(office, other.id);
  await attend(office, other.id, [learner], { days: HELD.slice(2) });
}

/** A rate in hundredths of a percent as an indicator shows it. */
const shown = (rate: number | null) => (rate === null ? null : Math.floor((rate * 2 + 10) / 20) / 10);

/** What the area's own screen says, by the indicators' names. */
function asIndicators(figures: LiteracyFigures): Record<string, number | null> {
  return {
    "literacy.cohorts": figures.cohorts,
    "literacy.enrolled": figures.enrolled,
    "literacy.attending": figures.attending,
    "literacy.attendanceRate": shown(figures.attendanceRate),
    "literacy.dropouts": figures.dropouts,
    "literacy.dropoutRate": shown(figures.dropoutRate),
    "literacy.assessed": figures.assessed,
    "literacy.passed": figures.passed,
    "literacy.completionRate": shown(figures.completionRate),
    "literacy.successRate": shown(figures.successRate),
    "literacy.hours": Math.round((figures.minutesTaught / 60) * 100) / 100,
    "literacy.fees": figures.fees,
    "literacy.cost": figures.cost,
    "literacy.costPerLearner": figures.costPerLearner,
  };
}

const SCREEN_CODES = ALL_CODES.filter((code) => code !== "literacy.certificates");

test("every indicator of classes is made of what its source measures", () => {
  expectWholeCatalogue(literacySource, LITERACY_INDICATORS);
});

describe("an office's figures of classes", () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    await fill(office);
  });
  afterAll(() => office.close());

  const screen = async (from: string, to: string) => {
    const [line] = await office.must("literacy.figures", { from, to, by: "all" });
    if (line === undefined) throw new Error("no line");
    return line.figures;
  };

  test("are those of the area's own screen, in every span", async () => {
    for (const of of SPANS)
      expect(figuresOf(ownPlace(office), of, ...SCREEN_CODES)).toEqual(
        asIndicators(await screen(of.from, of.to)),
      );
    const { dropouts, passed, fees, cost, attending } = await screen(NOVEMBER.from, NOVEMBER.to);
    expect({ dropouts, passed, fees, cost, attending }).toEqual({
      ...{ dropouts: 1, passed: 1, fees: 1_000, cost: 4_000, attending: 5 },
    });
  });

  test("count certificates by the day of issue", async () => {
    const issued = await office.must("literacy.certificates", { from: NOVEMBER.from, to: TODAY });
    expect(issued.length).toBeGreaterThan(0);
    expect(figuresOf(ownPlace(office), NOVEMBER, "literacy.certificates")).toEqual({
      "literacy.certificates": issued.length,
    });
    expect(figuresOf(ownPlace(office), WEEK, "literacy.certificates")).toEqual({
      "literacy.certificates": 0,
    });
    const later = span("2026-11-24", "2026-11-30");
    expect(figuresOf(ownPlace(office), later, "literacy.certificates")).toEqual({
      "literacy.certificates": 0,
    });
    expect(groupsOf(ownPlace(office), NOVEMBER, "literacy.certificates", "donor")).toEqual({
      "ALPHA-26": issued.length,
    });
  });

  test("divide by programme and by donor as the classes of each alone", async () => {
    const lines = await office.must("literacy.figures", { from: NOVEMBER.from, to: TODAY, by: "cohort" });
    const market = lines.find(({ label }) => label.endsWith("Médina, le soir"))?.figures;
    const morning = lines.find(({ label }) => label.endsWith("Le matin"))?.figures;
    if (market === undefined || morning === undefined) throw new Error("no class");
    const place = ownPlace(office);
    for (const code of SCREEN_CODES) {
      const [one, other] = [asIndicators(market)[code], asIndicators(morning)[code]];
      const expected = (own: string, none: string) =>
        Object.fromEntries(
          [[own, one] as const, [none, other] as const].filter(([, value]) => value !== 0 && value !== null),
        );
      expect({ code, by: groupsOf(place, NOVEMBER, code, "donor") }).toEqual({
        ...{ code, by: expected("ALPHA-26", "none") },
      });
      if (code !== "literacy.dropouts")
        expect({ code, by: groupsOf(place, NOVEMBER, code) }).toEqual({
          code,
          by: expected("MARCHE", "SUITE"),
        });
    }
  });

  test("tell why women dropped out, the reasons adding up to all dropouts", async () => {
    const { reasons } = await screen(WEEK.from, WEEK.to);
    const expected = reasons.filter(({ women }) => women > 0).map(({ reason, women }) => [reason, women]);
    // Who came back after the week had dropped out in it.
    expect(Object.fromEntries(expected)).toEqual({ work: 1, illness: 1 });
    expect(groupsOf(ownPlace(office), WEEK, "literacy.dropouts")).toEqual({ work: 1, illness: 1 });
    expect(groupsOf(ownPlace(office), NOVEMBER, "literacy.dropouts")).toEqual({ work: 1 });
  });

  test("divide women by their age on the last day, of a birth year alone by the age reached in it", () => {
    const place = ownPlace(office);
    expect(groupsOf(place, NOVEMBER, "literacy.enrolled", "ageBand")).toEqual({
      ...{ "18-24": 1, "35-44": 3, "55+": 1, unknown: 1 },
    });
    // On the day after one of them turns 25.
    expect(groupsOf(place, span("2026-11-01", "2026-11-24"), "literacy.enrolled", "ageBand")).toEqual({
      ...{ "25-34": 1, "35-44": 3, "55+": 1, unknown: 1 },
    });
    for (const { code, breakdowns, formula } of LITERACY_INDICATORS)
      if (formula.kind === "sum" && breakdowns.includes("ageBand"))
        for (const of of SPANS) {
          const sum = sumOf(Object.values(groupsOf(place, of, code, "ageBand")));
          expect({ code, sum }).toEqual({ code, sum: figuresOf(place, of, code)[code] });
        }
  });

  test("are the sum of the women, sessions and vouchers behind them", () => {
    const place = ownPlace(office);
    const counts = expectRecordsAddUp(literacySource, LITERACY_INDICATORS, { place, spans: SPANS });
    expect(Object.keys(counts).sort()).toEqual([...literacySource.measures].sort());
  });

  test("lead to the class of a woman by her number alone, and to the voucher of a fee", async () => {
    const asked = { ...ownPlace(office), span: NOVEMBER, by: null, key: "" } as const;
    const enrolled = literacySource.records({ ...asked, measure: "literacy.enrolled" });
    const cohorts = await office.must("literacy.cohorts", { text: "", states: [] });
    for (const { label, link } of enrolled) {
      expect(label).toMatch(/^KTL-\d{5}-\d$/);
      expect(cohorts.map(({ id }) => id)).toContain(link?.id);
    }
    for (const { label, link } of literacySource.records({ ...asked, measure: "literacy.fees" }))
      expect((await office.must("cashbook.voucher", { id: link?.id ?? "" })).voucher.number).toBe(label);
  });

  test("of years before the first class are nothing, and no rate is a number", () => {
    const figures = figuresOf(ownPlace(office), span("2024-01-01", "2024-12-31"), ...ALL_CODES);
    for (const { code, formula } of LITERACY_INDICATORS)
      expect({ code, value: figures[code] }).toEqual({ code, value: formula.kind === "rate" ? null : 0 });
  });

  test("call programmes and projects by their names", () => {
    expect(literacySource.groupNames?.(ownPlace(office), "group").get("MARCHE")?.fr).toBe("Lire au marché");
    expect(literacySource.groupNames?.(ownPlace(office), "donor").get("ALPHA-26")?.fr).toBe(
      "Alphabétisation 2026",
    );
  });
});

test("a certificate that was taken back counts no more", async () => {
  const office = await makeTestOffice();
  await fill(office);
  const [certificate] = await office.must("literacy.certificates", { from: NOVEMBER.from, to: TODAY });
  const { office: register, user } = office.call;
  register.write(user.id, office.clock.now(), (door) => {
    door.update("certificate", certificate?.id ?? "", { voided: 1 });
    return accept(null);
  });
  expect(figuresOf(ownPlace(office), NOVEMBER, "literacy.certificates")).toEqual({
    "literacy.certificates": 0,
  });
});

describe("at headquarters", () => {
  let hq: TestOffice;
  let offices: TestOffice[];
  beforeAll(async () => {
    hq = await makeHeadquarters({ shared: true });
    offices = [
      await makeEnrolled(hq, KOUTIALA, { shared: true }),
      await makeEnrolled(hq, MOPTI, { shared: true }),
    ];
    for (const office of offices) {
      await fill(office);
      await receive(hq, await send(office, makeFolder()));
    }
  });
  afterAll(() => {
    for (const office of [hq, ...offices]) office.close();
  });

  test("an office's figures are those of the office", () => {
    for (const office of offices)
      for (const of of SPANS)
        expectSameFigures(LITERACY_INDICATORS, of, {
          own: ownPlace(office),
          national: nationalPlace(hq, office.call.office.code),
        });
  });

  test("one reading of all offices keeps each office's own apart", () => {
    const reading = { ...nationalPlace(hq, "all"), reading: {} };
    for (const office of ["all", ...offices.map(({ call }) => call.office.code)])
      expect(figuresOf({ ...reading, office }, NOVEMBER, ...ALL_CODES)).toEqual(
        figuresOf(nationalPlace(hq, office), NOVEMBER, ...ALL_CODES),
      );
  });

  test("all offices together are those of the screen, and divided by office are each alone", async () => {
    const all = nationalPlace(hq, "all");
    const asked = { from: NOVEMBER.from, to: NOVEMBER.to, office: "all" } as const;
    const [line] = await hq.must("literacy.figures", { ...asked, by: "all" });
    if (line === undefined) throw new Error("no line");
    expect(figuresOf(all, NOVEMBER, ...SCREEN_CODES)).toEqual(asIndicators(line.figures));
    const lines = await hq.must("literacy.figures", { ...asked, by: "office" });
    expect(groupsOf(all, NOVEMBER, "literacy.enrolled", "office")).toEqual(
      Object.fromEntries(lines.map(({ key, figures }) => [key, figures.enrolled])),
    );
    expectRecordsAddUp(literacySource, LITERACY_INDICATORS, { place: all, spans: [WEEK, YEAR] });
  });

  test("who may not read names has the figures, and records by the number of the class", async () => {
    const accountant = await addColleague(hq, "accountant");
    const { login, passphrase } = accountant;
    await hq.must("access.signIn", { login, passphrase });
    const place = nationalPlace(hq, "KTL");
    const [office] = offices;
    if (office === undefined) throw new Error("no office");
    expect(figuresOf(place, NOVEMBER, ...ALL_CODES)).toEqual(
      figuresOf(ownPlace(office), NOVEMBER, ...ALL_CODES),
    );
    const asked = { ...place, measure: "literacy.enrolled", span: NOVEMBER, by: null, key: "" } as const;
    expect(literacySource.records(asked).every(({ label }) => /^KTL-[A-Z]*\d+/.test(label))).toBe(true);
    expect(Object.keys(groupsOf(place, NOVEMBER, "literacy.enrolled", "ageBand"))).toEqual(["unknown"]);
  });
});
