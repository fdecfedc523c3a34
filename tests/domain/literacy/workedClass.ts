import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  AssessmentKind,
  CancelReason,
  ClassDay,
  EnrolmentEnd,
  type LiteracyFigures,
  Mark,
  Meeting,
  PassRule,
  Skill,
} from "../../../src/contract/literacyTerms.ts";
import { outcomeOf } from "../../../src/domain/literacy/assessing.ts";
import { attendanceOf } from "../../../src/domain/literacy/attendance.ts";
import { type CountedCohort, type FigureSpan, figuresOf } from "../../../src/domain/literacy/figures.ts";
import { fixedHolidays } from "../../../src/domain/literacy/holidays.ts";
import { mergeSessions, plannedSessions } from "../../../src/domain/literacy/sessions.ts";
import { cohortWarnings } from "../../../src/domain/literacy/warnings.ts";
import { session, stay } from "./classes.ts";

export const DOCUMENT = readFileSync(
  fileURLToPath(new URL("../../../docs/literacy.md", import.meta.url)),
  "utf8",
);

const Money = z.array(z.strictObject({ on: ClassDay, amount: z.int().positive() }));
const WorkedClass = z.strictObject({
  ...{ startsOn: ClassDay, endsOn: ClassDay, closedOn: ClassDay.nullable(), meetings: z.array(Meeting) },
  stays: z.array(
    z.strictObject({
      ...{ id: z.string(), woman: z.string(), startsOn: ClassDay.nullable(), endedOn: ClassDay.nullable() },
      end: EnrolmentEnd.nullable(),
    }),
  ),
  sessions: z.array(
    z.strictObject({
      onDay: ClassDay,
      cancelled: CancelReason.optional(),
      extra: z.int().optional(),
      marks: z.record(z.string(), Mark).optional(),
    }),
  ),
  assessments: z.array(
    z.strictObject({
      ...{ stay: z.string(), kind: AssessmentKind, onDay: ClassDay, marks: z.record(z.string(), z.int()) },
    }),
  ),
  ...{ fees: Money, allowances: Money },
});
type WorkedClass = z.infer<typeof WorkedClass>;

const Example = z.strictObject({
  programme: z.strictObject({ skills: z.array(Skill), pass: PassRule }),
  classes: z.array(WorkedClass),
});

const block = /<!-- example: classes -->\s+```json\n([\s\S]*?)```/.exec(DOCUMENT)?.[1];
const { programme, classes } = Example.parse(JSON.parse(block ?? ""));

export const YEAR = { from: "2027-01-01", to: "2027-12-31" };
const MARCH = { from: "2027-03-01", to: "2027-03-31" };
const APRIL = { from: "2027-04-01", to: "2027-04-30" };
const WARNED_ON = "2027-04-30";
const HOLIDAYS = new Set(fixedHolidays(2027).map(({ onDay }) => onDay));

/** A class of the document as it is counted within a span. */
function counted(worked: WorkedClass, index: number, span: FigureSpan): CountedCohort {
  const cohortId = `class${index + 1}`;
  const paid = (lines: z.infer<typeof Money>) =>
    lines.reduce((sum, { on, amount }) => (span.from <= on && on <= span.to ? sum + amount : sum), 0);
  const { startsOn, endsOn, closedOn, meetings } = worked;
  return {
    ...{ cohort: { startsOn, endsOn, closedOn }, programme },
    stays: worked.stays.map(({ woman, ...about }) => stay({ ...about, cohortId, memberId: woman })),
    sessions: worked.sessions.map(({ onDay, cancelled = null, extra, marks = {} }) =>
      session({
        ...{ id: onDay, cohortId, onDay, from: meetings[0]?.from ?? "", extra: extra !== undefined },
        ...{ state: cancelled === null ? "held" : "cancelled", cancelReason: cancelled },
        minutes: extra ?? meetings[0]?.minutes ?? 0,
        marks: Object.entries(marks).map(([enrolmentId, mark]) => ({ enrolmentId, mark })),
      }),
    ),
    planned: plannedSessions(worked, HOLIDAYS, span.from, span.to),
    assessments: worked.assessments.map(({ stay: enrolmentId, kind, onDay, marks }) => ({
      ...{ id: `${enrolmentId} ${kind}`, enrolmentId, kind, onDay },
      marks: Object.entries(marks).map(([skill, mark]) => ({ skill, mark })),
    })),
    ...{ fees: paid(worked.fees), cost: paid(worked.allowances) },
  };
}

