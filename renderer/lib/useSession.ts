import type { OfficeIdentity, OfficeState, Session } from "../../src/contract/office.ts";
import type { Permission } from "../../src/contract/permissions.ts";
import { useAsk } from "./calls.ts";

/** Which stage the office is in: no office, locked, or open for somebody. Undefined until it is known. */
export function useOfficeState(): OfficeState | undefined {
  return useAsk("office.state", {}).data;
}

/** Who is signed in; null before that. */
export function useSession(): Session | null {
  const state = useOfficeState();
  return state?.stage === "open" ? state.session : null;
}

export function useOfficeIdentity(): OfficeIdentity | null {
  const state = useOfficeState();
  return state?.stage === "open" ? state.office : null;
}

/** Whether the person signed in may do this. The service decides again; this only spares useless buttons. */
export function useMay(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}
