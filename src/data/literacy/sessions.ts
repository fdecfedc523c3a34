import {
  type CancelReason,
  type ClassSession,
  SessionMarks,
  type SessionState,
} from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** A session that was recorded. */
export type StoredSession = ClassSession & { readonly id: string };

function sessionFromRow(row: Row): StoredSession {
  return {
    id: String(row.id),
    cohortId: String(row.cohort_id),
    onDay: String(row.on_day),
    from: String(row.begins),
    minutes: Number(row.minutes),
    state: String(row.state) as SessionState,
    cancelReason: row.cancel_reason === null ? null : (String(row.cancel_reason) as CancelReason),
    holiday: "",
    extra: row.extra === 1,
    trainerId: row.trainer_id === null ? null : String(row.trainer_id),
    trainerAbsent: row.trainer_absent === 1,
    content: String(row.content),
    marks: SessionMarks.parse(JSON.parse(String(row.marks))),
  };
}

/** Recorded sessions of cohorts, in the order of their days; within a span where it is given. */
export function listSessions(
  reader: Reader,
  cohortIds: readonly string[],
  span?: { readonly from: CalendarDate; readonly to: CalendarDate },
): StoredSession[] {
  const within = span === undefined ? "" : "AND on_day BETWEEN @from AND @to";
  return reader
    .all(
      `SELECT * FROM class_session WHERE cohort_id IN (SELECT value FROM json_each(@ids)) ${within}
       ORDER BY on_day, begins, id`,
      { ids: JSON.stringify(cohortIds), ...span },
    )
    .map(sessionFromRow);
}

export function readSession(reader: Reader, id: string): (StoredSession & { office: string }) | undefined {
  const row = reader.get("SELECT * FROM class_session WHERE id = @id", { id });
  return row === undefined ? undefined : { ...sessionFromRow(row), office: String(row.office) };
}

export function readSessionAt(
  reader: Reader,
  at: { readonly cohortId: string; readonly onDay: CalendarDate; readonly from: string },
): StoredSession | undefined {
  const row = reader.get(
    "SELECT * FROM class_session WHERE cohort_id = @cohortId AND on_day = @onDay AND begins = @from",
    { ...at },
  );
  return row === undefined ? undefined : sessionFromRow(row);
}

const columnsOf = (session: Omit<StoredSession, "id" | "holiday">) => ({
  cohort_id: session.cohortId,
  on_day: session.onDay,
  begins: session.from,
  minutes: session.minutes,
  state: session.state,
  cancel_reason: session.cancelReason,
  extra: session.extra ? 1 : 0,
  trainer_id: session.trainerId,
  trainer_absent: session.trainerAbsent ? 1 : 0,
  content: session.content,
  marks: JSON.stringify(session.marks),
});

/** Writes a session that is new, or what is known of it by now. */
export function putSession(door: WriteDoor, session: Omit<StoredSession, "holiday">): void {
  const { id, ...rest } = session;
  const isKnown = door.get("SELECT 1 FROM class_session WHERE id = @id", { id }) !== undefined;
  if (isKnown) door.update("class_session", id, columnsOf(rest));
  else door.insert("class_session", { id, office: door.author.office, ...columnsOf(rest) });
}