const group = (span: FigureSpan) => classes.map((worked, index) => counted(worked, index, span));
const shown = (rate: number | null) => (rate === null ? "–" : `${(rate / 100).toFixed(2)} %`);
const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

function calendar(): string[] {
  const first = group(YEAR)[0];
  if (first === undefined) throw new Error("the document has no class");
  return mergeSessions("class1", first.planned, first.sessions).map(
    ({ onDay, state, minutes, cancelReason, extra }) =>
      row([
        onDay,
        `\`${state}\``,
        minutes,
        cancelReason === null ? (extra ? "extra" : "") : `\`${cancelReason}\``,
      ]),
  );
}

function attendance(): string[] {
  return group(YEAR).flatMap(({ stays, sessions }) =>
    stays
      .filter(({ startsOn }) => startsOn !== null)
      .map((one) => {
        const { attended, held, rate, absencesInARow } = attendanceOf(one, sessions);
        return row([
          one.id,
          one.startsOn ?? "",
          one.endedOn ?? "",
          attended,
          held,
          shown(rate),
          absencesInARow,
        ]);
      }),
  );
}

function outcomes(): string[] {
  return group(YEAR).flatMap(({ stays, sessions, assessments }) =>
    assessments.map(({ enrolmentId, kind, marks }) => {
      const hers = stays.find(({ id }) => id === enrolmentId);
      const rate = hers === undefined ? null : attendanceOf(hers, sessions).rate;
      const { overall, domains, missing, passed } = outcomeOf(programme, marks, rate);
      const percents = domains.map(({ percent }) => percent);
      const lacking = missing.map((one) => `\`${one}\``).join(", ");
      return row([enrolmentId, kind, overall, ...percents, shown(rate), lacking, passed ? "passed" : ""]);
    }),
  );
}

function warnings(): string[] {
  const first = group(YEAR)[0];
  if (first === undefined) throw new Error("the document has no class");
  const sessions = mergeSessions("class1", first.planned, first.sessions);
  const watched = { cohort: { ...first.cohort, trainerId: "trainer" }, stays: first.stays, sessions };
  return cohortWarnings(watched, WARNED_ON).map(({ code, ...values }) =>
    row([
      `\`${code}\``,
      Object.entries(values)
        .map(([key, value]) => `${key} ${value}`)
        .join(", "),
    ]),
  );
}

function figures(): string[] {
  const [one, other] = group(YEAR).map((each) => figuresOf([each], YEAR));
  const columns = [
    one,
    other,
    figuresOf(group(YEAR), YEAR),
    figuresOf(group(MARCH), MARCH),
    figuresOf(group(APRIL), APRIL),
  ];
  const told = (value: LiteracyFigures[keyof LiteracyFigures], key: string) => {
    if (Array.isArray(value))
      return value.flatMap(({ reason, women }) => (women === 0 ? [] : [`\`${reason}\` ${women}`])).join(", ");
    return key.endsWith("Rate") ? shown(value) : (value ?? "–");
  };
  return Object.keys(one ?? {}).map((key) =>
    row([
      `\`${key}\``,
      ...columns.map((line) => (line === undefined ? "" : told(line[key as keyof LiteracyFigures], key))),
    ]),
  );
}

const HEADS = {
  calendar: ["Day", "State", "Minutes", ""],
  attendance: ["Stay", "From", "To", "Attended", "Of", "Rate", "Absences in a row"],
  outcomes: ["Stay", "Assessment", "Overall", "Reading", "Writing", "Numeracy", "Attendance", "Missing", ""],
  warnings: ["Warning", "Values"],
  figures: ["Indicator", "Class 1", "Class 2", "Both", "March", "April"],
};

/** The tables of the document's last section, whole, as they have to stand there. */
export function tables(): Record<keyof typeof HEADS, string> {
  const rows = {
    ...{ calendar: calendar(), attendance: attendance() },
    outcomes: outcomes(),
    warnings: warnings(),
  };
  const table = (head: readonly string[], lines: readonly string[]) =>
    [row(head), `|${"---|".repeat(head.length)}`, ...lines].join("\n");
  return {
    calendar: table(HEADS.calendar, rows.calendar),
    attendance: table(HEADS.attendance, rows.attendance),
    outcomes: table(HEADS.outcomes, rows.outcomes),
    warnings: table(HEADS.warnings, rows.warnings),
    figures: table(HEADS.figures, figures()),
  };
}

export const both = () => figuresOf(group(YEAR), YEAR);
