import type { CalendarDate, MemberNumber } from "../../contract/primitives.ts";
import { insertCard, insertTerm } from "../../data/cards.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { nextTerm, type TermRules } from "../../domain/membership/terms.ts";

/**
 * Gives a woman from a paper register the card that she paid before this program came: a term and a card from today,
 * without a voucher, because the money is in no cash book here.
 * @param ids of the term and the card
 */
export function takeOverCard(
  door: WriteDoor,
  member: { readonly id: string; readonly number: MemberNumber },
  about: { readonly today: CalendarDate; readonly rules: TermRules; readonly ids: readonly [string, string] },
): void {
  const { startsOn, endsOn } = nextTerm(null, about.today, about.rules);
  const [termId, cardId] = about.ids;
  insertTerm(door, { id: termId, memberId: member.id, startsOn, endsOn, price: 0, voucherId: null });
  insertCard(door, {
    id: cardId,
    memberId: member.id,
    number: member.number,
    issue: 1,
    issuedOn: about.today,
    validUntil: endsOn,
    state: "valid",
  });
}
