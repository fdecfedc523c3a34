import type { ReportContent } from "../../contract/reportingTerms.ts";
import { listBranches } from "../../data/national/branches.ts";
import type { PaperDefinition } from "../../documents/design/paper.ts";
import { CHART_PLACES, type DrawnChart } from "../../documents/reporting/chartBlock.ts";
import { type IssueFacts, reportPaper } from "../../documents/reporting/reportPaper.ts";
import { dashboardPictures } from "../../domain/reporting/reportPictures.ts";
import type { Call } from "../call.ts";
import { paperContext } from "../office/paper.ts";
import { nationalOf } from "../scope.ts";

/** The charts of a content as vectors; the room that draws them is loaded when there is something to draw. */
export async function drawPictures(content: ReportContent): Promise<DrawnChart[]> {
  const { language } = content;
  const pictures = dashboardPictures(content, language);
  if (pictures.length === 0) return [];
  const { drawChart } = await import("../../charts/drawChart.ts");
  return pictures.map(({ picture }) => ({
    title: picture.title,
    svg: drawChart(picture, { ...CHART_PLACES.half, language }),
  }));
}

/** A report as paper, today. @param issue null for a draft */
export async function paperOf(
  call: Call,
  content: ReportContent,
  issue: IssueFacts | null,
): Promise<PaperDefinition> {
  const charts = await drawPictures(content);
  const national = content.incomplete.length === 0 ? null : nationalOf(call);
  const branches = national === null ? [] : listBranches(national.reader);
  const officeNames = new Map(branches.map(({ code, name }) => [code, name]));
  return reportPaper({ ...paperContext(call), content, charts, officeNames, issue });
}
