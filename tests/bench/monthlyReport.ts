import { renderPdf } from "../../src/documents/render.ts";
import { DASHBOARD_CHARTS } from "../../src/domain/reporting/dashboards.ts";
import { reportContent } from "../../src/services/reporting/content.ts";
import { drawPictures, paperOf } from "../../src/services/reporting/pictures.ts";
import type { BenchOffice } from "./benchOffice.ts";
import { lastWhole } from "./dashboards.ts";
import { costOf, counted, type Figure, figureOf, sideBySide } from "./measure.ts";
import { drawAgain, noteDrawing, textsOf } from "./pdfDrawing.ts";

/** A paper that is drawn again has to weigh about as much: nothing was forgotten. */
const LEAST_SHARE = 0.8;

/** The monthly report as the screen asks for it, figures measured and charts drawn, against pdfkit drawing the same. */
export async function benchMonthlyReport(
  office: BenchOffice,
  entries: number,
  runs: number,
): Promise<Figure[]> {
  const key = { kind: "activity", period: lastWhole(office), project: null } as const;
  const call = office.call();
  const drawn = reportContent(call, key);
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  const charts = await drawPictures(drawn.value.content);
  if (charts.length !== DASHBOARD_CHARTS.length) throw new Error("a chart is missing");
  const preview = () => office.ask("reporting.preview", key);
  const paper = await noteDrawing(preview);
  const drawing = [...paper, ...charts.flatMap(({ svg }) => textsOf(svg))];
  const fonts = call.world.fonts();
  const share = (await drawAgain(drawing, fonts)).length / (await preview()).bytes.length;
  if (share < LEAST_SHARE) throw new Error(`what is drawn again weighs ${share} of the report`);
  const against = async (what: string, ours: () => Promise<unknown>) => {
    const pairs = await sideBySide(
      runs,
      () => costOf(() => drawAgain(drawing, fonts)),
      () => costOf(ours),
    );
    const baseline = "pdfkit drawing the same shapes";
    return figureOf({ what, size: counted(entries, "entries"), baseline, target: 3 }, pairs);
  };
  const { content } = drawn.value;
  return [
    await against(`monthly report with ${charts.length} charts`, preview),
    await against("its drawing alone, figures ready", async () =>
      renderPdf(await paperOf(call, content, null), fonts),
    ),
  ];
}
