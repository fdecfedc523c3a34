import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  insertDepositEntry,
  insertRentPayment,
  listDepositEntries,
  readDepositEntryOf,
  type StoredDepositEntry,
} from "../../data/rental/money.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { allocate } from "../../domain/rental/allocate.ts";
import { lastDayOf } from "../../domain/rental/history.ts";
import type { Call } from "../call.ts";
import { type Booking, bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { changeLease, firstRefusal, requireEnded, requirePast, standingNow } from "./changing.ts";
import { heldOf } from "./leaseFile.ts";
import type { LeaseRecord } from "./leaseHistory.ts";
import { isBooked, payable } from "./payments.ts";

type Receiving = InputOf<"rental.receiveDeposit">;

function requireBeforeEnd({ history }: LeaseRecord, day: CalendarDate): Result<null> {
  const on = lastDayOf(history);
  return on !== null && day > on
    ? refuse("rental.leaseEnded", { field: "leaseId", values: { on } })
    : accept(null);
}

/** Takes the deposit or a part of it: money that is held, not earned. */
export function receiveDeposit(call: Call, input: Receiving): Result<LeaseFile> {
  const { id, leaseId, receivedOn, amount, method, reference } = input;
  return changeLease(call, leaseId, (door, record) => {
    const known = readDepositEntryOf(door, id);
    const before = isBooked(door, id, leaseId, known?.kind === "received" ? known.leaseId : undefined);
    if (!before.ok || before.value) return before;
    const refused = firstRefusal(
      () => requirePast(call, receivedOn, "receivedOn"),
      () => requireBeforeEnd(record, receivedOn),
      () => checkReference(method, reference),
    );
    if (refused !== null) return refused;
    const booking: Booking = {
      ...{ id, datedOn: receivedOn, amount, method, reference, memberId: null },
      ...{ direction: "in", account: "leaseDeposit", words: record.lease.number },
    };
    const booked = bookVoucher(call, door, booking, "receivedOn");
    if (!booked.ok) return booked;
    const entry = { id: call.world.newId(), leaseId, on: receivedOn, amount, reason: "", voucherId: id };
    insertDepositEntry(door, { ...entry, kind: "received" });
    return accept(null);
  });
}

type Settling = InputOf<"rental.settleDeposit">;

function checkAmounts(held: Francs, arrears: Francs, input: Settling): Result<null> {
  const { toArrears, withheld, refunded, reason } = input;
  if (toArrears + withheld + refunded === 0) return refuse("rental.depositNothing", { field: "toArrears" });
  if (toArrears > arrears) return refuse("rental.tooMuch", { field: "toArrears", values: { left: arrears } });
  if (toArrears + withheld + refunded > held) {
    const field = refunded > 0 ? "refunded" : withheld > 0 ? "withheld" : "toArrears";
    return refuse("rental.depositTooMuch", { field, values: { held } });
  }
  if (withheld > 0 && reason === "") return refuse("rental.depositReason", { field: "reason" });
  return refunded > 0 ? checkReference(input.method, input.reference) : accept(null);
}

interface Settlement {
  readonly call: Call;
  readonly door: WriteDoor;
  readonly record: LeaseRecord;
  readonly input: Settling;
}

const bookingOf = ({ call, record, input }: Settlement, amount: Francs) => ({
  datedOn: call.today(),
  amount,
  method: input.method,
  reference: input.reference,
  memberId: null,
  words: record.lease.number,
});

/** What was held becomes income: two vouchers that name each other, in the same place, so that no balance moves. */
function convert(
  settlement: Settlement,
  { amount, account }: { amount: Francs; account: "rent" | "depositWithheld" },
): Result<{ inId: string; outId: string }> {
  const { call, door } = settlement;
  const [inId, outId] = [call.world.newId(), call.world.newId()];
  const same = bookingOf(settlement, amount);
  const taken = bookVoucher(call, door, { ...same, id: inId, direction: "in", account, pairId: outId });
  if (!taken.ok) return taken;
  const given = { ...same, id: outId, direction: "out", account: "leaseDeposit", pairId: inId } as const;
  const out = bookVoucher(call, door, given);
  return out.ok ? accept({ inId, outId }) : out;
}

type Kind = StoredDepositEntry["kind"];

function settleArrears(settlement: Settlement, amount: Francs): Result<string> {
  const { call, door, record } = settlement;
  const today = call.today();
  const late = payable(standingNow(call, record).charges, today).filter(({ dueOn }) => dueOn <= today);
  const converted = convert(settlement, { amount, account: "rent" });
  if (!converted.ok) return converted;
  insertRentPayment(door, {
    ...{ id: call.world.newId(), leaseId: record.lease.id, kind: "deposit", receivedOn: today, amount },
    ...{ parts: allocate(late, amount).parts, voucherId: converted.value.inId },
  });
  return accept(converted.value.outId);
}

function withhold(settlement: Settlement, amount: Francs): Result<string> {
  const converted = convert(settlement, { amount, account: "depositWithheld" });
  return converted.ok ? accept(converted.value.outId) : converted;
}

function giveBack(settlement: Settlement, amount: Francs): Result<string> {
  const { call, door } = settlement;
  const id = call.world.newId();
  const booking = {
    ...bookingOf(settlement, amount),
    id,
    direction: "out",
    account: "leaseDeposit",
  } as const;
  const booked = bookVoucher(call, door, booking);
  return booked.ok ? accept(id) : booked;
}

/** The first entry bears the request's id: by it a double click is known. */
function bookAll(settlement: Settlement): Result<null> {
  const { call, door, record, input } = settlement;
  const steps: readonly [Kind, Francs, (about: Settlement, amount: Francs) => Result<string>][] = [
    ["toArrears", input.toArrears, settleArrears],
    ["withheld", input.withheld, withhold],
    ["refunded", input.refunded, giveBack],
  ];
  const asked = steps.filter(([, amount]) => amount > 0);
  for (const [index, [kind, amount, book]] of asked.entries()) {
    const voucherId = book(settlement, amount);
    if (!voucherId.ok) return voucherId;
    insertDepositEntry(door, {
      ...{ id: index === 0 ? input.id : call.world.newId(), leaseId: record.lease.id, kind, amount },
      ...{ on: call.today(), reason: input.reason, voucherId: voucherId.value },
    });
  }
  return accept(null);
}

/** Says what becomes of the deposit of a lease that has ended, in one transaction. */
export function settleDeposit(call: Call, input: Settling): Result<LeaseFile> {
  return changeLease(call, input.leaseId, (door, record) => {
    const entries = listDepositEntries(door, { leaseId: input.leaseId });
    if (entries.some(({ id }) => id === input.id)) return accept(null);
    if (readVoucher(door, input.id) !== undefined) return refuse("request.invalid", { field: "id" });
    const ended = requireEnded(call, record, "leaseId");
    if (!ended.ok) return ended;
    const checked = checkAmounts(heldOf(entries), standingNow(call, record).arrears, input);
    return checked.ok ? bookAll({ call, door, record, input }) : checked;
  });
}
