import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuedRows } from "../../renderer/features/reporting/reports/issuedRows.ts";
import { missingBefore } from "../../renderer/features/reporting/reports/missing.ts";
import {
  kindsToWrite,
  periodFor,
  periodKindsOf,
} from "../../renderer/features/reporting/reports/newReport.ts";
import {
  mayBeRectified,
  readReportKey,
  reportsOfKind,
  standingOf,
  writeAddress,
} from "../../renderer/features/reporting/reports/reportsView.ts";
import {
  figuresFor,
  sectionParts,
  tellingFigures,
} from "../../renderer/features/reporting/reports/sectionParts.ts";
import {
  clockOf,
  LONGEST_MS,
  PAUSE_MS,
  unsavedTexts,
  waitBeforeSaving,
  withTextBefore,
} from "../../renderer/features/reporting/reports/textEdits.ts";
import { ofMonth } from "../../renderer/lib/months.ts";
import {
  type ReportContent,
  type ReportFigure,
  type ReportKey,
  ReportKind,
  ReportSection,
  type ReportTable,
  type Shown,
} from "../../src/contract/reportingTerms.ts";
import type { IssuedReport, ReportDraft } from "../../src/contract/reportingViews.ts";
import { daysIn, kindOf, periodOn } from "../../src/domain/reporting/periods.ts";

const TODAY = "2026-11-24";
const JANUARY = 1;
const ACTIVITY: ReportKey = { kind: "activity", period: "2026-10", project: null };

const shown = (value: number | null, masked = false): Shown => ({ value, masked });
const figure = (code: string, now: Shown, before = shown(0), target: number | null = null): ReportFigure => ({
  ...{ code, now, before, target },
});

const CONTENT: ReportContent = {
  key: ACTIVITY,
  office: { code: "KTL", name: "Koutiala", region: "Koutiala" },
  scope: "KTL",
  span: { name: "2026-10", from: "2026-10-01", to: "2026-10-31", partial: false },
  before: { name: "2026-09", from: "2026-09-01", to: "2026-09-30", partial: false },
  language: "fr",
  project: null,
  figures: [
    figure("members.registered", shown(12), shown(11)),
    figure("rental.asked", shown(0)),
    figure("cashbook.expense", shown(15_000)),
  ],
  tables: [
    {
      ...{ code: "members.registered", by: "ageBand", columns: ["2026-10"], totals: [shown(12)] },
      rows: [{ key: "18-24", label: { fr: "18 à 24 ans", en: "18 to 24" }, cells: [shown(12)] }],
    },
  ],
  series: [],
  budget: [],
  texts: [{ section: "summary", text: "Un bon mois." }],
  corrections: [],
  incomplete: [],
};

const DRAFT: ReportDraft = {
  key: ACTIVITY,
  content: CONTENT,
  sections: [
    { section: "summary", text: "", before: "" },
    { section: "rental", text: "", before: "" },
  ],
  beforePeriod: "2026-09",
  isOver: true,
  issued: null,
  openMonths: [],
};

const ISSUED: IssuedReport = {
  ...ACTIVITY,
  id: "0192f0c1-2d3e-7a4b-8c5d-6e7f80910a1b",
  office: "KTL",
  number: "KTL-R00001",
  issuedOn: "2026-11-03",
  issuedBy: "Awa Diallo",
  sha256: "0".repeat(64),
  kept: true,
  rectifiedBy: null,
};

describe("where a report is written", () => {
  test("is one address for each report, which is read back as it was", () => {
    const keys = fc.record({
      kind: fc.constantFrom(...ReportKind.options),
      period: fc.constantFrom("2026-10", "2026-Q4", "2026"),
      project: fc.constantFrom(null, "CARITAS", "EAU-2"),
    });
    fc.assert(
      fc.property(keys, (key) => {
        const search = writeAddress(key).split("?")[1] ?? "";
        expect(readReportKey(new URLSearchParams(search))).toEqual(key);
      }),
    );
  });

  test("is not what a tab brings along, which names a period alone", () => {
    expect(readReportKey(new URLSearchParams("period=2026-10&office=KTL"))).toBeNull();
    expect(readReportKey(new URLSearchParams("kind=activity&period=null"))).toBeNull();
    expect(readReportKey(new URLSearchParams("kind=letter&period=2026-10"))).toBeNull();
  });
});

