import { z } from "zod";
import { MonthName, ProjectCode } from "./cashbookTerms.ts";
import { CalendarDate, Id, Language, longText, OfficeCode, OfficeScope } from "./primitives.ts";

/* Words of indicators and reports that rules, services and screens share. */

export const PeriodKind = z.enum(["month", "quarter", "year"]);
export type PeriodKind = z.infer<typeof PeriodKind>;

/**
 * `2026-10`, `2026-Q4` or `2026`. Quarters and years are those of the fiscal year, which is called by the calendar year
 * in which it begins.
 */
export const PeriodName = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/);
export type PeriodName = z.infer<typeof PeriodName>;

/** `members.upToDate`: area and name. */
export const IndicatorCode = z
  .string()
  .max(60)
  .regex(/^[a-z]+\.[a-zA-Z0-9]+$/);
export type IndicatorCode = z.infer<typeof IndicatorCode>;

export const IndicatorArea = z.enum(["members", "cards", "insurance", "rental", "literacy", "cashbook"]);
export type IndicatorArea = z.infer<typeof IndicatorArea>;

/** What an indicator can be divided by. `group` is the indicator's own: its plan, state, account … */
export const Breakdown = z.enum(["office", "month", "ageBand", "group", "donor"]);
export type Breakdown = z.infer<typeof Breakdown>;

/** A name in both languages: group names come from records as often as from the catalogue. */
export const BothLanguages = z.strictObject({ fr: z.string(), en: z.string() });
export type BothLanguages = z.infer<typeof BothLanguages>;

/**
 * A figure as it is shown. `value` is null where there is none (a rate of nothing), and where `masked`: a small count,
 * or one from which a small count could be worked out.
 */
export const Shown = z.strictObject({ value: z.number().nullable(), masked: z.boolean() });
export type Shown = z.infer<typeof Shown>;

/** Days that figures are of, both included. `partial` while its last day is still to come; it then ends today. */
export const ReportedSpan = z.strictObject({
  name: PeriodName,
  from: CalendarDate,
  to: CalendarDate,
  partial: z.boolean(),
});
export type ReportedSpan = z.infer<typeof ReportedSpan>;

/** `activity`: of one office. `consolidated`: of all. `donor`: of one project. `notice`: one page for authorities. */
export const ReportKind = z.enum(["activity", "consolidated", "donor", "notice"]);
export type ReportKind = z.infer<typeof ReportKind>;

/** What people write in a report, in its order. */
export const ReportSection = z.enum([
  "summary",
  "members",
  "insurance",
  "rental",
  "literacy",
  "money",
  "difficulties",
  "outlook",
]);
export type ReportSection = z.infer<typeof ReportSection>;

/** Which report: its kind, what it is of, and for a donor's its project. */
export const ReportKey = z.strictObject({
  kind: ReportKind,
  period: PeriodName,
  project: ProjectCode.nullable(),
});
export type ReportKey = z.infer<typeof ReportKey>;

export const SectionText = z.strictObject({ section: ReportSection, text: longText(6000) });
export type SectionText = z.infer<typeof SectionText>;

/** One indicator in a report. */
export const ReportFigure = z.strictObject({
  code: IndicatorCode,
  now: Shown,
  before: Shown,
  /** Of this period; null where none was set. */
  target: z.number().nullable(),
});
export type ReportFigure = z.infer<typeof ReportFigure>;

/** One indicator by one of its breakdowns: a line for each group, a cell for each column. */
export const ReportTable = z.strictObject({
  code: IndicatorCode,
  by: Breakdown,
  /** Names of periods; one alone is the report's own. */
  columns: z.array(PeriodName),
  rows: z.array(z.strictObject({ key: z.string(), label: BothLanguages, cells: z.array(Shown) })),
  totals: z.array(Shown),
});
export type ReportTable = z.infer<typeof ReportTable>;

/** An indicator month by month, for the pictures. */
export const ReportSeries = z.strictObject({
  code: IndicatorCode,
  points: z.array(z.strictObject({ month: MonthName, shown: Shown })),
});
export type ReportSeries = z.infer<typeof ReportSeries>;

export const ReportBudgetLine = z.strictObject({
  office: OfficeCode,
  account: z.string(),
  label: BothLanguages,
  project: ProjectCode.nullable(),
  side: z.enum(["income", "expense"]),
  planned: z.int(),
  plannedToDate: z.int(),
  used: z.int(),
});
export type ReportBudgetLine = z.infer<typeof ReportBudgetLine>;

/** A figure that was issued, and what the same records say now. */
export const Correction = z.strictObject({
  reportId: Id,
  number: z.string(),
  period: PeriodName,
  code: IndicatorCode,
  /** The group; null for the figure itself. */
  key: z.string().nullable(),
  label: BothLanguages.nullable(),
  was: z.number().nullable(),
  is: z.number().nullable(),
});
export type Correction = z.infer<typeof Correction>;

/** Everything that a report says, as it was issued: its paper is drawn from this alone. */
export const ReportContent = z.strictObject({
  key: ReportKey,
  office: z.strictObject({ code: OfficeCode, name: z.string(), region: z.string() }),
  scope: OfficeScope,
  span: ReportedSpan,
  before: ReportedSpan,
  language: Language,
  project: z.strictObject({ code: ProjectCode, name: z.string(), donor: z.string() }).nullable(),
  figures: z.array(ReportFigure),
  tables: z.array(ReportTable),
  series: z.array(ReportSeries),
  budget: z.array(ReportBudgetLine),
  texts: z.array(SectionText),
  corrections: z.array(Correction),
  /** Offices whose months are not all here, for a consolidated report. */
  incomplete: z.array(OfficeCode),
});
export type ReportContent = z.infer<typeof ReportContent>;

/** `KTL-R00004`: office and counter without gaps. */
export const ReportNumber = z.string().regex(/^[A-Z]{3}-R\d{5,7}$/);

/** A UID of DHIS2: a letter and ten letters or digits. */
export const Dhis2Uid = z.string().regex(/^[A-Za-z][A-Za-z0-9]{10}$/);
/** As it is typed: empty until somebody knows it. */
const TypedUid = z.string().trim().max(40);

/** How this association's offices and indicators are called in a DHIS2. */
export const Dhis2Mapping = z.strictObject({
  dataSet: TypedUid,
  attributeOptionCombo: TypedUid,
  orgUnits: z.array(z.strictObject({ office: OfficeCode, orgUnit: TypedUid })).max(100),
  elements: z
    .array(
      z.strictObject({
        code: IndicatorCode,
        /** One group of a breakdown, or the whole figure. */
        by: Breakdown.nullable(),
        key: z.string().max(80),
        dataElement: TypedUid,
        categoryOptionCombo: TypedUid,
      }),
    )
    .max(500),
});
export type Dhis2Mapping = z.infer<typeof Dhis2Mapping>;

export const Dhis2Problem = z.enum([
  "dataSetMissing",
  "uidWrong",
  "orgUnitMissing",
  "officeUnknown",
  "indicatorUnknown",
  "breakdownUnknown",
  "twice",
  "notHeld",
  "noValue",
  "masked",
  "incomplete",
]);
export type Dhis2Problem = z.infer<typeof Dhis2Problem>;
