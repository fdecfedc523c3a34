import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { ChargeStanding } from "../../contract/rentalTerms.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import { insertRentPayment, readRentPaymentOf, type StoredRentPayment } from "../../data/rental/money.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addDays } from "../../domain/calendar.ts";
import { allocate } from "../../domain/rental/allocate.ts";
import { lastDayOf } from "../../domain/rental/history.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { changeLease, firstRefusal, requireEnded, requirePast, standingNow } from "./changing.ts";
import { fileOf } from "./leaseFile.ts";
import { type LeaseRecord, readRecord } from "./leaseHistory.ts";

type Payment = InputOf<"rental.recordPayment">;
type Recorded = OutputOf<"rental.recordPayment">;

/** What money that came on a day may settle: a penalty only that had been incurred by then. */
export function payable(charges: readonly ChargeStanding[], on: CalendarDate): ChargeStanding[] {
  return charges.filter(({ kind, left, dueOn }) => left > 0 && (kind !== "penalty" || dueOn <= on));
}

/** The rents and charges of which nothing is left by this payment. */
function settledBy(call: Call, record: LeaseRecord, payment: StoredRentPayment): Recorded["settled"] {
  const touched = new Set(payment.parts.map(({ key }) => key));
  return standingNow(call, record)
    .charges.filter(
      ({ key, kind, left }) => (kind === "rent" || kind === "charges") && left === 0 && touched.has(key),
    )
    .map(({ key }) => key);
}

function recordedOf(call: Call, reader: Reader, leaseId: string, voucherId: string): Result<Recorded> {
  const payment = readRentPaymentOf(reader, voucherId);
  const record = readRecord(reader, leaseId);
  if (record === undefined || payment?.leaseId !== leaseId || payment.kind !== "tenant")
    return refuse("request.invalid", { field: "id" });
  const { voucherNumber } = payment;
  const settled = settledBy(call, record, payment);
  return accept({ voucherId, voucherNumber, settled, file: fileOf(call, reader, record) });
}

function bookPayment(call: Call, door: WriteDoor, record: LeaseRecord, input: Payment): Result<unknown> {
  const { id, leaseId, receivedOn, amount, method, reference } = input;
  const refused = firstRefusal(
    () => requirePast(call, receivedOn, "receivedOn"),
    () => checkReference(method, reference),
  );
  if (refused !== null) return refused;
  const { parts } = allocate(payable(standingNow(call, record).charges, receivedOn), amount);
  const booked = bookVoucher(
    call,
    door,
    {
      ...{ id, datedOn: receivedOn, amount, method, reference, memberId: null },
      ...{ direction: "in", account: "rent", words: record.lease.number },
    },
    "receivedOn",
  );
  if (!booked.ok) return booked;
  insertRentPayment(door, {
    ...{ id: call.world.newId(), leaseId, kind: "tenant", receivedOn, amount, parts, voucherId: id },
  });
  return accept(null);
}

/**
 * Takes a payment of any amount: it goes to what is due longest, then to what is to come; what nothing asks for is an
 * advance. Voucher and payment are one transaction. The same request twice (a double click) takes it once.
 */
export function recordPayment(call: Call, input: Payment): Result<Recorded> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Recorded> => {
    const record = readRecord(door, input.leaseId);
    if (record === undefined) return refuse("rental.leaseUnknown", { field: "leaseId" });
    if (readVoucher(door, input.id) === undefined) {
      const booked = bookPayment(call, door, record, input);
      if (!booked.ok) return booked;
    }
    return recordedOf(call, door, input.leaseId, input.id);
  });
}

/** Until all that an ended lease ever asks for is due, counted from its last day. */
const LAST_DUE_DAYS = 31;

/** What was paid and nothing will ask for any more, of a lease that has ended. */
function freeAdvance(call: Call, { history, settlements }: LeaseRecord): number {
  const today = call.today();
  const last = addDays(lastDayOf(history) ?? today, LAST_DUE_DAYS);
  return standingOf(history, settlements, last > today ? last : today).advance;
}

type Refunding = InputOf<"rental.refundAdvance">;

function checkRefund(call: Call, record: LeaseRecord, input: Refunding): Result<null> {
  const ended = requireEnded(call, record, "leaseId");
  if (!ended.ok) return ended;
  const left = freeAdvance(call, record);
  if (input.amount > left) return refuse("rental.advanceTooMuch", { field: "amount", values: { left } });
  return checkReference(input.method, input.reference);
}

/** The same request came before: it is done, where it was this lease's. */
export function isBooked(
  door: Reader,
  voucherId: string,
  leaseId: string,
  ofLease: string | undefined,
): Result<boolean> {
  if (readVoucher(door, voucherId) === undefined) return accept(false);
  return ofLease === leaseId ? accept(true) : refuse("request.invalid", { field: "id" });
}

/** Gives back what an ended lease's tenant paid and nothing asks for. */
export function refundAdvance(call: Call, input: Refunding): Result<LeaseFile> {
  const { id, leaseId, amount, method, reference } = input;
  return changeLease(call, leaseId, (door, record) => {
    const known = readRentPaymentOf(door, id);
    const before = isBooked(door, id, leaseId, known?.kind === "refund" ? known.leaseId : undefined);
    if (!before.ok || before.value) return before;
    const checked = checkRefund(call, record, input);
    if (!checked.ok) return checked;
    const receivedOn = call.today();
    const booked = bookVoucher(call, door, {
      ...{ id, datedOn: receivedOn, amount, method, reference, memberId: null },
      ...{ direction: "out", account: "rentRefund", words: record.lease.number },
    });
    if (!booked.ok) return booked;
    const refund = { id: call.world.newId(), leaseId, receivedOn, amount, voucherId: id };
    insertRentPayment(door, { ...refund, kind: "refund", parts: [] });
    return accept(null);
  });
}
