import { describe, expect, test } from "vitest";
import type { ClassSession, Stay } from "../../../src/contract/literacyTerms.ts";
import { cohortWarnings } from "../../../src/domain/literacy/warnings.ts";
import { at, LAST_DAY, session, sessionsOf, stay } from "./classes.ts";

const COHORT = { startsOn: at(0), endsOn: at(LAST_DAY), trainerId: "trainer" };

function warn(day: number, sessions: ClassSession[], stays: Stay[] = [stay()], cohort = COHORT) {
  return cohortWarnings({ cohort, stays, sessions }, at(day));
}
const codes = (...all: Parameters<typeof warn>) => warn(...all).map(({ code }) => code);

describe("a class warns of", () => {
  test("three absences in a row over the sessions held, as long as she is in the class", () => {
    expect(codes(3, sessionsOf("PAA"))).toEqual([]);
    expect(warn(4, sessionsOf("PAAA"))).toEqual([
      { code: "threeAbsences", enrolmentId: "stay", absences: 3 },
    ]);
    expect(
      codes(9, sessionsOf("PAAA"), [stay({ endedOn: at(4), end: "work" }), stay({ id: "b", memberId: "b" })]),
    ).toEqual([]);
  });

  test("sessions that nobody entered for more than a week, with the first of them", () => {
    const planned = [0, 2, 8].map((day) => session({ id: null, onDay: at(day), state: "planned" }));
    expect(codes(7, planned)).toEqual([]);
    expect(warn(8, planned)).toEqual([{ code: "notEntered", count: 1, since: at(0) }]);
    expect(warn(10, planned)).toEqual([{ code: "notEntered", count: 2, since: at(0) }]);
  });

  test("fewer than half of those who enrolled, while it runs", () => {
    const women = ["a", "b", "c", "d"].map((id) => stay({ id, memberId: id }));
    const gone = (count: number) =>
      women.map((one, index) => (index < count ? { ...one, endedOn: at(5), end: "work" as const } : one));
    expect(codes(6, [], gone(2))).toEqual([]);
    expect(warn(6, [], gone(3))).toEqual([{ code: "belowHalf", attending: 1, enrolled: 4 }]);
    expect(codes(LAST_DAY + 1, [], gone(3))).toEqual([]);
    // Who went before her first day was never in it.
    const never = women.map((one) => ({
      ...one,
      startsOn: at(3),
      endedOn: at(2),
      end: "movedCohort" as const,
    }));
    expect(codes(6, [], [stay({ id: "e", memberId: "e" }), ...never])).toEqual([]);
  });

  test("a trainer who was away at the latest session, or called it off, and a class that has none", () => {
    const held = session({ onDay: at(1) });
    const away = session({ onDay: at(2), trainerAbsent: true });
    const off = session({ onDay: at(2), state: "cancelled", cancelReason: "trainerAbsent" });
    expect(codes(3, [held, away])).toEqual(["trainerAbsent"]);
    expect(codes(3, [held, off])).toEqual(["trainerAbsent"]);
    expect(codes(4, [away, session({ onDay: at(3) })])).toEqual([]);
    const alone = { ...COHORT, trainerId: null as unknown as string };
    expect(codes(1, [], [stay()], alone)).toEqual(["noTrainer"]);
  });
});
