import type { LearnerRef, Rate, SkillDomain } from "../../contract/literacyTerms.ts";
import { LeaveReason } from "../../contract/literacyTerms.ts";
import type { CohortRow, FiguresLine, LearnerLine, LearnerResult } from "../../contract/literacyViews.ts";
import type { CalendarDate, Language } from "../../contract/primitives.ts";
import { showDay } from "../../domain/format.ts";
import { fill } from "../design/paper.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

/* The lists of classes as spreadsheets have them: a heading and a cell for each column, all text. */

/** A list of headings and of rows under them. */
export interface ListTable {
  readonly title: string;
  readonly headings: string[];
  readonly rows: string[][];
}

/** One woman's stay, with the class that it is in. */
export interface LearnerRow {
  readonly cohort: CohortRow;
  readonly line: LearnerLine;
}

export interface ResultRow {
  readonly cohort: CohortRow;
  readonly result: LearnerResult;
  readonly attendanceRate: Rate;
}

type Texts = DocumentTexts["literacyLists"];
type Column<R> = readonly [heading: string, cell: (row: R) => string];

const day = (value: CalendarDate | null) => (value === null ? "" : showDay(value));
const count = (value: number | null) => (value === null ? "" : String(value));

/** `86,5`: as a spreadsheet in this language reads a number. @param hundredths of the whole */
function decimal(hundredths: number | null, language: Language): string {
  if (hundredths === null) return "";
  const text = String(hundredths / 100);
  return language === "fr" ? text.replace(".", ",") : text;
}

const hours = (minutes: number, language: Language) =>
  decimal(Math.floor((minutes * 100 + 30) / 60), language);

