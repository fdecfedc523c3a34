import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LeaveReason, LiteracyFigures, type Stay } from "../../../src/contract/literacyTerms.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import { type CountedCohort, type FigureSpan, figuresOf } from "../../../src/domain/literacy/figures.ts";
import { isInClass } from "../../../src/domain/literacy/stays.ts";
import { anyGroup, anySpan, at, PROGRAMME, session, stay, WHOLE } from "./classes.ts";

const RUNS = { numRuns: 1_000 };

function check(property: (group: CountedCohort[], span: FigureSpan) => void) {
  fc.assert(fc.property(anyGroup, anySpan, property), RUNS);
}

const eachDay = ({ from, to }: FigureSpan) => {
  const days = Array.from({ length: 121 }, (_, day) => at(day));
  return days.filter((day) => from <= day && day <= to);
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("for any classes and any days", () => {
  test("every rate lies between nothing and the whole, or has nothing to divide by", () => {
    check((group, span) => {
      const figures = figuresOf(group, span);
      expect(LiteracyFigures.parse(figures)).toEqual(figures);
      expect(figures.completionRate === null).toBe(figures.enrolled === 0);
      expect(figures.dropoutRate === null).toBe(figures.enrolled === 0);
      expect(figures.successRate === null).toBe(figures.assessed === 0);
      expect(figures.costPerLearner === null).toBe(figures.enrolled === 0);
    });
  });

  test("who passed was assessed, who was assessed was enrolled, and so was who attends or dropped out", () => {
    check((group, span) => {
      const { enrolled, attending, assessed, passed, dropouts, reasons } = figuresOf(group, span);
      expect(passed).toBeLessThanOrEqual(assessed);
      expect(assessed).toBeLessThanOrEqual(enrolled);
      expect(attending).toBeLessThanOrEqual(enrolled);
      expect(dropouts).toBeLessThanOrEqual(enrolled);
      expect(sum(reasons.map(({ women }) => women))).toBe(dropouts);
      expect(reasons.map(({ reason }) => reason)).toEqual(LeaveReason.options);
    });
  });

  test("all together count the women of the union, and add up hours and francs", () => {
    check((group, span) => {
      const all = figuresOf(group, span);
      const each = group.map((counted) => figuresOf([counted], span));
      const women = new Set(
        group
          .filter((_, index) => each[index]?.cohorts === 1)
          .flatMap(({ cohort, stays }) => {
            const days = eachDay(span).filter(
              (day) => day <= cohort.endsOn && day <= (cohort.closedOn ?? day),
            );
            return stays.filter((one) => days.some((day) => isInClass(one, day)));
          })
          .map(({ memberId }) => memberId),
      );
      expect(all.enrolled).toBe(women.size);
      for (const key of ["enrolled", "attending", "assessed", "passed"] as const) {
        expect(all[key]).toBeLessThanOrEqual(sum(each.map((one) => one[key])));
        expect(all[key]).toBeGreaterThanOrEqual(Math.max(...each.map((one) => one[key])));
      }
      for (const key of ["cohorts", "minutesPlanned", "minutesTaught", "fees", "cost"] as const)
        expect(all[key]).toBe(sum(each.map((one) => one[key])));
    });
  });

  test("the order of classes, stays and assessments changes nothing", () => {
    fc.assert(
      fc.property(anyGroup, anySpan, fc.infiniteStream(fc.nat()), (group, span, keys) => {
        const shuffle = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, key: keys.next().value }))
            .sort((one, other) => one.key - other.key)
            .map(({ row }) => row);
        const shuffled = shuffle(group).map((counted) => ({
          ...counted,
          stays: shuffle(counted.stays),
          assessments: shuffle(counted.assessments),
        }));
        expect(figuresOf(shuffled, span)).toEqual(figuresOf(group, span));
      }),
      RUNS,
    );
  });

  test("a session that is called off changes no figure, nor does one that nobody entered", () => {
    fc.assert(
      fc.property(anyGroup, anySpan, fc.nat({ max: 120 }), (group, span, day) => {
        const marked = group.map((counted): CountedCohort => {
          const marks = counted.stays.map(({ id }) => ({ enrolmentId: id, mark: "A" as const }));
          const off = session({ onDay: at(day), from: "07:00", state: "cancelled", marks });
          return { ...counted, sessions: [...counted.sessions, off, { ...off, state: "planned" }] };
        });
        expect(figuresOf(marked, span)).toEqual(figuresOf(group, span));
        const without = group.map((counted) => ({
          ...counted,
          sessions: counted.sessions.filter(({ state }) => state === "held"),
        }));
        expect(figuresOf(without, span)).toEqual(figuresOf(group, span));
      }),
      RUNS,
    );
  });

  test("hours taught in one span and in the next are those of both together", () => {
    check((group, { from, to }) => {
      const next = { from: addDays(to, 1), to: addDays(WHOLE.to, 1) };
      const taught = (span: FigureSpan) => figuresOf(group, span).minutesTaught;
      expect(taught({ from, to }) + taught(next)).toBe(taught({ from, to: next.to }));
    });
  });
});

