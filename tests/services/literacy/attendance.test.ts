import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mark } from "../../../src/contract/literacyTerms.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  attend,
  FIRST,
  HELD,
  joinClass,
  LAST,
  type Learner,
  makeClass,
  makeProgramme,
  makeTrainer,
  NOVEMBER,
  saveSessions,
  session,
  TODAY,
} from "./classBook.ts";

let office: TestOffice;
let programmeId: string;
let cohortId: string;
let women: Learner[];
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  programmeId = await makeProgramme(office);
  ({ id: cohortId } = await makeClass(office, programmeId));
  women = [];
  for (let count = 0; count < 4; count += 1) women.push(await joinClass(office, cohortId));
});
afterAll(() => office.close());

const one = (index: number) => women[index]?.enrolmentId ?? "";
const marks = (letters: string) =>
  Object.fromEntries([...letters].map((letter, index) => [one(index), letter as Mark]));
const refusedSheet = (...sessions: ReturnType<typeof session>[]) =>
  office.refused("literacy.saveSheet", { cohortId, ...NOVEMBER, sessions });
const sheet = () => office.must("literacy.sheet", { cohortId, ...NOVEMBER });

describe("the paper sheet of a week", () => {
  test("is entered at once, and again as it should have been", async () => {
    const monday = session("2026-11-02", marks("PLEA"));
    const thursday = session("2026-11-05", marks("PPAA"));
    const entered = await saveSessions(office, cohortId, monday, thursday);
    expect(await saveSessions(office, cohortId, monday, thursday)).toEqual(entered);
    expect(entered.sessions.slice(0, 3).map(({ onDay, state }) => [onDay, state])).toEqual([
      ["2026-11-02", "held"],
      ["2026-11-05", "held"],
      ["2026-11-09", "planned"],
    ]);
    const { learners, minutesTaught } = await office.must("literacy.cohort", { id: cohortId });
    expect(minutesTaught).toBe(240);
    expect(learners.map(({ attended, held, absencesInARow }) => [attended, held, absencesInARow])).toEqual([
      [2, 2, 0],
      [2, 2, 0],
      [0, 1, 1],
      [0, 2, 2],
    ]);
    await saveSessions(office, cohortId, { ...monday, marks: session("2026-11-02", marks("PPPP")).marks });
    expect((await office.must("literacy.cohort", { id: cohortId })).attendanceRate).toBe(7_500);
  });

  test("is refused at the session that lies outside the class or is to come", async () => {
    expect(await refusedSheet(session("2026-11-01"))).toBe(
      refusal("literacy.dayOutside", "sessions.0.onDay"),
    );
    expect(await refusedSheet(session("2026-11-09"), session("2026-11-26"))).toBe(
      refusal("literacy.dayInFuture", "sessions.1.onDay"),
    );
    expect((await sheet()).sessions.find(({ onDay }) => onDay === "2026-11-09")?.state).toBe("planned");
    expect(
      await office.refused("literacy.saveSheet", {
        ...{ cohortId, from: TODAY, to: FIRST, sessions: [session(FIRST)] },
      }),
    ).toBe(refusal("literacy.spanWrong", "to"));
  });

  test("is refused at the mark of a woman who was not enrolled that day, or who is there twice", async () => {
    const late = await joinClass(office, cohortId, { on: "2026-11-12" });
    const waiting = await joinClass(office, cohortId, { wait: true });
    const field = refusal("literacy.notInClassThen", "sessions.1.marks.3");
    for (const strangerId of [late.enrolmentId, waiting.enrolmentId, v7()]) {
      const filled = session("2026-11-09", { ...marks("PPP"), [strangerId]: "P" });
      expect(await refusedSheet(session("2026-11-12", marks("PPPP")), filled)).toBe(field);
    }
    const twice = session("2026-11-09", marks("PPP"));
    expect(
      await refusedSheet(session("2026-11-12"), {
        ...twice,
        marks: [...twice.marks, { enrolmentId: one(0), mark: "A" }],
      }),
    ).toBe(field);
    expect(await refusedSheet({ ...twice, marks: [{ enrolmentId: one(0), mark: "X" as Mark }] })).toBe(
      refusal("request.invalid", "sessions.0.marks.0.mark"),
    );
  });

  test("is refused at a session that is there twice, is of another class, or not in the rhythm", async () => {
    expect(await refusedSheet(session("2026-11-02"))).toBe(refusal("literacy.sessionTwice", "sessions.0"));
    const same = session("2026-11-09");
    expect(await refusedSheet(same, { ...same, onDay: "2026-11-12" })).toBe(
      refusal("literacy.sessionTwice", "sessions.1"),
    );
    expect(await refusedSheet(session("2026-11-10"))).toBe(
      refusal("literacy.notInRhythm", "sessions.0.from"),
    );
    const held = (await sheet()).sessions[0]?.id ?? "";
    expect(await refusedSheet(session("2026-11-10", {}, { id: held }))).toBe(
      refusal("literacy.notInRhythm", "sessions.0.from"),
    );
    const other = await makeClass(office, programmeId);
    await saveSessions(office, other.id, session(FIRST, {}, { id: v7() }));
    const foreign = await office.must("literacy.sheet", { cohortId: other.id, ...NOVEMBER });
    expect(await refusedSheet(session("2026-11-09", {}, { id: foreign.sessions[0]?.id }))).toBe(
      refusal("literacy.sessionUnknown", "sessions.0.id"),
    );
    expect(await refusedSheet(session("2026-11-09", {}, { trainerId: v7() }))).toBe(
      refusal("literacy.trainerUnknown", "sessions.0.trainerId"),
    );
    const extra = session("2026-11-10", marks("PPPP"), { extra: true, from: "09:00" });
    const { sessions } = await saveSessions(office, cohortId, extra);
    expect(sessions.find(({ onDay }) => onDay === "2026-11-10")).toMatchObject({
      extra: true,
      from: "09:00",
    });
  });

  test("is for days in order", async () => {
    const span = { from: TODAY, to: FIRST };
    expect(await office.refused("literacy.sheet", { cohortId, ...span })).toBe(
      refusal("literacy.spanWrong", "to"),
    );
    expect(await office.refused("literacy.week", span)).toBe(refusal("literacy.spanWrong", "to"));
    expect(await office.refused("literacy.certificates", span)).toBe(refusal("literacy.spanWrong", "to"));
  });

  test("names everybody who was in the class on one of its days, by number", async () => {
    const { id } = await makeClass(office, programmeId);
    const stays = await joinClass(office, id);
    const gone = await joinClass(office, id);
    const later = await joinClass(office, id, { on: "2026-11-16" });
    await office.must("literacy.leave", { id: gone.enrolmentId, on: "2026-11-04", reason: "work" });
    const names = async (from: string, to: string) =>
      (await office.must("literacy.sheet", { cohortId: id, from, to })).learners.map(
        ({ enrolmentId }) => enrolmentId,
      );
    expect(await names("2026-11-02", "2026-11-08")).toEqual([stays.enrolmentId, gone.enrolmentId]);
    expect(await names("2026-11-09", "2026-11-15")).toEqual([stays.enrolmentId]);
    expect(await names("2026-11-16", "2026-11-22")).toEqual([stays.enrolmentId, later.enrolmentId]);
  });
});

