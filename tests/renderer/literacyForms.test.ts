import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EnrolValues,
  enrolInput,
  isFull,
  readPlacement,
} from "../../renderer/features/literacy/cohort/enrolForm.ts";
import {
  actionsOf,
  groupLearners,
  movesTo,
  stayRules,
} from "../../renderer/features/literacy/cohort/learnerLines.ts";
import {
  type CohortValues,
  cohortInput,
  cohortValues,
  countRhythm,
  emptyCohort,
  readTime,
  rhythmOf,
  yearsOf,
} from "../../renderer/features/literacy/cohorts/cohortForm.ts";
import {
  isNarrowed,
  readCohortView,
  writeCohortView,
} from "../../renderer/features/literacy/cohorts/cohortView.ts";
import { exportSpan } from "../../renderer/features/literacy/cohorts/exportSpan.ts";
import { showHours, showRate, showTime } from "../../renderer/features/literacy/figuresShown.ts";
import { newestFirst, type PathStay } from "../../renderer/features/literacy/member/stays.ts";
import {
  emptyProgramme,
  hasTwins,
  nextSkill,
  programmeDetails,
  programmeValues,
} from "../../renderer/features/literacy/settings/programmeForm.ts";
import { trainerInput, trainerValues } from "../../renderer/features/literacy/trainers/trainerForm.ts";
import { literacy } from "../../src/contract/literacy.ts";
import type { CohortDetails, ProgrammeDetails } from "../../src/contract/literacyTerms.ts";
import type { CohortRow, LearnerLine } from "../../src/contract/literacyViews.ts";
import { isSupplied, suppliedId } from "../../src/domain/literacy/supplied.ts";

const TODAY = "2026-11-24";
const ID = "0190a000-0000-7000-8000-000000000001";
const OTHER = "0190a000-0000-7000-8000-000000000002";

const DETAILS: CohortDetails = {
  programmeId: ID,
  name: "Médina-Coura, le matin",
  place: "Cour de l’école",
  trainerId: null,
  meetings: [{ weekday: 1, from: "08:30", minutes: 90 }],
  startsOn: "2026-11-02",
  endsOn: "2027-01-31",
  plannedHours: 60,
  capacity: 25,
  project: null,
  fee: 5000,
  allowance: 2500,
};

describe("the form of a class", () => {
  test("reads a time as people write it", () => {
    const written = ["8h30", "8 h 30", "08:30", "8.30", "0830"];
    expect(written.map(readTime)).toEqual(written.map(() => "08:30"));
    expect([readTime("8"), readTime("8h"), readTime("15")]).toEqual(["08:00", "08:00", "15:00"]);
    for (const none of ["", "matin", "24h", "8h75", "8h3", "830"]) expect(readTime(none)).toBeNull();
  });

  test("sends back what it was filled with, whatever it was", () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        time,
        fc.integer({ min: 15, max: 480 }),
        (weekday, at, minutes) => {
          const from = at.map((part) => String(part).padStart(2, "0")).join(":");
          const details = { ...DETAILS, meetings: [{ weekday, from, minutes }] };
          expect(cohortInput(cohortValues(details), TODAY)).toEqual(details);
        },
      ),
    );
  });

  test("leaves to the contract what is missing", () => {
    const parsed = literacy.saveCohort.input.safeParse({
      id: ID,
      details: cohortInput(emptyCohort(), TODAY),
    });
    const fields = parsed.error?.issues.map(({ path }) => path.slice(1).join("."));
    for (const field of ["programmeId", "name", "place", "startsOn", "endsOn", "meetings.0.from"])
      expect(fields).toContain(field);
  });

  test("counts sessions and hours once days and dates are there, without holidays", () => {
    const values: CohortValues = { ...cohortValues(DETAILS), endsOn: "23/11/2026" };
    const rhythm = rhythmOf(values, TODAY);
    if (rhythm === null) throw new Error("there is a rhythm");
    expect(yearsOf(rhythm)).toEqual([2026]);
    expect(countRhythm(rhythm, new Set())).toEqual({ sessions: 4, minutes: 360, onHolidays: 0 });
    expect(countRhythm(rhythm, new Set(["2026-11-09", "2026-11-10"]))).toEqual({
      sessions: 3,
      minutes: 270,
      onHolidays: 1,
    });
  });

  test("counts nothing while a day is missing, upside down, or decades away", () => {
    const values = cohortValues(DETAILS);
    expect(rhythmOf({ ...values, endsOn: "" }, TODAY)).toBeNull();
    expect(rhythmOf({ ...values, endsOn: "01/11/2026" }, TODAY)).toBeNull();
    expect(rhythmOf({ ...values, endsOn: "01/11/2096" }, TODAY)).toBeNull();
    expect(rhythmOf({ ...values, meetings: [{ weekday: "1", from: "", minutes: 90 }] }, TODAY)).toBeNull();
  });
});

