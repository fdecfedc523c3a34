import type { CalendarDate } from "../../contract/primitives.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { revisedRent } from "../../domain/rental/history.ts";
import type { Dice } from "./dice.ts";
import { CASH, dayIn, type Life, monthsOf, openDay } from "./life.ts";
import { LETS, type Lease, type Let, premisesDetails, tenantDetails, termsOf } from "./rentalCast.ts";
import { noteEnding, noteReminders } from "./rentEndings.ts";

/* Shops, offices and a room of the association: leases, rents in all ways of paying, meters. */

/** What is due by today and not paid; to a day before, where it is given. */
export function owed({ charges }: LeaseFile, on: CalendarDate): number {
  return charges.filter(({ dueOn }) => dueOn <= on).reduce((sum, { left }) => sum + left, 0);
}

/** What the tenant brings on a day of the month, by habit; so much of what is owed. */
function brings(life: Life, dice: Dice, lease: Lease, file: LeaseFile): number {
  const today = life.today();
  const all = owed(file, today);
  const { habit } = lease.let;
  if (habit === "part") return Math.floor(all / 1_000 / 2) * 1_000;
  if (habit === "behind") return owed(file, addDays(today, -40));
  if (habit === "irregular") return all === 0 ? 0 : Math.min(all, 5_000 * (2 + dice.roll(4)));
  return all;
}

/** Who pays no more stopped so many days before today, or before the lease's end. */
const STOPPED_DAYS = 128;

function payDays(life: Life, dice: Dice, { let: { habit }, startsOn, endsOn }: Lease): CalendarDate[] {
  const last = endsOn ?? life.end;
  const until = habit === "stopped" ? addDays(last, -STOPPED_DAYS) : last;
  const months = monthsOf(life).filter((first) => first >= startsOn.slice(0, 8).concat("01"));
  const inMonth = (first: CalendarDate, index: number): CalendarDate[] => {
    if (habit === "late") return index % 2 === 1 ? [dayIn(first, 22 + dice.roll(5))] : [];
    if (habit === "part") return [dayIn(first, 8), ...(index + 2 < months.length ? [dayIn(first, 21)] : [])];
    if (habit === "irregular") return dice.percent(84) ? [dayIn(first, 3 + dice.roll(24))] : [];
    return [dayIn(first, 5 + dice.roll(3))];
  };
  return months.flatMap(inMonth).filter((day) => day > addDays(startsOn, 3) && day <= until);
}

function methodOf(dice: Dice, { by }: Let) {
  if (by === "bank") return { method: "bank", reference: `VIR-${1_000 + dice.roll(9_000)}` } as const;
  return by === "mobile" && dice.percent(70)
    ? ({ method: "orangeMoney", reference: `OM${100_000 + dice.roll(900_000)}` } as const)
    : CASH;
}

async function payRent(life: Life, dice: Dice, lease: Lease): Promise<void> {
  const cashier = life.as("cashier");
  const file = await cashier("rental.lease", { id: lease.id });
  const amount = brings(life, dice, lease, file);
  if (amount === 0) return;
  const payment = { id: life.newId(), leaseId: lease.id, receivedOn: life.today(), amount };
  await cashier("rental.recordPayment", { ...payment, ...methodOf(dice, lease.let) });
}

const ITEMS = [
  { item: "Murs et peinture", condition: "good", remark: "" },
  { item: "Porte et serrure", condition: "good", remark: "2 clés" },
  { item: "Compteur électrique", condition: "fair", remark: "" },
] as const;

/** Signature, deposit and the visit with the keys. */
function noteSigning(life: Life, dice: Dice, lease: Lease, signedOn: CalendarDate): void {
  const secretary = life.as("secretary");
  life.on(signedOn, async () => {
    const terms = termsOf(lease.let, lease.premisesId, lease.startsOn);
    const tenant = tenantDetails(lease.let);
    await secretary("rental.signLease", { id: lease.id, tenantId: life.newId(), tenant, terms });
    const { id: leaseId, premisesId } = lease;
    const deposit = { id: life.newId(), leaseId, receivedOn: signedOn, amount: terms.deposit };
    await secretary("rental.receiveDeposit", { ...deposit, ...methodOf(dice, lease.let) });
    const visit = { id: life.newId(), leaseId, premisesId, kind: "entry", on: signedOn, keys: 2 } as const;
    await secretary("rental.saveInspection", { ...visit, items: [...ITEMS], remarks: "" });
  });
}

/** A tenant whose meters are read at the end of every month. */
function noteReadings(life: Life, dice: Dice, { id: leaseId, premisesId, let: { terms } }: Lease): void {
  if (terms.charges?.kind !== "meter") return;
  let [water, power] = [1_200 + dice.roll(400), 20_400 + dice.roll(900)];
  const secretary = life.as("secretary");
  for (const [index, first] of monthsOf(life).entries()) {
    const readOn = dayIn(first, 26);
    const used = { water: water + 4 + dice.roll(6), power: power + 60 + dice.roll(80) };
    [water, power] = [used.water, used.power];
    life.on(readOn, async () => {
      for (const meter of ["water", "power"] as const) {
        const reading = { id: life.newId(), leaseId, premisesId, meter, readOn, index: used[meter] };
        await secretary("rental.recordReading", { ...reading, initial: index === 0 });
      }
    });
  }
}

