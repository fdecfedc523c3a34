import { useSearchParams } from "react-router";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import type { PeriodName } from "../../../../src/contract/reportingTerms.ts";
import { useAsk } from "../../../lib/calls.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { readPeriod } from "./periodSteps.ts";

const JANUARY = 1;

export interface ChosenPeriod {
  readonly period: PeriodName;
  readonly change: (period: PeriodName) => void;
  readonly today: CalendarDate;
  /** The month in which this office's fiscal year begins, 1 to 12. */
  readonly fiscalStart: number;
}

/** The month in which this office's fiscal year begins; January until the settings are there. */
export function useFiscalStart(): number {
  return useAsk("office.readSettings", {}).data?.fiscalYearStart ?? JANUARY;
}

/** Which period it is stands in the address, beside what else is there; who comes back finds it. */
export function usePeriod(): ChosenPeriod {
  const [address, setAddress] = useSearchParams();
  const fiscalStart = useFiscalStart();
  const today = todayNow();
  const change = (period: PeriodName) => {
    const changed = new URLSearchParams(address);
    changed.set("period", period);
    setAddress(changed, { replace: true });
  };
  return { period: readPeriod(address, today, fiscalStart), change, today, fiscalStart };
}
