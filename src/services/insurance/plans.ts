import type { InputOf } from "../../contract/index.ts";
import type { Plan } from "../../contract/insurancePolicies.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  countPoliciesByPlan,
  insertPlan,
  listWrittenPlans,
  type StoredPlan,
  updatePlan,
} from "../../data/insurance/plans.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { versionOn } from "../../domain/insurance/planVersions.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { headquartersCode, ownPlanBook, type PlanBook } from "./planBook.ts";

function planOf(plan: StoredPlan, about: { policies: number; current: boolean }): Plan {
  const { id, office, code, name, startsOn, terms, toConfirm } = plan;
  return { id, office, code, name, startsOn, terms, confirmed: !toConfirm, ...about };
}

function readPlans(call: Call, reader: Reader, book: PlanBook): Plan[] {
  const { code: own } = call.office;
  const national = nationalWith(call, "finance");
  const counts =
    national === null ? countPoliciesByPlan(reader, own) : countPoliciesByPlan(national.reader, null);
  return book.codes(own).flatMap((code) => {
    const versions = book.versions(own, code);
    const current = versionOn(versions, call.today());
    return versions.map((plan) =>
      planOf(plan, { policies: counts.get(code) ?? 0, current: plan === current }),
    );
  });
}

/** Every version of the plans that hold here, by code and first day; at headquarters with all offices' policies. */
export function plans(call: Call): Result<Plan[]> {
  return accept(readPlans(call, call.office.reader, ownPlanBook(call)));
}

type NewPlan = InputOf<"insurance.savePlan">;

function isAsAsked(stored: StoredPlan, input: NewPlan): boolean {
  return (
    stored.code === input.code &&
    stored.name === input.name &&
    stored.startsOn === input.startsOn &&
    JSON.stringify(stored.terms) === JSON.stringify(input.terms)
  );
}

/** What forbids this version; null when nothing does. */
function faultOf(call: Call, door: WriteDoor, input: NewPlan): ReturnType<typeof refuse> | null {
  const own = call.office.code;
  const today = call.today();
  const versions = ownPlanBook(call, door).versions(own, input.code);
  const headquarters = headquartersCode(call, door);
  if (headquarters !== own && versions.some(({ office }) => office === headquarters))
    return refuse("insurance.planOfHeadquarters", { field: "code" });
  if (versions.some(({ terms }) => terms.kind !== input.terms.kind))
    return refuse("insurance.planKind", { field: "code" });
  // A plan that is new begins today at the earliest; a version of one that is in force, after today.
  const isInForce = versionOn(versions, today) !== null;
  return input.startsOn < today || (isInForce && input.startsOn === today)
    ? refuse("insurance.planStarted", { field: "startsOn" })
    : null;
}

/**
 * Writes a version that has not begun, or changes it until it does; headquarters' are confirmed by that. Refuses to
 * touch one that began, headquarters' plans at another office, and a code of the other kind.
 */
export function savePlan(call: Call, input: NewPlan): Result<Plan> {
  const own = call.office.code;
  return call.office.write(call.user.id, call.world.now(), (door): Result<Plan> => {
    const written = listWrittenPlans(door).filter(({ office }) => office === own);
    const known = written.find(({ id }) => id === input.id);
    if (known === undefined || !isAsAsked(known, input)) {
      if (known !== undefined && (known.code !== input.code || known.startsOn <= call.today()))
        return refuse("insurance.planStarted", { field: "startsOn" });
      const fault = faultOf(call, door, input);
      if (fault !== null) return fault;
      const sameDay = written.find(
        ({ code, startsOn }) => code === input.code && startsOn === input.startsOn,
      );
      if (sameDay !== undefined && known !== undefined && sameDay.id !== known.id)
        return refuse("insurance.planStarted", { field: "startsOn" });
      const version = { ...input, toConfirm: !call.identity.headquarters };
      const replaced = known ?? sameDay;
      if (replaced === undefined) insertPlan(door, version);
      else updatePlan(door, { ...version, id: replaced.id });
    }
    const saved = readPlans(call, door, ownPlanBook(call, door)).find(
      ({ code, startsOn, office }) => code === input.code && startsOn === input.startsOn && office === own,
    );
    if (saved === undefined) throw new Error("a plan that was saved is not there");
    return accept(saved);
  });
}
