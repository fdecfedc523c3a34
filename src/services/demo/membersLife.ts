import type { MemberDetails } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths, daysBetween } from "../../domain/calendar.ts";
import type { Dice } from "./dice.ts";
import { inventMember } from "./inventedPeople.ts";
import { inventPortrait } from "./inventedPortraits.ts";
import { byHand, CASH, isHere, type Life, monthsOf, openDay, unless, type Woman } from "./life.ts";

/* The register and its cards: who is taken over, who joins, pays, forgets to, loses her card, leaves. */

/** Four of five women were members before the program came; their register was taken over in its first days. */
const TAKEN_OVER_PERCENT = 80;
/** So long the secretary copies the paper register. */
const COPYING_DAYS = 20;
const OLDEST_MEMBERSHIP_DAYS = 20 * 365;
const CARD_PRICE = 2_500;
const REPLACEMENT_PRICE = 1_000;

function inventWoman(life: Life, dice: Dice): Woman {
  const { start, end } = life;
  const length = daysBetween(start, end);
  const isOld = dice.percent(TAKEN_OVER_PERCENT);
  const comesOn = openDay(addDays(start, 1 + dice.roll(isOld ? COPYING_DAYS : length)));
  const entersOn = comesOn < end ? comesOn : end;
  const joinedOn = isOld ? addDays(start, -dice.roll(OLDEST_MEMBERSHIP_DAYS)) : entersOn;
  const details = inventMember(dice, joinedOn, entersOn);
  const leavesOn = dice.percent(7)
    ? openDay(addDays(entersOn, 60 + dice.roll(Math.max(1, length - 90))))
    : null;
  return {
    ...{ id: life.newId(), entersOn, hasExited: false },
    details: { ...details, locality: dice.pick(life.story.quarters) },
    leavesOn: leavesOn !== null && leavesOn < end ? leavesOn : null,
    leavesBy: dice.pick(["moved", "stoppedWork", "ownWish", "moved", "deceased"] as const),
  };
}

/** The women of an office, before their story is lived: in the order in which the register takes them. */
export function inventWomen(life: Life): Woman[] {
  const dice = life.dice("women");
  const women = Array.from({ length: life.story.members }, () => inventWoman(life, dice));
  return women.toSorted((a, b) => (a.entersOn < b.entersOn ? -1 : a.entersOn > b.entersOn ? 1 : 0));
}

/** When she pays her card: early or late, and some not at all. */
function paysOn(dice: Dice, { entersOn, leavesOn }: Woman, end: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  let day = dice.percent(90) ? openDay(addDays(entersOn, dice.roll(110))) : null;
  while (day !== null && day <= end && (leavesOn === null || day < leavesOn)) {
    days.push(day);
    day = dice.percent(86) ? openDay(addDays(addMonths(day, 12), dice.roll(80) - 30)) : null;
  }
  return days;
}

function noteCards(life: Life, dice: Dice, woman: Woman): void {
  const { id: memberId } = woman;
  const days = paysOn(dice, woman, life.end);
  for (const day of days)
    life.on(day, () => {
      const sale = { id: life.newId(), memberId, price: CARD_PRICE, ...byHand(dice, 25) };
      const ask = life.as(dice.percent(60) ? "secretary" : "cashier");
      // The life fund may have told of her death since.
      return unless(["card.memberLeft"], ask("cards.sellTerm", sale));
    });
  const first = days[0];
  if (first === undefined || !dice.percent(8)) return;
  const lostOn = openDay(addDays(first, 40 + dice.roll(200)));
  if (!isHere(woman, lostOn)) return;
  life.on(lostOn, () => {
    const reason = dice.pick(["lost", "spoilt"] as const);
    const about = { id: life.newId(), memberId, reason, charged: dice.percent(80), ...CASH };
    return unless(["card.none"], life.as("secretary")("cards.replaceCard", about));
  });
}

function noteWoman(life: Life, dice: Dice, woman: Woman): void {
  const { id, details, entersOn, leavesOn, leavesBy } = woman;
  const secretary = life.as("secretary");
  life.on(entersOn, () =>
    secretary("membership.registerMember", { id, details, confirmedNotDuplicate: true }),
  );
  if (dice.percent(82)) {
    const portrait = inventPortrait(dice);
    const takenOn = openDay(addDays(entersOn, dice.roll(60)));
    if (isHere(woman, takenOn))
      life.on(takenOn, () => secretary("membership.setPhoto", { id, jpeg: portrait }));
  }
  noteCards(life, dice, woman);
  if (leavesOn !== null)
    life.on(leavesOn, () =>
      unless(
        ["member.alreadyLeft"],
        secretary("membership.recordDeparture", { id, on: leavesOn, reason: leavesBy }),
      ),
    );
}

/** Once she was written down twice; months later somebody sees it. */
function noteMerge(life: Life): void {
  const twice = life.women.find(({ leavesOn, details }) => leavesOn === null && details.phone !== "");
  if (twice === undefined) return;
  const id = life.newId();
  const [writtenOn, seenOn] = [45, 130].map((days) => openDay(addDays(life.start, days)));
  if (writtenOn === undefined || seenOn === undefined || seenOn > life.end) return;
  const details: MemberDetails = { ...twice.details, alsoKnownAs: "", emergencyName: "", notes: "" };
  const secretary = life.as("secretary");
  life.on(writtenOn, () =>
    secretary("membership.registerMember", { id, details, confirmedNotDuplicate: true }),
  );
  life.on(seenOn, () => secretary("membership.mergeMembers", { keepId: twice.id, mergeId: id }));
}

/** One who had gone away comes back. */
function noteReturn(life: Life): void {
  const back = life.women.find(
    ({ leavesOn, leavesBy }) => leavesOn !== null && leavesBy === "moved" && addDays(leavesOn, 90) < life.end,
  );
  if (back === undefined || back.leavesOn === null) return;
  const on = openDay(addDays(back.leavesOn, 80));
  life.on(on, () => life.as("secretary")("membership.reinstate", { id: back.id }));
}

/** The new cards of a month are printed together; those of the last days wait. */
function notePrinting(life: Life): void {
  const print = () =>
    unless(
      ["card.nothingToPrint"],
      life.as("secretary")("cards.print", { who: "notPrintedYet", layout: "sheet" }),
    );
  for (const [index, first] of monthsOf(life).entries())
    if (index % 6 === 5) life.on(openDay(addDays(first, 24)), print);
  life.on(openDay(addDays(life.end, -9)), print);
}

/** Notes the register's story. */
export function noteMembers(life: Life): void {
  const dice = life.dice("members");
  const [start] = [life.start];
  life.on(start, async () => {
    const settings = await life.as("coordinator")("office.readSettings", {});
    await life.as("coordinator")("office.updateSettings", {
      ...settings,
      ...{ cardPrice: CARD_PRICE, replacementPrice: REPLACEMENT_PRICE, idleMinutes: 30 },
      foundAddress: `Antenne de ${life.story.name}, BP 14, ${life.story.name}`,
    });
  });
  for (const woman of life.women) noteWoman(life, dice, woman);
  noteMerge(life);
  noteReturn(life);
  notePrinting(life);
}
