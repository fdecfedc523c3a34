import type { MonthName } from "../../contract/cashbookTerms.ts";
import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import type { ReportKey, ReportSection, SectionText } from "../../contract/reportingTerms.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { saveReportText } from "../../data/reporting/reports.ts";
import { isOver, monthNames, monthsIn, periodBefore } from "../../domain/reporting/periods.ts";
import { REPORT_PLANS, sectionsOf } from "../../domain/reporting/reportPlan.ts";
import type { Call } from "../call.ts";
import { readMonths } from "../cashbook/months.ts";
import { openBook } from "../cashbook/vouchers.ts";
import { pdfFile } from "../office/paper.ts";
import { readTexts, reportContent } from "./content.ts";
import { fiscalStartOf } from "./engineColumns.ts";
import { latestIssued } from "./issuedReports.ts";
import { paperOf } from "./pictures.ts";
import { keyFault, scopeOfReport } from "./reportPlace.ts";

type Draft = OutputOf<"reporting.draft">;

/** The key alone, whatever else a request brought. */
function keyOf({ kind, period, project }: ReportKey): ReportKey {
  return { kind, period, project };
}

/** Months of the period with money in them that one of the offices has not closed. Nothing without the tier. */
function openMonths(call: Call, key: ReportKey, fiscalStart: number): MonthName[] {
  const book = openBook(call, scopeOfReport(call, key));
  if (!book.ok) return [];
  const open = readMonths(call, book.value).filter(
    ({ state, vouchers }) => state !== "closed" && vouchers > 0,
  );
  return monthNames(monthsIn(key.period, fiscalStart)).filter((month) =>
    open.some((line) => line.month === month),
  );
}

const textIn = (texts: readonly SectionText[], section: ReportSection) =>
  texts.find((one) => one.section === section)?.text ?? "";

/** A report as it stands now, with its texts beside those of the period before. Refuses as `keyFault`, and tiers. */
export function draft(call: Call, input: InputOf<"reporting.draft">): Result<Draft> {
  const key = keyOf(input);
  const drawn = reportContent(call, key);
  if (!drawn.ok) return drawn;
  const fiscalStart = fiscalStartOf(call);
  const beforePeriod = periodBefore(key.period);
  const texts = readTexts(call, key);
  const before = readTexts(call, { ...key, period: beforePeriod });
  return accept({
    key,
    content: drawn.value.content,
    sections: sectionsOf(REPORT_PLANS[key.kind]).map((section) => ({
      section,
      text: textIn(texts, section),
      before: textIn(before, section),
    })),
    beforePeriod,
    isOver: isOver(key.period, call.today(), fiscalStart),
    issued: latestIssued(call, key),
    openMonths: openMonths(call, key, fiscalStart),
  });
}

/** Keeps what was written for one part. Refuses as `keyFault`, and a part that this kind of report does not have. */
export function saveText(
  call: Call,
  input: InputOf<"reporting.saveText">,
): Result<OutputOf<"reporting.saveText">> {
  const key = keyOf(input);
  const fault = keyFault(call, key);
  if (fault !== null) return fault;
  const { section, text } = input;
  if (!sectionsOf(REPORT_PLANS[key.kind]).includes(section))
    return refuse("request.invalid", { field: "section" });
  const now = call.world.now();
  return call.office.write(call.user.id, now, (door) => {
    saveReportText(door, key, { section, text }, call.world.newId());
    return accept({ savedOn: now });
  });
}

/** The paper as it would be, marked as a draft. Refuses as `draft`. */
export async function preview(call: Call, input: InputOf<"reporting.preview">): Promise<Result<FileOutput>> {
  const key = keyOf(input);
  const drawn = reportContent(call, key);
  if (!drawn.ok) return drawn;
  const definition = await paperOf(call, drawn.value.content, null);
  const name = [call.office.code, key.kind, key.project, key.period].filter((part) => part !== null);
  return accept(await pdfFile(call.world, `${name.join("-")}-projet`, definition));
}
