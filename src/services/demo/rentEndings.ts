import { addDays } from "../../domain/calendar.ts";
import { CASH, type Life, nextWeekday, openDay } from "./life.ts";
import type { Lease } from "./rentalCast.ts";

/* Reminders with promises that are kept or broken, and leases that end: the visit, the deposit, what is given up. */

const FRIDAY = 5;

/** Days before today (or the lease's end) on which somebody reminds who pays no more. */
const REMINDERS = [
  { days: 92, kind: "call", promisedAfter: null, note: "Dit attendre une rentrée d’argent." },
  { days: 64, kind: "visit", promisedAfter: 14, note: "Promet un premier versement." },
  { days: 40, kind: "first", promisedAfter: null, note: "Lettre remise en main propre." },
  { days: 17, kind: "last", promisedAfter: 10, note: "S’engage devant le garant." },
] as const;

/** Notes the reminders of a tenant who stopped paying; none of the promises is kept. */
export function noteReminders(life: Life, { id: leaseId, let: { habit, terms }, endsOn }: Lease): void {
  if (habit !== "stopped") return;
  const last = endsOn ?? life.end;
  for (const { days, kind, promisedAfter, note } of REMINDERS) {
    const on = openDay(addDays(last, -days));
    if (on <= addDays(life.start, 50)) continue;
    const promise =
      promisedAfter === null
        ? { promisedOn: null, promised: null }
        : { promisedOn: addDays(on, promisedAfter), promised: terms.rent };
    life.on(on, () =>
      life.as("cashier")("rental.noteReminder", { id: life.newId(), leaseId, kind, ...promise, note }),
    );
  }
}

/** Ends a lease: who owes loses the deposit to it and the rest is given up, who owes nothing has it back. */
export function noteEnding(life: Life, lease: Lease): void {
  const { id, premisesId, endsOn } = lease;
  if (endsOn === null) return;
  const isUnpaid = lease.let.habit === "stopped";
  const secretary = life.as("secretary");
  const reason = isUnpaid ? "unpaid" : "tenantNotice";
  const note = isUnpaid ? "Cinq loyers impayés" : "Retourne au village";
  life.on(openDay(addDays(endsOn, -25)), () =>
    secretary("rental.terminateLease", { id, on: endsOn, reason, note }),
  );
  const visitedOn = openDay(addDays(endsOn, 2));
  life.on(visitedOn, () =>
    secretary("rental.saveInspection", {
      ...{ id: life.newId(), leaseId: id, premisesId, kind: "exit", on: visitedOn, keys: 2 },
      items: [{ item: "Porte et serrure", condition: isUnpaid ? "poor" : "good", remark: "" }],
      remarks: isUnpaid ? "Serrure à remplacer." : "",
    }),
  );
  life.on(nextWeekday(addDays(endsOn, 5), FRIDAY), () => settle(life, id));
}

async function settle(life: Life, leaseId: string): Promise<void> {
  const coordinator = life.as("coordinator");
  const { arrears, depositHeld } = await coordinator("rental.lease", { id: leaseId });
  const toArrears = Math.min(arrears, depositHeld);
  const withheld = Math.min(depositHeld - toArrears, arrears > 0 ? 0 : 5_000);
  const refunded = depositHeld - toArrears - withheld;
  if (depositHeld > 0)
    await coordinator("rental.settleDeposit", {
      ...{ id: life.newId(), leaseId, toArrears, withheld, refunded, reason: "Remise en état", ...CASH },
    });
  const left = arrears - toArrears;
  if (left > 0)
    await coordinator("rental.writeOff", {
      ...{ id: life.newId(), leaseId, amount: left, reason: "Locataire parti sans adresse connue." },
    });
}
