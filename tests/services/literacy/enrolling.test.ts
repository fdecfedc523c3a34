import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CohortFile } from "../../../src/contract/literacyViews.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import {
  attend,
  FIRST,
  joinClass,
  LAST,
  makeClass,
  makeProgramme,
  saveSessions,
  session,
  TODAY,
} from "./classBook.ts";

let office: TestOffice;
let beginners: string;
let advanced: string;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  beginners = await makeProgramme(office);
  advanced = await makeProgramme(office, { code: "SUITE", level: "intermediate" });
});
afterAll(() => office.close());

const enrolment = (cohortId: string, memberId: string, changes: object = {}) => ({
  ...{ id: v7(), cohortId, memberId, on: TODAY, placement: null, wait: false },
  ...changes,
});
const lineOf = (file: CohortFile, enrolmentId: string) =>
  file.learners.find((line) => line.enrolmentId === enrolmentId);
const UPCOMING = { startsOn: "2026-11-30", endsOn: "2027-02-25" };

describe("to enrol", () => {
  test("puts a woman into the class once, with her placement test", async () => {
    const { id } = await makeClass(office, beginners);
    const { member } = await register(office);
    const input = enrolment(id, member.id, {
      on: "2026-11-09",
      placement: { reading: 1, writing: 0, numeracy: 4 },
    });
    const file = await office.must("literacy.enrol", input);
    expect(await office.must("literacy.enrol", input)).toEqual(file);
    expect(file.learners).toMatchObject([
      {
        ...{ state: "attending", enrolledOn: "2026-11-09", startsOn: "2026-11-09", endedOn: null },
        ...{ placement: { reading: 1, writing: 0, numeracy: 4 }, attended: 0, held: 0, attendanceRate: null },
        learner: { memberId: member.id, number: member.number, surname: "Coulibaly" },
      },
    ]);
    const other = await makeClass(office, advanced);
    expect(await office.refused("literacy.enrol", { ...input, cohortId: other.id })).toBe(
      refusal("request.invalid", "id"),
    );
  });

  test("is refused in a class that is unknown, on a day outside it or to come", async () => {
    const { id } = await makeClass(office, beginners, { endsOn: "2026-11-19" });
    const { member } = await register(office);
    const refused = (cohortId: string, changes: object) =>
      office.refused("literacy.enrol", enrolment(cohortId, member.id, changes));
    expect(await refused(v7(), {})).toBe(refusal("literacy.cohortUnknown", "cohortId"));
    expect(await refused(id, { on: "2026-11-01" })).toBe(refusal("literacy.dayOutside", "on"));
    expect(await refused(id, { on: "2026-11-20" })).toBe(refusal("literacy.dayOutside", "on"));
    expect(await refused(id, { on: "2026-11-24" })).toBe(refusal("literacy.dayInFuture", "on"));
    const upcoming = await makeClass(office, beginners, UPCOMING);
    expect(await refused(upcoming.id, { on: "2026-12-03" })).toBe(refusal("literacy.dayInFuture", "on"));
    expect(await refused(upcoming.id, {})).toBe(refusal("literacy.dayOutside", "on"));
    const file = await office.must(
      "literacy.enrol",
      enrolment(upcoming.id, member.id, { on: UPCOMING.startsOn }),
    );
    expect(file).toMatchObject({ state: "upcoming", attending: 0, enrolled: 1 });
  });

  test("is refused to whom this office does not follow", async () => {
    const { id } = await makeClass(office, beginners);
    const refused = (memberId: string) => office.refused("literacy.enrol", enrolment(id, memberId));
    expect(await refused(v7())).toBe(refusal("member.notFound", "memberId"));
    const gone = (await register(office, { surname: "Partie" })).member;
    await office.must("membership.recordDeparture", { id: gone.id, on: "2026-11-20", reason: "moved" });
    expect(await refused(gone.id)).toBe(refusal("literacy.memberLeft", "memberId"));
    const keep = (await register(office, { surname: "Restée" })).member;
    const merged = (await register(office, { surname: "Doublée" })).member;
    await office.must("membership.mergeMembers", { keepId: keep.id, mergeId: merged.id });
    expect(await refused(merged.id)).toBe(refusal("member.merged", "memberId"));
    await office.must("membership.eraseMember", { id: keep.id, number: keep.number });
    expect(await refused(keep.id)).toBe(refusal("member.erased", "memberId"));
  });

  test("never lets a woman follow two classes of a level at once, but two levels", async () => {
    const one = await makeClass(office, beginners);
    const two = await makeClass(office, beginners);
    const above = await makeClass(office, advanced);
    const { memberId } = await joinClass(office, one.id);
    expect(await office.refused("literacy.enrol", enrolment(two.id, memberId))).toBe(
      refusal("literacy.alreadyEnrolled", "memberId"),
    );
    expect(await office.refused("literacy.enrol", enrolment(one.id, memberId, { wait: true }))).toBe(
      refusal("literacy.alreadyEnrolled", "memberId"),
    );
    await office.must("literacy.enrol", enrolment(above.id, memberId));
  });
});