/** A stay in two, on a day of it: what becomes of it goes on in the second. */
function split(one: Stay, on: string, end: Stay["end"], cohortId: string): [Stay, Stay] {
  return [
    { ...one, endedOn: addDays(on, -1), end },
    { ...one, id: `${one.id}-on`, cohortId, startsOn: on, previousId: one.id },
  ];
}

describe("moves and returns", () => {
  const splitting = fc.record({
    which: fc.nat(),
    day: fc.integer({ min: 1, max: 60 }),
    cohort: fc.nat({ max: 2 }),
    end: fc.constantFrom("movedCohort" as const, ...LeaveReason.options),
  });

  test("never count a woman twice, whoever moves or comes back whenever", () => {
    fc.assert(
      fc.property(anyGroup, splitting, (group, { which, day, cohort, end }) => {
        const open = group.map((counted) => ({
          ...counted,
          cohort: { startsOn: WHOLE.from, endsOn: WHOLE.to, closedOn: null },
          assessments: [],
        }));
        const all = open.flatMap(({ stays }) => stays);
        const one = all[which % all.length];
        if (one === undefined || one.startsOn === null) return;
        const on = addDays(one.startsOn, day);
        if (on > (one.endedOn ?? WHOLE.to) || on > WHOLE.to) return;
        const [before, after] = split(one, on, end, `c${cohort}`);
        const others = all.filter(({ id }) => id !== one.id);
        const moved = open.map((counted, index) => ({
          ...counted,
          stays: [...others, before, after].filter(({ cohortId }) => cohortId === `c${index}`),
        }));
        const women = ({ enrolled, attending, dropouts, reasons }: LiteracyFigures) => {
          return { enrolled, attending, dropouts, reasons };
        };
        expect(women(figuresOf(moved, WHOLE))).toEqual(women(figuresOf(open, WHOLE)));
      }),
      RUNS,
    );
  });

  const counted = (stays: Stay[], about: Partial<CountedCohort> = {}): CountedCohort => ({
    cohort: { startsOn: WHOLE.from, endsOn: WHOLE.to, closedOn: null },
    ...{ programme: PROGRAMME, stays, sessions: [], planned: [], assessments: [], fees: 0, cost: 0 },
    ...about,
  });

  test("a woman who left and came back has not dropped out; one who left again has, for her last reason", () => {
    const gone = stay({ id: "a", endedOn: at(10), end: "illness" });
    const back = stay({ id: "b", startsOn: at(20), previousId: "a" });
    expect(figuresOf([counted([gone])], WHOLE)).toMatchObject({ enrolled: 1, dropouts: 1, attending: 0 });
    expect(figuresOf([counted([gone, back])], WHOLE)).toMatchObject({
      ...{ enrolled: 1, dropouts: 0, attending: 1, dropoutRate: 0 },
    });
    const again = { ...back, endedOn: at(40), end: "work" as const };
    const { dropouts, reasons } = figuresOf([counted([gone, again])], WHOLE);
    expect([dropouts, reasons.filter(({ women }) => women > 0)]).toEqual([1, [{ reason: "work", women: 1 }]]);
  });

  test("a woman who waits is not enrolled, and one who moved on dropped out nowhere", () => {
    const waiting = stay({ startsOn: null });
    expect(figuresOf([counted([waiting])], WHOLE)).toMatchObject({ enrolled: 0, dropouts: 0 });
    const [here, there] = split(stay(), at(30), "movedCohort", "other");
    for (const group of [[counted([here])], [counted([here]), counted([there])]])
      expect(figuresOf(group, WHOLE)).toMatchObject({ enrolled: 1, dropouts: 0 });
  });

  test("women are counted while their class runs: not after its end, and to its closing where that was earlier", () => {
    const ended = counted([stay()], {
      cohort: { startsOn: at(0), endsOn: at(50), closedOn: null },
      cost: 700,
    });
    const after = { from: at(51), to: at(80) };
    expect(figuresOf([ended], after)).toMatchObject({ cohorts: 0, enrolled: 0, attending: 0, cost: 700 });
    const finished = stay({ endedOn: at(45), end: "finished" });
    const closed = counted([finished], { cohort: { startsOn: at(0), endsOn: at(50), closedOn: at(45) } });
    expect(figuresOf([closed], WHOLE)).toMatchObject({ cohorts: 1, enrolled: 1, attending: 1, dropouts: 0 });
    expect(figuresOf([closed], { from: at(46), to: at(50) }).cohorts).toBe(0);
  });

  test("who was there on her class's last day did not drop out, whatever was noted later", () => {
    const cohort = { startsOn: at(0), endsOn: at(50), closedOn: null };
    const late = stay({ endedOn: at(60), end: "work" });
    for (const span of [WHOLE, { from: at(40), to: at(50) }, { from: at(55), to: at(70) }])
      expect(figuresOf([counted([late], { cohort })], span).dropouts).toBe(0);
    // Another class, which she left after the first was over, counts.
    const gone = stay({ id: "b", startsOn: at(55), endedOn: at(70), end: "child" });
    expect(figuresOf([counted([stay()], { cohort }), counted([gone])], WHOLE)).toMatchObject({
      ...{ enrolled: 1, dropouts: 1, attending: 1 },
    });
  });

  test("of two classes left on one day the reason does not depend on their order", () => {
    const one = counted([stay({ id: "a", endedOn: at(10), end: "work" })]);
    const other = counted([stay({ id: "b", endedOn: at(10), end: "child" })]);
    expect(figuresOf([one, other], WHOLE)).toEqual(figuresOf([other, one], WHOLE));
  });

  test("the last assessment of a span counts, on the days it falls into, and only with every mark", () => {
    const marks = (mark: number) => [
      ...[
        { skill: "L1", mark },
        { skill: "E1", mark },
      ],
      { skill: "C1", mark: Math.min(5, mark) },
    ];
    const paper = (kind: "end" | "retake", day: number, mark: number) => {
      return { id: `${kind}${day}`, enrolmentId: "stay", kind, onDay: at(day), marks: marks(mark) };
    };
    const assessments = [paper("end", 60, 2), paper("retake", 80, 9)];
    const sessions = [session({ marks: [{ enrolmentId: "stay", mark: "P" }] })];
    const of = (from: number, to: number, all = assessments) => {
      const { assessed, passed } = figuresOf([counted([stay()], { assessments: all, sessions })], {
        ...{ from: at(from), to: at(to) },
      });
      return [assessed, passed];
    };
    expect([of(0, 59), of(0, 70), of(0, 90), of(70, 90), of(81, 90)]).toEqual([
      ...[
        [0, 0],
        [1, 0],
        [1, 1],
        [1, 1],
        [0, 0],
      ],
    ]);
    const partly = [{ ...paper("end", 60, 9), marks: marks(9).slice(1) }];
    expect(of(0, 90, partly)).toEqual([0, 0]);
  });

  test("the cost for a learner is rounded half up to a franc", () => {
    const women = ["a", "b"].map((id) => stay({ id, memberId: id }));
    expect(figuresOf([counted(women, { cost: 1_001 })], WHOLE).costPerLearner).toBe(501);
  });
});
