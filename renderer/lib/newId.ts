import { v7 } from "uuid";
import type { Id } from "../../src/contract/primitives.ts";

/** The identity of a record that is about to be made: sending a form twice makes it once. */
export function newId(): Id {
  return v7();
}
