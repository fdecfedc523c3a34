import type { CalendarDate } from "../../contract/primitives.ts";
import type { StoredSession } from "../../data/literacy/sessions.ts";
import type { ClassRecord } from "./classes.ts";

/** Sessions that a trainer held up to a day and was not paid for, in order. */
export function unpaidSessions(
  record: ClassRecord,
  { trainerId, to }: { readonly trainerId: string | null; readonly to: CalendarDate },
): StoredSession[] {
  const paid = new Set(
    record.allowances.flatMap(({ voided, sessionIds }) => (voided ? [] : [...sessionIds])),
  );
  const own = record.cohort.details.trainerId;
  return record.recorded.filter(
    (session) =>
      session.state === "held" &&
      !session.trainerAbsent &&
      session.onDay <= to &&
      trainerId !== null &&
      (session.trainerId ?? own) === trainerId &&
      !paid.has(session.id),
  );
}
