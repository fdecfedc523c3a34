import { drawChart } from "../../src/charts/drawChart.ts";
import type { Language } from "../../src/contract/primitives.ts";
import type {
  Breakdown,
  ReportContent,
  ReportFigure,
  ReportKind,
  ReportSeries,
  ReportTable,
  SectionText,
  Shown,
} from "../../src/contract/reportingTerms.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { CHART_PLACES, type DrawnChart } from "../../src/documents/reporting/chartBlock.ts";
import { type IssueFacts, reportPaper } from "../../src/documents/reporting/reportPaper.ts";
import { addToMonth, monthOf } from "../../src/domain/calendar.ts";
import { AGE_BAND_NAMES } from "../../src/domain/reporting/ageBands.ts";
import { requireIndicator } from "../../src/domain/reporting/catalogue/catalogue.ts";
import { DASHBOARD_CHARTS, DASHBOARD_MONTHS } from "../../src/domain/reporting/dashboards.ts";
import type { Unit } from "../../src/domain/reporting/indicator.ts";
import { comparedSpan, spanOf } from "../../src/domain/reporting/periods.ts";
import { dashboardPictures } from "../../src/domain/reporting/reportPictures.ts";
import { breakdownsOf, figuresOf, REPORT_PLANS, sectionsOf } from "../../src/domain/reporting/reportPlan.ts";
import { context } from "./samples.ts";

const ON = "2026-11-23";

export const ISSUE: IssueFacts = { number: "KTL-R00005", issuedBy: "Awa Sissoko", replaces: null };

/** A number that is always the same for the same words. */
function numberFor(words: string): number {
  let hash = 7;
  for (const letter of words) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash;
}

const SIZES: Readonly<Record<Unit, (number: number) => number>> = {
  francs: (number) => (number % 900) * 1_250,
  percent: (number) => (number % 1000) / 10,
  members: (number) => number % 400,
  women: (number) => number % 90,
  count: (number) => number % 120,
  hours: (number) => (number % 400) / 2,
  months: (number) => (number % 90) / 10,
};

function shownOf(code: string, about: string): Shown {
  const { unit, sensitive } = requireIndicator(code);
  const value = SIZES[unit](numberFor(`${code} ${about}`));
  return sensitive && value % 3 === 0 ? { value: null, masked: true } : { value, masked: false };
}

function figure(code: string): ReportFigure {
  const { hasTarget, unit } = requireIndicator(code);
  const target = hasTarget ? SIZES[unit](numberFor(`${code} target`)) : null;
  return { code, now: shownOf(code, "now"), before: shownOf(code, "before"), target };
}

const OFFICES = { BKO: "Bamako", KTL: "Koutiala", MPT: "Mopti", SEG: "Ségou", SKS: "Sikasso", GAO: "Gao" };

/** Groups as an office has them. */
function groupsFor(code: string, by: Breakdown): { key: string; label: { fr: string; en: string } }[] {
  const named = (names: readonly string[]) =>
    names.map((name) => ({ key: name, label: { fr: name, en: name } }));
  if (by === "office") return Object.entries(OFFICES).map(([key, fr]) => ({ key, label: { fr, en: fr } }));
  const known = by === "ageBand" ? AGE_BAND_NAMES : requireIndicator(code).groupNames;
  const groups = Object.entries(known ?? {}).map(([key, label]) => ({ key, label }));
  return groups.length > 0 ? groups : named(["Alphabétisation 1 – français", "Petit commerce", "Bambara"]);
}

function table(code: string, by: Breakdown, period: string): ReportTable {
  return {
    ...{ code, by, columns: [period] },
    rows: groupsFor(code, by).map(({ key, label }) => ({ key, label, cells: [shownOf(code, key)] })),
    totals: [shownOf(code, "total")],
  };
}

