import {
  IconCash,
  IconClipboardCheck,
  IconClockExclamation,
  IconDoorExit,
  IconGavel,
  IconHeartbeat,
} from "@tabler/icons-react";
import type { InsuranceTasks } from "../../../../src/contract/insurancePolicies.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type { Task } from "./task.ts";

/** What each kind of waiting looks like; the service has counted only what is this person's to do. */
const LOOKS: readonly (Omit<Task, "count" | "word"> & { readonly word: keyof InsuranceTasks })[] = [
  {
    word: "contributionsLate",
    icon: IconClockExclamation,
    when: "late",
    to: "/insurance/reminders",
    needs: "insurance.collect",
  },
  {
    word: "checkupsLate",
    icon: IconHeartbeat,
    when: "late",
    to: "/insurance/booklet",
    needs: "checkups.write",
  },
  {
    word: "claimsReferred",
    icon: IconGavel,
    when: "decide",
    to: "/insurance/claims?list=referred",
    needs: "claims.decide",
  },
  {
    word: "claimsToCheck",
    icon: IconClipboardCheck,
    when: "due",
    to: "/insurance/claims?list=toCheck",
    needs: "claims.check",
  },
  {
    word: "claimsToDecide",
    icon: IconGavel,
    when: "decide",
    to: "/insurance/claims?list=toDecide",
    needs: "claims.decide",
  },
  { word: "claimsToPay", icon: IconCash, when: "due", to: "/insurance/pay", needs: "claims.pay" },
  {
    word: "exitsToApprove",
    icon: IconDoorExit,
    when: "decide",
    to: "/insurance/pay",
    needs: "insurance.approve",
  },
  { word: "exitsToPay", icon: IconDoorExit, when: "due", to: "/insurance/pay", needs: "claims.pay" },
];

/**
 * What waits in the insurance.
 * @param headquarters its code where this is headquarters: its list of claims shows all offices unless one is named
 */
export function insuranceTasks(counts: InsuranceTasks, headquarters: OfficeCode | null): Task[] {
  const ofOwn = headquarters === null ? "" : `&office=${headquarters}`;
  return LOOKS.map((look) => ({
    ...look,
    count: counts[look.word],
    to: look.word === "claimsToCheck" || look.word === "claimsToDecide" ? `${look.to}${ofOwn}` : look.to,
  })).filter(({ count }) => count > 0);
}
