import type {
  Breakdown,
  IndicatorCode,
  PeriodKind,
  ReportKind,
  ReportSection,
} from "../../contract/reportingTerms.ts";

/*
 * What each report shows, as data: an area more is a part more. Whatever is named here and is not in the catalogue, or
 * cannot be divided so, makes a test of the house fail.
 */

/** One breakdown of a part; several indicators stand beside each other as columns over the same groups. */
export interface PlannedTable {
  readonly codes: readonly IndicatorCode[];
  readonly by: Breakdown;
}

/** A part of a report: what people write about an area beside its figures. */
export interface PlanPart {
  readonly section: ReportSection;
  readonly figures: readonly IndicatorCode[];
  readonly tables: readonly PlannedTable[];
}

export interface ReportPlan {
  readonly periods: readonly PeriodKind[];
  readonly parts: readonly PlanPart[];
  /** On the first page. */
  readonly keyFigures: readonly IndicatorCode[];
  /** The pictures of the dashboard. */
  readonly pictures: boolean;
  readonly budget: boolean;
  /** Of one project: every figure is that project's part of it. */
  readonly ofProject: boolean;
  /** Figures whose target is another: what was planned. */
  readonly planned: Readonly<Partial<Record<IndicatorCode, IndicatorCode>>>;
}

const by = (breakdown: Breakdown, ...codes: IndicatorCode[]): PlannedTable => ({ codes, by: breakdown });

const written = (section: ReportSection): PlanPart => ({ section, figures: [], tables: [] });

const MEMBERS: PlanPart = {
  section: "members",
  figures: [
    "members.registered",
    "members.upToDate",
    "members.upToDateRate",
    "members.joined",
    "members.left",
    "cards.sold",
    "cards.income",
    "cards.issued",
    "cards.replaced",
  ],
  tables: [by("group", "members.registered"), by("ageBand", "members.registered")],
};

const INSURANCE: PlanPart = {
  section: "insurance",
  figures: [
    "insurance.active",
    "insurance.new",
    "insurance.ended",
    "insurance.collected",
    "insurance.benefits",
    "insurance.lossRatio",
    "insurance.balance",
    "insurance.reserveMonths",
    "insurance.claims",
    "insurance.carePaid",
    "insurance.checkups",
    "insurance.womenChecked",
  ],
  tables: [
    by("group", "insurance.active", "insurance.collected", "insurance.benefits"),
    by("group", "insurance.claims"),
    by("group", "insurance.claimLines", "insurance.carePaid"),
  ],
};

const RENTAL: PlanPart = {
  section: "rental",
  figures: [
    "rental.premises",
    "rental.occupancy",
    "rental.asked",
    "rental.received",
    "rental.recoveryRate",
    "rental.arrears",
    "rental.tenantsInArrears",
  ],
  tables: [by("group", "rental.arrears")],
};

const LITERACY: PlanPart = {
  section: "literacy",
  figures: [
    "literacy.cohorts",
    "literacy.enrolled",
    "literacy.attending",
    "literacy.attendanceRate",
    "literacy.dropouts",
    "literacy.passed",
    "literacy.successRate",
    "literacy.certificates",
    "literacy.hours",
  ],
  tables: [by("group", "literacy.enrolled", "literacy.attending", "literacy.passed")],
};

const MONEY: PlanPart = {
  section: "money",
  figures: [
    "cashbook.income",
    "cashbook.expense",
    "cashbook.result",
    "cashbook.balance",
    "cashbook.remitted",
    "cashbook.budgetUse",
  ],
  tables: [by("group", "cashbook.income"), by("group", "cashbook.expense")],
};

const KEY_FIGURES: readonly IndicatorCode[] = [
  "members.registered",
  "members.upToDate",
  "members.upToDateRate",
  "members.joined",
  "cards.sold",
  "cards.income",
  "insurance.active",
  "insurance.collected",
  "insurance.benefits",
  "insurance.lossRatio",
  "rental.asked",
  "rental.received",
  "rental.arrears",
  "literacy.enrolled",
  "literacy.attendanceRate",
  "literacy.passed",
  "cashbook.income",
  "cashbook.expense",
  "cashbook.balance",
];

