import { v7 } from "uuid";
import type { CalendarDate } from "../../src/contract/primitives.ts";
import { accept } from "../../src/contract/results.ts";
import { insertCard, insertTerm } from "../../src/data/cards.ts";
import { insertMember, updateDeparture } from "../../src/data/members.ts";
import { takeMemberNumber } from "../../src/data/numbers.ts";
import { insertVoucher } from "../../src/data/vouchers.ts";
import type { WriteDoor } from "../../src/data/writeDoor.ts";
import { addDays } from "../../src/domain/calendar.ts";
import type { Call } from "../../src/services/call.ts";
import { type Dice, makeDice } from "../../src/services/demo/dice.ts";
import { inventMember } from "../../src/services/demo/inventedPeople.ts";
import { type BenchOffice, makeBenchOffice } from "./benchOffice.ts";

/** One woman leaves so many entries: her record, a change of it, a voucher, a term and a card. */
const ENTRIES_EACH = 5;
const MEMBERS_A_DAY = 1_000;
const FIRST_DAY = "2020-01-01";

function live(door: WriteDoor, dice: Dice, on: CalendarDate): void {
  const [id, voucherId] = [v7(), v7()];
  const number = takeMemberNumber(door);
  const endsOn = addDays(on, 364);
  insertMember(door, { id, number, details: inventMember(dice, on, on) });
  const isMobile = dice.percent(25);
  insertVoucher(door, {
    id: voucherId,
    datedOn: on,
    direction: "in",
    account: "membershipCard",
    amount: 2_500,
    method: isMobile ? "orangeMoney" : "cash",
    reference: isMobile ? `OM${dice.roll(1_000_000)}` : "",
    memberId: id,
  });
  insertTerm(door, { id: v7(), memberId: id, startsOn: on, endsOn, price: 2_500, voucherId });
  insertCard(door, {
    id: v7(),
    memberId: id,
    number,
    issue: 1,
    issuedOn: on,
    validUntil: endsOn,
    state: "valid",
  });
  updateDeparture(door, id, { on: endsOn, reason: dice.pick(["moved", "stoppedWork", "ownWish"] as const) });
}

/** Fills an office's journal through the write door, with invented women, up to so many entries (by fives). */
export function fillJournal(call: Call, entries: number): void {
  const dice = makeDice(20_261_123);
  let left = Math.floor((entries - call.office.reader.number("SELECT max(seq) FROM journal")) / ENTRIES_EACH);
  for (let day = 0; left > 0; day += 1) {
    const on = addDays(FIRST_DAY, day);
    const today = Math.min(left, MEMBERS_A_DAY);
    left -= today;
    call.office.write(call.user.id, `${on}T16:00:00.000Z`, (door) => {
      for (let index = 0; index < today; index += 1) live(door, dice, on);
      return accept(null);
    });
  }
}

/** An office with so many entries in its journal. */
export async function makeJournalOffice(entries: number): Promise<BenchOffice> {
  const office = await makeBenchOffice();
  fillJournal(office.call(), entries);
  return office;
}
