import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alongWith,
  type FigureKey,
  indicatorAddress,
  recordPage,
  recordsAddress,
} from "../../renderer/features/reporting/addresses.ts";
import {
  areaFigures,
  hasAnything,
  officeMatrix,
  tablesToShow,
} from "../../renderer/features/reporting/dashboard/dashboardView.ts";
import { groupRows } from "../../renderer/features/reporting/indicators/groupRows.ts";
import {
  monthPicture,
  monthsBefore,
  monthTarget,
} from "../../renderer/features/reporting/indicators/monthPicture.ts";
import { isMeant } from "../../renderer/features/reporting/indicatorWords.ts";
import { asKind, periodsToChoose, readPeriod } from "../../renderer/features/reporting/period/periodSteps.ts";
import { cameFrom, readFigure } from "../../renderer/features/reporting/records/recordsView.ts";
import { targetLines } from "../../renderer/features/reporting/targets/targetsView.ts";
import { changeOf, reachedOf, showShown, showValue } from "../../renderer/lib/figuresShown.ts";
import type { BothLanguages, ReportTable, Shown } from "../../src/contract/reportingTerms.ts";
import { Breakdown, PeriodKind } from "../../src/contract/reportingTerms.ts";
import type { Dashboard, IndicatorTable, IndicatorTarget } from "../../src/contract/reportingViews.ts";
import { INDICATORS, requireIndicator } from "../../src/domain/reporting/catalogue/catalogue.ts";
import { daysIn, kindOf, periodOn, shiftPeriod } from "../../src/domain/reporting/periods.ts";

const TODAY = "2026-11-24";
const JANUARY = 1;
const JULY = 7;

const some = (value: number | null, masked = false): Shown => ({ value, masked });
const inFrench = ({ fr }: BothLanguages) => fr;

const anyStart = fc.integer({ min: 1, max: 12 });
const anyDay = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyKind = fc.constantFrom(...PeriodKind.options);

describe("which period is on screen", () => {
  const read = (search: string, start = JANUARY) => readPeriod(new URLSearchParams(search), TODAY, start);

  test("is the running month until another one is chosen", () => {
    expect(read("")).toBe("2026-11");
    expect(read("period=2026-10")).toBe("2026-10");
    expect(read("period=2026-Q4")).toBe("2026-Q4");
    expect(read("period=2026")).toBe("2026");
    expect(readPeriod(new URLSearchParams("period=2026-Q1"), "2026-01-01", JANUARY)).toBe("2026-Q1");
  });

  test("is the running month where the address names none that there is, or one to come", () => {
    expect(read("period=2026-13")).toBe("2026-11");
    expect(read("period=octobre")).toBe("2026-11");
    expect(read("period=2026-12")).toBe("2026-11");
    expect(read("period=2026-Q3", JULY)).toBe("2026-11");
  });

  test("stays around the same days when month, quarter or year is chosen, and never lies ahead", () => {
    expect(asKind("2026-10", "quarter", TODAY, JANUARY)).toBe("2026-Q4");
    expect(asKind("2026", "month", TODAY, JANUARY)).toBe("2026-11");
    expect(asKind("2025", "month", TODAY, JANUARY)).toBe("2025-12");
    expect(asKind("2026-03", "year", TODAY, JULY)).toBe("2025");
    fc.assert(
      fc.property(anyDay, anyStart, anyKind, anyKind, fc.nat(60), (today, start, kind, next, ago) => {
        const period = shiftPeriod(periodOn(today, kind, start), -ago);
        const chosen = asKind(period, next, today, start);
        expect(kindOf(chosen)).toBe(next);
        const [before, after] = [daysIn(period, start), daysIn(chosen, start)];
        expect(after.from <= today).toBe(true);
        expect(after.from <= before.to && before.from <= after.to).toBe(true);
      }),
    );
  });

  test("can be chosen from a list that begins with the running one and always has the one on screen", () => {
    expect(periodsToChoose("2026-Q2", TODAY, JANUARY).slice(0, 3)).toEqual(["2026-Q4", "2026-Q3", "2026-Q2"]);
    fc.assert(
      fc.property(anyDay, anyStart, anyKind, fc.nat(200), (today, start, kind, ago) => {
        const running = periodOn(today, kind, start);
        const chosen = shiftPeriod(running, -ago);
        const list = periodsToChoose(chosen, today, start);
        expect(list[0]).toBe(running);
        expect(list.filter((one) => one === chosen)).toHaveLength(1);
        expect(list.every((one) => daysIn(one, start).from <= today)).toBe(true);
      }),
    );
  });
});

