import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { CohortFile } from "../../contract/literacyViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertAllowance, readAllowanceOfVoucher } from "../../data/literacy/money.ts";
import { listTrainers } from "../../data/literacy/trainers.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { type ClassRecord, findClass, ownSource, readClass, readOwnCohort } from "./classes.ts";
import { fileOf } from "./classViews.ts";
import { unpaidSessions } from "./unpaid.ts";

/** What paying a trainer up to a day would come to. */
export function allowanceDue(
  call: Call,
  input: InputOf<"literacy.allowanceDue">,
): Result<OutputOf<"literacy.allowanceDue">> {
  const record = findClass(call, input.cohortId, "cohortId");
  if (!record.ok) return record;
  const due = unpaidSessions(record.value, input);
  const amount = due.length * record.value.cohort.details.allowance;
  return accept({ sessions: due.length, from: due[0]?.onDay ?? null, amount });
}

type Input = InputOf<"literacy.payAllowance">;

function pay(call: Call, door: WriteDoor, record: ClassRecord, input: Input): Result<null> {
  const trainer = listTrainers(door, call.office.code).find(({ id }) => id === input.trainerId);
  if (trainer === undefined) return refuse("literacy.trainerUnknown", { field: "trainerId" });
  const due = unpaidSessions(record, input);
  const [first, last] = [due[0], due.at(-1)];
  const amount = due.length * record.cohort.details.allowance;
  if (first === undefined || last === undefined || amount === 0)
    return refuse("literacy.allowanceNothing", { field: "to" });
  if (amount !== input.amount)
    return refuse("literacy.allowanceChanged", { field: "amount", values: { amount } });
  const reference = checkReference(input.method, input.reference);
  if (!reference.ok) return reference;
  const paidOn = call.today();
  const booked = bookVoucher(call, door, {
    ...{ id: input.id, datedOn: paidOn, direction: "out", account: "trainerAllowance", amount },
    ...{ method: input.method, reference: input.reference, memberId: trainer.memberId },
    ...{ project: record.cohort.details.project, words: record.cohort.number },
  });
  if (!booked.ok) return booked;
  insertAllowance(door, {
    ...{ id: call.world.newId(), trainerId: input.trainerId, cohortId: record.cohort.id },
    ...{ sessions: due.length, from: first.onDay, to: last.onDay, amount, paidOn, voucherId: input.id },
    sessionIds: due.map(({ id }) => id),
  });
  return accept(null);
}

/**
 * Pays a trainer for every session held and not paid yet, up to a day: voucher and payment in one transaction; the same
 * request twice pays once. Refuses an amount that is no longer the one on the screen.
 */
export function payAllowance(call: Call, input: Input): Result<CohortFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    const cohort = readOwnCohort(call, door, input.cohortId, "cohortId");
    if (!cohort.ok) return cohort;
    const source = ownSource(call, door);
    if (readVoucher(door, input.id) !== undefined) {
      const isItsOwn = readAllowanceOfVoucher(door, input.id)?.cohortId === cohort.value.id;
      if (!isItsOwn) return refuse("request.invalid", { field: "id" });
    } else {
      const paid = pay(call, door, readClass(call, source, cohort.value), input);
      if (!paid.ok) return paid;
    }
    return accept(fileOf(call, door, readClass(call, source, cohort.value)));
  });
}
