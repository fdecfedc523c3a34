import { z } from "zod";
import { MonthName, ProjectCode } from "./cashbookTerms.ts";
import { CalendarDate, Id, Instant, OfficeCode, OfficeScope, Sha256Hex } from "./primitives.ts";
import {
  BothLanguages,
  Breakdown,
  Dhis2Problem,
  IndicatorCode,
  PeriodName,
  ReportContent,
  ReportedSpan,
  ReportFigure,
  ReportKey,
  ReportKind,
  ReportNumber,
  ReportSection,
  ReportSeries,
  ReportTable,
  Shown,
} from "./reportingTerms.ts";

/* What the screens of figures and reports show. */

/** Why a figure is not there: her role may not read it, or she does not hold its tier. */
export const Omitted = z.strictObject({ code: IndicatorCode, why: z.enum(["role", "tier"]) });
export type Omitted = z.infer<typeof Omitted>;

export const Dashboard = z.strictObject({
  scope: OfficeScope,
  span: ReportedSpan,
  /** The period before; of a partial one the same days of it. */
  before: ReportedSpan,
  figures: z.array(ReportFigure),
  /** Twelve months or more, up to the period's last. */
  series: z.array(ReportSeries),
  /** Breakdowns of the period that the pictures and tables show. */
  tables: z.array(ReportTable),
  omitted: z.array(Omitted),
  /** Offices whose months are not all here; none at an antenna. */
  incomplete: z.array(OfficeCode),
});
export type Dashboard = z.infer<typeof Dashboard>;

/** A line for each indicator and group; `key` is empty for the whole figure. */
export const IndicatorTable = z.strictObject({
  scope: OfficeScope,
  by: Breakdown.nullable(),
  /** The period, then the one before; or month by month, oldest first. */
  columns: z.array(ReportedSpan),
  rows: z.array(
    z.strictObject({
      code: IndicatorCode,
      key: z.string(),
      label: BothLanguages.nullable(),
      cells: z.array(Shown),
      /** Of the first column. */
      target: z.number().nullable(),
    }),
  ),
  omitted: z.array(Omitted),
});
export type IndicatorTable = z.infer<typeof IndicatorTable>;

/** Where a record's own page is. */
export const RecordLink = z.strictObject({
  to: z.enum(["member", "voucher", "policy", "claim", "lease", "premises", "cohort", "till", "account"]),
  id: z.string(),
});
export type RecordLink = z.infer<typeof RecordLink>;

export const IndicatorRecords = z.strictObject({
  span: ReportedSpan,
  /** Of all records, not only of this page. */
  records: z.int(),
  /** What the records add up to: the figure that was clicked. */
  figure: z.number().nullable(),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      office: OfficeCode,
      on: CalendarDate.nullable(),
      /** A number of hers or of a paper; never more than the lists show. */
      label: z.string(),
      /** What it adds to the figure. */
      value: z.number(),
      /** For a rate: the record belongs to what is divided by, too, or alone. */
      part: z.enum(["counted", "base"]),
      link: RecordLink.nullable(),
    }),
  ),
});
export type IndicatorRecords = z.infer<typeof IndicatorRecords>;

export const IndicatorTarget = z.strictObject({
  id: Id,
  /** Who set it. */
  office: OfficeCode,
  forOffice: OfficeScope,
  year: z.int(),
  code: IndicatorCode,
  value: z.number(),
});
export type IndicatorTarget = z.infer<typeof IndicatorTarget>;

export const IssuedReport = z.strictObject({
  id: Id,
  office: OfficeCode,
  number: ReportNumber,
  kind: ReportKind,
  period: PeriodName,
  project: ProjectCode.nullable(),
  issuedOn: CalendarDate,
  /** Empty for another office's: names of staff do not travel. */
  issuedBy: z.string(),
  sha256: Sha256Hex,
  /** Its paper lies here. */
  kept: z.boolean(),
  /** The one that rectifies it, when there is one. */
  rectifiedBy: ReportNumber.nullable(),
});
export type IssuedReport = z.infer<typeof IssuedReport>;

export const ReportDraft = z.strictObject({
  key: ReportKey,
  content: ReportContent,
  sections: z.array(
    z.strictObject({
      section: ReportSection,
      text: z.string(),
      /** What stood there in the report of the period before. */
      before: z.string(),
    }),
  ),
  beforePeriod: PeriodName,
  /** Its last day is over. */
  isOver: z.boolean(),
  /** The latest one issued of the same period. */
  issued: IssuedReport.nullable(),
  /** Months of the period whose cash book is not closed. */
  openMonths: z.array(MonthName),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

export const Dhis2Check = z.strictObject({
  month: MonthName,
  values: z.array(
    z.strictObject({
      office: OfficeCode,
      code: IndicatorCode,
      by: Breakdown.nullable(),
      key: z.string(),
      value: z.number(),
    }),
  ),
  problems: z.array(
    z.strictObject({
      problem: Dhis2Problem,
      /** Nothing is written while one of these is there. */
      stops: z.boolean(),
      office: OfficeCode.nullable(),
      code: IndicatorCode.nullable(),
      key: z.string(),
      uid: z.string(),
    }),
  ),
});
export type Dhis2Check = z.infer<typeof Dhis2Check>;

export const Completeness = z.strictObject({
  months: z.array(MonthName),
  offices: z.array(
    z.strictObject({
      code: OfficeCode,
      name: z.string(),
      lastAt: Instant.nullable(),
      cells: z.array(
        z.strictObject({
          month: MonthName,
          /** `complete`: its journal is here beyond the month's end. `running`: the month is not over. */
          state: z.enum(["complete", "partial", "missing", "running", "before"]),
          cashClosed: z.boolean(),
          report: ReportNumber.nullable(),
        }),
      ),
    }),
  ),
});
export type Completeness = z.infer<typeof Completeness>;

export const Outlier = z.strictObject({
  office: OfficeCode,
  code: IndicatorCode,
  month: MonthName,
  value: z.number(),
  /** The middle of its past months. */
  usual: z.number(),
  /** How far, in spreads of its own past; negative below. */
  distance: z.number(),
  past: z.array(z.strictObject({ month: MonthName, value: z.number() })),
});
export type Outlier = z.infer<typeof Outlier>;

/** What the first page says of reports. */
export const ReportingTasks = z.strictObject({
  /** What is due here: the office's own, at headquarters that of all offices. */
  reportKind: ReportKind,
  /** The last month that is over and has no report. */
  reportDue: MonthName.nullable(),
  /** Somebody has begun to write it. */
  begun: z.boolean(),
  /** Issued reports whose figures have changed since. */
  corrected: z.int(),
  /** At headquarters: offices whose last month is not here; figures far from their past. */
  incomplete: z.array(OfficeCode),
  outliers: z.int(),
});
export type ReportingTasks = z.infer<typeof ReportingTasks>;
