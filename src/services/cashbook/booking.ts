import { accept, type Result, refuse } from "../../contract/results.ts";
import { isMonthClosed } from "../../data/cashbook/closings.ts";
import { insertVoucher, type NewVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addDays } from "../../domain/calendar.ts";
import type { Call } from "../call.ts";

export type Booking = NewVoucher;

/** Older than this, a day is a slip of the keyboard. */
const OLDEST_DAYS = 3 * 366;

/** Why nothing may be booked on this day; null when it may. @param field of the day on the form */
export function dayFault(
  call: Call,
  door: WriteDoor,
  datedOn: string,
  field: string,
): ReturnType<typeof refuse> | null {
  const today = call.today();
  if (datedOn > today) return refuse("cashbook.dateInFuture", { field });
  const oldest = addDays(today, -OLDEST_DAYS);
  if (datedOn < oldest) return refuse("cashbook.dateTooEarly", { field, values: { on: oldest } });
  const month = datedOn.slice(0, 7);
  return isMonthClosed(door, call.office.code, month)
    ? refuse("cashbook.monthClosed", { field, values: { month } })
    : null;
}

/**
 * The one way to move money: nothing else in the product writes a voucher. Refuses a day that is to come or that lies
 * in a closed month. @param field of the day on the form
 * @returns the voucher's number
 */
export function bookVoucher(
  call: Call,
  door: WriteDoor,
  booking: Booking,
  field = "datedOn",
): Result<string> {
  const fault = dayFault(call, door, booking.datedOn, field);
  return fault ?? accept(insertVoucher(door, booking));
}