const ACTIVITY: ReportPlan = {
  periods: ["month", "quarter", "year"],
  parts: [
    written("summary"),
    MEMBERS,
    INSURANCE,
    RENTAL,
    LITERACY,
    MONEY,
    written("difficulties"),
    written("outlook"),
  ],
  keyFigures: KEY_FIGURES,
  pictures: true,
  budget: true,
  ofProject: false,
  planned: {},
};

/** The same part with its main figures office by office. */
const officeByOffice = (part: PlanPart, ...codes: IndicatorCode[]): PlanPart => ({
  ...part,
  tables: [by("office", ...codes), ...part.tables],
});

const CONSOLIDATED: ReportPlan = {
  ...ACTIVITY,
  parts: [
    written("summary"),
    officeByOffice(
      MEMBERS,
      "members.registered",
      "members.upToDate",
      "members.upToDateRate",
      "cards.sold",
      "cards.income",
    ),
    officeByOffice(INSURANCE, "insurance.active", "insurance.collected", "insurance.benefits"),
    officeByOffice(RENTAL, "rental.asked", "rental.received", "rental.arrears"),
    officeByOffice(LITERACY, "literacy.enrolled", "literacy.attendanceRate", "literacy.passed"),
    officeByOffice(MONEY, "cashbook.income", "cashbook.expense", "cashbook.balance"),
    written("difficulties"),
    written("outlook"),
  ],
};

const DONOR: ReportPlan = {
  periods: ["month", "quarter", "year"],
  parts: [
    written("summary"),
    {
      section: "money",
      figures: ["cashbook.income", "cashbook.expense", "cashbook.result", "cashbook.budgetUse"],
      tables: [],
    },
    { ...LITERACY, tables: [] },
    written("difficulties"),
    written("outlook"),
  ],
  keyFigures: ["cashbook.income", "cashbook.expense", "literacy.enrolled", "literacy.passed"],
  pictures: false,
  budget: true,
  ofProject: true,
  planned: {
    "cashbook.income": "cashbook.budgetIncomePlanned",
    "cashbook.expense": "cashbook.budgetExpensePlanned",
  },
};

/** For authorities: nothing of health, insurance or money. */
const NOTICE: ReportPlan = {
  periods: ["month", "year"],
  parts: [
    {
      section: "summary",
      figures: [
        "members.registered",
        "members.joined",
        "literacy.cohorts",
        "literacy.enrolled",
        "literacy.passed",
        "literacy.certificates",
      ],
      tables: [],
    },
  ],
  keyFigures: [],
  pictures: false,
  budget: false,
  ofProject: false,
  planned: {},
};

export const REPORT_PLANS: Readonly<Record<ReportKind, ReportPlan>> = {
  activity: ACTIVITY,
  consolidated: CONSOLIDATED,
  donor: DONOR,
  notice: NOTICE,
};

/** Every indicator whose whole figure a report has, once. */
export function figuresOf({ parts }: ReportPlan): IndicatorCode[] {
  return [...new Set(parts.flatMap(({ figures }) => figures))];
}

/** Every breakdown of an indicator that a report has, once. */
export function breakdownsOf({ parts }: ReportPlan): { code: IndicatorCode; by: Breakdown }[] {
  const all = parts.flatMap(({ tables }) =>
    tables.flatMap((table) => table.codes.map((code) => ({ code, by: table.by }))),
  );
  return [...new Map(all.map((one) => [`${one.code} ${one.by}`, one])).values()];
}

/** What people write in a report, in its order. */
export function sectionsOf({ parts }: ReportPlan): ReportSection[] {
  return parts.map(({ section }) => section);
}
