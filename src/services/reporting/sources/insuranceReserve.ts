import type { CalendarDate } from "../../../contract/primitives.ts";
import { sumFunds } from "../../../data/reporting/insurance.ts";
import { reserveMonths } from "../../../domain/insurance/fund.ts";
import type { MeasureRequest, MeasureSource, NamedSpan } from "../measuring.ts";
import { FUND_BALANCE, moneySource, rateStart } from "./insuranceMoney.ts";

const RECENT = "insurance.lastTwelveMonths";
const COMMITTED = ["insurance.committedClaims", "insurance.committedExits"];
const AVAILABLE_MONTHS = "insurance.availableMonths";
const NET_OUTFLOW = "insurance.netOutflow";

/** By how many months the fund's rule divides what went out: asked of the rule itself. */
function monthsOfRate(first: CalendarDate, day: CalendarDate): number {
  const one = { plan: "", amount: 1 } as const;
  const movements = [
    { ...one, on: first, direction: "in", amount: 0 },
    { ...one, on: day, direction: "out" },
  ] as const;
  return reserveMonths(movements, 1, day) ?? 1;
}

interface Reserve {
  readonly months: number;
  readonly balance: number;
  readonly available: number;
  readonly outflow: number;
}

/** Where each fund stands at a span's end; nothing for one without a movement. */
function reservesOf(request: MeasureRequest): { span: NamedSpan; group: string; reserve: Reserve }[] {
  const { reader, office, by, spans } = request;
  const owed = new Map<string, number>();
  for (const { span, group, value } of moneySource.measure({ ...request, measures: COMMITTED })) {
    const key = `${span} ${group}`;
    owed.set(key, (owed.get(key) ?? 0) + value);
  }
  const dated = spans.map(({ key, from, to }) => ({ key, first: from, last: to, bound: rateStart(to) }));
  return sumFunds(reader, { office, spans: dated, by }).flatMap(
    ({ span: key, group, balance, recent, firstDay }) => {
      const span = spans.find((one) => one.key === key);
      if (span === undefined) return [];
      const available = balance - (owed.get(`${key} ${group}`) ?? 0);
      return [
        {
          span,
          group,
          reserve: { months: monthsOfRate(firstDay, span.to), balance, available, outflow: -recent },
        },
      ];
    },
  );
}

/** What the fund holds, and how long it lasts: what is available times the months of its rate, by what went out in them. */
export const reserveSource: MeasureSource = {
  measures: [FUND_BALANCE, AVAILABLE_MONTHS, NET_OUTFLOW],
  measure: (request) =>
    reservesOf(request).flatMap(({ span, group, reserve: { months, balance, available, outflow } }) => [
      { measure: FUND_BALANCE, span: span.key, group, value: balance },
      { measure: AVAILABLE_MONTHS, span: span.key, group, value: Math.max(0, available) * months },
      { measure: NET_OUTFLOW, span: span.key, group, value: Math.max(0, outflow) },
    ]),
  records: (request) => {
    const { measure, span, by, key } = request;
    if (measure === FUND_BALANCE) return moneySource.records(request);
    const all = reservesOf({ ...request, measures: [], spans: [span] });
    const reserve = all.find(({ group }) => group === (by === null ? "" : key))?.reserve;
    if (reserve === undefined) return [];
    const recordsOf = (name: string, factor: number) =>
      moneySource
        .records({ ...request, measure: name })
        .map((one) => ({ ...one, value: one.value * factor }));
    if (measure === NET_OUTFLOW) return reserve.outflow <= 0 ? [] : recordsOf(RECENT, -1);
    if (reserve.available <= 0) return [];
    return [
      ...recordsOf(FUND_BALANCE, reserve.months),
      ...COMMITTED.flatMap((name) => recordsOf(name, -reserve.months)),
    ];
  },
};
