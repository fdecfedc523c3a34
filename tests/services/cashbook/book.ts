import { v7 } from "uuid";
import type { NewVoucher } from "../../../src/contract/cashbookTerms.ts";
import type { InputOf, OutputOf } from "../../../src/contract/index.ts";
import type { TestOffice } from "../../support/office.ts";

/*
 * The cash book as people work in it: a voucher by hand, a place more, the month that is closed.
 */

export const EVER = { from: "2020-01-01", to: "2039-12-31" } as const;

/** An expense in cash today, unless told otherwise. */
export function voucher(changes: Partial<NewVoucher> = {}): NewVoucher {
  return {
    ...{ id: v7(), direction: "out", till: "cash", account: "supplies", amount: 3_500 },
    ...{ datedOn: "2026-11-23", words: "Cahiers et stylos", payee: "", project: null, reference: "" },
    ...changes,
  };
}

export async function record(office: TestOffice, changes: Partial<NewVoucher> = {}) {
  return (await office.must("cashbook.record", voucher(changes))).voucher;
}

/** Income by hand. */
export function receive(office: TestOffice, amount: number, changes: Partial<NewVoucher> = {}) {
  const words = "Don de la mairie";
  return record(office, { direction: "in", account: "donation", amount, words, ...changes });
}

export function ledger(
  office: TestOffice,
  changes: Partial<InputOf<"cashbook.listVouchers">> = {},
): Promise<OutputOf<"cashbook.listVouchers">> {
  return office.must("cashbook.listVouchers", { ...EVER, offset: 0, limit: 500, ...changes });
}

export async function balance(office: TestOffice, key = "cash"): Promise<number> {
  const tills = await office.must("cashbook.tills", {});
  return tills.find((till) => till.key === key)?.balance ?? Number.NaN;
}

/** Another cash box of the office. @returns its key */
export async function openBox(office: TestOffice, name = "Petite caisse"): Promise<string> {
  const key = v7();
  const kind = "cash" as const;
  await office.must("cashbook.saveTill", { key, kind, name, accountNumber: "5712", closed: false });
  return key;
}

/** What the screen shows as the sum of all places when the month ends. */
export async function closingOf(office: TestOffice, month: string): Promise<number> {
  const { tills } = await office.must("cashbook.month", { month });
  return tills.reduce((sum, { closing }) => sum + closing, 0);
}

export async function closeMonth(office: TestOffice, month: string) {
  const closing = await closingOf(office, month);
  return office.must("cashbook.closeMonth", { id: v7(), month, closing });
}

/** The next morning on which somebody opens the office. */
export async function on(office: TestOffice, day: string): Promise<void> {
  office.clock.set(`${day}T09:00:00.000Z`);
  await office.signIn();
}
