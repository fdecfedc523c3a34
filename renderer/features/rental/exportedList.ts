import type { InputOf } from "../../../src/contract/index.ts";
import type { OfficeScope } from "../../../src/contract/primitives.ts";
import { today } from "../../lib/today.ts";

type Exported = Omit<InputOf<"rental.exportList">, "format">;

/** What is asked for as a file. @param month `2026-11`; this month when left out */
export function exportedList(
  list: Exported["list"],
  office: OfficeScope | undefined,
  month = today().slice(0, 7),
): Exported {
  return { list, month, ...(office === undefined ? {} : { office }) };
}
