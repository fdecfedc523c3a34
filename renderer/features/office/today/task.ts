import type { Icon } from "@tabler/icons-react";
import type { Permission } from "../../../../src/contract/permissions.ts";
import type { Francs } from "../../../../src/contract/primitives.ts";

/** Something that waits for somebody, with the way to it. */
export interface Task {
  readonly word:
    | "endingSoon"
    | "expired"
    | "grace"
    | "withoutPhoto"
    | "withoutConsent"
    | "backUp"
    | "stick"
    | "join"
    | "parting"
    | "suggestions"
    | "forks"
    | "snapshots"
    | "officesLate"
    | "duplicates"
    | "claimsToCheck"
    | "claimsToDecide"
    | "claimsReferred"
    | "claimsToPay"
    | "exitsToApprove"
    | "exitsToPay"
    | "contributionsLate"
    | "checkupsLate"
    | "rentsLate"
    | "promisesBroken"
    | "leasesEnding"
    | "depositsToSettle"
    | "negativeTills"
    | "monthsToClose"
    | "tillsToCount"
    | "remittancesOpen"
    | "classesNotEntered"
    | "classesAbsences"
    | "classesBelowHalf"
    | "classesToCertify";
  readonly icon: Icon;
  readonly late: boolean;
  /** How many members, days or entries it concerns; 0 says "never" for the backup and the stick. */
  readonly count: number;
  /** What it comes to, where its words say an amount. */
  readonly francs?: Francs;
  readonly to: string;
  readonly needs: Permission;
}
