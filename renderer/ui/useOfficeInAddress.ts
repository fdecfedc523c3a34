import { useSearchParams } from "react-router";
import type { OfficeScope } from "../../src/contract/primitives.ts";
import { useOfficeIdentity } from "../lib/useSession.ts";
import { readOffice } from "./OfficeFilter.tsx";

/** Whose figures they are stands in the address, beside what else is there; going back finds it. */
export function useOfficeInAddress() {
  const [address, setAddress] = useSearchParams();
  const identity = useOfficeIdentity();
  const office = identity?.headquarters ? readOffice(address, identity.code) : undefined;
  const change = (next: OfficeScope | undefined) => {
    const changed = new URLSearchParams(address);
    if (next === undefined) changed.delete("office");
    else changed.set("office", next);
    setAddress(changed, { replace: true });
  };
  return [office, change] as const;
}
