import type { InputOf } from "../../contract/index.ts";
import type { CohortFile } from "../../contract/literacyViews.ts";
import { type Result, refuse } from "../../contract/results.ts";
import { insertMaterial, readMaterial, voidMaterial } from "../../data/literacy/surroundings.ts";
import type { Call } from "../call.ts";
import { ownSource, readClass, readOwnCohort } from "./classes.ts";
import { fileNow } from "./cohorts.ts";

/** Notes what a class or one learner was given. */
export function handOut(call: Call, input: InputOf<"literacy.handOut">): Result<CohortFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    const cohort = readOwnCohort(call, door, input.cohortId, "cohortId");
    if (!cohort.ok) return cohort;
    const known = readMaterial(door, input.id);
    if (known !== undefined)
      return known.cohortId === input.cohortId
        ? fileNow(call, door, input.cohortId)
        : refuse("request.invalid", { field: "id" });
    if (input.onDay > call.today()) return refuse("literacy.dayInFuture", { field: "onDay" });
    const { stays } = readClass(call, ownSource(call, door), cohort.value);
    if (input.enrolmentId !== null && !stays.some(({ id }) => id === input.enrolmentId))
      return refuse("literacy.enrolmentUnknown", { field: "enrolmentId" });
    insertMaterial(door, input);
    return fileNow(call, door, input.cohortId);
  });
}

/** Takes back what was noted by mistake. */
export function voidHandOut(call: Call, input: { id: string }): Result<CohortFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    const material = readMaterial(door, input.id);
    if (material === undefined || material.office !== call.office.code || material.voided)
      return refuse("literacy.handOutUnknown", { field: "id" });
    voidMaterial(door, input.id);
    return fileNow(call, door, material.cohortId);
  });
}
