import type { InputOf } from "../../contract/index.ts";
import type { ClassSession } from "../../contract/literacyTerms.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { putSession, readSession, readSessionAt } from "../../data/literacy/sessions.ts";
import type { Call } from "../call.ts";
import { ownSource, readClass, readOpenCohort } from "./classes.ts";

/** Calls off a session of the rhythm, or an extra one, with the reason. One that was held stays. */
export function cancelSession(call: Call, input: InputOf<"literacy.cancelSession">): Result<ClassSession> {
  const { id, cohortId, onDay, from, minutes, reason } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<ClassSession> => {
    const cohort = readOpenCohort(call, door, cohortId, "cohortId");
    if (!cohort.ok) return cohort;
    const record = readClass(call, ownSource(call, door), cohort.value);
    const known = readSessionAt(door, { cohortId, onDay, from });
    if (known?.state === "held") return refuse("literacy.sessionHeld", { field: "onDay" });
    const byId = readSession(door, id);
    if (byId !== undefined && byId.id !== known?.id)
      return refuse("literacy.sessionUnknown", { field: "id" });
    const isPlanned = record.planned.some((one) => one.onDay === onDay && one.from === from);
    if (known === undefined && !isPlanned)
      return refuse("literacy.notInRhythm", { field: "from", values: { on: onDay, at: from } });
    const session = {
      ...{ id: known?.id ?? id, cohortId, onDay, from, minutes, state: "cancelled" as const },
      ...{ cancelReason: reason, extra: known?.extra ?? false, trainerId: null },
      ...{ trainerAbsent: reason === "trainerAbsent", content: "", marks: [] },
    };
    putSession(door, session);
    return accept({ ...session, holiday: record.feasts.get(onDay) ?? "" });
  });
}

/** A session that was called off takes place after all: it waits to be entered. */
export function restoreSession(call: Call, input: { id: string }): Result<ClassSession> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<ClassSession> => {
    const known = readSession(door, input.id);
    if (known === undefined || known.office !== call.office.code)
      return refuse("literacy.sessionUnknown", { field: "id" });
    const cohort = readOpenCohort(call, door, known.cohortId, "id");
    if (!cohort.ok) return cohort;
    if (known.state === "held") return refuse("literacy.sessionHeld", { field: "id" });
    const { office: _, holiday: __, ...rest } = known;
    const session = { ...rest, state: "planned" as const, cancelReason: null, trainerAbsent: false };
    putSession(door, session);
    return accept({ ...session, holiday: "" });
  });
}
