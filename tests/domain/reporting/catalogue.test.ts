import { describe, expect, test } from "vitest";
import { PERMISSIONS } from "../../../src/contract/permissions.ts";
import { IndicatorArea, IndicatorCode } from "../../../src/contract/reportingTerms.ts";
import {
  INDICATORS,
  indicatorOf,
  requireIndicator,
} from "../../../src/domain/reporting/catalogue/catalogue.ts";
import {
  DASHBOARD_BREAKDOWNS,
  DASHBOARD_BY_OFFICE,
  DASHBOARD_CHARTS,
  DASHBOARD_FIGURES,
  DASHBOARD_SERIES,
} from "../../../src/domain/reporting/dashboards.ts";
import { measuresOf } from "../../../src/domain/reporting/formulas.ts";
import { SOURCES, sourceOf } from "../../../src/services/reporting/sources/sources.ts";

const codes = INDICATORS.map(({ code }) => code);
/** What is both French and English, as it stands: no straight apostrophe, no double blank. */
const isTidy = (text: string) => text.trim() === text && text !== "" && !/['"]| {2}/.test(text);

describe("the catalogue of indicators", () => {
  test("has every code once, of its own area, and finds it", () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(40);
    for (const { code, area } of INDICATORS) {
      expect(IndicatorCode.safeParse(code).success, code).toBe(true);
      expect(code.startsWith(`${area}.`), code).toBe(true);
      expect(indicatorOf(code)?.code).toBe(code);
    }
    expect(new Set(INDICATORS.map(({ area }) => area))).toEqual(new Set(IndicatorArea.options));
    expect(indicatorOf("members.nothing")).toBeUndefined();
    expect(() => requireIndicator("members.nothing")).toThrow(RangeError);
  });

  test.each(INDICATORS.map((indicator) => [indicator.code, indicator] as const))(
    "says of %s what it is in both languages, and how it is counted",
    (_code, indicator) => {
      const { name, definition, counted, groups, groupNames = {} } = indicator;
      for (const texts of [
        name,
        definition,
        counted,
        ...(groups ? [groups] : []),
        ...Object.values(groupNames),
      ]) {
        expect(isTidy(texts.fr), texts.fr).toBe(true);
        expect(isTidy(texts.en), texts.en).toBe(true);
      }
      for (const texts of [definition, counted]) expect(texts.fr).toMatch(/\.$/);
      expect(PERMISSIONS).toContain(indicator.permission);
      expect(indicator.breakdowns.includes("group")).toBe(groups !== null);
      expect(new Set(indicator.breakdowns).size).toBe(indicator.breakdowns.length);
      expect(indicator.breakdowns).toContain("month");
    },
  );

  test("is made of measures that exactly one area counts", () => {
    const counted = SOURCES.flatMap(({ measures }) => measures);
    expect(new Set(counted).size).toBe(counted.length);
    for (const { formula } of INDICATORS)
      for (const measure of measuresOf(formula)) expect(sourceOf(measure).measures).toContain(measure);
    expect(() => sourceOf("members.nothing")).toThrow(RangeError);
  });

  test("hides francs only with an indicator that is sensitive, is divided alike and counts", () => {
    for (const { code, hiddenWith, breakdowns } of INDICATORS) {
      if (hiddenWith === undefined) continue;
      const counts = requireIndicator(hiddenWith);
      expect(counts.sensitive, code).toBe(true);
      expect(counts.unit, code).not.toBe("francs");
      for (const by of breakdowns) expect(counts.breakdowns, code).toContain(by);
    }
  });

  test("has everything that the dashboard shows", () => {
    for (const code of [...DASHBOARD_FIGURES, ...DASHBOARD_SERIES]) requireIndicator(code);
    for (const { code, by } of [...DASHBOARD_BREAKDOWNS, ...DASHBOARD_BY_OFFICE])
      expect(requireIndicator(code).breakdowns, `${code} by ${by}`).toContain(by);
    expect(DASHBOARD_CHARTS).toHaveLength(6);
    for (const { key, bars, lines } of DASHBOARD_CHARTS) {
      const units = new Set([...bars, ...lines].map((code) => requireIndicator(code).unit));
      expect(units.size, key).toBe(1);
    }
  });
});
