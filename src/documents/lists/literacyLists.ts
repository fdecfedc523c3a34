import { type LearnerRef, LeaveReason, type Rate, SkillDomain } from "../../contract/literacyTerms.ts";
import type { CohortRow, FiguresLine, LearnerLine, LearnerResult } from "../../contract/literacyViews.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { fill } from "../design/paper.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";
import type { ListColumn, ListSpec, ListWords } from "./listTable.ts";

/* The lists of classes as spreadsheets have them. */

/** One woman's stay, with the class that it is in. */
export interface LearnerRow {
  readonly cohort: CohortRow;
  readonly learner: LearnerRef;
  readonly line: LearnerLine;
}

export interface ResultRow {
  readonly cohort: CohortRow;
  readonly learner: LearnerRef;
  readonly result: LearnerResult;
  readonly attendanceRate: Rate;
}

/** A line for each class; the one of all together has the key "". */
export type FiguresRow = Pick<FiguresLine, "key" | "label" | "figures">;

/** A certificate that was given, with whose it is. */
export interface CertificateRow {
  readonly office: string;
  readonly number: string;
  readonly learner: LearnerRef;
  readonly cohortNumber: string;
  readonly programmeName: string;
  readonly percent: number;
  readonly issuedOn: CalendarDate;
  readonly voided: boolean;
}

type Texts = DocumentTexts["literacyLists"];
type Key = keyof DocumentTexts["listMeanings"]["literacy"] | SkillDomain | LeaveReason;
type Column<Row> = ListColumn<Row, Key>;

function byReason(words: Texts, text: string): Readonly<Record<LeaveReason, string>> {
  const of = (reason: LeaveReason) => fill(text, { reason: words.ends[reason] });
  return {
    ...{ moved: of("moved"), work: of("work"), illness: of("illness") },
    ...{ child: of("child"), lostInterest: of("lostInterest"), other: of("other") },
  };
}

const wordsOf =
  (list: keyof Texts["titles"]) =>
  ({ literacyLists, listMeanings }: DocumentTexts): ListWords<Key> => {
    const { literacy, literacyDomain: domain, literacyBecause } = listMeanings;
    return {
      title: literacyLists.titles[list],
      headings: {
        ...literacyLists,
        ...literacyLists.domains,
        ...byReason(literacyLists, literacyLists.because),
      },
      meanings: {
        ...literacy,
        ...{ reading: domain, writing: domain, numeracy: domain, life: domain },
        ...byReason(literacyLists, literacyBecause),
      },
    };
  };

/** Hundredths of a percent as percent. */
const percent = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);
/** Minutes as hours, to the hundredth. */
const hours = (minutes: number) => Math.floor((minutes * 100 + 30) / 60) / 100;

const learnerColumns: readonly Column<{ readonly cohort: CohortRow; readonly learner: LearnerRef }>[] = [
  { key: "office", type: "text", value: ({ cohort }) => cohort.office },
  { key: "number", type: "text", value: ({ learner }) => learner.number },
  { key: "surname", type: "text", only: "names", value: ({ learner }) => learner.surname },
  { key: "firstNames", type: "text", only: "names", value: ({ learner }) => learner.firstNames },
  { key: "cohortNumber", type: "text", value: ({ cohort }) => cohort.number },
  { key: "cohortName", type: "text", value: ({ cohort }) => cohort.details.name },
  { key: "programme", type: "text", value: ({ cohort }) => cohort.programmeName },
];

export const COHORTS: ListSpec<CohortRow, Key> = {
  words: wordsOf("cohorts"),
  columns: [
    { key: "office", type: "text", value: ({ office }) => office },
    { key: "cohortNumber", type: "text", value: ({ number }) => number },
    { key: "cohortName", type: "text", value: ({ details }) => details.name },
    { key: "programme", type: "text", value: ({ programmeName }) => programmeName },
    { key: "level", type: "code", codes: (texts) => texts.literacyLists.levels, value: ({ level }) => level },
    {
      ...{ key: "language", type: "code", codes: (texts) => texts.literacyLists.languages },
      value: ({ language }) => language,
    },
    { key: "place", type: "text", value: ({ details }) => details.place },
    { key: "trainer", type: "text", value: ({ trainerName }) => trainerName },
    {
      ...{ key: "state", type: "code", codes: (texts) => texts.literacyLists.cohortStates },
      value: ({ state }) => state,
    },
    { key: "startsOn", type: "day", value: ({ details }) => details.startsOn },
    { key: "endsOn", type: "day", value: ({ details }) => details.endsOn },
    { key: "closedOn", type: "day", value: ({ closedOn }) => closedOn },
    { key: "project", type: "text", value: ({ details }) => details.project },
    { key: "capacity", type: "count", value: ({ details }) => details.capacity },
    { key: "enrolled", type: "count", value: ({ enrolled }) => enrolled },
    { key: "attending", type: "count", value: ({ attending }) => attending },
    { key: "waiting", type: "count", value: ({ waiting }) => waiting },
    { key: "attendance", type: "percent", value: ({ attendanceRate }) => percent(attendanceRate) },
    { key: "hoursPlanned", type: "hours", value: ({ minutesPlanned }) => hours(minutesPlanned) },
    { key: "hoursTaught", type: "hours", value: ({ minutesTaught }) => hours(minutesTaught) },
  ],
};

