import type { CalendarDate, Francs } from "../../contract/primitives.ts";

/** Money of the tenant that lies with no charge, by the day on which it came. */
export interface Credit {
  /** Oldest first. */
  readonly lots: { readonly on: CalendarDate; amount: Francs }[];
  /** Given back beyond what lay there: what comes next makes up for it first. */
  owed: Francs;
}

export function addCredit(credit: Credit, on: CalendarDate, amount: Francs): void {
  const made = Math.min(credit.owed, amount);
  credit.owed -= made;
  if (amount > made) credit.lots.push({ on, amount: amount - made });
}

/** Gives back what came last first. */
export function refundCredit(credit: Credit, amount: Francs): void {
  let rest = amount;
  for (let last = credit.lots.at(-1); last !== undefined && rest > 0; last = credit.lots.at(-1)) {
    const taken = Math.min(last.amount, rest);
    last.amount -= taken;
    rest -= taken;
    if (last.amount === 0) credit.lots.pop();
  }
  credit.owed += rest;
}

export function creditOf({ lots }: Credit): Francs {
  return lots.reduce((sum, { amount }) => sum + amount, 0);
}
