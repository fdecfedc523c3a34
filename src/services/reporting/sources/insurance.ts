import { moneySource } from "./insuranceMoney.ts";
import { policySource } from "./insurancePolicies.ts";
import { reserveSource } from "./insuranceReserve.ts";
import { joinedSources } from "./sqlSource.ts";

/** Policies by the rules of cover, money by the cash book, how long the fund lasts; claims and check-ups. */
export const insuranceSource = joinedSources(moneySource, policySource, reserveSource);
