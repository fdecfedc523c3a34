import type { InsuranceTasks } from "../../contract/insurancePolicies.ts";
import { mayDo, type Permission } from "../../contract/permissions.ts";
import { accept, type Result } from "../../contract/results.ts";
import { countLastCheckupsBefore } from "../../data/insurance/checkups.ts";
import { countReferredClaims, countWaitingClaims } from "../../data/insurance/claimLists.ts";
import { listOpenExits } from "../../data/insurance/life.ts";
import { lateBefore } from "../../domain/insurance/checkups.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { reminders } from "./reminders.ts";

/** Others' claims that this person may rule on: cover is in `finance`, the claim itself in `health`. */
function referredHere(call: Call): number {
  const national = nationalWith(call, "health");
  return national?.tiers.has("finance") ? countReferredClaims(national.reader) : 0;
}

/** An exit is approved by somebody else than who asked for it. */
function exitTasks(call: Call): { toApprove: number; toPay: number } {
  const open = listOpenExits(call.office.reader, call.office.code);
  const isHers = (requestedBy: string) => requestedBy === call.user.id;
  return {
    toApprove: open.filter(({ state, requestedBy }) => state === "requested" && !isHers(requestedBy)).length,
    toPay: open.filter(({ state }) => state === "approved").length,
  };
}

function countReminders(call: Call): number {
  const late = reminders(call);
  return late.ok ? late.value.length : 0;
}

function countLateCheckups(call: Call): number {
  const today = call.today();
  return countLastCheckupsBefore(call.office.reader, call.office.code, { before: lateBefore(today), today });
}

/** What waits for the person who asks. What is not hers to do is not even counted. */
export function insuranceTasks(call: Call): Result<InsuranceTasks> {
  const may = (permission: Permission) => mayDo(call.user.role, permission);
  const claims = countWaitingClaims(call.office.reader, call.office.code);
  const exits = exitTasks(call);
  return accept({
    claimsToCheck: may("claims.check") ? claims.toCheck : 0,
    claimsToDecide: may("claims.decide") ? claims.toDecide : 0,
    claimsReferred: may("claims.decide") ? referredHere(call) : 0,
    claimsToPay: may("claims.pay") ? claims.toPay : 0,
    exitsToApprove: may("insurance.approve") ? exits.toApprove : 0,
    exitsToPay: may("claims.pay") ? exits.toPay : 0,
    contributionsLate: may("insurance.collect") ? countReminders(call) : 0,
    checkupsLate: may("checkups.write") ? countLateCheckups(call) : 0,
  });
}