function tableOf<R>(title: string, columns: readonly Column<R>[], rows: readonly R[]): ListTable {
  return {
    title,
    headings: columns.map(([heading]) => heading),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

const known = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key;

export function cohortsTable(rows: readonly CohortRow[], language: Language): ListTable {
  const texts = documentTexts(language).literacyLists;
  const columns: Column<CohortRow>[] = [
    [texts.office, ({ office }) => office],
    [texts.cohortNumber, ({ number }) => number],
    [texts.cohortName, ({ details }) => details.name],
    [texts.programme, ({ programmeName }) => programmeName],
    [texts.level, ({ level }) => texts.levels[level]],
    [texts.language, (row) => known(texts.languages, row.language)],
    [texts.place, ({ details }) => details.place],
    [texts.trainer, ({ trainerName }) => trainerName],
    [texts.state, ({ state }) => texts.cohortStates[state]],
    [texts.startsOn, ({ details }) => day(details.startsOn)],
    [texts.endsOn, ({ details }) => day(details.endsOn)],
    [texts.closedOn, ({ closedOn }) => day(closedOn)],
    [texts.project, ({ details }) => details.project ?? ""],
    [texts.capacity, ({ details }) => count(details.capacity)],
    [texts.enrolled, ({ enrolled }) => count(enrolled)],
    [texts.attending, ({ attending }) => count(attending)],
    [texts.waiting, ({ waiting }) => count(waiting)],
    [texts.attendance, ({ attendanceRate }) => decimal(attendanceRate, language)],
    [texts.hoursPlanned, ({ minutesPlanned }) => hours(minutesPlanned, language)],
    [texts.hoursTaught, ({ minutesTaught }) => hours(minutesTaught, language)],
  ];
  return tableOf(texts.titles.cohorts, columns, rows);
}

interface WithLearner {
  readonly cohort: CohortRow;
  readonly learner: LearnerRef;
}

const learnerColumns = (texts: Texts): Column<WithLearner>[] => [
  [texts.office, ({ cohort }) => cohort.office],
  [texts.number, ({ learner }) => learner.number],
  [texts.surname, ({ learner }) => learner.surname],
  [texts.firstNames, ({ learner }) => learner.firstNames],
  [texts.cohortNumber, ({ cohort }) => cohort.number],
  [texts.cohortName, ({ cohort }) => cohort.details.name],
  [texts.programme, ({ cohort }) => cohort.programmeName],
];

export function learnersTable(rows: readonly LearnerRow[], language: Language): ListTable {
  const texts = documentTexts(language).literacyLists;
  const columns: Column<LearnerRow & WithLearner>[] = [
    ...learnerColumns(texts),
    [texts.state, ({ line }) => texts.enrolmentStates[line.state]],
    [texts.enrolledOn, ({ line }) => day(line.enrolledOn)],
    [texts.inClassFrom, ({ line }) => day(line.startsOn)],
    [texts.lastDay, ({ line }) => day(line.endedOn)],
    [texts.end, ({ line }) => (line.end === null ? "" : texts.ends[line.end])],
    [texts.attended, ({ line }) => count(line.attended)],
    [texts.held, ({ line }) => count(line.held)],
    [texts.attendance, ({ line }) => decimal(line.attendanceRate, language)],
    [texts.feePaid, ({ line }) => count(line.feePaid)],
  ];
  return tableOf(
    texts.titles.learners,
    columns,
    rows.map((row) => ({ ...row, learner: row.line.learner })),
  );
}

export function resultsTable(rows: readonly ResultRow[], language: Language): ListTable {
  const texts = documentTexts(language).literacyLists;
  const domain = (name: SkillDomain): Column<ResultRow & WithLearner> => [
    texts.domains[name],
    ({ result }) => count(result.outcome?.domains.find((one) => one.domain === name)?.percent ?? null),
  ];
  const columns: Column<ResultRow & WithLearner>[] = [
    ...learnerColumns(texts),
    [texts.state, ({ result }) => texts.enrolmentStates[result.state]],
    [texts.first, ({ result }) => count(result.first)],
    [texts.latest, ({ result }) => count(result.latest)],
    ...(["reading", "writing", "numeracy", "life"] as const).map(domain),
    [texts.attendance, ({ attendanceRate }) => decimal(attendanceRate, language)],
    [
      texts.passed,
      ({ result: { outcome } }) => (outcome === null ? "" : outcome.passed ? texts.yes : texts.no),
    ],
    [texts.certificate, ({ result }) => result.certificate?.number ?? ""],
    [texts.issuedOn, ({ result }) => day(result.certificate?.issuedOn ?? null)],
  ];
  return tableOf(
    texts.titles.results,
    columns,
    rows.map((row) => ({ ...row, learner: row.result.learner })),
  );
}

/** @param lines of the classes; @param total of all of them together, in which a woman counts once */
export function figuresTable(
  lines: readonly FiguresLine[],
  total: FiguresLine["figures"],
  language: Language,
): ListTable {
  const texts = documentTexts(language).literacyLists;
  const rate = (of: (figures: FiguresLine["figures"]) => Rate) => (line: FiguresLine) =>
    decimal(of(line.figures), language);
  const number = (of: (figures: FiguresLine["figures"]) => number | null) => (line: FiguresLine) =>
    count(of(line.figures));
  const columns: Column<FiguresLine>[] = [
    [texts.cohortNumber, ({ label }) => label],
    [texts.cohorts, number((figures) => figures.cohorts)],
    [texts.enrolled, number((figures) => figures.enrolled)],
    [texts.attending, number((figures) => figures.attending)],
    [texts.attendance, rate((figures) => figures.attendanceRate)],
    [texts.dropouts, number((figures) => figures.dropouts)],
    [texts.dropoutRate, rate((figures) => figures.dropoutRate)],
    ...LeaveReason.options.map(
      (reason): Column<FiguresLine> => [
        fill(texts.because, { reason: texts.ends[reason] }),
        number(({ reasons }) => reasons.find((one) => one.reason === reason)?.women ?? 0),
      ],
    ),
    [texts.assessed, number((figures) => figures.assessed)],
    [texts.passedCount, number((figures) => figures.passed)],
    [texts.completionRate, rate((figures) => figures.completionRate)],
    [texts.successRate, rate((figures) => figures.successRate)],
    [texts.hoursPlanned, ({ figures }) => hours(figures.minutesPlanned, language)],
    [texts.hoursTaught, ({ figures }) => hours(figures.minutesTaught, language)],
    [texts.fees, number((figures) => figures.fees)],
    [texts.cost, number((figures) => figures.cost)],
    [texts.costPerLearner, number((figures) => figures.costPerLearner)],
  ];
  return tableOf(texts.titles.figures, columns, [...lines, { key: "", label: texts.total, figures: total }]);
}
