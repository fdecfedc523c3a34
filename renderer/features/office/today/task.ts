import type { Icon } from "@tabler/icons-react";
import type { Permission } from "../../../../src/contract/permissions.ts";
import type { Francs } from "../../../../src/contract/primitives.ts";

/** Its day is over; it is to be done; or somebody has to make up her mind. In the order of the page. */
export const WHEN = ["late", "due", "decide"] as const;
export type When = (typeof WHEN)[number];

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
    | "classesToCertify"
    | "reportDue"
    | "reportBegun"
    | "reportsCorrected"
    | "monthsMissing"
    | "outliers";
  readonly icon: Icon;
  readonly when: When;
  /** How many members, days or entries it concerns; 0 says "never" for the backup and the stick. */
  readonly count: number;
  /** What it comes to, where its words say an amount. */
  readonly francs?: Francs;
  /** The month that it is about, `2026-10`, where its words say one. */
  readonly month?: string;
  readonly to: string;
  readonly needs: Permission;
}
