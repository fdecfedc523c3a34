import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { ReportContent, ReportKey } from "../../contract/reportingTerms.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { canonicalJson, sha256Hex } from "../../crypto/digests.ts";
import { takeReportNumber } from "../../data/numbers.ts";
import { insertReport, readReportContent, readStoredReport } from "../../data/reporting/reports.ts";
import { renderPdf } from "../../documents/render.ts";
import { daysIn, isOver } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import { reportContent } from "./content.ts";
import { fiscalStartOf } from "./engineColumns.ts";
import { latestIssued } from "./issuedReports.ts";
import { paperOf } from "./pictures.ts";
import { findReport } from "./reports.ts";

/** What is compared: corrections to other reports do not make this one another. */
const figuresOf = ({ corrections: _corrections, ...content }: ReportContent) => canonicalJson(content);

function periodFault(call: Call, { period }: ReportKey): ReturnType<typeof refuse> | null {
  const fiscalStart = fiscalStartOf(call);
  if (isOver(period, call.today(), fiscalStart)) return null;
  const { to } = daysIn(period, fiscalStart);
  return refuse("reporting.notOver", { field: "period", values: { to } });
}

/** What is issued is whole: whoever may not read a part of it does not issue it. */
function readyContent(call: Call, key: ReportKey): Result<ReportContent> {
  const drawn = reportContent(call, key);
  if (!drawn.ok) return drawn;
  const { content, omitted } = drawn.value;
  const fault = periodFault(call, key);
  if (fault !== null) return fault;
  if (omitted.some(({ why }) => why === "tier")) return refuse("headquarters.noTier");
  if (omitted.length > 0) return refuse("reporting.notForYou");
  return accept(content);
}

const isSameKey = (one: ReportKey, other: ReportKey) =>
  one.kind === other.kind && one.period === other.period && one.project === other.project;

function listedOf(call: Call, id: string): Result<OutputOf<"reporting.issue">> {
  const issued = findReport(call, id);
  return issued.ok ? accept(issued.value.listed) : issued;
}

/**
 * Numbers a report, stores what it says and its paper, in one transaction: a refusal, a failed drawing or a power cut
 * leaves no number used and no record. A second one of a period is a rectified report. Refuses as `draft`; a period
 * that is not over; one of which nothing has changed since its last report, whose paper lies here; and who may not read
 * all of it. The same
 * request twice issues once.
 */
export async function issueReport(
  call: Call,
  input: InputOf<"reporting.issue">,
): Promise<Result<OutputOf<"reporting.issue">>> {
  const { id, kind, period, project } = input;
  const key = { kind, period, project };
  const { reader } = call.office;
  const known = readStoredReport(reader, id);
  if (known !== undefined)
    return isSameKey(known.key, key) ? listedOf(call, id) : refuse("request.invalid", { field: "id" });
  const ready = readyContent(call, key);
  if (!ready.ok) return ready;
  const content = ready.value;
  const before = latestIssued(call, key);
  const isSame = before !== null && figuresOf(readReportContent(reader, before.id)) === figuresOf(content);
  // One whose paper went with a lost laptop cannot be printed instead.
  if (isSame && before.kept) return refuse("reporting.unchanged", { values: { number: before.number } });
  const issuedBy = call.user.name;
  const done = await call.office.writeLong(call.user.id, call.world.now(), async (door) => {
    const number = takeReportNumber(door);
    const definition = await paperOf(call, content, { number, issuedBy, replaces: before?.number ?? null });
    const pdf = await renderPdf(definition, call.world.fonts());
    insertReport(door, {
      ...{ id, number, key, issuedOn: call.today(), issuedBy, pdf },
      content: canonicalJson(content),
      sha256: sha256Hex(pdf),
    });
    return accept(null);
  });
  return done.ok ? listedOf(call, id) : done;
}
