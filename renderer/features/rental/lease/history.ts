import type { LeaseFile } from "../../../../src/contract/rentalViews.ts";
import type { LeaseHistory } from "../../../../src/domain/rental/history.ts";

/** What the rules know a lease by, from what its page shows. */
export function historyOf({ terms, changes, termination, readings }: LeaseFile): LeaseHistory {
  const standing = changes.filter(({ voided }) => !voided).map(({ change }) => change);
  return { terms, changes: standing, termination, readings };
}
