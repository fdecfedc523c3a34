import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { expectHealthy, makeFolder, makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  enrol as enrolOffice,
  filesIn,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { addColleague } from "../headquarters/siege.ts";
import {
  assess,
  attend,
  CASH,
  FIRST,
  joinClass,
  makeClass,
  makeProgramme,
  makeTrainer,
  NOVEMBER,
  programmeDetails,
  seat,
  TODAY,
} from "./classBook.ts";

let hq: TestOffice;
let koutiala: TestOffice;
beforeEach(async () => {
  hq = await makeHeadquarters();
  koutiala = await makeEnrolled(hq, KOUTIALA);
});

const tell = async (office: TestOffice) => void (await receive(hq, await send(office)));

/** A class with two women, a feast, marks, money, materials and a certificate. */
async function fullClass(office: TestOffice) {
  const programmeId = await makeProgramme(office);
  const trainerId = await makeTrainer(office);
  const about = { trainerId, fee: 2_000, allowance: 1_000 };
  const { id } = await makeClass(office, programmeId, about);
  const one = await joinClass(office, id);
  const two = await joinClass(office, id);
  await office.must("literacy.saveHoliday", { id: v7(), onDay: "2026-12-10", name: "Fête", remove: false });
  await attend(office, id, [one.enrolmentId, two.enrolmentId]);
  await assess(office, id, "start", { [one.enrolmentId]: 20 }, FIRST);
  await assess(office, id, "end", { [one.enrolmentId]: 90, [two.enrolmentId]: 20 });
  await office.must("literacy.issueCertificates", { cohortId: id, on: TODAY });
  await office.must("literacy.payFee", {
    ...{ id: v7(), enrolmentId: one.enrolmentId, amount: 500, ...CASH },
  });
  await office.must("literacy.payAllowance", {
    ...{ id: v7(), cohortId: id, trainerId, to: TODAY, amount: 6_000, ...CASH },
  });
  await office.must("literacy.handOut", {
    ...{ id: v7(), cohortId: id, enrolmentId: null, item: "Craie", quantity: 2, onDay: FIRST },
  });
  await office.must("literacy.saveTarget", { id: v7(), year: 2026, indicator: "passed", value: 40 });
  return { cohortId: id, one, two };
}

describe("what headquarters decides", () => {
  test("reaches an office with the answer: programmes and feasts, which the office cannot change", async () => {
    const own = await makeProgramme(koutiala, { name: "À nous" });
    const { id } = await makeClass(koutiala, own);
    const leading = await makeProgramme(hq, { name: "De Bamako" });
    const feast = { id: v7(), onDay: "2026-12-07", name: "Maouloud", remove: false };
    await hq.must("literacy.saveHoliday", feast);
    await answerTo(hq, koutiala);
    const programmes = await koutiala.must("literacy.programmes", {});
    expect(programmes.filter(({ code }) => code === "MARCHE")).toMatchObject([
      { id: leading, name: "De Bamako", office: "BKO", confirmed: true, cohorts: 1 },
    ]);
    expect(await koutiala.must("literacy.cohort", { id })).toMatchObject({
      programmeName: "De Bamako",
      minutesPlanned: 13 * 120,
    });
    expect((await koutiala.must("literacy.holidays", { year: 2026 })).map(({ name }) => name)).toContain(
      "Maouloud",
    );
    for (const programmeId of [own, leading, v7()])
      expect(
        await koutiala.refused("literacy.saveProgramme", { id: programmeId, details: programmeDetails() }),
      ).toBe(refusal("literacy.programmeOfHeadquarters", "details.code"));
    expect(
      await koutiala.refused("literacy.saveProgramme", {
        id: own,
        details: programmeDetails({ code: "AUTRE" }),
      }),
    ).toBe(refusal("literacy.codeTaken", "details.code"));
    expect(await koutiala.refused("literacy.saveHoliday", { ...feast, remove: true })).toBe(
      refusal("literacy.holidayOfHeadquarters", "name"),
    );
    await hq.must("literacy.saveHoliday", { ...feast, remove: true });
    await answerTo(hq, koutiala);
    expect((await koutiala.must("literacy.cohort", { id })).minutesPlanned).toBe(14 * 120);
  });
});

describe("headquarters' view of an office", () => {
  test("equals the office's own: classes, sessions, results, certificates, ways, figures and targets", async () => {
    const { cohortId, one } = await fullClass(koutiala);
    await tell(koutiala);
    await answerTo(hq, koutiala);
    const office = "KTL";
    const both = async <T>(ask: (at: TestOffice, of: object) => Promise<T>) => {
      const own = await ask(koutiala, {});
      expect(await ask(hq, { office })).toEqual(own);
      return own;
    };
    const rows = await both((at, of) => at.must("literacy.cohorts", { states: [], text: "", ...of }));
    expect(rows).toHaveLength(1);
    const file = await both((at) => at.must("literacy.cohort", { id: cohortId }));
    expect(file).toMatchObject({ trainerName: "Kadidia Sangaré", allowances: [{ amount: 6_000 }] });
    await both((at, of) => at.must("literacy.week", { from: "2026-12-07", to: "2026-12-13", ...of }));
    await both((at) => at.must("literacy.sheet", { cohortId, ...NOVEMBER }));
    await both((at) => at.must("literacy.results", { cohortId }));
    const given = await both((at, of) => at.must("literacy.certificates", { ...NOVEMBER, ...of }));
    expect(given).toHaveLength(1);
    const path = await both((at) => at.must("literacy.learner", { memberId: one.memberId }));
    expect(path.stays).toMatchObject([{ feePaid: 500, attended: 6 }]);
    for (const by of ["all", "cohort", "trainer", "place", "month", "office"] as const)
      await both((at, of) => at.must("literacy.figures", { ...NOVEMBER, by, ...of }));
    await both((at, of) => at.must("literacy.targets", { year: 2026, ...of }));
    const list = { list: "learners", cohortId, ...NOVEMBER, format: "csv" } as const;
    await both((at) => at.must("literacy.exportList", list));
    const national = await hq.must("literacy.figures", { ...NOVEMBER, by: "office", office: "all" });
    expect(national.map(({ key, figures }) => [key, figures.enrolled, figures.passed])).toEqual([
      ["KTL", 2, 1],
    ]);
    expect(await hq.refused("literacy.closeCohort", { id: cohortId, on: TODAY })).toBe(
      refusal("literacy.cohortUnknown", "id"),
    );
  });

  test("has no names and no numbers for whoever does not hold the tier of identity, and no money without finance", async () => {
    const { cohortId } = await fullClass(koutiala);
    await tell(koutiala);
    const own = await fullClass(hq);
    await hq.must("headquarters.offices", {});
    const kadia = await addColleague(hq, "auditor", "kadia");
    for (const tier of ["identity", "finance"] as const)
      await hq.must("headquarters.withdrawTier", { userId: kadia.id, tier });
    await seat(hq, kadia);
    const file = await hq.must("literacy.cohort", { id: cohortId });
    expect(file.learners.map(({ learner: { number, surname } }) => [number, surname])).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(file).toMatchObject({ attending: 2, enrolled: 2, trainerName: "", allowances: [] });
    expect(file.learners.map(({ attended, feePaid }) => [attended, feePaid])).toEqual([
      [6, 0],
      [6, 0],
    ]);
    const [line] = await hq.must("literacy.figures", { ...NOVEMBER, by: "all", office: "KTL" });
    expect(line?.figures).toMatchObject({ enrolled: 2, passed: 1, fees: 0, cost: 0 });
    const path = await hq.must("literacy.learner", { memberId: own.one.memberId });
    expect(path.stays).toMatchObject([{ cohortId: own.cohortId, attended: 6 }]);
    await seat(hq);
  });

  test("without the programme tier is refused", async () => {
    const kadia = await addColleague(hq, "auditor", "kadia");
    await hq.must("headquarters.withdrawTier", { userId: kadia.id, tier: "programme" });
    await seat(hq, kadia);
    expect(await hq.refused("literacy.cohorts", { states: [], text: "", office: "all" })).toBe(
      refusal("headquarters.noTier", "office"),
    );
    await seat(hq);
  });
});

test("a woman who goes to another office goes on there; what she did here stays here, and headquarters sees both", async () => {
  const mopti = await makeEnrolled(hq, MOPTI);
  const { cohortId, two } = await fullClass(koutiala);
  await tell(koutiala);
  const { memberId } = two;
  await hq.must("headquarters.transfer", { id: v7(), memberId, to: "MPT", mergeInto: null });
  await koutiala.must("literacy.leave", { id: two.enrolmentId, on: TODAY, reason: "moved" });
  await answerTo(hq, koutiala);
  await tell(koutiala);
  await answerTo(hq, mopti);
  koutiala.clock.move({ days: 1 });
  expect(
    await koutiala.refused("literacy.comeBack", { id: two.enrolmentId, newId: v7(), on: "2026-11-24" }),
  ).toBe(refusal("member.elsewhere", "id"));
  expect(
    await koutiala.refused("literacy.enrol", {
      ...{ id: v7(), cohortId, memberId, on: TODAY, placement: null, wait: false },
    }),
  ).toBe(refusal("member.elsewhere", "memberId"));
  const there = await makeClass(mopti, await makeProgramme(mopti));
  await mopti.must("literacy.enrol", {
    ...{ id: v7(), cohortId: there.id, memberId, on: TODAY, placement: null, wait: false },
  });
  await tell(mopti);
  const cohorts = async (at: TestOffice) =>
    (await at.must("literacy.learner", { memberId })).stays.map((stay) => stay.cohortId);
  expect(await cohorts(koutiala)).toEqual([cohortId]);
  expect(await cohorts(mopti)).toEqual([there.id]);
  expect((await cohorts(hq)).sort()).toEqual([cohortId, there.id].sort());
  const [line] = await hq.must("literacy.figures", { ...NOVEMBER, by: "all", office: "all" });
  expect(line?.figures).toMatchObject({ cohorts: 2, enrolled: 2, dropouts: 0 });
  for (const office of [koutiala, mopti]) await expectHealthy(office.ask);
});

test("an office taken back from headquarters has its classes again and goes on numbering", async () => {
  const { cohortId, two } = await fullClass(koutiala);
  await tell(koutiala);
  const { keys } = await hq.must("headquarters.office", { office: "KTL" });
  const fingerprint = keys.find(({ state }) => state === "current")?.fingerprint ?? "";
  await hq.must("headquarters.revokeKey", { office: "KTL", fingerprint });
  const laptop = await makeTestOffice({
    office: {
      ...{ code: "KTL", name: "Koutiala bis" },
      person: { name: "Bintou Keïta", login: "bintou", role: "coordinator" },
    },
  });
  await enrolOffice(hq, laptop, KOUTIALA);
  const folder = makeFolder();
  await hq.must("headquarters.answer", { offices: ["KTL"], folder });
  await laptop.must("sync.importAnswer", { files: filesIn(folder) });
  expect(await laptop.must("literacy.cohort", { id: cohortId })).toEqual(
    await koutiala.must("literacy.cohort", { id: cohortId }),
  );
  const next = async (office: TestOffice) => {
    const programmes = await office.must("literacy.programmes", {});
    const programmeId = programmes.find(({ code }) => code === "MARCHE")?.id ?? "";
    const { number } = await makeClass(office, programmeId);
    const { learners } = await assess(office, cohortId, "retake", { [two.enrolmentId]: 90 });
    const results = await office.must("literacy.issueCertificates", { cohortId, on: TODAY });
    expect(learners).toHaveLength(2);
    return [number, results.learners.map(({ certificate }) => certificate?.number)];
  };
  const expected = await next(koutiala);
  expect(expected).toEqual(["KTL-C00002", ["KTL-D00001", "KTL-D00002"]]);
  expect(await next(laptop)).toEqual(expected);
  await expectHealthy(laptop.ask);
});