const enrolmentStates = (texts: DocumentTexts) => texts.literacyLists.enrolmentStates;

export const LEARNERS: ListSpec<LearnerRow, Key> = {
  words: wordsOf("learners"),
  columns: [
    ...learnerColumns,
    { key: "state", type: "code", codes: enrolmentStates, value: ({ line }) => line.state },
    { key: "enrolledOn", type: "day", value: ({ line }) => line.enrolledOn },
    { key: "inClassFrom", type: "day", value: ({ line }) => line.startsOn },
    { key: "lastDay", type: "day", value: ({ line }) => line.endedOn },
    { key: "end", type: "code", codes: (texts) => texts.literacyLists.ends, value: ({ line }) => line.end },
    { key: "attended", type: "count", value: ({ line }) => line.attended },
    { key: "held", type: "count", value: ({ line }) => line.held },
    { key: "attendance", type: "percent", value: ({ line }) => percent(line.attendanceRate) },
    { key: "feePaid", type: "francs", value: ({ line }) => line.feePaid },
  ],
};

const domainColumns = SkillDomain.options.map(
  (name): Column<ResultRow> => ({
    ...{ key: name, type: "percent" },
    value: ({ result }) => result.outcome?.domains.find(({ domain }) => domain === name)?.percent ?? null,
  }),
);

export const RESULTS: ListSpec<ResultRow, Key> = {
  words: wordsOf("results"),
  columns: [
    ...learnerColumns,
    { key: "state", type: "code", codes: enrolmentStates, value: ({ result }) => result.state },
    { key: "first", type: "percent", value: ({ result }) => result.first },
    { key: "latest", type: "percent", value: ({ result }) => result.latest },
    ...domainColumns,
    { key: "attendance", type: "percent", value: ({ attendanceRate }) => percent(attendanceRate) },
    { key: "passed", type: "yesNo", value: ({ result }) => result.outcome?.passed ?? null },
    { key: "certificate", type: "text", value: ({ result }) => result.certificate?.number ?? null },
    { key: "issuedOn", type: "day", value: ({ result }) => result.certificate?.issuedOn ?? null },
  ],
};

type Figures = FiguresLine["figures"];

const figure = (
  key: Key,
  type: "count" | "francs" | "percent" | "hours",
  of: (figures: Figures) => number | null,
): Column<FiguresRow> => ({ key, type, value: (row) => of(row.figures) });

export const FIGURES: ListSpec<FiguresRow, Key> = {
  words: wordsOf("figures"),
  columns: [
    { key: "cohortNumber", type: "text", value: ({ label }) => label },
    figure("cohorts", "count", ({ cohorts }) => cohorts),
    figure("enrolled", "count", ({ enrolled }) => enrolled),
    figure("attending", "count", ({ attending }) => attending),
    figure("attendance", "percent", ({ attendanceRate }) => percent(attendanceRate)),
    figure("dropouts", "count", ({ dropouts }) => dropouts),
    figure("dropoutRate", "percent", ({ dropoutRate }) => percent(dropoutRate)),
    ...LeaveReason.options.map((reason) =>
      figure(reason, "count", ({ reasons }) => reasons.find((one) => one.reason === reason)?.women ?? 0),
    ),
    figure("assessed", "count", ({ assessed }) => assessed),
    figure("passedCount", "count", ({ passed }) => passed),
    figure("completionRate", "percent", ({ completionRate }) => percent(completionRate)),
    figure("successRate", "percent", ({ successRate }) => percent(successRate)),
    figure("hoursPlanned", "hours", ({ minutesPlanned }) => hours(minutesPlanned)),
    figure("hoursTaught", "hours", ({ minutesTaught }) => hours(minutesTaught)),
    figure("fees", "francs", ({ fees }) => fees),
    figure("cost", "francs", ({ cost }) => cost),
    figure("costPerLearner", "francs", ({ costPerLearner }) => costPerLearner),
  ],
};

export const CERTIFICATES: ListSpec<CertificateRow, Key> = {
  words: wordsOf("certificates"),
  columns: [
    { key: "office", type: "text", only: "offices", value: ({ office }) => office },
    { key: "certificate", type: "text", value: ({ number }) => number },
    { key: "issuedOn", type: "day", value: ({ issuedOn }) => issuedOn },
    { key: "number", type: "text", value: ({ learner }) => learner.number },
    { key: "surname", type: "text", only: "names", value: ({ learner }) => learner.surname },
    { key: "firstNames", type: "text", only: "names", value: ({ learner }) => learner.firstNames },
    { key: "cohortNumber", type: "text", value: ({ cohortNumber }) => cohortNumber },
    { key: "programme", type: "text", value: ({ programmeName }) => programmeName },
    { key: "mark", type: "percent", value: (row) => row.percent },
    { key: "withdrawn", type: "yesNo", value: ({ voided }) => voided },
  ],
};
