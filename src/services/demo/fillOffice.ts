import type { CalendarDate } from "../../contract/primitives.ts";
import { accept } from "../../contract/results.ts";
import {
  insertCard,
  insertTerm,
  listCards,
  nextIssue,
  readPaidUntil,
  updateCardState,
} from "../../data/cards.ts";
import { insertMember, updateDeparture } from "../../data/members.ts";
import { takeMemberNumber } from "../../data/numbers.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { nextTerm } from "../../domain/membership/terms.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { termRules } from "../membership/views.ts";
import { type Dice, makeDice } from "./dice.ts";
import { inventMember } from "./inventedPeople.ts";

/** How long the training office has lived. */
const MONTHS = 24;
/** Four of five women were members before the program came; their register was taken over on its first day. */
const TAKEN_OVER_PERCENT = 80;

type Happening =
  | { readonly on: CalendarDate; readonly what: "join"; readonly id: string; readonly joinedOn: CalendarDate }
  | { readonly on: CalendarDate; readonly what: "pay" | "leave"; readonly id: string };

/** The day on which the training office began. */
export function demoStart(today: CalendarDate): CalendarDate {
  return `${addMonths(today, -MONTHS).slice(0, 7)}-01`;
}

/** One woman's two years: when she enters, pays (or forgets to), and perhaps leaves. */
function inventLife(dice: Dice, id: string, start: CalendarDate, today: CalendarDate): Happening[] {
  const isOld = dice.percent(TAKEN_OVER_PERCENT);
  const joinedOn = isOld ? addDays(start, -dice.roll(20 * 365)) : addDays(start, dice.roll(MONTHS * 30));
  const entersOn = isOld ? start : joinedOn;
  const life: Happening[] = [{ on: entersOn, what: "join", id, joinedOn }];
  const leavesOn = dice.percent(6) ? addDays(entersOn, 60 + dice.roll(500)) : null;
  let paysOn = dice.percent(88) ? addDays(entersOn, dice.roll(120)) : null;
  while (paysOn !== null && paysOn <= today && (leavesOn === null || paysOn < leavesOn)) {
    life.push({ on: paysOn, what: "pay", id });
    paysOn = dice.percent(85) ? addDays(addMonths(paysOn, 12), dice.roll(90) - 30) : null;
  }
  if (leavesOn !== null) life.push({ on: leavesOn, what: "leave", id });
  return life.filter((happening) => happening.on <= today);
}

function sell(door: WriteDoor, call: Call, dice: Dice, happening: { id: string; on: CalendarDate }): void {
  const { id, on } = happening;
  const settings = readSettings(door);
  const { startsOn, endsOn } = nextTerm(readPaidUntil(door, id), on, termRules(settings));
  const voucherId = call.world.newId();
  const isMobile = dice.percent(25);
  const booked = bookVoucher(call, door, {
    id: voucherId,
    datedOn: on,
    direction: "in",
    account: "membershipCard",
    amount: settings.cardPrice,
    method: isMobile ? "orangeMoney" : "cash",
    reference: isMobile ? `OM${dice.roll(1_000_000)}` : "",
    memberId: id,
  });
  if (!booked.ok) throw new Error(booked.refusal.code);
  insertTerm(door, {
    id: call.world.newId(),
    memberId: id,
    startsOn,
    endsOn,
    price: settings.cardPrice,
    voucherId,
  });
  for (const old of listCards(door, id)) if (old.state === "valid") updateCardState(door, old.id, "replaced");
  const number = String(door.get("SELECT number FROM member WHERE id = @id", { id })?.number);
  insertCard(door, {
    id: call.world.newId(),
    memberId: id,
    number,
    issue: nextIssue(door, number),
    issuedOn: on,
    validUntil: endsOn,
    state: "valid",
  });
}

function happen(door: WriteDoor, call: Call, dice: Dice, happening: Happening): void {
  if (happening.what === "join") {
    const details = inventMember(dice, happening.joinedOn, call.today());
    insertMember(door, { id: happening.id, number: takeMemberNumber(door), details });
  } else if (happening.what === "pay") sell(door, call, dice, happening);
  else
    updateDeparture(door, happening.id, {
      on: happening.on,
      reason: dice.pick(["moved", "stoppedWork", "ownWish", "deceased"] as const),
    });
}

/**
 * Lets an empty office live two years with so many invented women: one transaction a month, so that vouchers and
 * the journal come in the order of the calendar.
 */
export function fillOffice(call: Call, about: { members: number; seed: number }): void {
  const dice = makeDice(about.seed);
  const today = call.today();
  const start = demoStart(today);
  const happenings = Array.from({ length: about.members }, () =>
    inventLife(dice, call.world.newId(), start, today),
  ).flat();
  const rank = { join: 0, pay: 1, leave: 2 };
  happenings.sort((a, b) => (a.on === b.on ? rank[a.what] - rank[b.what] : a.on < b.on ? -1 : 1));
  const byMonth = Map.groupBy(happenings, ({ on }) => on.slice(0, 7));
  for (const [month, inMonth] of byMonth) {
    const last = inMonth.at(-1)?.on ?? `${month}-28`;
    const at = last >= today ? call.world.now() : `${last}T16:00:00.000Z`;
    call.office.write(call.user.id, at, (door) => {
      for (const happening of inMonth) happen(door, call, dice, happening);
      return accept(null);
    });
  }
}
