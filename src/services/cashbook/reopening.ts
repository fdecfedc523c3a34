import type { MonthLine } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listClosings, markReopened } from "../../data/cashbook/closings.ts";
import { insertReopening, listOpenReopenings, readReopening } from "../../data/cashbook/reopenings.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { requireNational } from "../headquarters/require.ts";
import { ownBook } from "./monthBook.ts";
import { readMonths } from "./months.ts";
import { openBook } from "./vouchers.ts";

type ReopenMonth = InputOf<"cashbook.reopenMonth">;

/**
 * Opens the month of a closing of this office again, and all months after it. A closing that is not there, or opened
 * already, is passed over.
 */
function reopenFrom(
  call: Call,
  door: WriteDoor,
  { closingId, reason }: { closingId: string; reason: string },
): void {
  const standing = listClosings(door, ownBook(call, door)).filter(({ state }) => state === "closed");
  const meant = standing.find(({ id }) => id === closingId);
  if (meant === undefined) return;
  for (const { id, month } of standing)
    if (month >= meant.month) markReopened(door, id, { on: call.today(), reason });
}

/** Does what headquarters' answer says of this office's months; what was done already changes nothing. */
export function takeReopenings(
  call: Call,
  door: WriteDoor,
  reopenings: readonly { readonly closingId: string; readonly reason: string }[],
): void {
  for (const reopening of reopenings) reopenFrom(call, door, reopening);
}

function reopenOwn(call: Call, input: ReopenMonth): Result<null> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<null> => {
    // Headquarters' own month is open at once; the word of it stands for whoever asks why.
    const known = readReopening(door, input.id);
    if (known !== undefined) return accept(null);
    const closing = listClosings(door, ownBook(call, door)).find(
      ({ month, state }) => month === input.month && state === "closed",
    );
    if (closing === undefined) return refuse("cashbook.monthNotClosed", { field: "month" });
    insertReopening(door, {
      ...{ id: input.id, forOffice: input.office, month: input.month, closingId: closing.id },
      ...{ reason: input.reason, decidedOn: call.today() },
    });
    reopenFrom(call, door, { closingId: closing.id, reason: input.reason });
    return accept(null);
  });
}

/** The word travels with the next answer: until then the month stays closed there. */
function reopenElsewhere(call: Call, input: ReopenMonth): Result<null> {
  const book = openBook(call, input.office);
  if (!book.ok) return book;
  const { reader } = book.value;
  if (readReopening(call.office.reader, input.id) !== undefined) return accept(null);
  const closing = listClosings(reader, book.value).find(
    ({ month, state }) => month === input.month && state === "closed",
  );
  if (closing === undefined) return refuse("cashbook.monthNotClosed", { field: "month" });
  if (listOpenReopenings(reader, input.office).some(({ closingId }) => closingId === closing.id))
    return accept(null);
  return call.office.write(call.user.id, call.world.now(), (door): Result<null> => {
    insertReopening(door, {
      ...{ id: input.id, forOffice: input.office, month: input.month, closingId: closing.id },
      ...{ reason: input.reason, decidedOn: call.today() },
    });
    return accept(null);
  });
}

/**
 * Headquarters' word that a closed month is open again, with all after it: its own at once, an office's when it reads
 * the next answer. Refused anywhere else, and for a month that headquarters does not know as closed. The same request
 * twice is one word.
 */
export function reopenMonth(call: Call, input: ReopenMonth): Result<MonthLine[]> {
  const store = requireNational(call);
  if (!store.ok) return refuse("headquarters.notHere", { field: "office" });
  const isOwn = input.office === call.office.code;
  const done = isOwn ? reopenOwn(call, input) : reopenElsewhere(call, input);
  if (!done.ok) return done;
  // Also where this very request brought them up to the own journal.
  call.national();
  const book = openBook(call, input.office);
  return book.ok ? accept(readMonths(call, book.value)) : book;
}
