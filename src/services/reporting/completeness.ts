import type { InputOf } from "../../contract/index.ts";
import type { Instant, OfficeCode } from "../../contract/primitives.ts";
import type { Completeness } from "../../contract/reportingViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { type Branch, listBranches, listBranchKeys } from "../../data/national/branches.ts";
import { listClosedMonths } from "../../data/reporting/cashbook.ts";
import {
  listMonthReports,
  type MonthRange,
  readFirstEntryAt,
  readLastTakenAt,
} from "../../data/reporting/completeness.ts";
import { monthOf } from "../../domain/calendar.ts";
import {
  isIncomplete,
  type MonthState,
  monthState,
  type Reach,
} from "../../domain/reporting/completeness.ts";
import { monthNames } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import { requireNational } from "../headquarters/require.ts";
import type { National } from "../headquarters/store.ts";
import { nationalOf } from "../scope.ts";
import { MOST_MONTHS } from "./engineColumns.ts";

const dayOf = (at: Instant | null) => at?.slice(0, 10) ?? null;

/** The later of two instants, or the one that there is. */
const later = (one: Instant | null, other: Instant | null) =>
  one === null || (other !== null && other > one) ? other : one;

interface OfficeReach extends Reach {
  readonly lastAt: Instant | null;
}

/** Months and years are those of Mali, where the day is that of UTC. */
function reachOf(call: Call, { reader }: National, branch: Branch): OfficeReach {
  const { code, invitedAt, headAt } = branch;
  const enrolledAt = listBranchKeys(reader, code).at(-1)?.since ?? invitedAt;
  const lastAt = later(headAt, readLastTakenAt(reader, code));
  return {
    since: dayOf(readFirstEntryAt(reader, code) ?? enrolledAt),
    until: dayOf(lastAt),
    isOwn: code === call.office.code,
    lastAt,
  };
}

export interface OfficeMonths {
  readonly branch: Branch;
  readonly lastAt: Instant | null;
  stateOf(month: string): MonthState;
}

/** Every office that has joined, and how its months stand. */
export function officeMonths(call: Call, national: National): OfficeMonths[] {
  return listBranches(national.reader)
    .filter(({ standing }) => standing !== "invited")
    .map((branch) => {
      const reach = reachOf(call, national, branch);
      return { branch, lastAt: reach.lastAt, stateOf: (month) => monthState(month, reach, call.today()) };
    });
}

/** What closed cash books and reports say, where the person may read them: this office's own always. */
function signsOf(call: Call, national: National, range: MonthRange) {
  const { reader, code } = call.office;
  const readersFor = (office: OfficeCode) => (office === code ? reader : national.reader);
  const closed = new Map(
    [reader, national.reader].map((of) => [
      of,
      new Set(listClosedMonths(of, "all").map(({ office, month }) => `${office} ${month}`)),
    ]),
  );
  const reports = new Map([reader, national.reader].map((of) => [of, listMonthReports(of, range)]));
  return {
    isClosed: (office: OfficeCode, month: string) =>
      closed.get(readersFor(office))?.has(`${office} ${month}`) ?? false,
    reportOf: (office: OfficeCode, month: string) =>
      reports.get(readersFor(office))?.get(`${office} ${month}`) ?? null,
  };
}

/** At headquarters: which office has sent which month. Refuses more months than fit a table, and an end before its start. */
export function completeness(
  call: Call,
  { from, to }: InputOf<"reporting.completeness">,
): Result<Completeness> {
  const national = requireNational(call);
  if (!national.ok) return national;
  if (to < from) return refuse("reporting.spanWrong", { field: "to" });
  const thisMonth = monthOf(call.today());
  const range = { from, to: to < thisMonth ? to : thisMonth };
  const months = monthNames(range);
  if (months.length > MOST_MONTHS)
    return refuse("reporting.spanTooLong", { field: "to", values: { most: MOST_MONTHS } });
  const signs = signsOf(call, national.value, range);
  const offices = officeMonths(call, national.value).map(({ branch: { code, name }, lastAt, stateOf }) => {
    const cells = months.map((month) => ({
      month,
      state: stateOf(month),
      cashClosed: signs.isClosed(code, month),
      report: signs.reportOf(code, month),
    }));
    return { code, name, lastAt, cells };
  });
  return accept({ months, offices });
}

/**
 * Offices whose journal is not here for all of these months, as far as they are over; none at an antenna.
 * @param from a month, `YYYY-MM`; `to` is included
 */
export function incompleteOffices(call: Call, from: string, to: string): OfficeCode[] {
  const national = nationalOf(call);
  if (national === null) return [];
  return officeMonths(call, national)
    .filter(({ stateOf }) => monthNames({ from, to }).some((month) => isIncomplete(stateOf(month))))
    .map(({ branch }) => branch.code);
}