/** After a year the rent of one shop rises by five percent. */
function noteRevision(life: Life, { id: leaseId, let: { terms } }: Lease): void {
  const from = addMonths(`${life.start.slice(0, 7)}-01`, 13);
  if (from > life.end) return;
  life.on(openDay(addDays(from, -20)), () =>
    life.as("secretary")("rental.reviseRent", {
      ...{ id: life.newId(), leaseId, from, rate: 500, rent: revisedRent(terms.rent, 500) },
      note: "Révision annuelle convenue",
    }),
  );
}

/** So many days before today the lease of a year is renewed. */
const RENEWED_DAYS = 200;

/** One lease was for a year, is renewed for another, and ends soon. */
function noteRenewal(life: Life, { id: leaseId }: Lease): void {
  const on = openDay(addDays(life.end, -RENEWED_DAYS));
  const endsOn = addDays(life.end, 36);
  life.on(on, () =>
    life.as("secretary")("rental.renewLease", { id: life.newId(), leaseId, endsOn, note: "Reconduit" }),
  );
}

function noteLease(life: Life, dice: Dice, lease: Lease, signedOn: CalendarDate): void {
  noteSigning(life, dice, lease, signedOn);
  for (const day of payDays(life, dice, lease)) life.on(day, () => payRent(life, dice, lease));
  noteReadings(life, dice, lease);
  if (lease.let.premises.code === "B-01") noteRevision(life, lease);
  if (lease.let.terms.endsOn !== undefined && lease.endsOn === null) noteRenewal(life, lease);
  noteReminders(life, lease);
  if (lease.endsOn !== null) noteEnding(life, lease);
}

/** Who came after the tenant that was sent away. */
const NEXT: Pick<Let, "tenant" | "habit" | "by"> = {
  ...{ tenant: { name: "Oumar Gakou", phone: "+22350001111" }, habit: "punctual", by: "cash" },
};

/** The last day of the month before: with whole months nobody owes odd francs. */
const lastOfMonth = (day: CalendarDate) => addDays(`${day.slice(0, 7)}-01`, -1);

/** Notes the rental's story. */
export function noteRental(life: Life): void {
  const dice = life.dice("rental");
  const secretary = life.as("secretary");
  const lets = LETS.slice(0, life.story.premises);
  const enteredOn = openDay(addDays(life.start, 2));
  const signedOn = openDay(addDays(life.start, 4));
  for (const one of lets) {
    const premisesId = life.newId();
    const details = premisesDetails(one, life.story.name);
    life.on(enteredOn, () => secretary("rental.savePremises", { id: premisesId, details }));
    const endsOn = one.endsDaysAgo === null ? null : lastOfMonth(addDays(life.end, -one.endsDaysAgo));
    const isAged = endsOn === null || endsOn > addMonths(life.start, 3);
    // The lease of a year that is renewed is known by its last day.
    const isRenewed =
      one.premises.code === "B-02" && addDays(life.end, -RENEWED_DAYS) > addDays(life.start, 60);
    const yearly = isRenewed ? { endsOn: addDays(life.end, 30 - RENEWED_DAYS) } : {};
    const told: Let = { ...one, terms: { ...one.terms, ...yearly } };
    const lease = {
      id: life.newId(),
      premisesId,
      let: told,
      startsOn: `${life.start.slice(0, 7)}-01`,
      endsOn,
    };
    if (isAged) noteLease(life, dice, lease, signedOn);
    if (one.premises.code === "B-05" && isAged && endsOn !== null) {
      const startsOn = addMonths(`${endsOn.slice(0, 7)}-01`, 2);
      const next = { id: life.newId(), premisesId, let: { ...one, ...NEXT }, startsOn, endsOn: null };
      noteLease(life, dice, next, openDay(addDays(startsOn, -4)));
    }
  }
  noteEmpty(life);
}

/** A store that was given up, and a room that is let from next month on. */
function noteEmpty(life: Life): void {
  if (life.story.premises < 4) return;
  const secretary = life.as("secretary");
  const [store, room] = [life.newId(), life.newId()];
  const about = { tenant: { name: "Nouhoum Diawara", phone: "+22350001112" }, terms: { rent: 15_000 } };
  const enter = (id: string, code: string, kind: "room" | "other", guideRent: number) =>
    secretary("rental.savePremises", {
      id,
      details: {
        ...{ code, kind, guideRent, address: `Quartier administratif, ${life.story.name}`, surface: 12 },
        ...{ waterMeter: "", powerMeter: "", condition: "poor", notes: "" },
      },
    });
  life.on(openDay(addDays(life.start, 3)), () => enter(store, "MG-01", "other", 10_000));
  life.on(openDay(addDays(life.start, 60)), () =>
    secretary("rental.retirePremises", { id: store, on: life.today() }),
  );
  life.on(openDay(addDays(life.end, -50)), () => enter(room, "CH-02", "room", 15_000));
  const startsOn = addMonths(`${life.end.slice(0, 7)}-01`, 1);
  life.on(openDay(addDays(life.end, -6)), () =>
    secretary("rental.signLease", {
      ...{ id: life.newId(), tenantId: life.newId(), tenant: tenantDetails(about) },
      terms: termsOf(about, room, startsOn),
    }),
  );
}