describe("the list of classes", () => {
  test("keeps state and office in the address, and never what was searched", () => {
    const view = readCohortView(new URLSearchParams("state=ended,running,wrong"), "Mopti", "all");
    expect(view).toEqual({ text: "Mopti", states: ["running", "ended"], office: "all" });
    expect(writeCohortView(view).toString()).toBe("office=all&state=running%2Cended");
    expect(isNarrowed(view)).toBe(true);
    expect(isNarrowed({ text: " ", states: [], office: "all" })).toBe(false);
  });

  test("exports the days of its classes, five years at most", () => {
    const row = (startsOn: string, endsOn: string) => ({ details: { ...DETAILS, startsOn, endsOn } });
    expect(exportSpan([row("2026-01-05", "2026-06-30"), row("2025-10-01", "2026-02-28")])).toEqual({
      from: "2025-10-01",
      to: "2026-06-30",
    });
    expect(exportSpan([row("2010-01-05", "2026-06-30")])).toEqual({ from: "2021-07-01", to: "2026-06-30" });
  });

  test("shows rates, hours and times as people write them", () => {
    expect([showRate(8749, "fr"), showRate(8750, "en"), showRate(null, "fr")]).toEqual([
      "87\u00a0%",
      "88%",
      "—",
    ]);
    expect([showHours(9000, "fr"), showHours(125, "fr")]).toEqual(["150\u00a0h", "2\u00a0h\u00a005"]);
    expect([showTime("08:30", "fr"), showTime("15:00", "fr"), showTime("08:30", "en")]).toEqual([
      "8\u00a0h\u00a030",
      "15\u00a0h",
      "8:30",
    ]);
  });
});

function line(about: Partial<LearnerLine>): LearnerLine {
  return {
    enrolmentId: "a",
    learner: { memberId: ID, number: "KTL-00001-6", surname: "Traoré", firstNames: "Awa" },
    state: "attending",
    enrolledOn: "2026-11-02",
    startsOn: "2026-11-02",
    endedOn: null,
    end: null,
    previousId: null,
    placement: null,
    attended: 0,
    held: 0,
    attendanceRate: null,
    absencesInARow: 0,
    feePaid: 0,
    feeLeft: 0,
    ...about,
  };
}

const LEFT = { state: "left", endedOn: "2026-11-09", end: "illness" } as const;

function rulesFor(learners: readonly LearnerLine[], state: "running" | "closed" = "running") {
  return stayRules({ details: DETAILS, state, learners: [...learners] });
}

describe("the women of a class", () => {
  test("stand in three groups, the last to leave first", () => {
    const waiting = line({ enrolmentId: "w", state: "waiting", startsOn: null });
    const coming = line({ enrolmentId: "c", state: "waiting", startsOn: "2026-12-01" });
    const early = line({ enrolmentId: "e", ...LEFT });
    const late = line({ enrolmentId: "l", ...LEFT, endedOn: "2026-11-16" });
    const groups = groupLearners([early, waiting, late, coming]);
    expect(groups).toEqual({ present: [coming], waiting: [waiting], gone: [late, early] });
  });

  test("may be moved, leave, be admitted or come back, each where it makes sense", () => {
    const attending = line({});
    const waiting = line({ state: "waiting", startsOn: null });
    const left = line({ ...LEFT, feeLeft: 1_000 });
    expect(actionsOf(attending, rulesFor([attending]))).toEqual(["move", "leave"]);
    expect(actionsOf(waiting, rulesFor([waiting]))).toEqual(["admit", "leave"]);
    expect(actionsOf(left, rulesFor([left]))).toEqual(["fee", "comeBack"]);
    const moved = line({ state: "moved", endedOn: "2026-11-09", end: "movedCohort" });
    expect(actionsOf(moved, rulesFor([moved]))).toEqual([]);
    const owing = line({ feeLeft: 5_000 });
    expect(actionsOf(owing, rulesFor([owing], "closed"))).toEqual(["fee"]);
  });

  test("go on in classes of the same level and language of their office", () => {
    const here = { id: "1", office: "KTL", level: "beginner", language: "fr" } as const;
    const others = [
      { ...here },
      { ...here, id: "2" },
      { ...here, id: "3", level: "intermediate" },
      { ...here, id: "4", language: "bm" },
      { ...here, id: "5", office: "MPT" },
    ] as unknown as CohortRow[];
    expect(movesTo(here, others).map(({ id }) => id)).toEqual(["2"]);
  });
});

