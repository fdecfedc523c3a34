import type { CalendarDate } from "../../contract/primitives.ts";
import type { ReportKey } from "../../contract/reportingTerms.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { type Life, monthsOf, openDay, unless, yearsOf } from "./life.ts";
import { reportText } from "./reportTexts.ts";
import { RUNNING } from "./spendings.ts";

/* The reports: half a year of monthly ones, a quarter's, a donor's, a notice; the last month's has been begun. */

async function write(life: Life, key: ReportKey, turn: number): Promise<void> {
  const coordinator = life.as("coordinator");
  const { sections } = await coordinator("reporting.draft", key);
  for (const { section } of sections)
    await coordinator("reporting.saveText", { ...key, section, text: reportText(section, turn) });
}

/** Writes a report and issues it. */
async function issue(life: Life, key: ReportKey, turn: number): Promise<void> {
  await write(life, key, turn);
  const report = { ...key, id: life.newId() };
  await unless(["reporting.unchanged"], life.as("coordinator")("reporting.issue", report));
}

/** The quarter of a month, as reports call it. */
function quarterOf(first: CalendarDate): string {
  return `${first.slice(0, 4)}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`;
}

/** The first days of the quarters that were over on a day, the latest first. */
function quartersBefore(life: Life, day: CalendarDate): CalendarDate[] {
  const months = monthsOf(life).filter((first) => Number(first.slice(5, 7)) % 3 === 1);
  return months.filter((first) => addMonths(first, 3) <= day).toReversed();
}

/** So many days after a month its book is closed and its report issued. */
const AFTER_DAYS = 11;

function noteMonthly(life: Life): void {
  const whole = monthsOf(life).filter((first) => addMonths(first, 1) <= life.end);
  const begun = whole.at(-1);
  const { monthlyReports } = life.story;
  for (const [turn, first] of whole.slice(-1 - monthlyReports, -1).entries()) {
    const key = { kind: "activity", period: first.slice(0, 7), project: null } as const;
    life.on(openDay(addDays(addMonths(first, 1), AFTER_DAYS)), () => issue(life, key, turn));
  }
  if (begun === undefined) return;
  const key = { kind: "activity", period: begun.slice(0, 7), project: null } as const;
  const on = openDay(addDays(life.end, -2));
  if (on >= addMonths(begun, 1)) life.on(on, () => write(life, key, monthlyReports));
}

/** The last year that is over, where the office has lived most of it; else a month. */
function noticePeriod({ start, end }: Life, quarter: CalendarDate): string {
  const year = String(Number(end.slice(0, 4)) - 1);
  return start < `${year}-04-01` ? year : quarter.slice(0, 7);
}

/** Who writes so many monthly reports writes others too. */
const MANY = 4;

/** Notes the reports of an office that has lived for some months. */
export function noteReports(life: Life): void {
  noteMonthly(life);
  if (life.story.monthlyReports < MANY) return;
  const [quarter] = quartersBefore(life, addDays(life.end, -20));
  if (quarter === undefined) return;
  const on = openDay(addDays(addMonths(quarter, 3), AFTER_DAYS + 1));
  const period = quarterOf(quarter);
  life.on(on, async () => {
    await issue(life, { kind: "activity", period, project: null }, 2);
    await issue(life, { kind: "donor", period, project: RUNNING }, 1);
    await issue(life, { kind: "notice", period: noticePeriod(life, quarter), project: null }, 0);
  });
}

/** Headquarters' report of all offices on the last quarter that is over. */
export function noteConsolidated(life: Life): void {
  const on = openDay(addDays(life.end, -1));
  const [quarter] = quartersBefore(life, on);
  if (quarter === undefined) return;
  const key = { kind: "consolidated", period: quarterOf(quarter), project: null } as const;
  life.on(on, () => issue(life, key, 0));
}

/** Of an office, or of all together. */
export interface Aims {
  readonly members: number;
  readonly offices: number;
}

/** What a year shall bring, for an office of so many members. */
function targetsFor({ members, offices }: Aims): readonly (readonly [code: string, value: number])[] {
  return [
    ["members.upToDate", Math.max(3, Math.round(members * 0.75))],
    ["members.upToDateRate", 80],
    ["members.joined", Math.max(2, Math.round(members * 0.12))],
    ["cards.sold", Math.max(3, Math.round(members * 0.8))],
    ["insurance.active", Math.max(2, Math.round(members * 0.4))],
    ["insurance.lossRatio", 75],
    ["rental.received", 3_600_000 * offices],
    ["rental.recoveryRate", 90],
    ["rental.occupancy", 95],
    ["cashbook.budgetUse", 95],
  ];
}

/** Notes the targets of every year of the story. */
export function noteTargets(life: Life, forOffice: string, aims: Aims): void {
  life.on(addDays(life.start, 1), async () => {
    for (const year of yearsOf(life))
      for (const [code, value] of targetsFor(aims))
        await life.as("coordinator")("reporting.saveTarget", {
          id: life.newId(),
          forOffice,
          year,
          code,
          value,
        });
  });
}
