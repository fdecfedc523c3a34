import type { PolicyRow } from "../../contract/insurancePolicies.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listContributions } from "../../data/insurance/contributions.ts";
import { listPolicies, type StoredPolicy } from "../../data/insurance/policies.ts";
import type { Call } from "../call.ts";
import { ownPlanBook } from "./planBook.ts";
import { standingOf } from "./policyViews.ts";

/** Suspended ones first: they have no cover until they pay. */
const rank = ({ state }: PolicyRow) => (state === "suspended" ? 0 : 1);

/**
 * Whose contributions are late, within grace or beyond, the worst first. A lapsed policy is not asked after any more,
 * and nobody is who left the association.
 */
export function reminders(call: Call): Result<PolicyRow[]> {
  const today = call.today();
  const { reader, code } = call.office;
  const book = ownPlanBook(call);
  const isThere = ({ memberLeftOn }: StoredPolicy) => memberLeftOn === null || memberLeftOn > today;
  // Who is paid up is not even computed: the first page counts these each time that it opens.
  const rows = listPolicies(reader, { office: code, unpaidOn: today })
    .filter(isThere)
    .map((policy) => standingOf(policy, listContributions(reader, policy.id), book, today).row)
    .filter(({ state, lateDays }) => lateDays > 0 && state !== "lapsed" && state !== "ended");
  return accept(rows.sort((a, b) => rank(a) - rank(b) || b.lateDays - a.lateDays));
}
