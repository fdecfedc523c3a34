import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OperationName, operations } from "../../src/contract/index.ts";
import {
  assess,
  attend,
  cohortDetails,
  HELD,
  joinClass,
  makeClass,
  makeProgramme,
  makeTrainer,
  marksOf,
  NOVEMBER,
  programmeDetails,
  TODAY,
} from "../services/literacy/classBook.ts";
import { makeTestOffice, type TestOffice } from "../support/office.ts";
import { register } from "../support/women.ts";
import { LITERACY, type LiteracyName, type LiteracyPrepared } from "./literacyRequests.ts";

let office: TestOffice;
let about: LiteracyPrepared;

/** Who came all along, one who passed, one with her certificate, and those with whom something is to happen. */
async function fillClass(cohortId: string) {
  const steady = await joinClass(office, cohortId);
  const passed = await joinClass(office, cohortId);
  const certified = await joinClass(office, cohortId);
  const moving = await joinClass(office, cohortId, { on: TODAY });
  const leaving = await joinClass(office, cohortId, { on: TODAY });
  const left = await joinClass(office, cohortId);
  const waiting = await joinClass(office, cohortId, { wait: true });
  await office.must("literacy.leave", { id: left.enrolmentId, on: HELD[0] ?? "", reason: "child" });
  const present = [steady, passed, certified].map(({ enrolmentId }) => enrolmentId);
  await attend(office, cohortId, present, { days: HELD.slice(0, 4) });
  await assess(office, cohortId, "end", { [certified.enrolmentId]: 85 });
  const { learners } = await office.must("literacy.issueCertificates", { cohortId, on: TODAY });
  await assess(office, cohortId, "end", { [passed.enrolmentId]: 70 });
  return {
    ...{ memberId: steady.memberId, enrolmentId: steady.enrolmentId, passedId: passed.enrolmentId },
    ...{ waitingId: waiting.enrolmentId, movingId: moving.enrolmentId, leavingId: leaving.enrolmentId },
    leftId: left.enrolmentId,
    certificateId: learners.flatMap(({ certificate }) => certificate?.id ?? [])[0] ?? "",
  };
}

beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  const programmeId = await makeProgramme(office);
  const trainerId = await makeTrainer(office);
  const details = cohortDetails(programmeId, { trainerId, fee: 2_000, allowance: 1_000 });
  const { id: cohortId } = await makeClass(office, programmeId, details);
  const other = await makeClass(office, programmeId, details);
  const ending = await makeClass(office, programmeId, { endsOn: "2026-11-03" });
  await attend(office, ending.id, [], { days: ["2026-11-02"] });
  const women = await fillClass(cohortId);
  const cancelledId = v7();
  await office.must("literacy.cancelSession", {
    ...{ id: cancelledId, cohortId: other.id, onDay: TODAY, from: "16:00", minutes: 120, reason: "event" },
  });
  const handOutId = v7();
  await office.must("literacy.handOut", {
    ...{ id: handOutId, cohortId, enrolmentId: null, item: "Craie", quantity: 3, onDay: TODAY },
  });
  const newcomer = await register(office, { surname: "Kouyaté" });
  about = {
    ...{ today: TODAY, year: 2026, ...NOVEMBER, programme: programmeDetails(), class: details, trainerId },
    ...{ newcomerId: newcomer.member.id, cohortId, otherCohortId: other.id, endingCohortId: ending.id },
    ...women,
    ...{ openDay: HELD[4] ?? "", wetDay: HELD[5] ?? "", cancelledId, handOutId, allowance: 5_000 },
    marks: marksOf(60),
  };
});
afterAll(() => office.close());

/** In an order in which none spoils the next. */
const NAMES = Object.keys(LITERACY) as LiteracyName[];

describe("a typical request to the classes", () => {
  test.each(NAMES)("%s is answered in the contract's shape", async (name) => {
    const value = await office.must(name as OperationName, LITERACY[name](about) as never);
    const parsed = operations.get(name)?.output.safeParse(value);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test("is there for every operation", () => {
    const all = [...operations.keys()].filter((name) => name.startsWith("literacy."));
    expect(all.sort()).toEqual([...NAMES].sort());
  });

  test("leaves a healthy office behind", async () => {
    expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});
