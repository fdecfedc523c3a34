import { useOfficeIdentity, useSession } from "../../../lib/useSession.ts";
import type { Person } from "./claimSteps.ts";

/** Who looks at a claim, and from where; null until it is known. */
export function usePerson(): Person | null {
  const session = useSession();
  const identity = useOfficeIdentity();
  if (session === null || identity === null) return null;
  const { name, permissions } = session;
  return { name, permissions, office: identity.code, headquarters: identity.headquarters };
}
