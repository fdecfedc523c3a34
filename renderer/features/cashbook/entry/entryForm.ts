import type { CalendarDate, Id } from "../../../../src/contract/primitives.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { dayTyped } from "../formFaults.ts";

export type Direction = "in" | "out";

/** A receipt or an expense as it is typed. */
export type EntryValues = {
  amount: number | "";
  account: string | null;
  words: string;
  payee: string;
  till: string;
  reference: string;
  datedOn: string;
  project: string | null;
};

/** Cash, today: what most vouchers are. */
export function emptyEntry(today: CalendarDate): EntryValues {
  return {
    amount: "",
    account: null,
    words: "",
    payee: "",
    till: "cash",
    reference: "",
    datedOn: dayAsTyped(today),
    project: null,
  };
}

/** What is sent; fields that are still missing are `null`. @param hasReference the place asks for one */
export function entryInput(
  id: Id,
  direction: Direction,
  values: EntryValues,
  today: CalendarDate,
  hasReference: boolean,
) {
  return {
    id,
    direction,
    till: values.till,
    account: values.account,
    amount: values.amount === "" ? null : values.amount,
    datedOn: dayTyped(values.datedOn, today),
    words: values.words.trim(),
    payee: values.payee.trim(),
    project: values.project,
    reference: hasReference ? values.reference.trim() : "",
  };
}

/** Money that goes from one place to another, or to Bamako, as it is typed. */
export type MoveValues = {
  amount: number | "";
  from: string;
  /** Null for Bamako. */
  to: string | null;
  payee: string;
  words: string;
  reference: string;
  datedOn: string;
};

export function emptyMove(today: CalendarDate): MoveValues {
  return {
    amount: "",
    from: "cash",
    to: null,
    payee: "",
    words: "",
    reference: "",
    datedOn: dayAsTyped(today),
  };
}

function moveInput({ amount, from, datedOn, words, reference }: MoveValues, today: CalendarDate) {
  return {
    from,
    amount: amount === "" ? null : amount,
    datedOn: dayTyped(datedOn, today),
    words: words.trim(),
    reference: reference.trim(),
  };
}

/** @param ids of the voucher out and of the one in */
export function transferInput(
  ids: { readonly id: Id; readonly inId: Id },
  values: MoveValues,
  today: CalendarDate,
) {
  return { ...ids, ...moveInput(values, today), to: values.to };
}

export function remitInput(id: Id, values: MoveValues, today: CalendarDate) {
  return { id, ...moveInput(values, today), payee: values.payee.trim() };
}
