import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import {
  attend,
  cohortDetails,
  FIRST,
  HELD,
  joinClass,
  LAST,
  makeClass,
  makeProgramme,
  makeTrainer,
  programmeDetails,
  saveSessions,
  seat,
  session,
  TODAY,
} from "./classBook.ts";

let office: TestOffice;
let programmeId: string;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  programmeId = await makeProgramme(office);
});
afterAll(() => office.close());

const programme = async (code: string) =>
  (await office.must("literacy.programmes", {})).find((one) => one.code === code);

describe("programmes", () => {
  test("that come with the program hold until somebody changes one, which then takes its place for its classes", async () => {
    const supplied = await programme("ALPHA1-FR");
    expect(supplied).toMatchObject({ confirmed: false, level: "beginner" });
    const { id: suppliedId = "", ...rest } = supplied ?? {};
    const running = await makeClass(office, suppliedId);
    const details = { ...programmeDetails(), ...rest, name: "Alpha un", skills: programmeDetails().skills };
    const { code, level, language, skills, pass, plannedHours, active, name } = details;
    const own = { code, level, language, skills, pass, plannedHours, active, name };
    expect(await office.refused("literacy.saveProgramme", { id: suppliedId, details: own })).toBe(
      refusal("request.invalid", "id"),
    );
    const id = v7();
    for (let time = 0; time < 2; time += 1) await office.must("literacy.saveProgramme", { id, details: own });
    expect(await programme("ALPHA1-FR")).toMatchObject({ id, name: "Alpha un", cohorts: 1 });
    expect((await office.must("literacy.cohort", { id: running.id })).programmeName).toBe("Alpha un");
    const { learners } = await office.must("literacy.cohort", { id: running.id });
    expect(learners).toEqual([]);
    await joinClass(office, running.id);
    const moved = { ...running.details, programmeId: id };
    expect((await office.must("literacy.saveCohort", { id: running.id, details: moved })).programmeName).toBe(
      "Alpha un",
    );
  });

  test("have a code of their own that stays", async () => {
    expect(await office.refused("literacy.saveProgramme", { id: v7(), details: programmeDetails() })).toBe(
      refusal("literacy.codeTaken", "details.code"),
    );
    const details = programmeDetails({ code: "AUTRE" });
    expect(await office.refused("literacy.saveProgramme", { id: programmeId, details })).toBe(
      refusal("literacy.codeTaken", "details.code"),
    );
  });

  test("keep the skills that have marks, and take new ones", async () => {
    const id = await makeProgramme(office, { code: "GARDE" });
    const { id: cohortId } = await makeClass(office, id);
    const { enrolmentId } = await joinClass(office, cohortId);
    await office.must("literacy.saveAssessment", {
      ...{ cohortId, kind: "start", onDay: FIRST },
      learners: [{ id: v7(), enrolmentId, marks: [{ skill: "R1", mark: 4 }] }],
    });
    const { skills } = programmeDetails();
    const save = (changed: typeof skills) => ({
      id,
      details: programmeDetails({ code: "GARDE", skills: changed }),
    });
    const field = refusal("literacy.skillInUse", "details.skills");
    expect(await office.refused("literacy.saveProgramme", save(skills.slice(1)))).toBe(field);
    const lower = skills.map((skill) => (skill.code === "R1" ? { ...skill, most: 5 } : skill));
    expect(await office.refused("literacy.saveProgramme", save(lower))).toBe(field);
    const more = [...skills.slice(0, 2), { code: "V1", domain: "life" as const, name: "Compter", most: 5 }];
    await office.must("literacy.saveProgramme", save(more));
    expect((await programme("GARDE"))?.skills.map(({ code }) => code)).toEqual(["R1", "W1", "V1"]);
  });
});

