import { z } from "zod";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { Breakdown, IndicatorCode, PeriodName } from "../../../../src/contract/reportingTerms.ts";
import type { FigureKey } from "../addresses.ts";

/** Which figure the address names; null where it names none. */
export function readFigure(address: URLSearchParams, office: OfficeScope | undefined): FigureKey | null {
  const code = IndicatorCode.safeParse(address.get("code"));
  const period = PeriodName.safeParse(address.get("period"));
  const by = Breakdown.nullable().safeParse(address.get("by"));
  if (!code.success || !period.success || !by.success) return null;
  return { code: code.data, period: period.data, by: by.data, key: address.get("key") ?? "", office };
}

const CameFrom = z.object({ from: z.string().startsWith("/") });

/** The page whose figure was clicked, for the way back; null for who typed the address. */
export function cameFrom(state: unknown): string | null {
  const read = CameFrom.safeParse(state);
  return read.success ? read.data.from : null;
}
