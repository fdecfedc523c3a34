import { afterEach, describe, expect, test, vi } from "vitest";
import { type ChartPaper, drawChart } from "../../src/charts/drawChart.ts";
import { A4, mm, startDefinition } from "../../src/documents/design/paper.ts";
import { renderPdf } from "../../src/documents/render.ts";
import {
  CHART_PLACES,
  chartBlock,
  chartPair,
  type DrawnChart,
} from "../../src/documents/reporting/chartBlock.ts";
import type { ChartPicture } from "../../src/domain/reporting/chartPicture.ts";
import { fontsIn, imagesIn, pdfInfo, pdfText, pdfWords } from "../documents/poppler.ts";
import { FONTS } from "../documents/samples.ts";
import { ARREARS, ATTENDANCE, MEMBERS, MONEY, POLICIES, RESULT, SIX } from "./pictures.ts";

const half: ChartPaper = { ...CHART_PLACES.half, language: "fr" };
const full: ChartPaper = { ...CHART_PLACES.full, language: "fr" };

function drawn(picture: ChartPicture, place: ChartPaper): DrawnChart {
  return { title: picture.title, svg: drawChart(picture, place) };
}

/** Six charts on a page of A4 with nothing else that would bring a font. */
function sixCharts(): Promise<Uint8Array> {
  const page = {
    ...startDefinition("Graphiques", "2026-11-01", "fr"),
    pageSize: "A4" as const,
    pageMargins: [mm(20), 30, mm(20), 30] as [number, number, number, number],
    content: [
      chartPair(drawn(MONEY, half), drawn(ATTENDANCE, half)),
      chartPair(drawn(RESULT, half), drawn(POLICIES, half)),
      chartBlock(drawn(ARREARS, full)),
      chartBlock(drawn(MEMBERS, full)),
    ],
  };
  return renderPdf({ page, photos: new Map() }, FONTS());
}

afterEach(() => vi.restoreAllMocks());

describe("charts in a document", () => {
  test("are strokes and letters of the document's own fonts, no images, and nothing is missed on the way", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const pdf = await sixCharts();
    expect(warned.mock.calls).toEqual([]);
    expect(imagesIn(pdf)).toBe(0);
    const fonts = fontsIn(pdf).map(({ name, embedded }) => [name.replace(/^[A-Z]+\+/, ""), embedded]);
    expect(fonts.sort()).toEqual([
      ["Inter-Regular", true],
      ["Inter-SemiBold", true],
    ]);
  });

  test("can be read: titles, ticks, categories and legends are words of the page, within its margins", async () => {
    const pdf = await sixCharts();
    expect(pdfInfo(pdf).pages).toBe(2);
    const text = pdfText(pdf);
    const said = SIX.flatMap(({ title, series }) => [
      title,
      ...(series.length > 1 ? series.map(({ label }) => label) : []),
    ]);
    for (const word of [...said, "100 k", "600 k", "75 %", "Objectif : 80 %", "Koumantou"]) {
      expect(text).toContain(word);
    }
    for (const { text: word, xMin, xMax } of pdfWords(pdf)) {
      expect.soft(xMin, word).toBeGreaterThan(mm(20) - 1);
      expect.soft(xMax, word).toBeLessThan(mm(A4.width - 20) + 1);
    }
  });

  test("come out byte for byte the same again", async () => {
    expect(Buffer.from(await sixCharts()).equals(Buffer.from(await sixCharts()))).toBe(true);
  });

  test("stand with their title on one page", async () => {
    const filling = { text: "—", margin: [0, 0, 0, 620] as [number, number, number, number] };
    const page = {
      ...startDefinition("Graphiques", "2026-11-01", "fr"),
      pageSize: "A4" as const,
      content: [filling, chartBlock({ ...drawn(MEMBERS, full), note: "Au 31 octobre." })],
    };
    const pdf = await renderPdf({ page, photos: new Map() }, FONTS());
    const pages = pdfWords(pdf).filter(({ text }) => ["Membres", "Bamako", "octobre."].includes(text));
    expect(pages.map(({ page: at }) => at)).toEqual([2, 2, 2, 2]);
  });
});