describe("a session that is called off", () => {
  const call = (id: string, onDay: string, changes: object = {}) => ({
    ...{ id: v7(), cohortId: id, onDay, from: "16:00", minutes: 120, reason: "weather" as const },
    ...changes,
  });

  test("changes no rate, takes no marks, and takes place after all when it is restored", async () => {
    const { id } = await makeClass(office, programmeId);
    const { enrolmentId } = await joinClass(office, id);
    await attend(office, id, [enrolmentId], { days: HELD.slice(0, 2) });
    const before = (await office.must("literacy.cohort", { id })).attendanceRate;
    const input = call(id, "2026-11-09");
    const cancelled = await office.must("literacy.cancelSession", input);
    expect(await office.must("literacy.cancelSession", input)).toEqual(cancelled);
    expect(cancelled).toMatchObject({ state: "cancelled", cancelReason: "weather" });
    expect((await office.must("literacy.cohort", { id })).attendanceRate).toBe(before);
    const enter = (sessionId: string, changes: object = {}) =>
      office.refused("literacy.saveSheet", {
        ...{ cohortId: id, ...NOVEMBER },
        sessions: [session("2026-11-09", { [enrolmentId]: "P" }, { id: sessionId, ...changes })],
      });
    expect(await enter(input.id)).toBe(refusal("literacy.sessionCancelled", "sessions.0"));
    expect(await enter(input.id, { onDay: "2026-11-10", extra: true })).toBe(
      refusal("literacy.sessionCancelled", "sessions.0"),
    );
    const restored = await office.must("literacy.restoreSession", { id: input.id });
    expect(restored).toMatchObject({ state: "planned", cancelReason: null });
    expect(await enter(input.id)).toBe("accepted");
    expect(await office.refused("literacy.restoreSession", { id: input.id })).toBe(
      refusal("literacy.sessionHeld", "id"),
    );
    expect(await office.refused("literacy.cancelSession", input)).toBe(
      refusal("literacy.sessionHeld", "onDay"),
    );
  });

  test("is one of the rhythm, and its id no other session's", async () => {
    const { id } = await makeClass(office, programmeId);
    const refused = (input: ReturnType<typeof call>) => office.refused("literacy.cancelSession", input);
    expect(await refused(call(id, "2026-11-10"))).toBe(refusal("literacy.notInRhythm", "from"));
    expect(await refused(call(v7(), "2026-11-09"))).toBe(refusal("literacy.cohortUnknown", "cohortId"));
    const taken = (await sheet()).sessions[0]?.id ?? "";
    expect(await refused(call(id, "2026-11-09", { id: taken }))).toBe(
      refusal("literacy.sessionUnknown", "id"),
    );
    expect(await office.refused("literacy.restoreSession", { id: v7() })).toBe(
      refusal("literacy.sessionUnknown", "id"),
    );
  });
});

