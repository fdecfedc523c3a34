import { v7 } from "uuid";
import type { PremisesKind } from "../../../src/contract/rentalTerms.ts";
import { leaseTerms, premisesDetails, tenantDetails } from "../rental/letting.ts";
import { type Agreement, accountOn, type Notebook, openNotebook } from "../rental/notebook.ts";
import { type LeaseNote, note, type Play, type PremisesNote, paying, takeBack } from "./yearBook.ts";

/* Premises of every kind, let to tenants who pay in time, late, in parts, ahead or not at all. */

const FIRST = "2027-07-01";
type Habit = "punctual" | "late" | "part" | "ahead" | "never";

const CASH = { method: "cash", reference: "" } as const;

/** A tenant's account with all that took off it: payments that stand, write-offs, less advances given back. */
export function accountBook({ account, received, writtenOff, givenBack }: LeaseNote): Notebook {
  const paid = received.filter(({ voucher }) => !voucher.isTakenBack);
  const back = givenBack.map(({ on, francs }) => ({ on, francs: -francs }));
  return { ...account, came: [...paid, ...writtenOff, ...back] };
}

async function addPremises({ office, book }: Play, kind: PremisesKind): Promise<void> {
  const id = v7();
  const code = `P-${book.premises.length + 1}`;
  await office.must("rental.savePremises", { id, details: premisesDetails({ code, kind }) });
  book.premises.push({ id, kind, retiredOn: null });
}

interface Signing {
  readonly premises: readonly { readonly of: PremisesNote; readonly thirds: number }[];
  readonly agreement: Partial<Agreement>;
  readonly deposit?: number;
  /** A tenant who has another lease. */
  readonly tenant?: string;
}

async function sign(play: Play, { premises, agreement, deposit = 0, tenant }: Signing): Promise<void> {
  const { office, book, day } = play;
  const agreed: Agreement = {
    ...{ startsOn: FIRST, months: 1, rent: 30_000, dueDay: 5, charges: 0, penalty: null, ...agreement },
  };
  const { rent, charges, penalty } = agreed;
  const [id, tenantId] = [v7(), tenant ?? v7()];
  await office.must("rental.signLease", {
    ...{
      id,
      tenantId,
      tenant: tenant === undefined ? tenantDetails({ name: `Locataire ${id.slice(-4)}` }) : null,
    },
    terms: leaseTerms([], {
      premises: premises.map(({ of, thirds }) => ({ premisesId: of.id, share: (rent * thirds) / 3 })),
      ...{ startsOn: agreed.startsOn, endsOn: null, rent, dueDay: agreed.dueDay, deposit },
      period: ({ 1: "month", 3: "quarter", 6: "halfYear", 12: "year" } as const)[agreed.months],
      charges: charges === 0 ? { kind: "none" } : { kind: "fixed", amount: charges },
      penalty:
        penalty === null
          ? { kind: "none" }
          : { kind: "fixed", graceDays: penalty.graceDays, amount: penalty.francs },
    }),
  });
  const lists = { received: [], writtenOff: [], givenBack: [], deposit: [] };
  const lease: LeaseNote = { id, tenant: tenantId, premises, account: openNotebook(agreed), ...lists };
  book.leases.push(lease);
  if (deposit === 0) return;
  const about = { id: v7(), leaseId: id, receivedOn: day, amount: deposit };
  await office.must("rental.receiveDeposit", { ...about, ...CASH });
  note(play, { id: about.id, account: "leaseDeposit", amount: deposit, sign: 1 });
  lease.deposit.push({ on: day, francs: deposit });
}

async function pay(play: Play, lease: LeaseNote, francs: number): Promise<void> {
  if (francs <= 0) return;
  const { office, day } = play;
  const payment = paying(play);
  const about = { id: v7(), leaseId: lease.id, receivedOn: day, amount: francs };
  await office.must("rental.recordPayment", { ...about, ...payment });
  const voucher = note(play, {
    id: about.id,
    account: "rent",
    amount: francs,
    sign: 1,
    till: payment.method,
  });
  lease.received.push({ on: day, francs, voucher });
}

const HABITS: readonly Habit[] = ["punctual", "late", "part", "part", "ahead", "never", "punctual", "late"];

/** What a tenant brings today. Sums that are shared by premises come in thirds that are whole. */
function brings({ book, day }: Play, lease: LeaseNote): number {
  const habit = HABITS[book.leases.indexOf(lease)] ?? "punctual";
  const { arrears, advance } = accountOn(accountBook(lease), day);
  const { rent, months } = lease.account.agreement;
  if (habit === "punctual") return day.endsWith("-10") ? arrears : 0;
  if (habit === "late") return day.endsWith("-19") && Number(day.slice(5, 7)) % 2 === 0 ? arrears : 0;
  if (habit === "part") return day.endsWith("-01") ? Math.min(arrears, 21_000) : 0;
  if (habit === "ahead") return advance < rent && day.endsWith("-10") ? arrears + 3 * rent * months : 0;
  return 0;
}

const leaseOf = ({ book }: Play, index: number): LeaseNote => {
  const lease = book.leases[index];
  if (lease === undefined) throw new Error("there is no such lease");
  return lease;
};

const premisesOf = ({ book }: Play, index: number): PremisesNote => {
  const premises = book.premises[index];
  if (premises === undefined) throw new Error("there are no such premises");
  return premises;
};

const alone = (play: Play, index: number) => [{ of: premisesOf(play, index), thirds: 3 }];

async function terminate({ office, day }: Play, lease: LeaseNote): Promise<void> {
  await office.must("rental.terminateLease", { id: lease.id, on: day, reason: "unpaid", note: "" });
  lease.account.endedOn = day;
}

