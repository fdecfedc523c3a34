import type { PolicyFile, PolicyRow } from "../../../../src/contract/insurancePolicies.ts";

const PAID_OUT: readonly PolicyFile["endReason"][] = ["withdrawal", "retirement", "death"];

/** Cover lasts until the end of the last day; who was paid out of the fund is told at once that this is over. */
export function stateNow({ policy, endReason }: PolicyFile): PolicyRow["state"] {
  return PAID_OUT.includes(endReason) ? "ended" : policy.state;
}
