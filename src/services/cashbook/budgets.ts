import type { BudgetLine, BudgetUse } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  findBudgetLine,
  insertBudgetLine,
  listBudgetLines,
  readBudgetLine,
  updateBudgetLine,
} from "../../data/cashbook/budgets.ts";
import { type Sums, sumByLine } from "../../data/cashbook/monthSums.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { plannedToDate, usedOf } from "../../domain/cashbook/budgets.ts";
import type { Call } from "../call.ts";
import { type ChartBook, chartBook } from "./chartBook.ts";
import { officesOf } from "./places.ts";
import { projectBook } from "./projects.ts";
import { type OpenBook, openBook } from "./vouchers.ts";

type Asked = InputOf<"cashbook.budget">;
type Line = Pick<BudgetLine, "account" | "project">;

const NOTHING: Sums = { vouchers: 0, sumIn: 0, sumOut: 0 };
const lineName = ({ account, project }: Line) => `${account}/${project ?? ""}`;

/** An office's year: what was planned with what was booked on it, and what was booked and nobody planned. */
function usesOf(chart: ChartBook, book: OpenBook, office: OfficeCode, asked: Asked): BudgetUse[] {
  const { year, on } = asked;
  const first = `${year}-01-01`;
  const last = on < `${year}-12-31` ? on : `${year}-12-31`;
  const isAsked = ({ project }: Line) => asked.project === null || project === asked.project;
  const booked = sumByLine(book.reader, { office, from: first, to: last }).filter(isAsked);
  const sums = new Map(booked.map((line) => [lineName(line), line]));
  const lines = listBudgetLines(book.reader, office, year).filter(isAsked);
  const sideOf = (account: string) => chart.find(account)?.side ?? "balance";
  const useOf = (line: Line, about: { id: string | null; planned: number; note: string }): BudgetUse => {
    const side = sideOf(line.account);
    return {
      ...about,
      ...{ office, account: line.account, project: line.project, side },
      plannedToDate: plannedToDate(about.planned, year, on),
      used: usedOf(side, sums.get(lineName(line)) ?? NOTHING),
    };
  };
  const planned = new Set(lines.map(lineName));
  // Transfers, deposits and the like are nobody's plan.
  const beside = booked.filter((line) => !planned.has(lineName(line)) && sideOf(line.account) !== "balance");
  const uses = [
    ...lines.map((line) => useOf(line, { id: line.id, planned: line.amount, note: line.note })),
    ...beside.map((line) => useOf(line, { id: null, planned: 0, note: "" })),
  ];
  const order = new Map(chart.accounts.map(({ code }, index) => [code, index]));
  const placeOf = ({ account }: Line) => order.get(account) ?? order.size;
  return uses.sort((a, b) => placeOf(a) - placeOf(b) || ((a.project ?? "") < (b.project ?? "") ? -1 : 1));
}

/**
 * A year's budget as it stands when a day ends; at headquarters of any office, or office by office of all. A project
 * asked for leaves the lines of others out. A line is used by what is booked on its account and its project, none other.
 */
export function budget(call: Call, input: Asked): Result<BudgetUse[]> {
  const book = openBook(call, input.office);
  if (!book.ok) return book;
  const chart = chartBook(call);
  return accept(officesOf(book.value).flatMap((office) => usesOf(chart, book.value, office, input)));
}

type Saving = InputOf<"cashbook.saveBudgetLine">;

function faultOf(call: Call, door: WriteDoor, input: Saving): ReturnType<typeof refuse> | null {
  const account = chartBook(call, door).find(input.account);
  if (account === undefined) return refuse("cashbook.accountUnknown", { field: "account" });
  if (account.side === "balance") return refuse("cashbook.accountSide", { field: "account" });
  const isKnown =
    input.project === null || projectBook(call, door).some(({ code }) => code === input.project);
  return isKnown ? null : refuse("cashbook.projectUnknown", { field: "project" });
}

/** The line that the request writes: the one of its id, or one of the same account that was taken away. */
function lineToWrite(call: Call, door: WriteDoor, input: Saving): Result<BudgetLine | null> {
  const { year, account, project } = input;
  const known = readBudgetLine(door, input.id);
  const same = findBudgetLine(door, { office: call.office.code, year, account, project });
  if (same === undefined || same.id === known?.id) return accept(known ?? null);
  if (same.amount > 0 || known !== undefined) return refuse("cashbook.budgetTwice", { field: "account" });
  return accept(same);
}

/**
 * Writes a line of this office's budget; an amount of nothing takes it away. Refuses accounts of neither income nor
 * expense, unknown projects, and a second line for the same account and project of a year.
 */
export function saveBudgetLine(call: Call, input: Saving): Result<BudgetLine> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<BudgetLine> => {
    const fault = faultOf(call, door, input);
    if (fault !== null) return fault;
    const before = lineToWrite(call, door, input);
    if (!before.ok) return before;
    const id = before.value?.id ?? input.id;
    if (before.value === null) insertBudgetLine(door, input);
    else updateBudgetLine(door, { ...input, id });
    const { year, account, project, amount, note } = input;
    return accept({ id, office: call.office.code, year, account, project, amount, note });
  });
}
