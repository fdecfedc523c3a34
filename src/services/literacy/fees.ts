import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { Francs } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { readCohort } from "../../data/literacy/cohorts.ts";
import { readStay } from "../../data/literacy/enrolments.ts";
import { insertFee, readFeeOfVoucher, readFeeStandings } from "../../data/literacy/money.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";

type Input = InputOf<"literacy.payFee">;
type Paid = OutputOf<"literacy.payFee">;

/** What is still to pay: what she paid for stays before this one on her way counts. */
function leftOf(reader: Reader, enrolmentId: string, fee: Francs): Francs {
  return Math.max(0, fee - (readFeeStandings(reader, [enrolmentId]).get(enrolmentId)?.paid ?? 0));
}

function paidOf(reader: Reader, input: Input, fee: number): Result<Paid> {
  const voucher = readVoucher(reader, input.id);
  const isItsOwn = readFeeOfVoucher(reader, input.id)?.enrolmentId === input.enrolmentId;
  return voucher === undefined || !isItsOwn
    ? refuse("request.invalid", { field: "id" })
    : accept({
        voucherId: voucher.id,
        voucherNumber: voucher.number,
        left: leftOf(reader, input.enrolmentId, fee),
      });
}

/** Takes a class fee or a part of it: voucher and fee in one transaction; the same request twice takes it once. */
export function payFee(call: Call, input: Input): Result<Paid> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Paid> => {
    const { id, enrolmentId, amount, method, reference } = input;
    const stay = readStay(door, enrolmentId);
    const cohort = stay === undefined ? undefined : readCohort(door, stay.cohortId);
    if (stay === undefined || cohort === undefined || stay.office !== call.office.code)
      return refuse("literacy.enrolmentUnknown", { field: "enrolmentId" });
    const { fee, project } = cohort.details;
    if (readVoucher(door, id) !== undefined) return paidOf(door, input, fee);
    const left = leftOf(door, enrolmentId, fee);
    if (amount > left) return refuse("literacy.feeTooMuch", { field: "amount", values: { left } });
    const checked = checkReference(method, reference);
    if (!checked.ok) return checked;
    const paidOn = call.today();
    const booked = bookVoucher(call, door, {
      ...{ id, datedOn: paidOn, direction: "in", account: "classFee", amount, method, reference },
      ...{ memberId: stay.memberId, project, words: cohort.number },
    });
    if (!booked.ok) return booked;
    insertFee(door, { id: call.world.newId(), enrolmentId, amount, paidOn, voucherId: id });
    return paidOf(door, input, fee);
  });
}
