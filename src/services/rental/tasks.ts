import { mayDo } from "../../contract/permissions.ts";
import type { RentalTasks } from "../../contract/rentalViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { sumDeposits } from "../../data/rental/money.ts";
import { lastDayOf, leaseStateOn } from "../../domain/rental/history.ts";
import type { Call } from "../call.ts";
import type { Scope } from "../scope.ts";
import { listArrears } from "./arrears.ts";
import { listOccupancies } from "./leaseHistory.ts";
import { endsIn } from "./leases.ts";

/** Leases that end soon, and ended ones whose deposit is held. */
function endingsOf(call: Call): Pick<RentalTasks, "endingSoon" | "depositsToSettle"> {
  const { reader, code: office } = call.office;
  const today = call.today();
  const held = sumDeposits(reader, { office });
  const leases = listOccupancies(reader, { office }).map(({ lease, history }) => {
    const head = { state: leaseStateOn(history, today), endsOn: lastDayOf(history) };
    return { ...head, endsInDays: endsIn(head, today), held: held.get(lease.id) ?? 0 };
  });
  return {
    endingSoon: leases.filter(({ endsInDays }) => endsInDays !== null).length,
    depositsToSettle: leases.filter((one) => one.state === "ended" && one.held > 0).length,
  };
}

/** What waits for the person who asks. What is not hers to do is not even counted. */
export function rentalTasks(call: Call): Result<RentalTasks> {
  const own: Scope = { reader: call.office.reader, office: undefined, paidBy: "term" };
  const late = mayDo(call.user.role, "rental.collect") ? listArrears(call, own, call.today()) : [];
  const nothing = { endingSoon: 0, depositsToSettle: 0 };
  return accept({
    inArrears: late.length,
    lateFrancs: late.reduce((sum, { total }) => sum + total, 0),
    promisesBroken: late.filter(({ promiseBroken }) => promiseBroken).length,
    ...(mayDo(call.user.role, "rental.manage") ? endingsOf(call) : nothing),
  });
}
