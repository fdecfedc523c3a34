import { v7 } from "uuid";
import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { insertCard, insertTerm } from "../../../src/data/cards.ts";
import { insertCheckup } from "../../../src/data/insurance/checkups.ts";
import { insertMember, updateDeparture } from "../../../src/data/members.ts";
import { takeMemberNumber } from "../../../src/data/numbers.ts";
import { insertVoucher } from "../../../src/data/vouchers.ts";
import { addDays, addMonths, daysBetween } from "../../../src/domain/calendar.ts";
import { inventMember } from "../../../src/services/demo/inventedPeople.ts";
import { methodOf, referenceOf } from "../ledgerOffice.ts";
import { firstOf, lastOf, note, type Story } from "./story.ts";

/** A woman as the other areas need her. */
export interface Woman {
  readonly id: string;
  readonly joinedOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
}

const PRICE = 2_500;

/** She buys a card and renews it for as long as she wants one, sometimes late. */
function noteCards(story: Story, { id, joinedOn, leftOn }: Woman, numberOf: () => string): void {
  const { dice } = story;
  let on = addDays(joinedOn, dice.roll(20));
  for (let issue = 1; on <= lastOf(story) && (leftOn === null || on < leftOn); issue += 1) {
    const [startsOn, method] = [on, methodOf(dice)];
    const endsOn = addDays(addMonths(startsOn, 12), -1);
    const reference = referenceOf(method, dice);
    note(story, startsOn, (door) => {
      const voucherId = v7();
      insertVoucher(door, {
        ...{ id: voucherId, datedOn: startsOn, direction: "in", account: "membershipCard", amount: PRICE },
        ...{ method, reference, memberId: id },
      });
      insertTerm(door, { id: v7(), memberId: id, startsOn, endsOn, price: PRICE, voucherId });
      insertCard(door, {
        ...{ id: v7(), memberId: id, number: numberOf(), issue, issuedOn: startsOn, validUntil: endsOn },
        state: "valid",
      });
    });
    if (dice.percent(15)) return;
    on = addDays(endsOn, dice.percent(70) ? 1 : 20 + dice.roll(120));
  }
}

function noteWoman(story: Story, joinedOn: CalendarDate): Woman {
  const { dice } = story;
  const leavesOn = addDays(joinedOn, 200 + dice.roll(900));
  const leftOn = dice.percent(12) && leavesOn <= lastOf(story) ? leavesOn : null;
  const woman = { id: v7(), joinedOn, leftOn };
  const details = inventMember(dice, joinedOn, joinedOn);
  let number = "";
  note(story, joinedOn, (door) => {
    number = takeMemberNumber(door);
    insertMember(door, { id: woman.id, number, details });
  });
  if (dice.percent(92)) noteCards(story, woman, () => number);
  const reason = dice.pick(["moved", "stoppedWork", "ownWish"] as const);
  if (leftOn !== null) note(story, leftOn, (door) => updateDeparture(door, woman.id, { on: leftOn, reason }));
  return woman;
}

/** So many women who join one after the other over all months, with their cards. */
export function noteWomen(story: Story, members: number): Woman[] {
  const days = daysBetween(firstOf(story), lastOf(story)) - 30;
  return Array.from({ length: members }, (_, index) =>
    noteWoman(story, addDays(firstOf(story), Math.floor((index * days) / members))),
  );
}

export function isHere({ joinedOn, leftOn }: Woman, day: CalendarDate): boolean {
  return joinedOn < day && (leftOn === null || day < leftOn);
}

/** So many of them have their booklet stamped each month. */
export function noteCheckups(story: Story, women: readonly Woman[], aMonth: number): void {
  const { dice } = story;
  for (const first of story.months) {
    const here = women.filter((woman) => isHere(woman, first));
    for (let count = 0; count < aMonth && here.length > 0; count += 1) {
      const [woman, doneOn, stamp] = [
        dice.pick(here),
        addDays(first, dice.roll(28)),
        `T-${dice.roll(99_999)}`,
      ];
      note(story, doneOn, (door) =>
        insertCheckup(door, { id: v7(), memberId: woman.id, doneOn, stamp, facility: "Centre de référence" }),
      );
    }
  }
}
