import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CohortResults } from "../../../src/contract/literacyViews.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  assess,
  attend,
  FIRST,
  joinClass,
  LAST,
  makeClass,
  makeProgramme,
  marksOf,
  NOVEMBER,
  TODAY,
} from "./classBook.ts";

let office: TestOffice;
let programmeId: string;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  programmeId = await makeProgramme(office);
});
afterAll(() => office.close());

async function classOf(count: number) {
  const { id } = await makeClass(office, programmeId);
  const women: string[] = [];
  for (let index = 0; index < count; index += 1) women.push((await joinClass(office, id)).enrolmentId);
  await attend(office, id, women);
  return { id, women };
}

const of = ({ learners }: CohortResults, enrolmentId = "") =>
  learners.find((one) => one.enrolmentId === enrolmentId);

describe("an assessment", () => {
  test("comes to what the programme's rule says, and shows the way from the start", async () => {
    const { id, women } = await classOf(3);
    const [good = "", weak = "", absent = ""] = women;
    await assess(office, id, "start", { [good]: 20, [weak]: 30 }, FIRST);
    const results = await assess(office, id, "end", { [good]: 80, [weak]: 30 });
    expect(of(results, good)).toMatchObject({
      ...{ first: 20, latest: 80, certificate: null },
      outcome: { overall: 80, passed: true, missing: [] },
    });
    expect(of(results, weak)).toMatchObject({
      ...{ first: 30, latest: 30, outcome: { passed: false, missing: ["overall", "domain"] } },
    });
    expect(of(results, absent)).toMatchObject({ outcome: null, first: null, latest: null, assessments: [] });
    expect(await office.must("literacy.results", { cohortId: id })).toEqual(results);
  });

  test("is corrected by the same again, and a retake on another day is another one", async () => {
    const { id, women } = await classOf(1);
    const [her = ""] = women;
    const input = {
      ...{ cohortId: id, kind: "end" as const, onDay: "2026-11-19" },
      learners: [{ id: v7(), enrolmentId: her, marks: marksOf(20) }],
    };
    const saved = await office.must("literacy.saveAssessment", input);
    expect(await office.must("literacy.saveAssessment", input)).toEqual(saved);
    await assess(office, id, "end", { [her]: 30 }, "2026-11-19");
    await assess(office, id, "retake", { [her]: 40 }, "2026-11-20");
    await assess(office, id, "retake", { [her]: 45 }, "2026-11-20");
    const results = await assess(office, id, "retake", { [her]: 70 }, "2026-11-21");
    expect(of(results, her)?.assessments.map(({ kind, onDay }) => [kind, onDay])).toEqual([
      ["end", "2026-11-19"],
      ["retake", "2026-11-20"],
      ["retake", "2026-11-21"],
    ]);
    expect(of(results, her)).toMatchObject({ latest: 70, outcome: { passed: true } });
  });

  test("is refused at the mark that is off its scale or of no skill, and keeps nothing then", async () => {
    const { id, women } = await classOf(3);
    const save = (marks: { skill: string; mark: number }[]) =>
      office.refused("literacy.saveAssessment", {
        ...{ cohortId: id, kind: "start", onDay: FIRST },
        learners: women.map((enrolmentId, index) => ({
          ...{ id: v7(), enrolmentId, marks: index === 2 ? marks : marksOf(50) },
        })),
      });
    expect(
      await save([
        { skill: "R1", mark: 10 },
        { skill: "W1", mark: 11 },
      ]),
    ).toBe(refusal("literacy.markOffScale", "learners.2.marks.1"));
    expect(
      await save([
        { skill: "N1", mark: 11 },
        { skill: "X9", mark: 1 },
      ]),
    ).toBe(refusal("literacy.skillUnknown", "learners.2.marks.1"));
    expect(
      await save([
        { skill: "R1", mark: 1 },
        { skill: "R1", mark: 2 },
      ]),
    ).toBe(refusal("request.invalid", "learners.2.marks.1"));
    expect(await save([{ skill: "R1", mark: -1 }])).toBe(
      refusal("request.required", "learners.2.marks.0.mark"),
    );
    const { learners } = await office.must("literacy.results", { cohortId: id });
    expect(learners.flatMap(({ assessments }) => assessments)).toEqual([]);
  });

  test("is refused for a day to come, another class, who was not there that day, and twice in one grid", async () => {
    const { id, women } = await classOf(1);
    const late = await joinClass(office, id, { on: "2026-11-12" });
    const [her = ""] = women;
    const refused = (
      enrolmentId: string,
      changes: { cohortId?: string; kind?: "middle" | "retake"; onDay?: string } = {},
    ) =>
      office.refused("literacy.saveAssessment", {
        ...{ cohortId: id, kind: "middle", onDay: "2026-11-09", ...changes },
        learners: [{ id: v7(), enrolmentId, marks: marksOf(50) }],
      });
    const field = "learners.0.enrolmentId";
    expect(await refused(her, { onDay: "2026-11-24" })).toBe(refusal("literacy.dayInFuture", "onDay"));
    expect(await refused(her, { cohortId: v7() })).toBe(refusal("literacy.cohortUnknown", "cohortId"));
    expect(await refused(v7())).toBe(refusal("literacy.enrolmentUnknown", field));
    expect(await refused(late.enrolmentId)).toBe(refusal("literacy.notInClassThen", field));
    expect(await refused(her, { kind: "retake" })).toBe(refusal("literacy.noEndYet", field));
    const line = { id: v7(), enrolmentId: her, marks: marksOf(50) };
    const grid = { cohortId: id, kind: "middle" as const, onDay: "2026-11-09" };
    expect(
      await office.refused("literacy.saveAssessment", { ...grid, learners: [line, { ...line, id: v7() }] }),
    ).toBe(refusal("request.invalid", "learners.1.enrolmentId"));
    await office.must("literacy.saveAssessment", { ...grid, learners: [line] });
    expect(
      await office.refused("literacy.saveAssessment", { ...grid, kind: "start", learners: [line] }),
    ).toBe(refusal("request.invalid", "learners.0.id"));
  });

  test("may come after the class is closed, for who went to its end", async () => {
    const { id } = await makeClass(office, programmeId, { endsOn: "2026-11-19" });
    const { enrolmentId } = await joinClass(office, id);
    await attend(office, id, [enrolmentId]);
    await office.must("literacy.closeCohort", { id, on: "2026-11-19" });
    const results = await assess(office, id, "end", { [enrolmentId]: 90 });
    expect(of(results, enrolmentId)).toMatchObject({ state: "finished", outcome: { passed: true } });
  });
});

