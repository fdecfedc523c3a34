import { useSearchParams } from "react-router";
import { Breakdown } from "../../../../src/contract/reportingTerms.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";

/** What the indicator is divided by in its table: stands in the address. Months have a picture of their own. */
export function useBreakdown({ breakdowns }: Indicator) {
  const [address, setAddress] = useSearchParams();
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const ways = breakdowns.filter((one) => one !== "month" && (one !== "office" || headquarters));
  const read = Breakdown.safeParse(address.get("by"));
  const usual = ways.find((one) => one !== "office") ?? ways[0] ?? null;
  const by = read.success && ways.includes(read.data) ? read.data : usual;
  const change = (next: Breakdown) => {
    const changed = new URLSearchParams(address);
    changed.set("by", next);
    setAddress(changed, { replace: true });
  };
  return { by, ways, change };
}
