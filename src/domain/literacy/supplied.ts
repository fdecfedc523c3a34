import type { Id } from "../../contract/primitives.ts";

const PREFIX = "00000000-0000-7000-9000-";
const DIGITS = 12;

/** Of a programme that comes with this one: an id that no office gives. @param index of its place, from 0 */
export function suppliedId(index: number): Id {
  return `${PREFIX}${String(index + 1).padStart(DIGITS, "0")}`;
}

/** Whether nobody wrote this programme: its first change is a record of its own, with a fresh id. */
export function isSupplied(id: Id): boolean {
  return id.startsWith(PREFIX);
}
