import type { Programme } from "../../../../src/contract/literacyViews.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";

/** Whether this office may write a programme: its own, or what comes with the program. Headquarters' are Bamako's. */
export function useIsOurs(): (programme: Programme) => boolean {
  const identity = useOfficeIdentity();
  return ({ confirmed, office }) => !confirmed || office === identity?.code;
}
