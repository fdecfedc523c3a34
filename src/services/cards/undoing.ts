import type { Voucher } from "../../contract/cashbookTerms.ts";
import { accept, type Result } from "../../contract/results.ts";
import {
  listCards,
  listTerms,
  readPaidUntil,
  readSoldTerm,
  readValidCard,
  type StoredCard,
  updateCardState,
  voidTerm,
} from "../../data/cards.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import type { Hindrance, Undoer } from "../cashbook/undoing.ts";

function hindrance(reader: Reader, voucher: Voucher): Hindrance | null {
  if (voucher.account === "cardReplacement") return null;
  const sold = readSoldTerm(reader, voucher.id);
  // She may have taken her terms to another office with her.
  if (sold?.office !== voucher.office) return { kind: "undoneElsewhere" };
  const terms = listTerms(reader, sold.memberId);
  const at = terms.findIndex(({ id }) => id === sold.id);
  const number = terms.slice(at + 1).findLast(({ voucherNumber }) => voucherNumber !== null)?.voucherNumber;
  return number ? { kind: "builtUpon", number } : null;
}

/** The card that counts again: the last one from before, where the sale replaced it and its time is not over. */
function cardBefore(cards: readonly StoredCard[], paidUntil: string, today: string): StoredCard | undefined {
  const last = cards
    .filter(({ validUntil }) => validUntil >= today && validUntil <= paidUntil)
    .toSorted((a, b) =>
      a.validUntil === b.validUntil ? a.issue - b.issue : a.validUntil < b.validUntil ? -1 : 1,
    )
    .at(-1);
  return last?.state === "replaced" ? last : undefined;
}

/** The card that was sold is worth nothing any more, and the one that it replaced is worth its rest. */
function takeCardBack(door: WriteDoor, memberId: string, today: string): void {
  const paidUntil = readPaidUntil(door, memberId) ?? "";
  const cards = listCards(door, memberId);
  const worthless = cards.filter(({ state, validUntil }) => state === "valid" && validUntil > paidUntil);
  const before = cardBefore(cards, paidUntil, today);
  for (const { id } of worthless) updateCardState(door, id, "replaced");
  if (before !== undefined && readValidCard(door, memberId) === undefined)
    updateCardState(door, before.id, "valid");
}

/**
 * Takes back what a card's voucher was for: of a sale the term and the card; of a replacement nothing but the fee, for
 * the old card is lost or spoilt all the same.
 */
export const cardsUndoer: Undoer = {
  accounts: ["membershipCard", "cardReplacement"],
  hindrance,
  undo: (call: Call, door, voucher): Result<null> => {
    const sold = readSoldTerm(door, voucher.id);
    if (sold === undefined) return accept(null);
    voidTerm(door, sold.id);
    takeCardBack(door, sold.memberId, call.today());
    return accept(null);
  },
};
