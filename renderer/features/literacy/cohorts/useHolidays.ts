import { useQueries } from "@tanstack/react-query";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { question } from "../../../lib/calls.ts";
import { useLine } from "../../../lib/line.ts";

/** The days of some years on which no session is planned; undefined while they are on the way. */
export function useHolidays(years: readonly number[]): ReadonlySet<CalendarDate> | undefined {
  const { send } = useLine();
  const answers = useQueries({ queries: years.map((year) => question(send, "literacy.holidays", { year })) });
  if (answers.some(({ data }) => data === undefined)) return undefined;
  return new Set(answers.flatMap(({ data }) => data?.map(({ onDay }) => onDay) ?? []));
}
