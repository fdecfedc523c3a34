import { type Assessment, type AssessmentKind, SkillMarks } from "../../contract/literacyTerms.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

export type StoredAssessment = Assessment & { readonly cohortId: string };

function assessmentFromRow(row: Row): StoredAssessment {
  return {
    id: String(row.id),
    cohortId: String(row.cohort_id),
    enrolmentId: String(row.enrolment_id),
    kind: String(row.kind) as AssessmentKind,
    onDay: String(row.on_day),
    marks: SkillMarks.parse(JSON.parse(String(row.marks))),
  };
}

/** Of cohorts, in the order of their days. */
export function listAssessments(reader: Reader, cohortIds: readonly string[]): StoredAssessment[] {
  return reader
    .all(
      `SELECT * FROM assessment WHERE cohort_id IN (SELECT value FROM json_each(@ids)) ORDER BY on_day, id`,
      { ids: JSON.stringify(cohortIds) },
    )
    .map(assessmentFromRow);
}

export function insertAssessment(door: WriteDoor, assessment: StoredAssessment): void {
  const { id, cohortId, enrolmentId, kind, onDay, marks } = assessment;
  door.insert("assessment", {
    ...{ id, office: door.author.office, cohort_id: cohortId, enrolment_id: enrolmentId },
    ...{ kind, on_day: onDay, marks: JSON.stringify(marks) },
  });
}

/** Whether an assessment of this id is there, whosever. */
export function isAssessment(reader: Reader, id: string): boolean {
  return reader.get("SELECT 1 FROM assessment WHERE id = @id", { id }) !== undefined;
}

export function updateAssessment(
  door: WriteDoor,
  id: string,
  about: { readonly onDay: CalendarDate; readonly marks: Assessment["marks"] },
): void {
  door.update("assessment", id, { on_day: about.onDay, marks: JSON.stringify(about.marks) });
}

export interface StoredCertificate {
  readonly id: string;
  readonly office: string;
  readonly number: string;
  readonly enrolmentId: string;
  readonly memberId: string;
  readonly programmeName: string;
  readonly percent: number;
  readonly issuedOn: CalendarDate;
  readonly voided: boolean;
  readonly cohortId: string;
}

function certificateFromRow(row: Row): StoredCertificate {
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    enrolmentId: String(row.enrolment_id),
    memberId: String(row.member_id),
    programmeName: String(row.programme_name),
    percent: Number(row.percent),
    issuedOn: String(row.issued_on),
    voided: row.voided === 1,
    cohortId: String(row.cohort_id),
  };
}

const CERTIFICATES =
  "SELECT certificate.*, enrolment.cohort_id FROM certificate JOIN enrolment ON enrolment.id = enrolment_id";

export function listCertificatesOf(reader: Reader, cohortIds: readonly string[]): StoredCertificate[] {
  return reader
    .all(
      `${CERTIFICATES} WHERE enrolment.cohort_id IN (SELECT value FROM json_each(@ids)) ORDER BY certificate.number`,
      { ids: JSON.stringify(cohortIds) },
    )
    .map(certificateFromRow);
}

export function listCertificatesWithin(
  reader: Reader,
  span: { readonly from: CalendarDate; readonly to: CalendarDate; readonly office: OfficeScope | undefined },
): StoredCertificate[] {
  const { from, to, office } = span;
  const isOne = office !== undefined && office !== "all";
  return reader
    .all(
      `${CERTIFICATES} WHERE issued_on BETWEEN @from AND @to ${isOne ? "AND certificate.office = @office" : ""}
       ORDER BY certificate.number`,
      isOne ? { from, to, office } : { from, to },
    )
    .map(certificateFromRow);
}

export function readCertificate(reader: Reader, id: string): StoredCertificate | undefined {
  const row = reader.get(`${CERTIFICATES} WHERE certificate.id = @id`, { id });
  return row === undefined ? undefined : certificateFromRow(row);
}

export function readCertificateByNumber(reader: Reader, number: string): StoredCertificate | undefined {
  const row = reader.get(`${CERTIFICATES} WHERE certificate.number = @number`, { number });
  return row === undefined ? undefined : certificateFromRow(row);
}

export function insertCertificate(
  door: WriteDoor,
  certificate: Omit<StoredCertificate, "office" | "voided" | "cohortId">,
): void {
  const { id, number, enrolmentId, memberId, programmeName, percent, issuedOn } = certificate;
  door.insert("certificate", {
    ...{ id, office: door.author.office, number, enrolment_id: enrolmentId, member_id: memberId },
    ...{ programme_name: programmeName, percent, issued_on: issuedOn, voided: 0 },
  });
}
