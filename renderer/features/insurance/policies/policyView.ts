import { PolicyState } from "../../../../src/contract/insurancePolicies.ts";
import { PlanCode } from "../../../../src/contract/insuranceTerms.ts";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";

/** What the list of policies shows. */
export interface PolicyView {
  readonly text: string;
  readonly states: readonly PolicyState[];
  readonly planCode: string | null;
  readonly office?: OfficeScope;
}

/**
 * Reads `?state=suspended,lapsed&plan=SANTE`. What is searched never stands in the address: it is somebody's name.
 * @param office whose list it is; undefined for this office's own
 */
export function readPolicyView(address: URLSearchParams, text: string, office?: OfficeScope): PolicyView {
  const states = (address.get("state") ?? "").split(",");
  const plan = PlanCode.safeParse(address.get("plan"));
  return {
    ...(office === undefined ? {} : { office }),
    text: text.slice(0, 200),
    states: PolicyState.options.filter((state) => states.includes(state)),
    planCode: plan.success ? plan.data : null,
  };
}

/** The address of a view, without what is searched; what is as usual is left out. */
export function writePolicyView({ office, states, planCode }: PolicyView): URLSearchParams {
  const entries: [string, string][] = [
    ["office", office ?? ""],
    ["state", states.join(",")],
    ["plan", planCode ?? ""],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== ""));
}

/** Whether anything narrows an office's list. */
export function isNarrowed({ text, states, planCode }: PolicyView): boolean {
  return text.trim() !== "" || states.length > 0 || planCode !== null;
}
