import { z } from "zod";
import { MonthName } from "./cashbookTerms.ts";
import { command, query } from "./operations.ts";
import { FileOutput, Id, longText, OfficeScope } from "./primitives.ts";
import {
  Breakdown,
  Correction,
  Dhis2Mapping,
  IndicatorCode,
  PeriodName,
  ReportContent,
  ReportKey,
  ReportSection,
} from "./reportingTerms.ts";
import {
  Completeness,
  Dashboard,
  Dhis2Check,
  IndicatorRecords,
  IndicatorTable,
  IndicatorTarget,
  IssuedReport,
  Outlier,
  ReportDraft,
  ReportingTasks,
} from "./reportingViews.ts";

/** Absent for this office's own. */
const office = OfficeScope.optional();
const ExportFormat = z.enum(["csv", "xlsx"]);
const Nothing = z.strictObject({});

/** Which figures: of a period with the one before, or month by month. None named means all that she may read. */
export const AskedFigures = z.strictObject({
  codes: z.array(IndicatorCode).max(120),
  from: PeriodName,
  /** The same as `from` for one period; otherwise both are months. */
  to: PeriodName,
  by: Breakdown.nullable(),
  office,
});

/** Lists that no other export gives. */
export const ExportedList = z.enum([
  "policies",
  "claims",
  "contributions",
  "checkups",
  "certificates",
  "premises",
  "leases",
  "accounts",
  "projects",
  "budget",
  "targets",
  "audit",
  "offices",
]);
export type ExportedList = z.infer<typeof ExportedList>;

/** Every list that leaves as a spreadsheet: those, and those of the other areas' own exports. */
export const DescribedList = z.enum([
  ...ExportedList.options,
  "members",
  "journal",
  "roll",
  "arrears",
  "cohorts",
  "learners",
  "results",
  "figures",
]);
export type DescribedList = z.infer<typeof DescribedList>;

export const reporting = {
  /** Figures of a period, their targets, the period before, and the months up to it. */
  dashboard: query({
    input: z.strictObject({ period: PeriodName, office }),
    output: Dashboard,
    permission: "reporting.read",
  }),
  indicators: query({ input: AskedFigures, output: IndicatorTable, permission: "reporting.read" }),
  /** The records or vouchers behind one figure, as far as her role goes. */
  records: query({
    input: z.strictObject({
      code: IndicatorCode,
      period: PeriodName,
      by: Breakdown.nullable(),
      key: z.string().max(80),
      office,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: IndicatorRecords,
    permission: "reporting.read",
  }),
  targets: query({
    input: z.strictObject({ year: z.int().min(2000).max(2199), office }),
    output: z.array(IndicatorTarget),
    permission: "reporting.read",
  }),
  /** Of a fiscal year; null takes it away. Headquarters sets those of every office, and its word stands. */
  saveTarget: command({
    input: z.strictObject({
      id: Id,
      forOffice: OfficeScope,
      year: z.int().min(2000).max(2199),
      code: IndicatorCode,
      value: z.number().min(0).max(1_000_000_000_000).nullable(),
    }),
    output: z.array(IndicatorTarget),
    permission: "reporting.targets",
  }),
  reports: query({
    input: z.strictObject({ office }),
    output: z.array(IssuedReport),
    permission: "reporting.read",
  }),
  /** An issued report, and what its figures would be now. */
  report: query({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      report: IssuedReport,
      content: ReportContent,
      corrections: z.array(Correction),
    }),
    permission: "reporting.read",
  }),
  /** A report before it is issued: its figures as they stand, and its texts beside those of the one before. */
  draft: query({ input: ReportKey, output: ReportDraft, permission: "reporting.read" }),
  saveText: command({
    input: ReportKey.extend({ section: ReportSection, text: longText(6000) }),
    output: z.strictObject({ savedOn: z.string() }),
    permission: "reporting.issue",
  }),
  /** The paper as it would be, marked as a draft. */
  preview: query({ input: ReportKey, output: FileOutput, permission: "reporting.read" }),
  /** Numbers the report and keeps its paper. A period must be over; a second one is a rectified report. */
  issue: command({
    input: ReportKey.extend({ id: Id }),
    output: IssuedReport,
    permission: "reporting.issue",
  }),
  /** The paper that was issued, byte for byte. */
  print: query({ input: z.strictObject({ id: Id }), output: FileOutput, permission: "reporting.read" }),
  /** Figures and tables of an issued report as a workbook with its codebook. */
  exportReport: query({
    input: z.strictObject({ id: Id }),
    output: FileOutput,
    permission: "reporting.export",
  }),
  exportIndicators: query({
    input: AskedFigures.extend({ format: ExportFormat }),
    output: FileOutput,
    permission: "reporting.export",
  }),
  /** The same figures for a command line, whose output goes into files: small counts are hidden, and it is noted. */
  takeIndicators: query({ input: AskedFigures, output: IndicatorTable, permission: "reporting.export" }),
  /** What every indicator and every exported column means. */
  codebook: query({
    input: z.strictObject({ of: z.union([z.literal("indicators"), DescribedList]), format: ExportFormat }),
    output: FileOutput,
    permission: "reporting.read",
  }),
  exportList: query({
    input: z.strictObject({ list: ExportedList, office, format: ExportFormat }),
    output: FileOutput,
    permission: "reporting.export",
  }),
  dhis2Mapping: query({ input: Nothing, output: Dhis2Mapping, permission: "reporting.dhis2" }),
  saveDhis2Mapping: command({ input: Dhis2Mapping, output: Dhis2Mapping, permission: "reporting.dhis2" }),
  /** What would be written, and what stands against it. */
  checkDhis2: query({
    input: z.strictObject({ month: MonthName, mapping: Dhis2Mapping.optional() }),
    output: Dhis2Check,
    permission: "reporting.dhis2",
  }),
  exportDhis2: query({
    input: z.strictObject({ month: MonthName, mapping: Dhis2Mapping.optional() }),
    output: FileOutput,
    permission: "reporting.dhis2",
  }),
  /** At headquarters: which office has sent which month. */
  completeness: query({
    input: z.strictObject({ from: MonthName, to: MonthName }),
    output: Completeness,
    permission: "headquarters.read",
  }),
  /** At headquarters: figures of a month far from their office's own past. */
  outliers: query({
    input: z.strictObject({ month: MonthName }),
    output: z.array(Outlier),
    permission: "headquarters.read",
  }),
  tasks: query({ input: Nothing, output: ReportingTasks, permission: "signedIn" }),
};
