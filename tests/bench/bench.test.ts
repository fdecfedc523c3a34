import { expect, test } from "vitest";
import { shownFigures } from "./bare/dashboard.ts";
import { makeBenchOffice } from "./benchOffice.ts";
import { sidesOf } from "./dashboards.ts";
import { fillYears, SMALL_YEARS } from "./lived/livedOffice.ts";
import type { Figure } from "./measure.ts";
import { markdownOf, tableOf } from "./report.ts";

test("the dashboard shows what SQL of one's own finds, and each area has something to show", async () => {
  const office = await makeBenchOffice();
  try {
    fillYears(office.call(), { ...SMALL_YEARS, months: 16, members: 120, leases: 3 });
    const { ask } = await sidesOf(office, office.call().office.connection);
    const shown = [...shownFigures(await ask())];
    for (const area of ["members", "cards", "insurance", "rental", "literacy", "cashbook"])
      expect(
        shown.filter(([key, value]) => key.startsWith(area) && (value ?? 0) > 0).length,
        area,
      ).toBeGreaterThan(10);
  } finally {
    office.remove();
  }
});

const figure: Figure = {
  ...{ kind: "time", what: "dashboard of a month", size: "100 000 entries", baseline: "by hand | alone" },
  ...{ baselineCost: 100, oursCost: 120, unit: "ms", ratio: 1.2, cpuRatio: 1.25, target: 1.3, runs: 7 },
};
const FIGURES = [
  { ...figure, area: "reports" as const },
  { ...figure, area: "register" as const, what: "search", target: 1.1 },
  {
    ...figure,
    area: "reports" as const,
    kind: "growth" as const,
    target: null,
    ratio: 4,
    baseline: "smaller",
  },
];

test("the table stands by areas, names its baselines beneath and fits a terminal", () => {
  const lines = tableOf(FIGURES).split("\n");
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
  expect(at("Register and cards")).toBeLessThan(at("Dashboards and reports"));
  expect(lines[at("search")]).toMatch(/1\.20 +1\.25 +≤ 1\.1 +missed +7 +\[1\]$/);
  expect(lines.some((line) => /×4\.00 .*shown .*\[2\]$/.test(line))).toBe(true);
  expect(lines.slice(-2)).toEqual(["[1] by hand | alone", "[2] smaller"]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(markdownOf(FIGURES)).toContain("| by hand \\| alone |");
});
