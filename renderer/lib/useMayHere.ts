import type { Permission } from "../../src/contract/permissions.ts";
import type { OfficeCode } from "../../src/contract/primitives.ts";
import { useMay, useOfficeIdentity } from "./useSession.ts";

/** Whether the person signed in may do this with a record of that office: another office's is only read. */
export function useMayHere(permission: Permission, office: OfficeCode): boolean {
  const own = useOfficeIdentity()?.code === office;
  return useMay(permission) && own;
}
