import { v7 } from "uuid";
import file from "../../../resources/reference/programmes.json" with { type: "json" };
import type { Mark } from "../../../src/contract/literacyTerms.ts";
import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { insertAssessment } from "../../../src/data/literacy/assessments.ts";
import { insertCohort, updateCohortClosing } from "../../../src/data/literacy/cohorts.ts";
import { insertStay, updateStayEnd } from "../../../src/data/literacy/enrolments.ts";
import { putSession } from "../../../src/data/literacy/sessions.ts";
import { takeCohortNumber } from "../../../src/data/numbers.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import { suppliedId } from "../../../src/domain/literacy/supplied.ts";
import { note, type Story } from "./story.ts";
import { isHere, type Woman } from "./women.ts";

const WEEKS = 20;
/** Mondays, Wednesdays and Saturdays, as days after the Monday. */
const MEETINGS = [0, 2, 5];
const FROM = "16:00";
const MINUTES = 120;

interface Learner {
  readonly stayId: string;
  readonly memberId: string;
  readonly leavesOn: CalendarDate | null;
}

interface Class {
  readonly id: string;
  readonly programme: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly learners: readonly Learner[];
}

function noteOpening(story: Story, { id, programme, startsOn, endsOn, learners }: Class): void {
  note(story, startsOn, (door) => {
    insertCohort(door, {
      id,
      number: takeCohortNumber(door),
      details: {
        ...{
          programmeId: suppliedId(programme),
          name: `Groupe du ${startsOn}`,
          place: "Antenne",
          trainerId: null,
        },
        meetings: MEETINGS.map((day) => ({ weekday: day + 1, from: FROM, minutes: MINUTES })),
        ...{ startsOn, endsOn, plannedHours: WEEKS * MEETINGS.length * (MINUTES / 60), capacity: 30 },
        ...{ project: null, fee: 0, allowance: 0 },
      },
    });
    for (const { stayId, memberId } of learners)
      insertStay(door, {
        ...{ id: stayId, cohortId: id, memberId, enrolledOn: startsOn, startsOn, previousId: null },
        placement: null,
      });
  });
  for (const { stayId, leavesOn } of learners)
    if (leavesOn !== null) note(story, leavesOn, (door) => updateStayEnd(door, stayId, leavesOn, "work"));
}

function noteSessions(story: Story, { id, startsOn, learners }: Class): void {
  const { dice } = story;
  for (let week = 0; week < WEEKS; week += 1)
    for (const day of MEETINGS) {
      const onDay = addDays(startsOn, 7 * week + day);
      const there = learners.filter(({ leavesOn }) => leavesOn === null || onDay <= leavesOn);
      const marks = there.map(({ stayId: enrolmentId }) => {
        const at = dice.roll(100);
        const mark: Mark = at < 75 ? "P" : at < 82 ? "L" : at < 87 ? "E" : "A";
        return { enrolmentId, mark };
      });
      note(story, onDay, (door) =>
        putSession(door, {
          ...{
            id: v7(),
            cohortId: id,
            onDay,
            from: FROM,
            minutes: MINUTES,
            state: "held",
            cancelReason: null,
          },
          ...{ extra: false, trainerId: null, trainerAbsent: false, content: "Lecture", marks },
        }),
      );
    }
}

function noteEnd(story: Story, { id, programme, endsOn, learners }: Class): void {
  const { dice } = story;
  const skills = file.programmes[programme]?.skills ?? [];
  for (const { stayId: enrolmentId, leavesOn } of learners) {
    if (leavesOn !== null) continue;
    const marks = skills.map(({ code, most }) => ({
      skill: code,
      mark: Math.floor(most * 0.4) + dice.roll(6),
    }));
    note(story, endsOn, (door) =>
      insertAssessment(door, { id: v7(), cohortId: id, enrolmentId, kind: "end", onDay: endsOn, marks }),
    );
  }
  note(story, endsOn, (door) => updateCohortClosing(door, id, endsOn));
}

const nextMonday = (day: CalendarDate) =>
  addDays(day, (8 - new Date(`${day}T00:00:00.000Z`).getUTCDay()) % 7);

/** Every half-year so many classes of so many women: attendance at each session, marks at the end. */
export function noteClasses(
  story: Story,
  women: readonly Woman[],
  { classes, learners }: { readonly classes: number; readonly learners: number },
): void {
  const { dice } = story;
  for (const first of story.months.filter((_, index) => index % 6 === 1)) {
    const startsOn = nextMonday(first);
    const here = women.filter((woman) => isHere(woman, first) && woman.leftOn === null);
    for (let at = 0; at < classes; at += 1) {
      const from = (at * learners) % Math.max(1, here.length - learners);
      const one: Class = {
        ...{ id: v7(), programme: at % 2 === 0 ? 0 : 3, startsOn, endsOn: addDays(startsOn, 7 * WEEKS - 2) },
        learners: here.slice(from, from + learners).map(({ id: memberId }) => ({
          ...{ stayId: v7(), memberId },
          leavesOn: dice.percent(12) ? addDays(startsOn, 20 + dice.roll(80)) : null,
        })),
      };
      noteOpening(story, one);
      noteSessions(story, one);
      noteEnd(story, one);
    }
  }
}