function seriesUpTo(month: string): ReportSeries[] {
  const codes = new Set(DASHBOARD_CHARTS.flatMap(({ bars, lines }) => [...bars, ...lines]));
  return [...codes].map((code) => ({
    code,
    points: Array.from({ length: DASHBOARD_MONTHS }, (_, index) => {
      const name = addToMonth(month, index + 1 - DASHBOARD_MONTHS);
      return { month: name, shown: shownOf(code, name) };
    }),
  }));
}

const WORDS =
  "Le mois a été calme. Les permanences ont eu lieu chaque mardi et chaque vendredi ; trente-deux femmes sont venues. La saison des pluies a retardé deux visites, qui ont été faites la semaine suivante.\n\nLa secrétaire a relancé les retardataires par téléphone.";

const BUDGET: ReportContent["budget"] = [
  ["membershipCard", "Cotisations des membres (cartes)", "Members’ subscriptions", "income", 1_200_000],
  ["rent", "Loyers reçus", "Rents received", "income", 3_600_000],
  ["grant", "Subventions des bailleurs", "Grants by donors", "income", 8_000_000],
  ["salary", "Salaires", "Salaries", "expense", 6_400_000],
  ["electricity", "Électricité", "Power", "expense", 480_000],
  ["transport", "Transport", "Transport", "expense", 350_000],
].map(([account, fr, en, side, planned]) => ({
  ...{ office: "KTL", account: String(account), label: { fr: String(fr), en: String(en) }, project: null },
  ...{ side: side === "income" ? ("income" as const) : ("expense" as const), planned: Number(planned) },
  plannedToDate: Math.round((Number(planned) * 10) / 12),
  used: numberFor(String(account)) * 500,
}));

const CORRECTIONS: ReportContent["corrections"] = [
  {
    ...{ reportId: "01936f7a-0000-7000-8000-000000000001", number: "KTL-R00004", period: "2026-09" },
    ...{ code: "cards.sold", key: null, label: null, was: 41, is: 43 },
  },
  {
    ...{ reportId: "01936f7a-0000-7000-8000-000000000001", number: "KTL-R00004", period: "2026-09" },
    ...{ code: "members.registered", key: "expired", was: 18, is: 16 },
    label: { fr: "carte périmée", en: "expired" },
  },
];

const PERIODS: Readonly<Record<ReportKind, string>> = {
  activity: "2026-10",
  consolidated: "2026-Q3",
  donor: "2026-Q3",
  notice: "2025",
};

export function content(
  kind: ReportKind,
  language: Language,
  changes: Partial<ReportContent> = {},
): ReportContent {
  const plan = REPORT_PLANS[kind];
  const period = PERIODS[kind];
  const span = spanOf(period, ON, 1);
  const isDonor = kind === "donor";
  return {
    key: { kind, period, project: isDonor ? "CARITAS-26" : null },
    office: { code: "KTL", name: "Koutiala", region: "Sikasso" },
    scope: kind === "consolidated" ? "all" : "KTL",
    ...{ span, before: comparedSpan(span, 1), language },
    project: isDonor ? { code: "CARITAS-26", name: "Apprendre et entreprendre", donor: "Caritas" } : null,
    figures: figuresOf(plan).map(figure),
    tables: breakdownsOf(plan).map(({ code, by }) => table(code, by, period)),
    series: plan.pictures ? seriesUpTo(monthOf(span.to)) : [],
    budget: plan.budget ? BUDGET : [],
    texts: sectionsOf(plan).map((section): SectionText => ({ section, text: WORDS })),
    corrections: kind === "activity" ? CORRECTIONS : [],
    incomplete: kind === "consolidated" ? ["MPT", "GAO"] : [],
    ...changes,
  };
}

export function chartsOf(of: ReportContent): DrawnChart[] {
  return dashboardPictures(of, of.language).map(({ picture }) => ({
    title: picture.title,
    svg: drawChart(picture, { ...CHART_PLACES.half, language: of.language }),
  }));
}

export function paper(of: ReportContent, issue: IssueFacts | null = ISSUE): PaperDefinition {
  return reportPaper({
    ...context(of.language),
    content: of,
    charts: chartsOf(of),
    officeNames: new Map(Object.entries(OFFICES)),
    issue,
  });
}
