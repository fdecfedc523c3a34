import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { lastOver } from "../../../../src/domain/reporting/periods.ts";
import { useAsk } from "../../../lib/calls.ts";
import { today } from "../../../lib/today.ts";
import { type Group, groupsOf } from "./groups.ts";

const JANUARY = 1;

/** The groups of an indicator: those of the catalogue, and those of records, such as plans and projects. */
export function useGroups(code: string): readonly Group[] {
  const indicator = indicatorOf(code);
  const month = lastOver("month", today(), JANUARY);
  const asked = { codes: [code], from: month, to: month, office: "all" };
  const has = (by: "group" | "donor") => indicator?.breakdowns.includes(by) ?? false;
  const byGroup = useAsk("reporting.indicators", { ...asked, by: "group" }, { enabled: has("group") });
  const byDonor = useAsk("reporting.indicators", { ...asked, by: "donor" }, { enabled: has("donor") });
  if (indicator === undefined) return [];
  return groupsOf(
    indicator,
    [byGroup.data, byDonor.data].filter((table) => table !== undefined),
  );
}
