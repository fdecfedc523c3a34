import type { CalendarDate, OfficeCode, OfficeScope, Sha256Hex } from "../../contract/primitives.ts";
import {
  ReportContent,
  type ReportKey,
  ReportKind,
  ReportSection,
  type SectionText,
} from "../../contract/reportingTerms.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** An issued report without what it says. */
export interface StoredReport {
  readonly id: string;
  readonly office: OfficeCode;
  readonly number: string;
  readonly key: ReportKey;
  readonly issuedOn: CalendarDate;
  readonly sha256: Sha256Hex;
  /** Empty for another office's, and on a laptop that got its records back. */
  readonly issuedBy: string;
}

const projectOf = ({ project }: ReportKey) => project ?? "";

const SELECTED = "SELECT id, office, number, kind, period, project, issued_on, sha256, issued_by FROM report";

function reportFromRow(row: Row): StoredReport {
  const project = String(row.project);
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    key: {
      kind: ReportKind.parse(row.kind),
      period: String(row.period),
      project: project === "" ? null : project,
    },
    issuedOn: String(row.issued_on),
    sha256: String(row.sha256),
    issuedBy: String(row.issued_by),
  };
}

/** Newest first; those of one day by their numbers. */
export function listStoredReports(reader: Reader, office: OfficeScope): StoredReport[] {
  return reader
    .all(
      `${SELECTED} ${office === "all" ? "" : "WHERE office = @office"}
       ORDER BY issued_on DESC, length(number) DESC, number DESC`,
      office === "all" ? {} : { office },
    )
    .map(reportFromRow);
}

/** The reports of one office and kind (and project), in the order of their numbers. */
export function listReportsOfKind(
  reader: Reader,
  office: OfficeCode,
  key: Pick<ReportKey, "kind" | "project">,
): StoredReport[] {
  return reader
    .all(
      `${SELECTED} WHERE office = @office AND kind = @kind AND project = @project
       ORDER BY length(number), number`,
      { office, kind: key.kind, project: key.project ?? "" },
    )
    .map(reportFromRow);
}

export function readStoredReport(reader: Reader, id: string): StoredReport | undefined {
  const row = reader.get(`${SELECTED} WHERE id = @id`, { id });
  return row === undefined ? undefined : reportFromRow(row);
}

/** What a report said when it was issued. @throws when no report has this id */
export function readReportContent(reader: Reader, id: string): ReportContent {
  const row = reader.get("SELECT content FROM report WHERE id = @id", { id });
  return ReportContent.parse(JSON.parse(String(row?.content)));
}

/** Whether an office issued a report of a quarter or a year, whose name tells its months by the fiscal year. */
export function hasReportOfYear(reader: Reader, office: OfficeCode): boolean {
  const sql =
    "SELECT 1 FROM report WHERE office = @office AND (length(period) = 4 OR period GLOB '*Q*') LIMIT 1";
  return reader.get(sql, { office }) !== undefined;
}

/** The digests of the papers that lie on this machine. @param reader the own register's */
export function listKeptPapers(reader: Reader): Set<Sha256Hex> {
  return new Set(reader.all("SELECT sha256 FROM report_file").map((row) => String(row.sha256)));
}

/** The paper as it was issued; undefined where it does not lie here. */
export function readReportFile(reader: Reader, sha256: Sha256Hex): Uint8Array | undefined {
  return reader.blob("SELECT pdf FROM report_file WHERE sha256 = @sha256", { sha256 });
}

export interface NewReport extends Pick<StoredReport, "id" | "number" | "key" | "issuedOn"> {
  readonly issuedBy: string;
  /** Canonical JSON of a `ReportContent`. */
  readonly content: string;
  readonly sha256: Sha256Hex;
  readonly pdf: Uint8Array;
}

/** The record and its paper. */
export function insertReport(door: WriteDoor, report: NewReport): void {
  const { id, number, key, issuedOn, issuedBy, content, sha256, pdf } = report;
  door.insert("report", {
    ...{ id, office: door.author.office, number, kind: key.kind, period: key.period },
    ...{ project: projectOf(key), issued_on: issuedOn, content, sha256, issued_by: issuedBy },
  });
  door.run("INSERT OR IGNORE INTO report_file (sha256, pdf) VALUES (@sha256, @pdf)", { sha256, pdf });
}

/** What was written for a report so far, in no order. */
export function listReportTexts(reader: Reader, office: OfficeCode, key: ReportKey): SectionText[] {
  return reader
    .all(
      `SELECT section, text FROM report_text
       WHERE office = @office AND kind = @kind AND period = @period AND project = @project`,
      { office, kind: key.kind, period: key.period, project: projectOf(key) },
    )
    .map((row) => ({ section: ReportSection.parse(row.section), text: String(row.text) }));
}

/** Writes the text of one section, over what stood there. @param id for a text that was not there */
export function saveReportText(
  door: WriteDoor,
  key: ReportKey,
  { section, text }: SectionText,
  id: string,
): void {
  const place = { kind: key.kind, period: key.period, project: projectOf(key), section };
  const { office } = door.author;
  const row = door.get(
    `SELECT id, text FROM report_text WHERE office = @office AND kind = @kind AND period = @period
       AND project = @project AND section = @section`,
    { office, ...place },
  );
  if (row === undefined) door.insert("report_text", { id, office, ...place, text });
  else if (row.text !== text) door.update("report_text", String(row.id), { text });
}
