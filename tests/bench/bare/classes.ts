import file from "../../../resources/reference/programmes.json" with { type: "json" };
import { ProgrammeDetails } from "../../../src/contract/literacyTerms.ts";
import { outcomeOf } from "../../../src/domain/literacy/assessing.ts";
import { rateOf } from "../../../src/domain/literacy/attendance.ts";
import { suppliedId } from "../../../src/domain/literacy/supplied.ts";
import { type BareArea, MONTHS, monthsOf, rowsOf } from "./figures.ts";

const PROGRAMMES = new Map(
  file.programmes.map((details, index) => [suppliedId(index), ProgrammeDetails.parse(details)] as const),
);

/** Who is in a class on a day of the month; a class is over when it is closed. */
const IN_CLASS = `enrolment.starts_on <= month.last AND min(cohort.ends_on, coalesce(cohort.closed_on, cohort.ends_on),
    coalesce(enrolment.ended_on, cohort.ends_on)) >= month.first`;
const CLASSES = "cohort JOIN enrolment ON enrolment.cohort_id = cohort.id";
const enrolled = (key: string) => `WITH ${MONTHS}
  SELECT ${key} AS key, count(DISTINCT enrolment.member_id) AS value FROM month CROSS JOIN ${CLASSES}
  WHERE cohort.starts_on <= month.last AND ${IN_CLASS} GROUP BY 1`;
const MARKS = `FROM class_session JOIN json_each(class_session.marks) AS note
    JOIN enrolment ON enrolment.id = note.value ->> 'enrolmentId'
  WHERE class_session.state = 'held' AND class_session.on_day >= enrolment.starts_on
    AND (enrolment.ended_on IS NULL OR class_session.on_day <= enrolment.ended_on)`;
const COUNTS = `count(*) FILTER (WHERE note.value ->> 'mark' IN ('P', 'L')) AS value,
  count(*) FILTER (WHERE note.value ->> 'mark' <> 'E') AS other`;
const ATTENDANCE = `WITH ${MONTHS} SELECT month.key, ${COUNTS} ${MARKS.replace("FROM", "FROM month CROSS JOIN")}
  AND class_session.on_day BETWEEN month.first AND month.last GROUP BY 1`;
const ASSESSED = `SELECT assessment.enrolment_id, assessment.cohort_id, enrolment.member_id, cohort.programme_id,
    assessment.marks
  FROM assessment JOIN enrolment ON enrolment.id = assessment.enrolment_id JOIN cohort ON cohort.id = assessment.cohort_id
  WHERE assessment.kind = 'end' AND assessment.on_day BETWEEN @first AND @last`;
const ATTENDED = `SELECT enrolment.id AS key, ${COUNTS} ${MARKS}
  AND class_session.cohort_id = @cohort GROUP BY 1`;

interface Assessed {
  readonly enrolment_id: string;
  readonly cohort_id: string;
  readonly member_id: string;
  readonly programme_id: string;
  readonly marks: string;
}

export const prepareClasses: BareArea = (connection, isNational) => {
  const byMonth = connection.prepare(enrolled("month.key"));
  const byProgramme = connection.prepare(enrolled("cohort.programme_id"));
  const byOffice = connection.prepare(enrolled("cohort.office"));
  const [attendance, assessed] = [connection.prepare(ATTENDANCE), connection.prepare(ASSESSED)];
  const attended = connection.prepare(ATTENDED);
  /** Women who passed: their marks by the programme's rule, with how often they came. */
  const passedIn = (days: { first: string; last: string }): number => {
    const women = new Set<string>();
    for (const [cohort, hers] of Map.groupBy(assessed.all(days) as Assessed[], (row) => row.cohort_id)) {
      const came = new Map(rowsOf(attended, { cohort }).map((row) => [row.key, row]));
      for (const { enrolment_id: stay, member_id: woman, programme_id: id, marks } of hers) {
        const [programme, { value = 0, other = 0 } = {}] = [PROGRAMMES.get(id), came.get(stay)];
        if (programme !== undefined && outcomeOf(programme, JSON.parse(marks), rateOf(value, other)).passed)
          women.add(woman);
      }
    }
    return women.size;
  };
  return (asked, { put }) => {
    const { span, before } = asked;
    for (const { key, value } of rowsOf(byMonth, monthsOf(asked))) put("literacy.enrolled", key, value);
    for (const { key, value, other } of rowsOf(attendance, monthsOf(asked))) {
      put("literacy.sessionsAttended", key, value);
      put("literacy.sessionsCounted", key, other);
    }
    for (const { key, first, last } of [span, before]) put("literacy.passed", key, passedIn({ first, last }));
    const only = monthsOf({ ...asked, months: [span] });
    for (const { key, value } of rowsOf(byProgramme, only))
      put("literacy.enrolled", span.key, value, `group ${PROGRAMMES.get(key)?.code ?? ""}`);
    if (!isNational) return;
    for (const { key, value } of rowsOf(byOffice, only))
      put("literacy.enrolled", span.key, value, `office ${key}`);
  };
};