describe("trainers", () => {
  const details = { memberId: null, name: "Salimata Kéita", phone: "", active: true };
  const refused = (changes: Partial<typeof details> | { memberId: string }, id = v7()) =>
    office.refused("literacy.saveTrainer", { id, details: { ...details, ...changes } });

  test("are members, or others by name with a telephone that exists", async () => {
    expect(await refused({ name: "" })).toBe(refusal("literacy.trainerNameless", "details.name"));
    expect(await refused({ phone: "12" })).toBe(refusal("literacy.phoneInvalid", "details.phone"));
    expect(await refused({ memberId: v7() })).toBe(refusal("member.notFound", "details.memberId"));
    const { member } = await register(office, {
      surname: "Sissoko",
      firstNames: "Ramata",
      phone: "66112233",
    });
    const id = v7();
    const hers = { memberId: member.id, name: "", phone: "76998877", active: true };
    await office.must("literacy.saveTrainer", { id, details: hers });
    const all = await office.must("literacy.saveTrainer", { id, details: hers });
    expect(all.filter((one) => one.id === id)).toMatchObject([
      { name: "Ramata Sissoko", phone: "+22366112233", memberId: member.id, cohorts: 0 },
    ]);
    expect(await refused({ memberId: member.id })).toBe(refusal("literacy.trainerTwice", "details.memberId"));
  });

  test("who are members are found under the record that took theirs in, and stay nameless once erased", async () => {
    const keep = (await register(office, { surname: "Gardée", firstNames: "Nana" })).member;
    const gone = (await register(office, { surname: "Prise", firstNames: "Nana" })).member;
    const id = v7();
    const hers = { memberId: gone.id, name: "", phone: "", active: true };
    await office.must("literacy.saveTrainer", { id, details: hers });
    await office.must("membership.mergeMembers", { keepId: keep.id, mergeId: gone.id });
    const now = async () => (await office.must("literacy.trainers", {})).find((one) => one.id === id);
    expect(await now()).toMatchObject({ name: "Nana Gardée", memberId: keep.id });
    expect(await refused({ memberId: keep.id })).toBe(refusal("literacy.trainerTwice", "details.memberId"));
    await office.must("membership.eraseMember", { id: keep.id, number: keep.number });
    const resting = { memberId: keep.id, name: "", phone: "", active: false };
    await office.must("literacy.saveTrainer", { id, details: resting });
    expect(await now()).toMatchObject({ name: "", phone: "", active: false });
  });
});

describe("a class", () => {
  test("is numbered once, and found by its words and state", async () => {
    const id = v7();
    const trainerId = await makeTrainer(office, "Hawa Dembélé");
    const details = cohortDetails(programmeId, { name: "Darsalam", trainerId });
    const first = await office.must("literacy.saveCohort", { id, details });
    const again = await office.must("literacy.saveCohort", { id, details });
    expect(again).toEqual(first);
    expect(first).toMatchObject({ state: "running", trainerName: "Hawa Dembélé", minutesPlanned: 14 * 120 });
    expect(first.number).toMatch(/^KTL-C\d{5}$/);
    const find = async (text: string, states: ("running" | "upcoming" | "closed")[] = []) =>
      (await office.must("literacy.cohorts", { text, states })).map(({ number }) => number);
    expect(await find("darsalam dembele")).toEqual([first.number]);
    expect(await find("darsalam", ["upcoming", "closed"])).toEqual([]);
    expect(await find(first.number, ["running"])).toEqual([first.number]);
  });

  test("is refused with days the wrong way round, without its programme or trainer, or when it is unknown", async () => {
    const refused = (changes: object, id = v7()) =>
      office.refused("literacy.saveCohort", { id, details: cohortDetails(programmeId, changes) });
    expect(await refused({ endsOn: "2026-11-01" })).toBe(
      refusal("literacy.endBeforeStart", "details.endsOn"),
    );
    expect(await refused({ programmeId: v7() })).toBe(
      refusal("literacy.programmeUnknown", "details.programmeId"),
    );
    expect(await refused({ trainerId: v7() })).toBe(refusal("literacy.trainerUnknown", "details.trainerId"));
    expect(await office.refused("literacy.cohort", { id: v7() })).toBe(
      refusal("literacy.cohortUnknown", "id"),
    );
    for (const name of ["literacy.sheet", "literacy.results", "literacy.allowanceDue"] as const)
      expect(
        await office.refused(name, {
          ...(name === "literacy.sheet" ? { cohortId: v7(), from: FIRST, to: TODAY } : { cohortId: v7() }),
          ...(name === "literacy.allowanceDue" ? { trainerId: v7(), to: TODAY } : {}),
        } as never),
      ).toBe(refusal("literacy.cohortUnknown", "cohortId"));
  });

  test("keeps its programme, its entered days and its women when it changes", async () => {
    const { id, details } = await makeClass(office, programmeId);
    const one = await joinClass(office, id);
    const other = await joinClass(office, id);
    await attend(office, id, [one.enrolmentId, other.enrolmentId]);
    const refused = (changes: object) =>
      office.refused("literacy.saveCohort", { id, details: { ...details, ...changes } });
    const elsewhere = await makeProgramme(office, { code: "NIVEAU2", level: "intermediate" });
    expect(await refused({ programmeId: elsewhere })).toBe(
      refusal("literacy.programmeStays", "details.programmeId"),
    );
    expect(await refused({ capacity: 1 })).toBe(refusal("literacy.capacityBelow", "details.capacity"));
    expect(await refused({ startsOn: "2026-11-03" })).toBe(
      refusal("literacy.datesEntered", "details.startsOn"),
    );
    expect(await refused({ endsOn: "2026-11-18" })).toBe(refusal("literacy.datesEntered", "details.endsOn"));
    const longer = { ...details, endsOn: "2026-12-31", capacity: 2, place: "Sous le manguier" };
    expect((await office.must("literacy.saveCohort", { id, details: longer })).details).toEqual(longer);
  });

  test("closes once its past sessions are entered: who is in it has finished, who waits goes", async () => {
    const { id, details } = await makeClass(office, programmeId, { endsOn: "2026-11-19", capacity: 1 });
    const inClass = await joinClass(office, id);
    const waiting = await joinClass(office, id, { wait: true });
    const close = (on: string) => office.refused("literacy.closeCohort", { id, on });
    await attend(office, id, [inClass.enrolmentId], { days: HELD.slice(0, 5) });
    expect(await close("2026-11-24")).toBe(refusal("literacy.dayInFuture", "on"));
    expect(await close("2026-11-12")).toBe(refusal("literacy.dayOutside", "on"));
    expect(await close("2026-11-20")).toBe(refusal("literacy.sessionsMissing", "on"));
    await attend(office, id, [inClass.enrolmentId], { days: HELD.slice(5) });
    const closed = await office.must("literacy.closeCohort", { id, on: TODAY });
    expect(await office.must("literacy.closeCohort", { id, on: TODAY })).toEqual(closed);
    expect(closed).toMatchObject({ state: "closed", closedOn: TODAY, attending: 0, waiting: 0, enrolled: 1 });
    expect(closed.learners.map(({ end, endedOn, state }) => [end, endedOn, state])).toEqual([
      ["finished", "2026-11-19", "finished"],
      ["other", "2026-11-19", "left"],
    ]);
    expect(await close("2026-11-20")).toBe(refusal("literacy.cohortClosed", "id"));
    expect(await office.refused("literacy.saveCohort", { id, details })).toBe(
      refusal("literacy.cohortClosed", "id"),
    );
    const sheet = { cohortId: id, from: FIRST, to: LAST, sessions: [session(HELD[0] ?? "")] };
    expect(await office.refused("literacy.saveSheet", sheet)).toBe(
      refusal("literacy.cohortClosed", "cohortId"),
    );
    const { memberId } = waiting;
    const again = { id: v7(), cohortId: id, memberId, on: FIRST, placement: null, wait: false };
    expect(await office.refused("literacy.enrol", again)).toBe(refusal("literacy.cohortClosed", "cohortId"));
    expect(await office.refused("literacy.admit", { id: waiting.enrolmentId, on: FIRST })).toBe(
      refusal("literacy.cohortClosed", "id"),
    );
  });

  test("that is closed early plans nothing any more, and whoever was to come never finished", async () => {
    const { id } = await makeClass(office, programmeId);
    const stayed = await joinClass(office, id);
    const late = await joinClass(office, id, { on: "2026-11-10" });
    await attend(office, id, [stayed.enrolmentId], { days: HELD.slice(0, 2) });
    const closed = await office.must("literacy.closeCohort", { id, on: "2026-11-06" });
    const ends = Object.fromEntries(closed.learners.map(({ enrolmentId, end }) => [enrolmentId, end]));
    expect(ends).toEqual({ [stayed.enrolmentId]: "finished", [late.enrolmentId]: "other" });
    expect(closed.enrolled).toBe(1);
    const week = await office.must("literacy.week", { from: "2026-11-23", to: "2026-11-29" });
    expect(week.find(({ cohortId }) => cohortId === id)?.sessions).toEqual([]);
  });
});