describe("what report can be begun", () => {
  test("is a consolidated one in Bamako alone, and a donor's where there is a project", () => {
    expect(kindsToWrite({ headquarters: false, hasProjects: false })).toEqual(["activity", "notice"]);
    expect(kindsToWrite({ headquarters: false, hasProjects: true })).toEqual(["activity", "donor", "notice"]);
    expect(kindsToWrite({ headquarters: true, hasProjects: true })).toEqual(ReportKind.options);
  });

  test("keeps the chosen period where its kind has such, and otherwise takes one that is over", () => {
    const anyDay = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...ReportKind.options),
        fc.constantFrom("month", "quarter", "year" as const),
        anyDay,
        fc.integer({ min: 1, max: 12 }),
        (kind, periodKind, date, start) => {
          const today = date.toISOString().slice(0, 10);
          const chosen = periodOn(today, periodKind, start);
          const period = periodFor(kind, chosen, today, start);
          expect(periodKindsOf(kind)).toContain(kindOf(period));
          if (period !== chosen) expect(daysIn(period, start).to < today).toBe(true);
        },
      ),
    );
    expect(periodFor("notice", "2026-Q4", TODAY, JANUARY)).toBe("2026-10");
    expect(periodFor("activity", "2026-Q4", TODAY, JANUARY)).toBe("2026-Q4");
  });
});

describe("before a report is issued", () => {
  const missing = (draft: Partial<ReportDraft>, text = "Écrit.") =>
    missingBefore({ ...DRAFT, ...draft }, () => text, JANUARY);

  test("nothing is missing when the period is over, the books are closed and every text is there", () => {
    expect(missing({})).toEqual([]);
  });

  test("it says what is missing, and first what keeps it from its number", () => {
    const found = missing(
      { isOver: false, openMonths: ["2026-10"], content: { ...CONTENT, incomplete: ["KYS"] } },
      "  \n",
    );
    expect(found).toEqual([
      { what: "notOver", to: "2026-10-31" },
      { what: "openMonths", months: ["2026-10"] },
      { what: "incomplete", offices: ["KYS"] },
      { what: "emptySections", sections: ["summary", "rental"] },
    ]);
  });
});

describe("a text on its way into the register", () => {
  test("waits for a pause, and never longer than the longest", () => {
    expect(waitBeforeSaving(0)).toBe(PAUSE_MS);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * LONGEST_MS }), (sinceMs) => {
        const wait = waitBeforeSaving(sinceMs);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(PAUSE_MS);
        expect(sinceMs + wait).toBeLessThanOrEqual(Math.max(LONGEST_MS, sinceMs));
      }),
    );
  });

  test("is sent when it differs from what is saved, and only then", () => {
    const saved = new Map([
      ["summary", "Un bon mois."],
      ["outlook", ""],
    ] as const);
    expect(unsavedTexts({}, saved)).toEqual([]);
    expect(unsavedTexts({ summary: "Un bon mois.", outlook: "Semer." }, saved)).toEqual([
      { section: "outlook", text: "Semer." },
    ]);
    expect(unsavedTexts({ summary: "" }, saved)).toEqual([{ section: "summary", text: "" }]);
  });

  test("keeps what stands there when the text of the month before is taken over", () => {
    expect(withTextBefore(" \n", "Deux réunions.")).toBe("Deux réunions.");
    expect(withTextBefore("Déjà écrit.\n", "Deux réunions.")).toBe("Déjà écrit.\n\nDeux réunions.");
  });

  test("says the hour of Mali", () => {
    expect(clockOf("2026-11-24T10:42:07.000Z")).toBe("10:42");
  });
});