describe("a figure on screen", () => {
  test("is written in its unit", () => {
    expect(showValue(1_250_000, "francs", "fr")).toBe("1\u202f250\u202f000\u00a0F\u00a0CFA");
    expect(showValue(62.5, "percent", "fr")).toBe("62,5\u00a0%");
    expect(showValue(62.5, "percent", "en")).toBe("62.5%");
    expect(showValue(4.5, "months", "fr")).toBe("4,5\u00a0mois");
    expect(showValue(1250, "members", "fr")).toBe("1\u202f250");
  });

  test("is a sign where there is none, and another where it is hidden, never a number", () => {
    expect(showShown(some(null), "percent", "fr")).toBe("—");
    expect(showShown(some(null, true), "women", "fr")).toBe("•••");
    expect(showShown(some(3, true), "women", "fr")).toBe("•••");
  });

  test("says what changed and whether that is the good way", () => {
    expect(changeOf(some(12), some(8), "more")).toEqual({ direction: "more", by: 4, isGood: true });
    expect(changeOf(some(12), some(8), "less")).toEqual({ direction: "more", by: 4, isGood: false });
    expect(changeOf(some(8), some(12), null)).toEqual({ direction: "less", by: 4, isGood: null });
    expect(changeOf(some(62.3), some(62.1), "more")).toEqual({ direction: "more", by: 0.2, isGood: true });
    expect(changeOf(some(5), some(5), "less")).toEqual({ direction: "same", by: 0, isGood: null });
  });

  test("says nothing of a change from or to what is not there or hidden", () => {
    expect(changeOf(some(12), some(null), "more")).toBeNull();
    expect(changeOf(some(null, true), some(8), "more")).toBeNull();
  });

  test("has reached its target at the target, not just below it", () => {
    expect(reachedOf(150, 150, "more")).toEqual({ percent: 100, isReached: true });
    expect(reachedOf(149, 150, "more")).toEqual({ percent: 99, isReached: false });
    expect(reachedOf(-20, 150, "more")).toEqual({ percent: 0, isReached: false });
    expect(reachedOf(10, 10, "less")).toEqual({ percent: 100, isReached: true });
    expect(reachedOf(11, 10, "less")).toEqual({ percent: 110, isReached: false });
    expect(reachedOf(0, 0, "less")?.isReached).toBe(true);
    expect(reachedOf(4, 0, "more")).toBeNull();
    expect(reachedOf(null, 10, "more")).toBeNull();
  });
});

describe("the way from a figure to its records", () => {
  const anyFigure: fc.Arbitrary<FigureKey> = fc.record({
    code: fc.constantFrom(...INDICATORS.map(({ code }) => code)),
    period: fc.constantFrom("2026-10", "2026-Q3", "2025"),
    by: fc.option(fc.constantFrom(...Breakdown.options)),
    key: fc.string({ maxLength: 20 }),
    office: fc.option(fc.constantFrom("KTL", "all"), { nil: undefined }),
  });

  test("names in its address what was clicked, whatever the group is called", () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const [path, search] = recordsAddress(figure).split(/\?(.*)/s);
        expect(path).toBe("/reporting/records");
        expect(readFigure(new URLSearchParams(search), figure.office)).toEqual(figure);
      }),
    );
  });

  test("leads nowhere from an address that somebody typed wrongly", () => {
    expect(readFigure(new URLSearchParams("period=2026-10"), undefined)).toBeNull();
    expect(readFigure(new URLSearchParams("code=members.joined&period=hier"), undefined)).toBeNull();
    expect(
      readFigure(new URLSearchParams("code=members.joined&period=2026&by=street"), undefined),
    ).toBeNull();
  });

  test("goes on to each record's own page; of a cash box to the cash book of those days", () => {
    const span = { name: "2026-10", from: "2026-10-01", to: "2026-10-31", partial: false };
    expect(recordPage({ to: "member", id: "m1" }, span, "KTL")).toBe("/members/m1");
    expect(recordPage({ to: "voucher", id: "v1" }, span, undefined)).toBe("/cashbook/vouchers/v1");
    expect(recordPage({ to: "till", id: "t 1" }, span, undefined)).toBe(
      "/cashbook?till=t+1&from=2026-10-01&to=2026-10-31",
    );
    expect(recordPage({ to: "account", id: "rent" }, span, "KTL")).toBe(
      "/cashbook?account=rent&from=2026-10-01&to=2026-10-31&office=KTL",
    );
  });

  test("leads back to where she came from, and to nothing outside", () => {
    expect(cameFrom({ from: "/reporting?period=2026-10" })).toBe("/reporting?period=2026-10");
    expect(cameFrom({ from: "https://ailleurs" })).toBeNull();
    expect(cameFrom(null)).toBeNull();
  });

  test("takes period and office along from page to page, and no more", () => {
    expect(alongWith(new URLSearchParams("period=2026-10&by=group&office=KTL"))).toBe(
      "period=2026-10&office=KTL",
    );
    expect(indicatorAddress("members.joined", {})).toBe("/reporting/indicators/members.joined");
  });
});

