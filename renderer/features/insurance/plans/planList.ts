import type { Plan } from "../../../../src/contract/insurancePolicies.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { versionOn } from "../../../../src/domain/insurance/planVersions.ts";

/** All versions of one plan, the newest first: an office's own, then headquarters' from its first one on. */
export interface PlanGroup {
  readonly code: string;
  readonly versions: readonly Plan[];
  /** In force, or the next to come: whose name and state stand for the plan. */
  readonly shown: Plan;
}

/** The plans with their versions, by name. @param plans all versions of all plans, any order */
export function groupPlans(plans: readonly Plan[]): PlanGroup[] {
  return [...Map.groupBy(plans, ({ code }) => code)]
    .flatMap(([code, found]) => {
      const versions = found.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
      const shown = versions.find(({ current }) => current) ?? versions.at(-1);
      return shown === undefined ? [] : [{ code, versions, shown }];
    })
    .sort((a, b) => a.shown.name.localeCompare(b.shown.name));
}

/** Each plan once, for a filter. */
export function planNames(plans: readonly Plan[]): { readonly code: string; readonly name: string }[] {
  return groupPlans(plans).map(({ code, shown }) => ({ code, name: shown.name }));
}

/** The version of each plan that a policy beginning on `day` would have, by name. */
export function plansOn(plans: readonly Plan[], day: CalendarDate): Plan[] {
  return [...Map.groupBy(plans, ({ code }) => code).values()]
    .flatMap((versions) => versionOn(versions, day) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Where a version stands in time. */
export function versionState(plan: Plan, today: CalendarDate): "coming" | "current" | "past" {
  if (plan.startsOn > today) return "coming";
  return plan.current ? "current" : "past";
}