describe("an enrolment", () => {
  const values: EnrolValues = {
    ...{ memberId: ID, cohortId: OTHER, on: "02/11/2026", wait: false },
    ...{ reading: "", writing: "", numeracy: "" },
  };

  test("goes without a test, with a whole one, and never with a part", () => {
    expect(readPlacement(values)).toBeNull();
    expect(readPlacement({ ...values, reading: 3 })).toBe("part");
    expect(readPlacement({ ...values, reading: 3, writing: 0, numeracy: 5 })).toEqual({
      ...{ reading: 3, writing: 0, numeracy: 5 },
    });
  });

  test("is what the contract takes", () => {
    const input = enrolInput(ID, { ...values, reading: 3, writing: 0, numeracy: 5 }, TODAY);
    expect(literacy.enrol.input.parse(input)).toMatchObject({ on: "2026-11-02", wait: false });
    expect(isFull({ id: ID, details: { ...DETAILS, capacity: 2 }, level: "beginner", attending: 2 })).toBe(
      true,
    );
  });
});

const PROGRAMME: ProgrammeDetails = {
  code: "ALPHA1-SN",
  name: "Lire et compter",
  level: "beginner",
  language: "soninké",
  skills: [{ code: "L1", domain: "reading", name: "Lire son nom", most: 10 }],
  pass: { overall: 50, eachDomain: 40, attendance: 60 },
  plannedHours: 60,
  active: true,
};

describe("the form of a programme", () => {
  test("sends back what it was filled with, in any language", () => {
    for (const language of ["fr", "bm", "soninké"]) {
      const details = { ...PROGRAMME, language };
      expect(programmeDetails(programmeValues(details))).toEqual(details);
    }
    expect(programmeValues(PROGRAMME)).toMatchObject({ language: "other", otherLanguage: "soninké" });
  });

  test("writes codes in capitals and finds twins among them", () => {
    const skill = { domain: "reading", name: "Lire", most: 10 } as const;
    const values = { ...programmeValues(PROGRAMME), code: " alpha1-sn " };
    expect(programmeDetails(values).code).toBe("ALPHA1-SN");
    expect(
      hasTwins([
        { ...skill, code: "l1" },
        { ...skill, code: "L1 " },
      ]),
    ).toBe(true);
    expect(
      hasTwins([
        { ...skill, code: "" },
        { ...skill, code: "" },
      ]),
    ).toBe(false);
  });

  test("begins a skill in the domain of the one before", () => {
    expect(nextSkill(emptyProgramme().skills)).toMatchObject({ domain: "reading", most: 10 });
    expect(nextSkill([{ code: "C1", domain: "numeracy", name: "Compter", most: 20 }])).toEqual({
      ...{ code: "", name: "", domain: "numeracy", most: 20 },
    });
  });

  test("knows those that nobody wrote by their id", () => {
    expect(isSupplied(suppliedId(0))).toBe(true);
    expect(isSupplied(ID)).toBe(false);
  });
});

describe("a trainer", () => {
  test("who is a member has the name and the phone of her file", () => {
    const typed = { ...trainerValues(null), memberId: ID, name: "Kadidia", phone: "76123456" };
    expect(trainerInput(OTHER, typed)).toEqual({
      id: OTHER,
      details: { memberId: ID, name: "", phone: "", active: true },
    });
    expect(trainerInput(OTHER, { ...typed, who: "other" }).details).toEqual({
      ...{ memberId: null, name: "Kadidia", phone: "76123456", active: true },
    });
  });
});

describe("a woman’s way through the classes", () => {
  const stay = (about: Partial<PathStay>) => ({ startsOn: "2026-01-05", end: null, ...about }) as PathStay;

  test("shows where she waits first, then the latest class", () => {
    const stays = [stay({}), stay({ startsOn: null }), stay({ startsOn: "2026-10-05" })];
    expect(newestFirst(stays).map(({ startsOn }) => startsOn)).toEqual([null, "2026-10-05", "2026-01-05"]);
  });
});
