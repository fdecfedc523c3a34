import { DENOMINATIONS } from "../../contract/cashbookTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { Dice } from "./dice.ts";
import type { Life } from "./life.ts";

/* Money at hand: enough in the cash box for a week, what is beyond it to the bank; what is counted. */

const LEAST = 320_000;
const MOST = 900_000;
const KEPT = 520_000;
const MOBILE_MOST = 60_000;

export async function balanceOf(life: Life, key: string): Promise<number> {
  const tills = await life.as("cashier")("cashbook.tills", {});
  return tills.find((till) => till.key === key)?.balance ?? 0;
}

async function carry(life: Life, from: string, to: string, amount: number, words: string): Promise<void> {
  await life.as("cashier")("cashbook.transfer", {
    ...{ id: life.newId(), inId: life.newId(), from, to, amount, datedOn: life.today(), words },
    reference: from === "cash" || to === "cash" ? "" : `VIR-${life.today().slice(5).replace("-", "")}`,
  });
}

/** Before a week's payments: fetched from the bank, or taken there; mobile money goes to the bank too. */
export async function balancePurse(life: Life): Promise<void> {
  const tills = await life.as("cashier")("cashbook.tills", {});
  const balance = (key: string) => tills.find((till) => till.key === key)?.balance ?? 0;
  const [cash, bank, mobile] = [balance("cash"), balance("bank"), balance("orangeMoney")];
  const thousands = (francs: number) => Math.floor(francs / 1_000) * 1_000;
  const fetched = thousands(Math.min(KEPT - cash, bank));
  if (cash < LEAST && fetched > 0) await carry(life, "bank", "cash", fetched, "Retrait pour la caisse");
  if (cash > MOST) await carry(life, "cash", "bank", thousands(cash - KEPT), "Versement à la banque");
  if (mobile > MOBILE_MOST)
    await carry(life, "orangeMoney", "bank", thousands(mobile), "Orange Money vers la banque");
}

/** Notes and coins that make the amount, the largest first; a rest below the smallest coin is none. */
function piecesOf(amount: number) {
  let left = amount;
  return DENOMINATIONS.flatMap((value) => {
    const pieces = Math.floor(left / value);
    left -= pieces * value;
    return pieces > 0 ? [{ value, pieces }] : [];
  });
}

/** Counts a cash box; now and then a coin is missing, or one too many is there. */
export async function countBox(life: Life, dice: Dice, till: string): Promise<void> {
  const expected = await balanceOf(life, till);
  const off = dice.percent(5) ? dice.pick([-500, -250, -100, 100, 200]) : 0;
  const counted = Math.max(0, expected + off);
  await life.as("cashier")("cashbook.count", {
    ...{
      id: life.newId(),
      voucherId: life.newId(),
      till,
      pieces: piecesOf(counted),
      statement: null,
      expected,
    },
    reason: counted === expected ? "" : "Erreur de rendu de monnaie",
  });
}

/** Holds the book against an account's statement. */
export async function readStatement(life: Life, till: string): Promise<void> {
  const expected = await balanceOf(life, till);
  if (expected < 0) return;
  await life.as("cashier")("cashbook.count", {
    ...{
      id: life.newId(),
      voucherId: life.newId(),
      till,
      pieces: [],
      statement: expected,
      expected,
      reason: "",
    },
  });
}

/** Closes a month with the sum that the screen shows. */
export async function closeMonth(life: Life, first: CalendarDate): Promise<void> {
  const month = first.slice(0, 7);
  const coordinator = life.as("coordinator");
  const { tills } = await coordinator("cashbook.month", { month });
  const closing = tills.reduce((sum, till) => sum + till.closing, 0);
  await coordinator("cashbook.closeMonth", { id: life.newId(), month, closing });
}