describe("a full class", () => {
  test("takes who comes on its waiting list, and admits her once there is room", async () => {
    const { id } = await makeClass(office, beginners, { capacity: 1 });
    const first = await joinClass(office, id, { on: "2026-11-16" });
    const { member } = await register(office);
    expect(await office.refused("literacy.enrol", enrolment(id, member.id))).toBe(
      refusal("literacy.full", "cohortId"),
    );
    expect(await office.refused("literacy.enrol", enrolment(id, member.id, { on: FIRST }))).toBe(
      refusal("literacy.full", "cohortId"),
    );
    const asked = enrolment(id, member.id, { wait: true });
    const waiting = await office.must("literacy.enrol", asked);
    expect(waiting).toMatchObject({ attending: 1, waiting: 1, enrolled: 1 });
    const admit = { id: asked.id, on: TODAY };
    expect(await office.refused("literacy.admit", admit)).toBe(refusal("literacy.full", "cohortId"));
    await office.must("literacy.leave", { id: first.enrolmentId, on: "2026-11-22", reason: "work" });
    expect(await office.refused("literacy.admit", { ...admit, on: "2026-11-01" })).toBe(
      refusal("literacy.dayOutside", "on"),
    );
    const admitted = await office.must("literacy.admit", admit);
    expect(await office.must("literacy.admit", admit)).toEqual(admitted);
    expect(admitted).toMatchObject({ attending: 1, waiting: 0, enrolled: 2 });
    expect(await office.refused("literacy.admit", { ...admit, on: "2026-11-22" })).toBe(
      refusal("literacy.notWaiting", "id"),
    );
    expect(await office.refused("literacy.admit", { id: v7(), on: TODAY })).toBe(
      refusal("literacy.enrolmentUnknown", "id"),
    );
  });

  test("notes who asks for a place before the class begins, and lets her go from the list", async () => {
    const { id } = await makeClass(office, beginners, UPCOMING);
    const { enrolmentId } = await joinClass(office, id, { on: TODAY, wait: true });
    const leave = { id: enrolmentId, on: TODAY, reason: "lostInterest" } as const;
    const file = await office.must("literacy.leave", leave);
    expect(await office.must("literacy.leave", leave)).toEqual(file);
    expect(file).toMatchObject({ waiting: 0, enrolled: 0, learners: [{ state: "left" }] });
    expect(await office.refused("literacy.admit", { id: enrolmentId, on: UPCOMING.startsOn })).toBe(
      refusal("literacy.notWaiting", "id"),
    );
  });

  test("admits nobody who follows another class of the level, or whom the register lost since", async () => {
    const { id } = await makeClass(office, beginners);
    const other = await makeClass(office, beginners);
    const busy = await joinClass(office, id, { wait: true });
    await office.must("literacy.enrol", enrolment(other.id, busy.memberId));
    expect(await office.refused("literacy.admit", { id: busy.enrolmentId, on: TODAY })).toBe(
      refusal("literacy.alreadyEnrolled", "memberId"),
    );
    const erased = await joinClass(office, id, { wait: true });
    await office.must("membership.eraseMember", { id: erased.memberId, number: erased.number });
    expect(await office.refused("literacy.admit", { id: erased.enrolmentId, on: TODAY })).toBe(
      refusal("member.erased", "id"),
    );
  });
});

