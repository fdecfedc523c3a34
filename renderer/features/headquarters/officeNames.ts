import type { OfficeLine } from "../../../src/contract/headquarters.ts";
import type { OfficeCode } from "../../../src/contract/primitives.ts";
import { useAsk } from "../../lib/calls.ts";

/** `Koutiala` for `KTL`; the code itself where headquarters knows no such office. */
export function officeName(offices: readonly OfficeLine[] | undefined, code: OfficeCode): string {
  return offices?.find((office) => office.code === code)?.name || code;
}

export function useOfficeNames(): (code: OfficeCode) => string {
  const offices = useAsk("headquarters.offices", {});
  return (code) => officeName(offices.data, code);
}