describe("a feast", () => {
  const feast = (onDay: string, changes: object = {}) => ({
    ...{ id: v7(), onDay, name: "Tabaski", remove: false },
    ...changes,
  });

  test("that moves takes its sessions away, and gives them back when it is taken back", async () => {
    const { id } = await makeClass(office, programmeId, { startsOn: "2027-01-04", endsOn: "2027-01-31" });
    const planned = async () => (await office.must("literacy.cohort", { id })).minutesPlanned / 120;
    // 14 January and 20 January are public holidays; the first is a Thursday.
    expect(await planned()).toBe(7);
    const input = feast("2027-01-18");
    await office.must("literacy.saveHoliday", input);
    const year = await office.must("literacy.saveHoliday", input);
    expect(year.filter(({ onDay }) => onDay === "2027-01-18")).toEqual([
      { id: input.id, office: "KTL", onDay: "2027-01-18", name: "Tabaski" },
    ]);
    expect(await office.must("literacy.holidays", { year: 2027 })).toEqual(year);
    expect(await planned()).toBe(6);
    const week = await office.must("literacy.week", { from: "2027-01-18", to: "2027-01-24" });
    expect(week.find((cohort) => cohort.cohortId === id)?.sessions).toMatchObject([
      { onDay: "2027-01-18", state: "cancelled", cancelReason: "holiday", holiday: "Tabaski", id: null },
      { onDay: "2027-01-21", state: "planned", holiday: "" },
    ]);
    await office.must("literacy.saveHoliday", { ...input, remove: true });
    expect(await planned()).toBe(7);
  });

  test("is refused where a feast is already", async () => {
    const known = feast("2027-06-17");
    await office.must("literacy.saveHoliday", known);
    expect(await office.refused("literacy.saveHoliday", feast("2027-06-17"))).toBe(
      refusal("literacy.holidayThere", "onDay"),
    );
    expect(await office.refused("literacy.saveHoliday", { ...known, onDay: "2027-09-22" })).toBe(
      refusal("literacy.holidayFixed", "onDay"),
    );
  });
});

describe("what a class needs looked at", () => {
  test("are absences over sessions held, sessions not entered, an absent trainer, and too few women", async () => {
    const trainerId = await makeTrainer(office, "Assa Maïga");
    const { id } = await makeClass(office, programmeId, { trainerId });
    const women4: Learner[] = [];
    for (let count = 0; count < 4; count += 1) women4.push(await joinClass(office, id));
    const [away, ...others] = women4.map(({ enrolmentId }) => enrolmentId);
    const all = (mark: Mark) => Object.fromEntries(others.map((enrolmentId) => [enrolmentId, mark]));
    await saveSessions(
      office,
      id,
      ...["2026-11-02", "2026-11-05", "2026-11-16"].map((day) =>
        session(day, { [away ?? ""]: "A", ...all("P") }, { trainerAbsent: day === "2026-11-16" }),
      ),
    );
    const before = await office.must("literacy.tasks", {});
    const { warnings } = await office.must("literacy.cohort", { id });
    expect(warnings.map(({ code, enrolmentId }) => [code, enrolmentId])).toEqual([
      ["threeAbsences", away],
      ["notEntered", null],
      ["trainerAbsent", null],
    ]);
    expect(warnings[0]?.learner?.number).toBe(women4[0]?.number);
    expect(warnings[1]?.values).toEqual({ count: 2, since: "2026-11-09" });
    for (const enrolmentId of others)
      await office.must("literacy.leave", { id: enrolmentId, on: "2026-11-20", reason: "work" });
    const after = await office.must("literacy.tasks", {});
    expect(after.belowHalf).toBe(before.belowHalf + 1);
    expect(before.notEntered).toBeGreaterThanOrEqual(2);
    expect(before.absences).toBeGreaterThanOrEqual(1);
  });

  test("is no trainer at all", async () => {
    const { id } = await makeClass(office, programmeId, { startsOn: TODAY, endsOn: LAST });
    expect((await office.must("literacy.cohort", { id })).warnings.map(({ code }) => code)).toEqual([
      "noTrainer",
    ]);
  });
});

test("the check-up finds nothing wrong after all this", async () => {
  expect((await office.must("office.checkUp", {})).faults).toEqual([]);
});
