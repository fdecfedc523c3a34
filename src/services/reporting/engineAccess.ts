import { mayDo } from "../../contract/permissions.ts";
import type { OfficeScope } from "../../contract/primitives.ts";
import type { Breakdown } from "../../contract/reportingTerms.ts";
import type { Omitted } from "../../contract/reportingViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { readBranch } from "../../data/national/branches.ts";
import { INDICATORS, indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import type { Call } from "../call.ts";
import { nationalOf } from "../scope.ts";
import type { MeasuredPlace } from "./measuring.ts";

/** Where figures are measured; `tiers` null where all of them are open, as in the own register. */
export interface OpenPlace extends MeasuredPlace {
  readonly tiers: ReadonlySet<Tier> | null;
}

/**
 * The own register for the own office, headquarters' copies for any other and for all. Refuses others anywhere but at
 * headquarters, and an office that headquarters does not know.
 */
export function placeOf(call: Call, office: OfficeScope | undefined): Result<OpenPlace> {
  if (office === undefined || office === call.office.code)
    return accept({
      ...{ call, reader: call.office.reader, office: call.office.code, isOwn: true, tiers: null },
      reading: {},
    });
  const national = nationalOf(call);
  if (national === null) return refuse("headquarters.notHere", { field: "office" });
  if (office !== "all" && readBranch(national.reader, office) === undefined)
    return refuse("reporting.officeUnknown", { field: "office", values: { office } });
  return accept({
    ...{ call, reader: national.reader, office, isOwn: false, tiers: national.tiers },
    reading: {},
  });
}

/** An age is in `identity`, whatever is counted. */
function tiersFor({ tier }: Indicator, by: Breakdown | null): Tier[] {
  return by === "ageBand" ? [tier, "identity"] : [tier];
}

/** Why the person does not get an indicator here; null where she does. */
export function whyOmitted(
  { call, tiers }: OpenPlace,
  indicator: Indicator,
  by: Breakdown | null,
): Omitted["why"] | null {
  if (!mayDo(call.user.role, indicator.permission)) return "role";
  return tiers === null || tiersFor(indicator, by).every((tier) => tiers.has(tier)) ? null : "tier";
}

export interface Permitted {
  readonly indicators: readonly Indicator[];
  readonly omitted: readonly Omitted[];
}

/** Those of the indicators that the person may see here, and why not the others. */
export function permittedOf(
  place: OpenPlace,
  indicators: readonly Indicator[],
  by: Breakdown | null,
): Permitted {
  const judged = indicators.map((indicator) => ({ indicator, why: whyOmitted(place, indicator, by) }));
  return {
    indicators: judged.flatMap(({ indicator, why }) => (why === null ? [indicator] : [])),
    omitted: judged.flatMap(({ indicator, why }) => (why === null ? [] : [{ code: indicator.code, why }])),
  };
}

const isDividedBy = ({ breakdowns }: Indicator, by: Breakdown | null) =>
  by === null || breakdowns.includes(by);

/**
 * The indicators of these codes, in the catalogue's order where none is named. Refuses a code that does not exist, and
 * one that is not divided so; of all indicators those that are not are left out.
 */
export function indicatorsFor(codes: readonly string[], by: Breakdown | null): Result<readonly Indicator[]> {
  if (codes.length === 0) return accept(INDICATORS.filter((indicator) => isDividedBy(indicator, by)));
  const found: Indicator[] = [];
  for (const code of new Set(codes)) {
    const indicator = indicatorOf(code);
    if (indicator === undefined)
      return refuse("reporting.indicatorUnknown", { field: "codes", values: { code } });
    if (!isDividedBy(indicator, by)) return refuse("reporting.breakdownUnknown", { field: "by" });
    found.push(indicator);
  }
  return accept(found);
}
