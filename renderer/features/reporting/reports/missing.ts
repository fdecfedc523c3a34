import type { CalendarDate, OfficeCode } from "../../../../src/contract/primitives.ts";
import type { ReportSection } from "../../../../src/contract/reportingTerms.ts";
import type { ReportDraft } from "../../../../src/contract/reportingViews.ts";
import { daysIn } from "../../../../src/domain/reporting/periods.ts";

/** What stands against a report, or is worth a look before it gets its number. Only the first keeps it from that. */
export type Missing =
  | { readonly what: "notOver"; readonly to: CalendarDate }
  | { readonly what: "openMonths"; readonly months: readonly string[] }
  | { readonly what: "incomplete"; readonly offices: readonly OfficeCode[] }
  | { readonly what: "emptySections"; readonly sections: readonly ReportSection[] };

/**
 * @param textOf what stands in a part now, saved or not
 * @returns the gravest first; nothing when all is ready
 */
export function missingBefore(
  { key, isOver, openMonths, content, sections }: ReportDraft,
  textOf: (section: ReportSection) => string,
  fiscalStart: number,
): Missing[] {
  const empty = sections.map(({ section }) => section).filter((section) => textOf(section).trim() === "");
  const found: (Missing | null)[] = [
    isOver ? null : { what: "notOver", to: daysIn(key.period, fiscalStart).to },
    openMonths.length === 0 ? null : { what: "openMonths", months: openMonths },
    content.incomplete.length === 0 ? null : { what: "incomplete", offices: content.incomplete },
    empty.length === 0 ? null : { what: "emptySections", sections: empty },
  ];
  return found.filter((one) => one !== null);
}