/** So much to what is late, so much for damage, the rest back: each franc has its vouchers. */
async function settleDeposit(play: Play, lease: LeaseNote, withheld: number): Promise<void> {
  const { office, day } = play;
  const held = lease.deposit.reduce((sum, { francs }) => sum + francs, 0);
  const { arrears } = accountOn(accountBook(lease), day);
  const toArrears = Math.min(arrears, held - withheld);
  const refunded = held - toArrears - withheld;
  const about = { leaseId: lease.id, toArrears, withheld, refunded, reason: "Porte cassée" };
  await office.must("rental.settleDeposit", { id: v7(), ...about, ...CASH });
  const convert = (account: "rent" | "depositWithheld", amount: number) => {
    note(play, { account: "leaseDeposit", amount, sign: -1 });
    return note(play, { account, amount, sign: 1 });
  };
  if (toArrears > 0) lease.received.push({ on: day, francs: toArrears, voucher: convert("rent", toArrears) });
  if (withheld > 0) convert("depositWithheld", withheld);
  if (refunded > 0) note(play, { account: "leaseDeposit", amount: refunded, sign: -1 });
  lease.deposit.push({ on: day, francs: -held });
}

async function writeOff(play: Play, lease: LeaseNote, francs: number): Promise<void> {
  const { office, day } = play;
  const about = { id: v7(), leaseId: lease.id, amount: francs, reason: "Introuvable" };
  await office.must("rental.writeOff", about);
  lease.writtenOff.push({ on: day, francs });
}

async function refundAdvance(play: Play, lease: LeaseNote): Promise<void> {
  const { office, day } = play;
  const { advance } = accountOn(accountBook(lease), day);
  const id = v7();
  await office.must("rental.refundAdvance", { id, leaseId: lease.id, amount: advance, ...CASH });
  note(play, { id, account: "rentRefund", amount: advance, sign: -1 });
  lease.givenBack.push({ on: day, francs: advance });
}

const EVENTS: Readonly<Record<string, (play: Play) => Promise<unknown>>> = {
  "2027-09-19": async (play) => {
    const { id: leaseId, account } = leaseOf(play, 2);
    const about = { id: v7(), leaseId, from: "2027-11", to: "2027-12", note: "Travaux" };
    await play.office.must("rental.grantRentFree", about);
    account.freeMonths.add("2027-11").add("2027-12");
  },
  "2027-10-10": async (play) => {
    // Paid for another one: it is taken back, and paid again later.
    const last = leaseOf(play, 0).received.at(-1);
    if (last !== undefined) await takeBack(play, last.voucher);
  },
  "2027-11-10": (play) =>
    sign(play, {
      ...{ premises: alone(play, 6), agreement: { startsOn: "2027-11-16", rent: 15_000 } },
      tenant: leaseOf(play, 5).tenant,
    }),
  "2027-12-19": async (play) => {
    const { id: leaseId, account } = leaseOf(play, 0);
    const about = { id: v7(), leaseId, from: "2028-01-01", rate: null, rent: 39_000, note: "" };
    await play.office.must("rental.reviseRent", about);
    account.rents.push({ from: "2028-01-01", rent: 39_000 });
  },
  "2028-02-10": async (play) => {
    const id = premisesOf(play, 7).id;
    await play.office.must("rental.retirePremises", { id, on: play.day });
    premisesOf(play, 7).retiredOn = play.day;
  },
  "2028-02-29": (play) => writeOff(play, leaseOf(play, 5), 25_000),
  "2028-03-19": (play) => terminate(play, leaseOf(play, 5)),
  "2028-03-31": (play) => settleDeposit(play, leaseOf(play, 5), 5_000),
  "2028-04-19": (play) => terminate(play, leaseOf(play, 4)),
  "2028-04-30": async (play) => {
    await refundAdvance(play, leaseOf(play, 4));
    await settleDeposit(play, leaseOf(play, 4), 0);
  },
  "2028-05-10": (play) =>
    sign(play, { premises: alone(play, 5), agreement: { startsOn: play.day, rent: 24_000, charges: 3_000 } }),
  "2028-08-10": (play) => writeOff(play, leaseOf(play, 5), 6_000),
};

/** Who lets what from the first day on; the last premises are never let. */
export async function beginRents(play: Play): Promise<void> {
  const kinds = ["shop", "shop", "stall", "room", "office", "stall", "stall", "room", "other"] as const;
  for (const kind of kinds) await addPremises(play, kind);
  await sign(play, { premises: alone(play, 0), agreement: { rent: 36_000 }, deposit: 72_000 });
  const penalty = { graceDays: 10, francs: 1_500 };
  await sign(play, { premises: alone(play, 1), agreement: { rent: 33_000, penalty }, deposit: 33_000 });
  await sign(play, { premises: alone(play, 2), agreement: { rent: 24_000 } });
  const shared = [
    { of: premisesOf(play, 3), thirds: 2 },
    { of: premisesOf(play, 8), thirds: 1 },
  ];
  await sign(play, { premises: shared, agreement: { rent: 27_000 } });
  await sign(play, { premises: alone(play, 4), agreement: { rent: 60_000, months: 3 }, deposit: 40_000 });
  await sign(play, { premises: alone(play, 5), agreement: { rent: 21_000, dueDay: 1 }, deposit: 21_000 });
}

export async function liveRents(play: Play): Promise<void> {
  await EVENTS[play.day]?.(play);
  for (const lease of play.book.leases)
    if (lease.account.endedOn === null && play.day >= lease.account.agreement.startsOn)
      await pay(play, lease, brings(play, lease));
}
