import type { MonthBook } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertClosing, isMonthClosed, listClosings } from "../../data/cashbook/closings.ts";
import { listMonthSums, sumSpan } from "../../data/cashbook/monthSums.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { closingSum } from "../../domain/cashbook/balances.ts";
import { daysOfMonth, monthOf } from "../../domain/cashbook/months.ts";
import type { Call } from "../call.ts";
import { ownBook, readMonth, readTillMonths } from "./monthBook.ts";
import { monthsToClose } from "./months.ts";

type CloseMonth = InputOf<"cashbook.closeMonth">;

function faultOf(call: Call, door: WriteDoor, { month }: CloseMonth): ReturnType<typeof refuse> | null {
  const field = "month";
  const own = call.office.code;
  if (month >= monthOf(call.today())) return refuse("cashbook.monthRunning", { field });
  if (isMonthClosed(door, own, month)) return refuse("cashbook.monthClosedAlready", { field });
  const first = listMonthSums(door, own)[0]?.month;
  if (first === undefined || month < first) return refuse("cashbook.nothingInMonth", { field });
  const earliest = monthsToClose(call, ownBook(call, door))[0] ?? month;
  return earliest < month ? refuse("cashbook.earlierOpen", { field, values: { month: earliest } }) : null;
}

function closeNow(call: Call, door: WriteDoor, input: CloseMonth): Result<null> {
  const { id, month } = input;
  const fault = faultOf(call, door, input);
  if (fault !== null) return fault;
  const span = { office: call.office.code, ...daysOfMonth(month) };
  const tills = readTillMonths(door, span);
  const closing = closingSum(tills);
  if (closing !== input.closing)
    return refuse("cashbook.closingChanged", { field: "closing", values: { closing } });
  insertClosing(door, {
    ...{ id, month, closedOn: call.today() },
    ...sumSpan(door, span),
    balances: Object.fromEntries(
      tills.filter((till) => till.closing !== 0).map((till) => [till.till, till.closing]),
    ),
  });
  return accept(null);
}

/**
 * Closes a past month of this office, after all before it: nothing can be booked in it from then on. What it was is
 * kept beside it, and the check-up compares. Refuses when something was booked since the screen showed its sum. The same
 * request twice is one closing.
 */
export function closeMonth(call: Call, input: CloseMonth): Result<MonthBook> {
  const done = call.office.write(call.user.id, call.world.now(), (door): Result<null> => {
    const before = listClosings(door, ownBook(call, door)).find(({ id }) => id === input.id);
    const isDone = before?.month === input.month && before.state === "closed";
    return isDone ? accept(null) : closeNow(call, door, input);
  });
  return done.ok ? accept(readMonth(call, ownBook(call), input.month)) : done;
}
