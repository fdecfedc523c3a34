import type { CashCount } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertCount, listCounts, readCount } from "../../data/cashbook/counts.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { sortedPieces, sumOfPieces } from "../../domain/cashbook/pieces.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "./booking.ts";
import { openPlace, type Place } from "./places.ts";
import { balanceNow } from "./tills.ts";
import { openBook, spanFault } from "./vouchers.ts";

type Counting = InputOf<"cashbook.count">;

/** As large as an amount may be: what is counted beyond it is a slip of the keyboard. */
const MOST = 1_000_000_000;

/** What lies there: notes and coins in a cash box, a statement's balance for an account. */
function countedIn({ kind }: Place, { pieces, statement }: Counting): Result<number> {
  if (kind === "cash" && statement !== null) return refuse("cashbook.countKind", { field: "statement" });
  if (kind !== "cash" && (statement === null || pieces.length > 0))
    return refuse("cashbook.countKind", { field: statement === null ? "statement" : "pieces" });
  const counted = statement ?? sumOfPieces(pieces);
  return counted > MOST ? refuse("request.invalid", { field: "pieces" }) : accept(counted);
}

/** Books what was found more or less than the book says. @returns the voucher's id; null where nothing differs */
function bookDifference(
  call: Call,
  door: WriteDoor,
  place: Place,
  { difference, input }: { difference: number; input: Counting },
): Result<string | null> {
  if (difference === 0) return accept(null);
  if (input.reason === "") return refuse("cashbook.countReason", { field: "reason" });
  const isOver = difference > 0;
  const booked = bookVoucher(call, door, {
    ...{ id: input.voucherId, datedOn: call.today(), amount: Math.abs(difference), reference: "" },
    ...{ till: place.key, method: place.kind, memberId: null, kind: "difference", reason: input.reason },
    ...{ direction: isOver ? "in" : "out", account: isOver ? "cashOver" : "cashShort" },
  });
  return booked.ok ? accept(input.voucherId) : booked;
}

function countNow(call: Call, door: WriteDoor, input: Counting): Result<null> {
  const place = openPlace(door, call.office.code, input.till, "till");
  if (!place.ok) return place;
  const counted = countedIn(place.value, input);
  if (!counted.ok) return counted;
  const expected = balanceNow(call, door, input.till);
  if (expected !== input.expected)
    return refuse("cashbook.countChanged", { field: "expected", values: { expected } });
  const difference = counted.value - expected;
  const voucherId = bookDifference(call, door, place.value, { difference, input });
  if (!voucherId.ok) return voucherId;
  insertCount(door, {
    ...{ id: input.id, till: input.till, countedOn: call.today(), pieces: sortedPieces(input.pieces) },
    ...{ counted: counted.value, expected, reason: input.reason, voucherId: voucherId.value },
  });
  return accept(null);
}

/**
 * Notes what was counted in a place today; a difference becomes a voucher in the same transaction, with its reason.
 * Refuses when something was booked since the screen showed what to expect. The same request twice is one count.
 */
export function count(call: Call, input: Counting): Result<CashCount> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<CashCount> => {
    const done = readCount(door, input.id) === undefined ? countNow(call, door, input) : accept(null);
    if (!done.ok) return done;
    const counted = readCount(door, input.id);
    if (counted === undefined) throw new Error("a count that was noted is not there");
    return accept(counted);
  });
}

/** Counts of a span of days, the latest first; at headquarters of any office or of all. */
export function counts(call: Call, input: InputOf<"cashbook.counts">): Result<CashCount[]> {
  const fault = spanFault(input);
  if (fault !== null) return fault;
  const book = openBook(call, input.office);
  return book.ok ? accept(listCounts(book.value.reader, book.value, input)) : book;
}
