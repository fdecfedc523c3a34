import type { InputOf } from "../../contract/index.ts";
import type { FiguresBy, FiguresLine, LiteracyTarget } from "../../contract/literacyViews.ts";
import type { CalendarDate, Francs, OfficeScope } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCohorts, readCohort, type StoredCohort } from "../../data/literacy/cohorts.ts";
import { listPaidCohortIds, type StoredAllowance, type StoredFee } from "../../data/literacy/money.ts";
import { listTargets, putTarget } from "../../data/literacy/surroundings.ts";
import type { Reader } from "../../data/reader.ts";
import { addDays, addMonths, daysBetween } from "../../domain/calendar.ts";
import { type CountedCohort, type FigureSpan, figuresOf } from "../../domain/literacy/figures.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";
import { type ClassRecord, readClasses, sourceFor, stayOf } from "./classes.ts";

export const LONGEST_DAYS = 5 * 366;

const within = ({ from, to }: FigureSpan, day: CalendarDate) => from <= day && day <= to;

/** Class fees that were paid within a span and not taken back. */
export function feesWithin({ fees }: ClassRecord, span: FigureSpan): StoredFee[] {
  return fees.filter(({ paidOn }) => within(span, paidOn));
}

/** What a class cost within a span: the trainer's allowances that were not taken back. */
export function allowancesWithin({ allowances }: ClassRecord, span: FigureSpan): StoredAllowance[] {
  return allowances.filter(({ paidOn, voided }) => within(span, paidOn) && !voided);
}

const sumOf = (lines: readonly { readonly amount: Francs }[]) =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** A class as it is counted within a span. */
export function counted(record: ClassRecord, span: FigureSpan): CountedCohort {
  return {
    cohort: { ...record.cohort.details, closedOn: record.cohort.closedOn },
    programme: record.programme.details,
    stays: record.stays.map(stayOf),
    sessions: record.recorded,
    planned: record.planned.filter(({ onDay }) => within(span, onDay)),
    assessments: record.assessments,
    fees: sumOf(feesWithin(record, span)),
    cost: sumOf(allowancesWithin(record, span)),
  };
}

interface Group {
  readonly key: string;
  readonly label: string;
  readonly records: readonly ClassRecord[];
  readonly span: FigureSpan;
}

const keyOf: Readonly<
  Record<Exclude<FiguresBy, "all" | "month">, (record: ClassRecord) => readonly [key: string, label: string]>
> = {
  cohort: ({ cohort }) => [cohort.id, `${cohort.number} · ${cohort.details.name}`],
  trainer: ({ trainer }) => [trainer?.id ?? "", trainer?.name ?? ""],
  place: ({ cohort }) => [cohort.details.place, cohort.details.place],
  office: ({ cohort }) => [cohort.office, cohort.office],
};

/** The months of a span, the first and the last cut to it. */
function monthsOf({ from, to }: FigureSpan): { month: string; span: FigureSpan }[] {
  const months: { month: string; span: FigureSpan }[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = addMonths(first, 1)) {
    const last = addDays(addMonths(first, 1), -1);
    const span = { from: first < from ? from : first, to: last > to ? to : last };
    months.push({ month: first.slice(0, 7), span });
  }
  return months;
}

function groupsOf(records: readonly ClassRecord[], by: FiguresBy, span: FigureSpan): Group[] {
  if (by === "all") return [{ key: "", label: "", records, span }];
  if (by === "month")
    return monthsOf(span).map(({ month, span: ofMonth }) => ({
      ...{ key: month, label: month, records, span: ofMonth },
    }));
  const groups = new Map<string, { label: string; records: ClassRecord[] }>();
  for (const record of records) {
    const [key, label] = keyOf[by](record);
    const group = groups.get(key) ?? { label, records: [] };
    group.records.push(record);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group, span }))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
}

/** The indicators of classes within a span, a line for each of what they are asked by. */
export function figureLines(records: readonly ClassRecord[], by: FiguresBy, span: FigureSpan): FiguresLine[] {
  return groupsOf(records, by, span).map(({ key, label, records: group, span: ofGroup }) => ({
    ...{ key, label },
    figures: figuresOf(
      group.map((record) => counted(record, ofGroup)),
      ofGroup,
    ),
  }));
}

/** Classes that run within a span, and those that money was paid for in it: a fee or an allowance may come late. */
export function cohortsWithin(
  reader: Reader,
  { office, from, to }: FigureSpan & { readonly office: OfficeScope },
): StoredCohort[] {
  const running = listCohorts(reader, { office, from, to });
  const known = new Set(running.map(({ id }) => id));
  const paid = listPaidCohortIds(reader, { from, to }).filter((id) => !known.has(id));
  const others = paid.flatMap((id) => readCohort(reader, id) ?? []);
  return [...running, ...others.filter((cohort) => office === "all" || cohort.office === office)];
}

/** Whether `cohortsWithin` finds a class in a span: of many spans each has its own. */
export function isWithin(record: ClassRecord, span: FigureSpan): boolean {
  const { startsOn, endsOn } = record.cohort.details;
  const isRunning = endsOn >= span.from && startsOn <= span.to;
  return isRunning || feesWithin(record, span).length + allowancesWithin(record, span).length > 0;
}

/** The indicators of a span of days, by one thing; at headquarters of any office or of all. */
export function figures(call: Call, input: InputOf<"literacy.figures">): Result<FiguresLine[]> {
  const { from, to, by } = input;
  if (to < from) return refuse("literacy.spanWrong", { field: "to" });
  if (daysBetween(from, to) > LONGEST_DAYS) return refuse("literacy.spanTooLong", { field: "to" });
  const scope = scopeOf(call, input.office, "programme");
  if (!scope.ok) return scope;
  const { reader, office = call.office.code } = scope.value;
  const records = readClasses(call, sourceFor(call, reader), cohortsWithin(reader, { office, from, to }));
  return accept(figureLines(records, by, { from, to }));
}

/** The year's targets; at headquarters of any office or of all. */
export function targets(call: Call, input: InputOf<"literacy.targets">): Result<LiteracyTarget[]> {
  const scope = scopeOf(call, input.office, "programme");
  if (!scope.ok) return scope;
  const { reader, office = call.office.code } = scope.value;
  return accept(listTargets(reader, input.year, office));
}

/** Sets this office's target of a year. */
export function saveTarget(call: Call, input: InputOf<"literacy.saveTarget">): Result<LiteracyTarget[]> {
  return call.office.write(call.user.id, call.world.now(), (door) => {
    putTarget(door, input);
    return accept(listTargets(door, input.year, call.office.code));
  });
}