const table = (cells: readonly (readonly Shown[])[]): ReportTable => ({
  code: "members.registered",
  by: "group",
  columns: ["2026-10", "2026-09"],
  rows: cells.map((one, at) => ({
    key: `k${at}`,
    label: { fr: `k${at}`, en: `k${at}` },
    cells: [...one],
  })),
  totals: [some(0), some(0)],
});

describe("the dashboard", () => {
  const figure = (code: string, now: Shown) => ({ code, now, before: some(0), target: null });

  test("has each area's figures in its own order", () => {
    const figures = ["cards.sold", "members.joined", "members.registered"].map((code) =>
      figure(code, some(1)),
    );
    expect(areaFigures(figures, "members").map(({ code }) => code)).toEqual([
      "members.joined",
      "members.registered",
    ]);
  });

  test("says that nothing is there only where nothing ever was", () => {
    const months: Dashboard["series"] = [
      { code: "cards.sold", points: [{ month: "2026-03", shown: some(2) }] },
    ];
    expect(hasAnything({ figures: [figure("cards.sold", some(0))], series: [] })).toBe(false);
    expect(hasAnything({ figures: [figure("cards.sold", some(null))], series: months })).toBe(true);
    expect(hasAnything({ figures: [figure("cards.sold", some(null, true))], series: [] })).toBe(true);
  });

  test("leaves out groups and tables in which nothing was counted, but none that is hidden", () => {
    const shown = tablesToShow([
      table([
        [some(0), some(0)],
        [some(3), some(0)],
        [some(null, true), some(null, true)],
        [some(0), some(2)],
      ]),
      table([[some(0), some(null)]]),
    ]);
    expect(shown.map(({ rows }) => rows.map(({ key }) => key))).toEqual([["k1", "k2", "k3"]]);
  });
});

describe("the dashboard of all offices", () => {
  const byOffice = (code: string, ...values: (readonly [string, number])[]): ReportTable => ({
    code,
    by: "office",
    columns: ["2026-10"],
    rows: values.map(([key, value]) => ({ key, label: { fr: key, en: key }, cells: [some(value)] })),
    totals: [some(values.reduce((sum, [, value]) => sum + value, 0))],
  });

  test("has an office a line and an indicator a column, with a gap where an office has no figure", () => {
    const tables = [
      byOffice("cards.income", ["KTL", 5], ["MPT", 7]),
      table([[some(1)]]),
      byOffice("rental.received", ["MPT", 9]),
    ];
    expect(officeMatrix(tables)).toEqual({
      codes: ["cards.income", "rental.received"],
      rows: [
        { key: "KTL", label: { fr: "KTL", en: "KTL" }, cells: [some(5), some(null)] },
        { key: "MPT", label: { fr: "MPT", en: "MPT" }, cells: [some(7), some(9)] },
      ],
      totals: [some(12), some(9)],
    });
    expect(tablesToShow(tables).map(({ by }) => by)).toEqual(["group"]);
  });

  test("has no such table where only one office is asked for", () => {
    expect(officeMatrix([table([[some(1)]])])).toBeNull();
  });
});