describe("who may what", () => {
  test("a trainer enters, but opens no class, closes none and takes no money", async () => {
    const { id } = await makeClass(office, programmeId);
    const { enrolmentId } = await joinClass(office, id);
    const trainer = await office.addPerson("trainer");
    await seat(office, trainer);
    await saveSessions(office, id, session(FIRST, { [enrolmentId]: "P" }));
    expect((await office.must("literacy.tasks", {})).toCertify).toBe(0);
    const refused = [
      await office.refused("literacy.saveCohort", { id, details: cohortDetails(programmeId) }),
      await office.refused("literacy.closeCohort", { id, on: TODAY }),
      await office.refused("literacy.saveProgramme", { id: v7(), details: programmeDetails() }),
      await office.refused("literacy.issueCertificates", { cohortId: id, on: TODAY }),
      await office.refused("literacy.payFee", {
        ...{ id: v7(), enrolmentId, amount: 1, method: "cash", reference: "" },
      }),
    ];
    await seat(office);
    expect(new Set(refused)).toEqual(new Set(["access.forbidden"]));
  });

  test("who has nothing to do with classes is told of no task in them", async () => {
    const worker = await office.addPerson("healthWorker");
    await seat(office, worker);
    const tasks = await office.must("literacy.tasks", {});
    const refused = await office.refused("literacy.cohorts", { states: [], text: "" });
    await seat(office);
    expect(tasks).toMatchObject({ notEntered: 0, absences: 0, belowHalf: 0, toCertify: 0 });
    expect(refused).toBe("access.forbidden");
  });
});

test("the check-up finds nothing wrong after all this", async () => {
  expect((await office.must("office.checkUp", {})).faults).toEqual([]);
});
