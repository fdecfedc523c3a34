import type { InputOf } from "../../../../src/contract/index.ts";
import type { CalendarDate, Id } from "../../../../src/contract/primitives.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";

type Child = InputOf<"insurance.saveChildren">["children"][number];
type Beneficiary = InputOf<"insurance.saveBeneficiaries">["beneficiaries"][number];

/** A child while it is being typed. */
export interface TypedChild {
  readonly id: Id;
  readonly name: string;
  readonly birth: string;
}

/** A beneficiary while it is being typed; the share is empty until there is a number. */
export interface TypedBeneficiary {
  readonly id: Id;
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  readonly share: number | "";
}

export function typeChild({ id, name, birthOn }: Child): TypedChild {
  return { id, name, birth: dayAsTyped(birthOn) };
}

/** What is wrong with a line; null when nothing is. */
export type ChildFault = "name" | "birth" | null;

export function childFault({ name, birth }: TypedChild, today: CalendarDate): ChildFault {
  if (readTypedDay(birth, today).kind === "unreadable") return "birth";
  return name.trim() === "" ? "name" : null;
}

/** Lines that nothing was typed in are left out. @returns null while a line has a fault */
export function readChildren(typed: readonly TypedChild[], today: CalendarDate): Child[] | null {
  const filled = typed.filter(({ name, birth }) => name.trim() !== "" || birth.trim() !== "");
  if (filled.some((child) => childFault(child, today) !== null)) return null;
  return filled.map(({ id, name, birth }) => {
    const read = readTypedDay(birth, today);
    return { id, name: name.trim(), birthOn: read.kind === "day" ? read.day : null };
  });
}

function isUntouched({ name, relation, phone, share }: TypedBeneficiary): boolean {
  return share === "" && [name, relation, phone].every((text) => text.trim() === "");
}

/** Percent of all lines together. */
export function sumOfShares(typed: readonly TypedBeneficiary[]): number {
  return typed.reduce((sum, { share }) => sum + (share === "" ? 0 : share), 0);
}

/** Lines that nothing was typed in are left out. @returns null while a name is missing or the shares are not 100 % */
export function readBeneficiaries(typed: readonly TypedBeneficiary[]): Beneficiary[] | null {
  const filled = typed.filter((one) => !isUntouched(one));
  if (filled.some(({ name }) => name.trim() === "") || sumOfShares(filled) !== 100) return null;
  const read = filled.flatMap(({ share, ...words }) => (share === "" ? [] : [{ ...words, share }]));
  return read.length === filled.length ? read : null;
}

/** What a new line gets, so that the sum is 100 %; empty when nothing is left. */
export function shareLeft(typed: readonly TypedBeneficiary[]): number | "" {
  const left = 100 - sumOfShares(typed);
  return left > 0 ? left : "";
}
