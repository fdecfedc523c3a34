import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Meeting } from "../../../src/contract/literacyTerms.ts";
import { addDays, daysBetween, yearOf } from "../../../src/domain/calendar.ts";
import { easterMonday, FIXED_HOLIDAYS, fixedHolidays } from "../../../src/domain/literacy/holidays.ts";
import {
  mergeSessions,
  minutesPlanned,
  minutesTaught,
  mondayOf,
  plannedSessions,
  weekdayOf,
} from "../../../src/domain/literacy/sessions.ts";
import { at, session } from "./classes.ts";

const anyDay = fc.nat({ max: 36_500 }).map((days) => addDays("2000-01-01", days));
const anyMeetings = fc.uniqueArray(
  fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.constantFrom("08:00", "09:30", "16:00"),
    minutes: fc.integer({ min: 15, max: 480 }),
  }),
  { minLength: 1, maxLength: 5, selector: ({ weekday, from }) => `${weekday} ${from}` },
);
/** As the machine's own calendar has it: Sunday is 0 there. */
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

test("weekdays go from Monday to Sunday, and a week begins on its Monday", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(weekdayOf(day)).toBe(weekday(day));
      const monday = mondayOf(day);
      expect(weekdayOf(monday)).toBe(1);
      expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(monday, day)).toBeLessThan(7);
    }),
  );
});

describe("public holidays", () => {
  test("Easter Monday falls where the church's tables have it", () => {
    const known = ["2026-04-06", "2027-03-29", "2028-04-17", "2030-04-22", "2038-04-26"];
    expect(known.map((day) => easterMonday(yearOf(day)))).toEqual(known);
    for (let year = 2000; year < 2200; year += 1) {
      const day = easterMonday(year);
      expect(weekdayOf(day)).toBe(1);
      expect(day >= `${year}-03-23` && day <= `${year}-04-26`).toBe(true);
    }
  });

  test("a year has all nine, in the order of their days", () => {
    const holidays = fixedHolidays(2027);
    expect(holidays.map(({ onDay }) => onDay)).toEqual([
      ...["2027-01-01", "2027-01-14", "2027-01-20", "2027-03-26", "2027-03-29"],
      ...["2027-05-01", "2027-05-25", "2027-09-22", "2027-12-25"],
    ]);
    expect(holidays.map(({ name }) => name).sort()).toEqual([...FIXED_HOLIDAYS].sort());
    // Easter Monday was 24 March then, before Martyrs' Day.
    expect(
      fixedHolidays(2008)
        .map(({ name }) => name)
        .slice(3, 5),
    ).toEqual(["easterMonday", "martyrsDay"]);
  });
});

describe("what the rhythm plans", () => {
  const anyCohort = fc.record({
    ...{ meetings: anyMeetings, startsOn: anyDay, days: fc.nat({ max: 90 }) },
    ...{ holidays: fc.array(fc.nat({ max: 90 }), { maxLength: 20 }) },
    ...{ from: fc.integer({ min: -20, max: 90 }), span: fc.nat({ max: 120 }) },
  });

  test("is every meeting on every day of its weekday within cohort and span, and none on a holiday", () => {
    fc.assert(
      fc.property(anyCohort, ({ meetings, startsOn, days, holidays, from, span }) => {
        const closed = new Set(holidays.map((day) => addDays(startsOn, day)));
        const [first, last] = [addDays(startsOn, from), addDays(startsOn, from + span)];
        const cohort = { meetings, startsOn, endsOn: addDays(startsOn, days) };
        // Day by day, where the rule goes week by week.
        const expected: { onDay: string; from: string; minutes: number }[] = [];
        for (let day = 0; day <= days; day += 1) {
          const onDay = addDays(startsOn, day);
          if (onDay < first || onDay > last || closed.has(onDay)) continue;
          const today = meetings.filter((meeting: Meeting) => meeting.weekday === weekday(onDay));
          for (const meeting of today.sort((one, other) => (one.from < other.from ? -1 : 1)))
            expected.push({ onDay, from: meeting.from, minutes: meeting.minutes });
        }
        const planned = plannedSessions(cohort, closed, first, last);
        expect(planned).toEqual(expected);
        expect(minutesPlanned(planned)).toBe(expected.reduce((sum, { minutes }) => sum + minutes, 0));
      }),
    );
  });
});

describe("the calendar", () => {
  test("shows what was recorded, and what is planned where nothing was, in order and each once", () => {
    const numbers = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(numbers, numbers, (plannedDays, recordedDays) => {
        const planned = plannedDays.map((day) => ({ onDay: at(day), from: "16:00", minutes: 90 }));
        const recorded = recordedDays.map((day) => session({ id: `r${day}`, onDay: at(day) }));
        const merged = mergeSessions("cohort", planned, recorded);
        const days = [...new Set([...plannedDays, ...recordedDays])].sort((one, other) => one - other);
        expect(merged.map(({ onDay }) => onDay)).toEqual(days.map(at));
        for (const one of merged) {
          const known = recorded.find(({ onDay }) => onDay === one.onDay);
          expect(one).toEqual(known ?? { ...one, id: null, state: "planned", marks: [] });
        }
      }),
    );
  });

  test("counts the minutes of sessions held alone", () => {
    const states = ["held", "cancelled", "planned", "held"] as const;
    expect(minutesTaught(states.map((state) => session({ state, minutes: 90 })))).toBe(180);
  });
});
