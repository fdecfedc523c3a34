import type { CalendarDate } from "../../contract/primitives.ts";
import type { Settlement } from "../../contract/rentalTerms.ts";
import type { StatementLine } from "../../contract/rentalViews.ts";
import { type Account, accountOf, bySettling } from "./account.ts";
import type { LeaseHistory } from "./history.ts";

export interface Statement {
  /** What the tenant owed before `from`; negative where she had paid ahead. */
  readonly opening: number;
  readonly lines: readonly StatementLine[];
  readonly closing: number;
}

export type VoucheredSettlement = Settlement & { readonly voucherNumber: string };
type Movement = Omit<StatementLine, "balance">;

function asked({ entries }: Account, to: CalendarDate): Movement[] {
  const due = entries.filter(({ charge }) => charge.dueOn <= to);
  return due.map(({ charge }) => ({
    ...{ on: charge.dueOn, what: charge.kind, from: charge.from, to: charge.to },
    ...{ voucherNumber: "", debit: charge.amount, credit: 0 },
  }));
}

/** A write-off counts with what it really took off. */
function settled({ writeOffs }: Account, settlement: VoucheredSettlement): Movement {
  const { id, on, kind, voucherNumber } = settlement;
  const amount = kind === "writeOff" ? (writeOffs.get(id) ?? 0) : settlement.amount;
  const sides = kind === "refund" ? { debit: amount, credit: 0 } : { debit: 0, credit: amount };
  return { on, what: kind, from: null, to: null, voucherNumber, ...sides };
}

/**
 * The tenant's account between two days, both included: a charge adds on the day on which it is due, what settles
 * takes off on its own. The balance at the end is what is in arrears less what is advanced.
 */
export function statementOf(
  history: LeaseHistory,
  settlements: readonly VoucheredSettlement[],
  from: CalendarDate,
  to: CalendarDate,
): Statement {
  const account = accountOf(history, settlements, to, to);
  const past = settlements.filter(({ on }) => on <= to).sort(bySettling);
  const settling = past.map((settlement) => settled(account, settlement));
  // The sort is stable: of one day what is asked comes before what settles.
  const movements = [...asked(account, to), ...settling]
    .filter(({ debit, credit }) => debit + credit > 0)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let balance = 0;
  let opening = 0;
  const lines: StatementLine[] = [];
  for (const movement of movements) {
    balance += movement.debit - movement.credit;
    if (movement.on < from) opening = balance;
    else lines.push({ ...movement, balance });
  }
  return { opening, lines, closing: balance };
}