describe("a part of a report", () => {
  test("has its own figures beside its text; the summary has those of the first page", () => {
    expect(figuresFor("members", CONTENT).map(({ code }) => code)).toEqual(["members.registered"]);
    expect(figuresFor("summary", CONTENT).map(({ code }) => code)).toEqual([
      "members.registered",
      "rental.asked",
      "cashbook.expense",
    ]);
    expect(figuresFor("difficulties", CONTENT)).toEqual([]);
  });

  test("is written beside the figures that tell something", () => {
    const telling = tellingFigures([
      ...CONTENT.figures,
      figure("insurance.claims", shown(null, true), shown(null)),
      figure("members.joined", shown(0), shown(3)),
      figure("cards.sold", shown(0), shown(0), 40),
      figure("rental.recoveryRate", shown(null), shown(null)),
    ]);
    expect(telling.map(({ code }) => code)).toEqual([
      "members.registered",
      "cashbook.expense",
      "insurance.claims",
      "members.joined",
      "cards.sold",
    ]);
  });

  test("is shown once with everything of it, and what no part has any more stands at the end", () => {
    const old = figure("members.left", shown(1));
    const notice: ReportContent = { ...CONTENT, key: { ...ACTIVITY, kind: "notice" }, figures: [old] };
    expect(sectionParts({ ...notice, texts: [] }).map(({ section }) => section)).toEqual([null]);
    const later = { ...notice, figures: [old, figure("members.ofTomorrow", shown(7))] };
    expect(sectionParts(later).at(-1)?.figures).toEqual([old]);
    const parts = sectionParts(CONTENT);
    expect(parts.map(({ section }) => section)).toEqual(["summary", "members", "rental", "money"]);
    expect(parts[0]?.text).toBe("Un bon mois.");
    expect(parts[1]?.tables).toEqual([CONTENT.tables]);
    expect(ReportSection.options).toEqual(expect.arrayContaining(["summary", "members", "rental", "money"]));
  });
});

describe("tables of an issued report", () => {
  const table = (code: string, rows: readonly [string, number][], total: number): ReportTable => ({
    ...{ code, by: "office", columns: ["2026-10"], totals: [shown(total)] },
    rows: rows.map(([key, value]) => ({ key, label: { fr: key, en: key }, cells: [shown(value)] })),
  });

  test("over the same groups stand beside each other, each group once", () => {
    const registered = table(
      "members.registered",
      [
        ["BKO", 30],
        ["KTL", 12],
      ],
      42,
    );
    const sold = table(
      "cards.sold",
      [
        ["KTL", 2],
        ["GAO", 1],
      ],
      3,
    );
    const { columns, rows } = issuedRows([registered, sold]);
    expect(columns.map((column) => column.shown.value)).toEqual([42, 3]);
    expect(rows.map((row) => [row.key, ...row.columns.map((column) => column.shown.value)])).toEqual([
      ["BKO", 30, null],
      ["KTL", 12, 2],
      ["GAO", null, 1],
    ]);
  });
});

describe("an issued report in the list", () => {
  test("is in force, replaced, or only known by its figures", () => {
    expect(standingOf(ISSUED)).toBe("inForce");
    expect(standingOf({ ...ISSUED, rectifiedBy: "KTL-R00002" })).toBe("rectified");
    expect(standingOf({ ...ISSUED, kept: false })).toBe("elsewhere");
  });

  test("is rectified where it was issued, and once", () => {
    expect(mayBeRectified(ISSUED, "KTL")).toBe(true);
    expect(mayBeRectified(ISSUED, "BKO")).toBe(false);
    expect(mayBeRectified({ ...ISSUED, rectifiedBy: "KTL-R00002" }, "KTL")).toBe(false);
  });

  test("is narrowed down by its kind", () => {
    const notice = { ...ISSUED, kind: "notice" as const };
    expect(reportsOfKind([ISSUED, notice], "notice")).toEqual([notice]);
    expect(reportsOfKind([ISSUED, notice], null)).toEqual([ISSUED, notice]);
  });

  test("is called by its month as French says it", () => {
    expect(ofMonth("2026-10", "fr")).toBe("d’octobre 2026");
    expect(ofMonth("2026-08", "fr")).toBe("d’août 2026");
    expect(ofMonth("2026-11", "fr")).toBe("de novembre 2026");
    expect(ofMonth("2026-10", "en")).toBe("of October 2026");
  });
});