describe("certificates", () => {
  test("are numbered and given once to everybody who passed, and end the marks", async () => {
    const { id, women } = await classOf(3);
    const [one = "", two = "", weak = ""] = women;
    await assess(office, id, "end", { [one]: 80, [two]: 60, [weak]: 10 });
    expect(await office.refused("literacy.issueCertificates", { cohortId: id, on: "2026-11-24" })).toBe(
      refusal("literacy.dayInFuture", "on"),
    );
    expect(await office.refused("literacy.issueCertificates", { cohortId: v7(), on: TODAY })).toBe(
      refusal("literacy.cohortUnknown", "cohortId"),
    );
    const tasks = await office.must("literacy.tasks", {});
    const results = await office.must("literacy.issueCertificates", { cohortId: id, on: TODAY });
    expect((await office.must("literacy.tasks", {})).toCertify).toBe(tasks.toCertify - 2);
    const numbers = [one, two].map((her) => of(results, her)?.certificate?.number ?? "");
    expect(numbers.every((number) => /^KTL-D\d{5}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(2);
    expect(of(results, weak)?.certificate).toBeNull();
    expect(await office.refused("literacy.issueCertificates", { cohortId: id, on: TODAY })).toBe(
      refusal("literacy.nobodyToCertify", "cohortId"),
    );
    expect(
      await office.refused("literacy.saveAssessment", {
        ...{ cohortId: id, kind: "retake", onDay: TODAY },
        learners: [{ id: v7(), enrolmentId: one, marks: marksOf(90) }],
      }),
    ).toBe(refusal("literacy.alreadyCertified", "learners.0.enrolmentId"));
    const listed = await office.must("literacy.certificates", NOVEMBER);
    expect(listed.filter(({ number }) => numbers.includes(number))).toMatchObject([
      { percent: 80, programmeName: "Lire au marché", voided: false, office: "KTL" },
      { percent: 60 },
    ]);
    expect(await office.must("literacy.certificates", { from: "2026-12-01", to: LAST })).toEqual([]);
    const again = await assess(office, id, "retake", { [weak]: 55 });
    expect(of(again, weak)?.outcome?.passed).toBe(true);
    const late = await office.must("literacy.issueCertificates", { cohortId: id, on: TODAY });
    expect(of(late, weak)?.certificate?.number).toMatch(/^KTL-D\d{5}$/);
  });

  test("are for who attended enough and has a mark of every skill", async () => {
    const { id } = await makeClass(office, programmeId);
    const [away, partly] = [await joinClass(office, id), await joinClass(office, id)];
    await attend(office, id, [away.enrolmentId], { mark: "A" });
    const { enrolmentId } = partly;
    await assess(office, id, "end", { [away.enrolmentId]: 100 });
    const results = await office.must("literacy.saveAssessment", {
      ...{ cohortId: id, kind: "end", onDay: TODAY },
      learners: [{ id: v7(), enrolmentId, marks: marksOf(100).slice(1) }],
    });
    expect(of(results, away.enrolmentId)?.outcome?.missing).toEqual(["attendance"]);
    expect(of(results, enrolmentId)?.outcome?.missing).toContain("marks");
    expect(await office.refused("literacy.issueCertificates", { cohortId: id, on: TODAY })).toBe(
      refusal("literacy.nobodyToCertify", "cohortId"),
    );
  });
});

test("the check-up finds nothing wrong after all this", async () => {
  expect((await office.must("office.checkUp", {})).faults).toEqual([]);
});
