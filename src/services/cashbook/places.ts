import type { TillKey } from "../../contract/cashbookTerms.ts";
import { type OfficeCode, PaymentMethod } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listStoredTills, type StoredTill } from "../../data/cashbook/tills.ts";
import { listBranches } from "../../data/national/branches.ts";
import type { Reader } from "../../data/reader.ts";
import { TILL_NUMBERS } from "./chartBook.ts";
import type { OpenBook } from "./vouchers.ts";

/** Where money lies: the principal place of a method, which nobody has to open, or another that was opened. */
export interface Place extends Omit<StoredTill, "id"> {
  /** Null for a principal place that nobody gave other words. */
  readonly id: string | null;
  readonly principal: boolean;
}

/** The principal places in the order of the methods, then the others as they were opened. */
export function placesOf(reader: Reader, office: OfficeCode): Place[] {
  const stored = listStoredTills(reader, office);
  const principal = PaymentMethod.options.map((kind): Place => {
    const words = stored.find(({ key }) => key === kind);
    return {
      ...{ id: words?.id ?? null, office, key: kind, kind, name: words?.name ?? "" },
      accountNumber: words?.accountNumber ?? TILL_NUMBERS[kind],
      ...{ principal: true, closed: false },
    };
  });
  const others = stored.filter(({ key, kind }) => key !== kind);
  return [...principal, ...others.map((till) => ({ ...till, principal: false }))];
}

/** The place that money is to go into or out of. Refuses one that is not there or is closed. @param field on the form */
export function openPlace(reader: Reader, office: OfficeCode, key: TillKey, field: string): Result<Place> {
  const place = placesOf(reader, office).find((one) => one.key === key);
  if (place === undefined) return refuse("cashbook.tillUnknown", { field });
  return place.closed ? refuse("cashbook.tillClosed", { field }) : accept(place);
}

/** The offices that a book is of: one, or all of which headquarters has copies. */
export function officesOf({ reader, office }: OpenBook): OfficeCode[] {
  if (office !== "all") return [office];
  return listBranches(reader)
    .filter(({ headSeq }) => headSeq > 0)
    .map(({ code }) => code);
}
