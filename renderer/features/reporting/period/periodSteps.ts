import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { type PeriodKind, PeriodName } from "../../../../src/contract/reportingTerms.ts";
import { daysIn, kindOf, periodOn, shiftPeriod } from "../../../../src/domain/reporting/periods.ts";

/** How far back the list of periods goes: three years of months, and ten years. */
const IN_LIST: Readonly<Record<PeriodKind, number>> = { month: 36, quarter: 16, year: 10 };

/** The period in the address; the running month where there is none, where it is no period, or still to come. */
export function readPeriod(address: URLSearchParams, today: CalendarDate, fiscalStart: number): PeriodName {
  const read = PeriodName.safeParse(address.get("period"));
  if (read.success && daysIn(read.data, fiscalStart).from <= today) return read.data;
  return periodOn(today, "month", fiscalStart);
}

/** The same time as a period of another kind: of a year its last month that has begun. */
export function asKind(
  period: PeriodName,
  kind: PeriodKind,
  today: CalendarDate,
  fiscalStart: number,
): PeriodName {
  if (kindOf(period) === kind) return period;
  const { to } = daysIn(period, fiscalStart);
  return periodOn(to < today ? to : today, kind, fiscalStart);
}

/** The periods to choose from, the running one first; a chosen one that is older stands at the end. */
export function periodsToChoose(
  chosen: PeriodName,
  today: CalendarDate,
  fiscalStart: number,
): readonly PeriodName[] {
  const kind = kindOf(chosen);
  const running = periodOn(today, kind, fiscalStart);
  const list = Array.from({ length: IN_LIST[kind] }, (_, ago) => shiftPeriod(running, -ago));
  return list.includes(chosen) ? list : [...list, chosen];
}