describe("to leave", () => {
  test("is refused to come, before she came, after marks, and twice for another reason", async () => {
    const { id } = await makeClass(office, beginners);
    const { enrolmentId } = await joinClass(office, id, { on: "2026-11-05" });
    await attend(office, id, [enrolmentId], { days: ["2026-11-05", "2026-11-16"] });
    const refused = (on: string) =>
      office.refused("literacy.leave", { id: enrolmentId, on, reason: "illness" });
    expect(await refused("2026-11-24")).toBe(refusal("literacy.dayInFuture", "on"));
    expect(await refused("2026-11-04")).toBe(refusal("literacy.beforeStart", "on"));
    expect(await refused("2026-11-15")).toBe(refusal("literacy.marksAfter", "on"));
    const leave = { id: enrolmentId, on: "2026-11-16", reason: "illness" } as const;
    const file = await office.must("literacy.leave", leave);
    expect(await office.must("literacy.leave", leave)).toEqual(file);
    expect(file).toMatchObject({ attending: 0, enrolled: 1, learners: [{ state: "left", end: "illness" }] });
    expect(await refused("2026-11-20")).toBe(refusal("literacy.notAttending", "id"));
    expect(await office.refused("literacy.leave", { ...leave, id: v7() })).toBe(
      refusal("literacy.enrolmentUnknown", "id"),
    );
  });

  test("is possible before the class began, which counts her nowhere", async () => {
    const { id } = await makeClass(office, beginners, UPCOMING);
    const { enrolmentId } = await joinClass(office, id, { on: UPCOMING.startsOn });
    const file = await office.must("literacy.leave", { id: enrolmentId, on: "2026-11-22", reason: "moved" });
    expect(file).toMatchObject({ enrolled: 0, learners: [{ state: "left", end: "moved" }] });
    const [line] = await office.must("literacy.figures", {
      from: "2026-11-01",
      to: "2027-03-01",
      by: "all",
    });
    const others = await office.must("literacy.cohorts", { states: [], text: "" });
    expect(line?.figures.cohorts).toBe(others.length);
  });

  test("and come back is another stay after the first, of the same woman", async () => {
    const { id } = await makeClass(office, beginners);
    const { enrolmentId } = await joinClass(office, id);
    const back = (changes: object = {}) => ({ id: enrolmentId, newId: v7(), on: TODAY, ...changes });
    expect(await office.refused("literacy.comeBack", back())).toBe(refusal("literacy.notLeft", "id"));
    await office.must("literacy.leave", { id: enrolmentId, on: "2026-11-12", reason: "child" });
    expect(await office.refused("literacy.comeBack", back({ on: "2026-11-12" }))).toBe(
      refusal("literacy.beforeStart", "on"),
    );
    expect(await office.refused("literacy.comeBack", back({ on: "2026-11-24" }))).toBe(
      refusal("literacy.dayInFuture", "on"),
    );
    const input = back({ on: "2026-11-19" });
    const file = await office.must("literacy.comeBack", input);
    expect(await office.must("literacy.comeBack", input)).toEqual(file);
    expect(file).toMatchObject({ attending: 1, enrolled: 1 });
    expect(lineOf(file, input.newId)).toMatchObject({ state: "attending", previousId: enrolmentId });
    const stranger = await joinClass(office, id);
    await office.must("literacy.leave", { id: stranger.enrolmentId, on: "2026-11-12", reason: "work" });
    expect(
      await office.refused("literacy.comeBack", {
        ...{ id: stranger.enrolmentId, newId: input.newId, on: TODAY },
      }),
    ).toBe(refusal("request.invalid", "newId"));
  });

  test("and come back is refused once she is erased or the class is full", async () => {
    const { id } = await makeClass(office, beginners, { capacity: 1 });
    const gone = await joinClass(office, id);
    await office.must("literacy.leave", { id: gone.enrolmentId, on: "2026-11-12", reason: "other" });
    await joinClass(office, id, { on: TODAY });
    const back = { id: gone.enrolmentId, newId: v7(), on: TODAY };
    expect(await office.refused("literacy.comeBack", back)).toBe(refusal("literacy.full", "cohortId"));
    await office.must("membership.eraseMember", { id: gone.memberId, number: gone.number });
    expect(await office.refused("literacy.comeBack", back)).toBe(refusal("member.erased", "id"));
  });
});

