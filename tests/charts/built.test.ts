import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCharts } from "../../scripts/buildDesktop.ts";
import { type ChartPaper, drawChart } from "../../src/charts/drawChart.ts";
import { CHART_PLACES } from "../../src/documents/reporting/chartBlock.ts";
import { readModules } from "../architecture/modules.ts";
import { SIX } from "./pictures.ts";

const folder = mkdtempSync(join(tmpdir(), "danaya-charts-"));
const half: ChartPaper = { ...CHART_PLACES.half, language: "fr" };

beforeAll(async () => {
  await buildCharts(join(folder, "charts"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(folder, "draw.js"),
    `import { drawChart } from "./charts/drawChart.js";
     const { pictures, paper } = JSON.parse(process.argv[2]);
     process.stdout.write(JSON.stringify(pictures.map((picture) => drawChart(picture, paper))));`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the charts of the packaged application", () => {
  test("are asked for by their one door: services draw, the screen shows, neither reaches into the other's half", () => {
    const asked = readModules()
      .filter(({ path }) => !path.startsWith("src/charts/"))
      .flatMap(({ path, imports }) =>
        imports.filter((one) => /\/charts\/\w+\.ts$/.test(one)).map((one) => ({ path, room: basename(one) })),
      );
    const drawers = asked.filter(({ path }) => path.startsWith("src/")).map(({ room }) => room);
    const showers = asked.filter(({ path }) => path.startsWith("renderer/")).map(({ room }) => room);
    expect(drawers.filter((room) => room !== "drawChart.ts")).toEqual([]);
    expect(showers).toContain("Chart.ts");
    expect(showers.filter((room) => room !== "Chart.ts" && room !== "palette.ts")).toEqual([]);
  });

  test("are one file", () => {
    expect(readdirSync(join(folder, "charts"))).toEqual(["drawChart.js"]);
  });

  test("draw the same without any package beside them", () => {
    const wish = JSON.stringify({ pictures: SIX, paper: half });
    const done = spawnSync(process.execPath, [join(folder, "draw.js"), wish], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(done.stderr).toBe("");
    const here = SIX.map((picture) => drawChart(picture, half));
    // A chart is too long to be shown by a failing test.
    expect(done.stdout === JSON.stringify(here)).toBe(true);
  });
});