describe("an indicator's page", () => {
  const asked = (rows: IndicatorTable["rows"], columns: string[]): IndicatorTable => ({
    scope: "KTL",
    by: null,
    columns: columns.map((name) => ({ name, from: `${name}-01`, to: `${name}-28`, partial: false })),
    rows,
    omitted: [],
  });
  const row = (key: string, ...values: number[]) => ({
    code: "cards.sold",
    key,
    label: null,
    cells: values.map((value) => some(value)),
    target: null,
  });

  test("draws a year and a month, up to the period, but never months to come", () => {
    expect(monthsBefore("2026-08", TODAY, JANUARY)).toEqual({ from: "2025-08", to: "2026-08" });
    expect(monthsBefore("2026", TODAY, JANUARY)).toEqual({ from: "2025-11", to: "2026-11" });
  });

  test("draws what flows as bars and what stands as a line, with a gap where there is no figure", () => {
    const title = "Cartes";
    const about = { title, table: asked([row("", 4, 7)], ["2026-09", "2026-10"]), target: null } as const;
    const sold = monthPicture({ ...about, indicator: requireIndicator("cards.sold"), language: "fr" });
    expect(sold.kind).toBe("bars");
    expect(sold.series[0]?.values).toEqual([4, 7]);
    const stands = monthPicture({
      ...about,
      indicator: requireIndicator("members.registered"),
      language: "fr",
    });
    expect(stands.kind).toBe("lines");
    const empty = monthPicture({
      ...about,
      table: asked([], ["2026-10"]),
      indicator: requireIndicator("cards.sold"),
      language: "fr",
    });
    expect(empty.series[0]?.values).toEqual([null]);
  });

  test("draws a year's target of what flows over months only where it is a month's own part", () => {
    expect(monthTarget(requireIndicator("cards.sold"), "2026-10", 12)).toBe(12);
    expect(monthTarget(requireIndicator("cards.sold"), "2026-Q4", 36)).toBeNull();
    expect(monthTarget(requireIndicator("members.upToDateRate"), "2026", 80)).toBe(80);
  });

  test("lists the groups in which anything is, and the whole apart", () => {
    const found = groupRows(asked([row("first", 3, 0), row("renewal", 0, 0), row("", 3, 0)], ["2026-10"]));
    expect(found.rows.map(({ key }) => key)).toEqual(["first"]);
    expect(found.totals).toEqual([some(3), some(0)]);
  });

  test("is found by any words of its name or meaning, without accents", () => {
    const registered = requireIndicator("members.registered");
    expect(isMeant(registered, "inscrites membres", inFrench)).toBe(true);
    expect(isMeant(registered, "PERIODE", inFrench)).toBe(true);
    expect(isMeant(registered, "loyer", inFrench)).toBe(false);
    expect(isMeant(registered, "  ", inFrench)).toBe(true);
  });
});

describe("the targets of a year", () => {
  const target = (office: string, forOffice: string, value: number): IndicatorTarget => ({
    id: `${office}-${forOffice}`,
    office,
    forOffice,
    year: 2026,
    code: "cards.sold",
    value,
  });
  const lineOf = (here: string, forOffice: string, ...targets: IndicatorTarget[]) =>
    targetLines(INDICATORS, targets, { here, forOffice }).find(
      ({ indicator }) => indicator.code === "cards.sold",
    );

  test("are a line for every indicator that may have one, also where none was set", () => {
    const lines = targetLines(INDICATORS, [], { here: "KTL", forOffice: "KTL" });
    expect(lines.length).toBe(INDICATORS.filter(({ hasTarget }) => hasTarget).length);
    expect(lines.every(({ value, setBy }) => value === null && setBy === "here")).toBe(true);
  });

  test("are changed by who set them; the word of headquarters is only read at the antenna", () => {
    expect(lineOf("KTL", "KTL", target("KTL", "KTL", 40))).toMatchObject({
      value: 40,
      id: "KTL-KTL",
      setBy: "here",
    });
    expect(lineOf("KTL", "KTL", target("BKO", "KTL", 60))).toMatchObject({
      value: 60,
      id: null,
      setBy: "headquarters",
    });
  });

  test("of an office are seen at headquarters beside a field of its own", () => {
    expect(lineOf("BKO", "KTL", target("KTL", "KTL", 40))).toMatchObject({
      value: null,
      id: null,
      setBy: "here",
      ofOffice: 40,
    });
    expect(lineOf("BKO", "KTL", target("BKO", "KTL", 60))).toMatchObject({ value: 60, ofOffice: null });
    expect(lineOf("BKO", "all", target("BKO", "all", 400))).toMatchObject({ value: 400, id: "BKO-all" });
  });
});
