import type { Till, Voucher } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { PaymentMethod } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { lastCounts } from "../../data/cashbook/counts.ts";
import { listBalances } from "../../data/cashbook/ledger.ts";
import { insertTill, listOpened, updateTill } from "../../data/cashbook/tills.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "./booking.ts";
import { officesOf, openPlace, placesOf } from "./places.ts";
import { plainVoucher } from "./voucherFile.ts";
import { type OpenBook, openBook } from "./vouchers.ts";

/** Every place of a book's offices with what lies there now. */
export function readTills(book: OpenBook): Till[] {
  const { reader, office } = book;
  const balances = new Map(listBalances(reader, office).map((one) => [`${one.office}/${one.till}`, one]));
  const opened = listOpened(reader, office);
  const counts = lastCounts(reader, office);
  return officesOf(book).flatMap((code) =>
    placesOf(reader, code).map(({ id: _, ...place }): Till => {
      const name = `${code}/${place.key}`;
      const { balance = 0, vouchers = 0 } = balances.get(name) ?? {};
      const hasOpening = opened.has(name);
      return { ...place, balance, vouchers, hasOpening, lastCount: counts.get(name) ?? null };
    }),
  );
}

/** What lies in one place of this office now. */
export function balanceNow(call: Call, door: WriteDoor, key: string): number {
  return listBalances(door, call.office.code).find(({ till }) => till === key)?.balance ?? 0;
}

/** The places of this office, or of another or all at headquarters, office by office. */
export function tills(call: Call, input: InputOf<"cashbook.tills">): Result<Till[]> {
  const book = openBook(call, input.office);
  return book.ok ? accept(readTills(book.value)) : book;
}

type Saving = InputOf<"cashbook.saveTill">;

function faultOf(call: Call, door: WriteDoor, input: Saving): ReturnType<typeof refuse> | null {
  const { key, kind, name, closed } = input;
  const known = placesOf(door, call.office.code).find((place) => place.key === key);
  if (known !== undefined && known.kind !== kind) return refuse("cashbook.tillKind", { field: "kind" });
  const isPrincipal = PaymentMethod.safeParse(key).success;
  if (isPrincipal && closed) return refuse("cashbook.tillPrincipal", { field: "closed" });
  if (!isPrincipal && name === "") return refuse("cashbook.tillNameMissing", { field: "name" });
  const left = closed ? balanceNow(call, door, key) : 0;
  return left === 0 ? null : refuse("cashbook.tillNotEmpty", { field: "closed", values: { left } });
}

/**
 * Opens another place, or gives one other words; closes one that is empty, or opens it again. Refuses another kind,
 * a place without a name, to close a principal one or one that holds anything.
 */
export function saveTill(call: Call, input: Saving): Result<Till[]> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Till[]> => {
    const fault = faultOf(call, door, input);
    if (fault !== null) return fault;
    const known = placesOf(door, call.office.code).find(({ key }) => key === input.key);
    if (known === undefined || known.id === null) {
      const id = known === undefined ? input.key : call.world.newId();
      insertTill(door, { ...input, id });
    } else updateTill(door, { ...input, id: known.id });
    return accept(readTills({ reader: door, office: call.office.code, isOwn: true }));
  });
}

/** Books what lay in a place when its book began. Refused where an opening stands. The same request twice is one. */
export function recordOpening(
  call: Call,
  input: InputOf<"cashbook.recordOpening">,
): Result<{ voucher: Voucher }> {
  const { id, till, amount, datedOn } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<{ voucher: Voucher }> => {
    if (readVoucher(door, id)?.kind === "opening") return accept({ voucher: plainVoucher(door, id) });
    const place = openPlace(door, call.office.code, till, "till");
    if (!place.ok) return place;
    if (listOpened(door, call.office.code).has(`${call.office.code}/${till}`))
      return refuse("cashbook.openingThere", { field: "till" });
    const booked = bookVoucher(call, door, {
      ...{ id, datedOn, amount, till, method: place.value.kind, reference: "", memberId: null },
      ...{ direction: "in", account: "opening", kind: "opening" },
    });
    return booked.ok ? accept({ voucher: plainVoucher(door, id) }) : booked;
  });
}