describe("to move", () => {
  test("ends her stay on the day before and goes on in the other class, counted once", async () => {
    const from = await makeClass(office, beginners, { place: "Ici" });
    const to = await makeClass(office, beginners, { place: "Là-bas" });
    const { memberId, enrolmentId } = await joinClass(office, from.id);
    const input = { id: enrolmentId, newId: v7(), cohortId: to.id, on: "2026-11-12" };
    const file = await office.must("literacy.move", input);
    expect(await office.must("literacy.move", input)).toEqual(file);
    expect(lineOf(file, enrolmentId)).toMatchObject({
      state: "moved",
      end: "movedCohort",
      endedOn: "2026-11-11",
    });
    const there = await office.must("literacy.cohort", { id: to.id });
    expect(lineOf(there, input.newId)).toMatchObject({
      state: "attending",
      startsOn: "2026-11-12",
      previousId: enrolmentId,
    });
    const path = await office.must("literacy.learner", { memberId });
    expect(path.stays.map(({ cohortId, state }) => [cohortId, state])).toEqual([
      [from.id, "moved"],
      [to.id, "attending"],
    ]);
    expect(await office.refused("literacy.move", { ...input, newId: v7() })).toBe(
      refusal("literacy.notAttending", "id"),
    );
  });

  test("is refused into the same class, another level, a full class, and after marks", async () => {
    const from = await makeClass(office, beginners);
    const full = await makeClass(office, beginners, { capacity: 1 });
    const above = await makeClass(office, advanced);
    const open = await makeClass(office, beginners);
    await joinClass(office, full.id);
    const { enrolmentId } = await joinClass(office, from.id);
    await saveSessions(office, from.id, session("2026-11-16", { [enrolmentId]: "A" }));
    const refused = (cohortId: string, on = TODAY) =>
      office.refused("literacy.move", { id: enrolmentId, newId: v7(), cohortId, on });
    expect(await refused(from.id)).toBe(refusal("literacy.sameCohort", "cohortId"));
    expect(await refused(above.id)).toBe(refusal("literacy.otherLevel", "cohortId"));
    expect(await refused(full.id)).toBe(refusal("literacy.full", "cohortId"));
    expect(await refused(v7())).toBe(refusal("literacy.cohortUnknown", "cohortId"));
    expect(await refused(open.id, "2026-11-16")).toBe(refusal("literacy.marksAfter", "on"));
    expect(await refused(open.id, "2026-11-01")).toBe(refusal("literacy.dayOutside", "on"));
    const late = await joinClass(office, from.id, { on: "2026-11-12" });
    const early = { id: late.enrolmentId, newId: v7(), cohortId: open.id, on: "2026-11-11" };
    expect(await office.refused("literacy.move", early)).toBe(refusal("literacy.beforeStart", "on"));
  });

  test("on her first day corrects a wrong class: she was never in it", async () => {
    const wrong = await makeClass(office, beginners);
    const right = await makeClass(office, beginners);
    const { enrolmentId } = await joinClass(office, wrong.id, { on: TODAY });
    const input = { id: enrolmentId, newId: v7(), cohortId: right.id, on: TODAY };
    expect(await office.must("literacy.move", input)).toMatchObject({ attending: 0, enrolled: 0 });
    expect(await office.must("literacy.cohort", { id: right.id })).toMatchObject({
      attending: 1,
      enrolled: 1,
    });
  });

  test("between two classes that are to begin leaves her in the second alone", async () => {
    const from = await makeClass(office, beginners, UPCOMING);
    const to = await makeClass(office, beginners, UPCOMING);
    const { enrolmentId } = await joinClass(office, from.id, { on: UPCOMING.startsOn });
    const input = { id: enrolmentId, newId: v7(), cohortId: to.id, on: UPCOMING.startsOn };
    expect((await office.must("literacy.move", input)).enrolled).toBe(0);
    expect((await office.must("literacy.cohort", { id: to.id })).enrolled).toBe(1);
  });
});

describe("a woman whose two records become one", () => {
  test("is one woman in the class, on her way and in the figures", async () => {
    const alone = await makeTestOffice();
    const { id } = await makeClass(alone, await makeProgramme(alone));
    const one = await joinClass(alone, id);
    const other = await joinClass(alone, id);
    await attend(alone, id, [one.enrolmentId, other.enrolmentId], { days: [FIRST] });
    await alone.must("membership.mergeMembers", { keepId: one.memberId, mergeId: other.memberId });
    const file = await alone.must("literacy.cohort", { id });
    expect(file).toMatchObject({ attending: 1, enrolled: 1 });
    expect(new Set(file.learners.map(({ learner }) => learner.number))).toEqual(new Set([one.number]));
    for (const { memberId } of [one, other]) {
      const path = await alone.must("literacy.learner", { memberId });
      expect(path).toMatchObject({ learner: { memberId: one.memberId }, stays: [{}, {}] });
    }
    const [line] = await alone.must("literacy.figures", { from: FIRST, to: LAST, by: "all" });
    expect(line?.figures).toMatchObject({ enrolled: 1, attending: 1, attendanceRate: 10_000 });
  });

  test("is a number without a name once she is erased; what was counted stays", async () => {
    const alone = await makeTestOffice();
    const { id } = await makeClass(alone, await makeProgramme(alone));
    const her = await joinClass(alone, id, { surname: "Oubliée" });
    await attend(alone, id, [her.enrolmentId]);
    await alone.must("membership.eraseMember", { id: her.memberId, number: her.number });
    const file = await alone.must("literacy.cohort", { id });
    expect(file.learners).toMatchObject([
      { learner: { number: her.number, surname: "", firstNames: "" }, attended: 6, held: 6 },
    ]);
    expect(await alone.must("literacy.learner", { memberId: her.memberId })).toMatchObject({
      learner: { surname: "", firstNames: "" },
      stays: [{ attended: 6 }],
    });
  });
});

test("nobody finds the way of a woman whom nobody knows", async () => {
  expect(await office.refused("literacy.learner", { memberId: v7() })).toBe(
    refusal("member.notFound", "memberId"),
  );
});

test("the check-up finds nothing wrong after all this", async () => {
  expect((await office.must("office.checkUp", {})).faults).toEqual([]);
});
