import type { OfficeLine } from "../../src/contract/headquarters.ts";
import type { OfficeCode } from "../../src/contract/primitives.ts";
import { useAsk } from "./calls.ts";
import { officeName } from "./knownOffices.ts";
import { useMay, useOfficeIdentity } from "./useSession.ts";

/** The offices that headquarters knows, its own branch included; none at an antenna. */
export function useOffices(): readonly OfficeLine[] {
  const atHeadquarters = useOfficeIdentity()?.headquarters ?? false;
  const mayRead = useMay("headquarters.read");
  return useAsk("headquarters.offices", {}, { enabled: atHeadquarters && mayRead }).data ?? [];
}

/** An office by its name, as far as this screen knows it; otherwise by its code. */
export function useOfficeName(): (code: OfficeCode) => string {
  const offices = useOffices();
  return (code) => offices.find((office) => office.code === code)?.name ?? officeName(code);
}
