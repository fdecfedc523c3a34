import type { ClaimState } from "../../../../src/contract/insuranceTerms.ts";
import type { OfficeCode, OfficeScope } from "../../../../src/contract/primitives.ts";
import { readOffice } from "../../../ui/OfficeFilter.tsx";

/** The lists of a day's work, in its order, and the states of the claims in each. */
const LISTS = {
  drafts: ["draft"],
  toCheck: ["submitted"],
  toDecide: ["checked"],
  referred: ["referred"],
  decided: ["decided"],
  done: ["paid", "closed"],
  all: [],
} as const satisfies Record<string, readonly ClaimState[]>;

export type ClaimList = keyof typeof LISTS;

export const CLAIM_LISTS = Object.keys(LISTS) as ClaimList[];

/** Lists whose claims wait for somebody: they show how many. */
export const WAITING = ["drafts", "toCheck", "toDecide", "referred"] as const satisfies readonly ClaimList[];

export function statesOf(list: ClaimList): ClaimState[] {
  return [...LISTS[list]];
}

export interface ClaimView {
  readonly list: ClaimList;
  /** Undefined for this office's own. */
  readonly office: OfficeScope | undefined;
}

/**
 * Reads `?list=toDecide&office=KTL`.
 * @param headquarters its code where this is headquarters: without an office it looks at all, since the claims that
 * wait for it are the others'
 */
export function readClaimView(address: URLSearchParams, headquarters: OfficeCode | null): ClaimView {
  const asked = address.get("list");
  const list = CLAIM_LISTS.find((one) => one === asked) ?? (headquarters === null ? "toCheck" : "referred");
  if (headquarters === null) return { list, office: undefined };
  return { list, office: address.has("office") ? readOffice(address, headquarters) : "all" };
}

export function writeClaimView(
  { list, office }: ClaimView,
  headquarters: OfficeCode | null,
): URLSearchParams {
  return new URLSearchParams(headquarters === null ? { list } : { list, office: office ?? headquarters });
}
