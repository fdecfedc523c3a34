import type { CardSale, TermQuote } from "../../contract/cards.ts";
import type { InputOf, OutputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  insertCard,
  insertTerm,
  listCards,
  listTerms,
  nextIssue,
  readPaidUntil,
  readValidCard,
  type StoredCard,
  updateCardState,
} from "../../data/cards.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { nextTerm, withGaps } from "../../domain/membership/terms.ts";
import type { Call } from "../call.ts";
import { type Booking, bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { orElsewhere, readLiving } from "../membership/members.ts";
import { cardOf, termRules } from "../membership/views.ts";

function hasLeft(member: StoredMember, today: string): boolean {
  return member.leftOn !== null && member.leftOn <= today;
}

function quoteFor(reader: Reader, member: StoredMember, today: string): Result<TermQuote> {
  if (hasLeft(member, today)) return refuse("card.memberLeft", { field: "memberId" });
  const settings = readSettings(reader);
  return accept({
    ...nextTerm(readPaidUntil(reader, member.id), today, termRules(settings)),
    price: settings.cardPrice,
  });
}

/** What selling or renewing her card would cover and cost today. */
export function quote(call: Call, input: { memberId: string }): Result<TermQuote> {
  const { reader } = call.office;
  const own = readLiving(call, reader, input.memberId, "memberId");
  const member = orElsewhere(call, own, input.memberId, "memberId");
  return member.ok ? quoteFor(reader, member.value, call.today()) : member;
}

/** Issues the next card for a member's number; the one before is worth nothing from now on. */
function issueCard(
  door: WriteDoor,
  card: { id: string; member: StoredMember; today: string; validUntil: string },
  oldState: "replaced" | "lost",
): StoredCard {
  const { member } = card;
  for (const old of listCards(door, member.id)) {
    if (old.state === "valid") updateCardState(door, old.id, oldState);
  }
  const issued: StoredCard = {
    id: card.id,
    memberId: member.id,
    number: member.number,
    issue: nextIssue(door, member.number),
    issuedOn: card.today,
    validUntil: card.validUntil,
    state: "valid",
  };
  insertCard(door, issued);
  return issued;
}

function saleOf(reader: Reader, memberId: string, voucherId: string): Result<CardSale> {
  const voucher = readVoucher(reader, voucherId);
  const term = withGaps(listTerms(reader, memberId)).find((candidate) => candidate.voucherId === voucherId);
  const card = readValidCard(reader, memberId);
  if (voucher === undefined || term === undefined || card === undefined) return refuse("voucher.notFound");
  return accept({ voucherId, voucherNumber: voucher.number, term, card: cardOf(card) });
}

/** @returns the voucher's number */
function bookIncome(
  call: Call,
  door: WriteDoor,
  income: Pick<Booking, "id" | "amount" | "method" | "reference"> & {
    readonly memberId: string;
    readonly account: "membershipCard" | "cardReplacement";
  },
): Result<string> {
  const { id, account, amount, method, reference, memberId } = income;
  const booking = { id, account, amount, method, reference, memberId, datedOn: call.today() };
  return bookVoucher(call, door, { ...booking, direction: "in" });
}

/**
 * Sells the first card or renews it: voucher, term and card in one transaction. The same request twice (a double
 * click) takes the money once. Refuses a price that is no longer the one on her screen.
 */
export function sellTerm(call: Call, input: InputOf<"cards.sellTerm">): Result<CardSale> {
  const today = call.today();
  const sold = call.office.write(call.user.id, call.world.now(), (door): Result<CardSale> => {
    if (readVoucher(door, input.id) !== undefined) return saleOf(door, input.memberId, input.id);
    const member = readLiving(call, door, input.memberId, "memberId");
    if (!member.ok) return member;
    const quoted = quoteFor(door, member.value, today);
    if (!quoted.ok) return quoted;
    if (quoted.value.price !== input.price)
      return refuse("card.priceChanged", { field: "price", values: { price: quoted.value.price } });
    const reference = checkReference(input.method, input.reference);
    if (!reference.ok) return reference;
    const booked = bookIncome(call, door, {
      ...input,
      memberId: member.value.id,
      account: "membershipCard",
      amount: input.price,
    });
    if (!booked.ok) return booked;
    const { startsOn, endsOn, price } = quoted.value;
    insertTerm(door, {
      id: call.world.newId(),
      memberId: member.value.id,
      startsOn,
      endsOn,
      price,
      voucherId: input.id,
    });
    issueCard(door, { id: call.world.newId(), member: member.value, today, validUntil: endsOn }, "replaced");
    return saleOf(door, member.value.id, input.id);
  });
  return orElsewhere(call, sold, input.memberId, "memberId");
}

type Replaced = OutputOf<"cards.replaceCard">;

/**
 * A new issue for a card that was lost or spoilt, with or without a fee; the old one is refused by the check. Refuses
 * a card that has expired (it is renewed, not replaced) and a member who left.
 */
export function replaceCard(call: Call, input: InputOf<"cards.replaceCard">): Result<Replaced> {
  const replaced = call.office.write(call.user.id, call.world.now(), (door): Result<Replaced> => {
    const member = readLiving(call, door, input.memberId, "memberId");
    if (!member.ok) return member;
    if (hasLeft(member.value, call.today())) return refuse("card.memberLeft", { field: "memberId" });
    const old = readValidCard(door, member.value.id);
    if (old === undefined || old.validUntil < call.today()) return refuse("card.none", { field: "memberId" });
    const existing = readVoucher(door, input.id);
    if (old.id === input.id || existing !== undefined) {
      return accept({
        card: cardOf(old),
        voucherId: existing?.id ?? null,
        voucherNumber: existing?.number ?? null,
      });
    }
    const reference = input.charged ? checkReference(input.method, input.reference) : accept(null);
    if (!reference.ok) return reference;
    const price = readSettings(door).replacementPrice;
    const charged = input.charged && price > 0;
    const booked = charged
      ? bookIncome(call, door, {
          ...input,
          memberId: member.value.id,
          account: "cardReplacement",
          amount: price,
        })
      : accept(null);
    if (!booked.ok) return booked;
    const voucherNumber = booked.value;
    const state = input.reason === "lost" ? "lost" : "replaced";
    const issued = issueCard(
      door,
      {
        id: charged ? call.world.newId() : input.id,
        member: member.value,
        today: call.today(),
        validUntil: old.validUntil,
      },
      state,
    );
    return accept({ card: cardOf(issued), voucherId: charged ? input.id : null, voucherNumber });
  });
  return orElsewhere(call, replaced, input.memberId, "memberId");
}
