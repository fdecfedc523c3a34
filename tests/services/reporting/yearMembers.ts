import { v7 } from "uuid";
import { expect } from "vitest";
import type { BirthDate, DepartureReason } from "../../../src/contract/membership.ts";
import { register } from "../../support/women.ts";
import { plusDays, plusMonths } from "../insurance/yearDays.ts";
import { note, type Play, paying, type TermNote, takeBack, type WomanNote } from "./yearBook.ts";

/* Women join, pay, pay late, lose their cards, leave, come back. */

const TERM_MONTHS = 6;

function birthOf({ dice }: Play): BirthDate | null {
  const year = 1961 + dice.roll(44);
  if (dice.percent(12)) return null;
  if (dice.percent(20)) return { kind: dice.percent(50) ? "year" : "estimated", year };
  const [month, day] = [1 + dice.roll(12), 1 + dice.roll(28)];
  return { kind: "exact", on: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` };
}

export async function join(play: Play, joinedOn: string, birth = birthOf(play)): Promise<WomanNote> {
  const { office, book, dice } = play;
  const hasSigned = dice.percent(60);
  const { member } = await register(office, {
    ...{ surname: `Femme ${book.women.length}`, birth, joinedOn, consentSigned: hasSigned },
    consentOn: hasSigned ? joinedOn : null,
  });
  const woman: WomanNote = {
    ...{
      id: member.id,
      joinedOn,
      birth,
      hasSigned,
      left: null,
      isMergedAway: false,
      erasedOn: null,
      terms: [],
    },
  };
  book.women.push(woman);
  return woman;
}

const standingTerms = ({ terms }: WomanNote) => terms.filter(({ voucher }) => !voucher.isTakenBack);

/** The last day that she has paid for. */
export function paidUntil(woman: WomanNote): string | null {
  return (
    standingTerms(woman)
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1) ?? null
  );
}

/** The last day of half a year: the day before its date comes round, or the month's last where it has no such date. */
function endOf(startsOn: string): string {
  const next = plusMonths(startsOn, TERM_MONTHS);
  return next.slice(8) === startsOn.slice(8) ? plusDays(next, -1) : next;
}

function nextTerm(woman: WomanNote, day: string): Pick<TermNote, "kind" | "startsOn" | "endsOn"> {
  const until = paidUntil(woman);
  if (until === null) return { kind: "first", startsOn: day, endsOn: endOf(day) };
  const hasLapsed = day > plusMonths(until, 1);
  const startsOn = hasLapsed ? day : plusDays(until, 1);
  return { kind: hasLapsed ? "afterLapse" : "renewal", startsOn, endsOn: endOf(startsOn) };
}

export async function sell(play: Play, woman: WomanNote): Promise<void> {
  const { office, book, day } = play;
  const next = nextTerm(woman, day);
  const quote = await office.must("cards.quote", { memberId: woman.id });
  expect(quote).toMatchObject(next);
  const payment = paying(play);
  const id = v7();
  await office.must("cards.sellTerm", { id, memberId: woman.id, price: quote.price, ...payment });
  const { method: till } = payment;
  const voucher = note(play, { id, account: "membershipCard", amount: quote.price, sign: 1, till });
  woman.terms.push({ ...next, paidOn: day, voucher });
  book.cards.push({ on: day, isReplacement: false });
}

async function replace(play: Play, woman: WomanNote): Promise<void> {
  const { office, book, dice, day } = play;
  const charged = dice.percent(60);
  const payment = paying(play);
  const { voucherId } = await office.must("cards.replaceCard", {
    ...{ id: v7(), memberId: woman.id, reason: dice.pick(["lost", "spoilt"] as const), charged, ...payment },
  });
  expect(voucherId !== null).toBe(charged);
  const { replacementPrice } = await office.must("office.readSettings", {});
  if (voucherId !== null) {
    const about = { id: voucherId, account: "cardReplacement", amount: replacementPrice };
    note(play, { ...about, sign: 1, till: payment.method });
  }
  book.cards.push({ on: day, isReplacement: true });
}

export const isHere = ({ left, isMergedAway, erasedOn }: WomanNote) =>
  left === null && !isMergedAway && erasedOn === null;

async function leave(play: Play, woman: WomanNote, on: string, reason: DepartureReason): Promise<void> {
  await play.office.must("membership.recordDeparture", { id: woman.id, on, reason });
  woman.left = { on, reason };
}

const the = ({ book }: Play, index: number): WomanNote => {
  const woman = book.women[index];
  if (woman === undefined) throw new Error("there is no such woman");
  return woman;
};

/** She was entered twice, and bought a card each time. */
async function merge(play: Play, kept: WomanNote): Promise<void> {
  const other = await join(play, kept.joinedOn);
  await sell(play, other);
  await play.office.must("membership.mergeMembers", { keepId: kept.id, mergeId: other.id });
  other.isMergedAway = true;
  kept.birth ??= other.birth;
  kept.hasSigned ||= other.hasSigned;
  kept.terms.push(...other.terms.splice(0));
  // The same woman all along: only her earliest card was the first, and after it there may be no gap.
  let until = "";
  for (const term of standingTerms(kept).sort((one, next) => (one.startsOn < next.startsOn ? -1 : 1))) {
    const isGap = until !== "" && plusDays(until, 1) < term.startsOn;
    term.kind = until === "" ? "first" : isGap ? "afterLapse" : "renewal";
    until = term.endsOn > until ? term.endsOn : until;
  }
}

/** Her record says nothing any more, of any day. */
async function erase({ office, day }: Play, woman: WomanNote): Promise<void> {
  const { member } = await office.must("membership.readMember", { id: woman.id });
  await office.must("membership.eraseMember", { id: woman.id, number: member.number });
  Object.assign(woman, { erasedOn: day, birth: null, hasSigned: false });
}

type Event = (play: Play) => Promise<unknown>;

/**
 * She pays on the first day and never again, so that her card ends with a month and her time of grace with the next; and
 * she has her birthday on a month's last day.
 */
const ONCE = 39;
/** She stands in the register twice. */
const TWICE = 34;
const HER_BIRTH: BirthDate = { kind: "exact", on: "1992-10-31" };

/** What happens once, on a day. Women from the thirtieth on are not insured and in no class. */
const EVENTS: Readonly<Record<string, Event>> = {
  "2027-07-01": (play) => sell(play, the(play, ONCE)),
  "2027-08-10": (play) => leave(play, the(play, 30), "2027-08-06", "moved"),
  "2027-09-19": (play) => leave(play, the(play, 31), "2027-08-31", "deceased"),
  "2027-11-01": (play) => leave(play, the(play, 32), "2027-11-01", "ownWish"),
  "2027-12-31": (play) => leave(play, the(play, 33), "2027-12-31", "excluded"),
  "2028-01-10": async (play) => {
    // She comes back, and nothing is left of her departure.
    await play.office.must("membership.reinstate", { id: the(play, 32).id });
    the(play, 32).left = null;
  },
  "2028-01-31": (play) => sell(play, the(play, TWICE)),
  "2028-02-19": (play) => merge(play, the(play, TWICE)),
  "2028-04-30": (play) => replace(play, the(play, TWICE)),
  "2028-06-10": (play) => erase(play, the(play, 8)),
  "2028-03-19": (play) => erase(play, the(play, 35)),
  "2028-04-10": (play) => leave(play, the(play, 36), "2028-04-09", "stoppedWork"),
  "2028-06-30": (play) => leave(play, the(play, 37), "2028-06-30", "other"),
  "2028-07-10": (play) => leave(play, the(play, 32), "2028-07-02", "ownWish"),
  "2028-08-20": (play) => leave(play, the(play, 38), "2028-08-20", "moved"),
};

/** What she may do at the counter today. */
async function atCounter(play: Play, woman: WomanNote): Promise<void> {
  const { dice, day } = play;
  const until = paidUntil(woman);
  const last = woman.terms.at(-1);
  if (last !== undefined && !last.voucher.isTakenBack && last.paidOn >= plusDays(day, -12) && dice.percent(6))
    await takeBack(play, last.voucher);
  else if (until === null) {
    if (dice.percent(14)) await sell(play, woman);
  } else if (plusDays(until, -14) <= day) {
    if (dice.percent(until < day ? 16 : 28)) await sell(play, woman);
  } else if (last?.voucher.isTakenBack === false && last.paidOn < day && dice.percent(3)) {
    await replace(play, woman);
  }
}

/** Forty women or more who joined before the year, a few of them long ago. */
export async function begin(play: Play, women: number): Promise<void> {
  const settings = await play.office.must("office.readSettings", {});
  await play.office.must("office.updateSettings", {
    ...{ ...settings, cardTermMonths: TERM_MONTHS, graceMonths: 1, fiscalYearStart: 7 },
  });
  for (let index = 0; index < women; index += 1)
    await join(play, plusDays("2027-06-20", -7 * play.dice.roll(50)), index === ONCE ? HER_BIRTH : undefined);
}

export async function liveMembers(play: Play): Promise<void> {
  const { book, dice, day } = play;
  await EVENTS[day]?.(play);
  // Also entered late: she joined last month.
  if (dice.percent(45)) await join(play, plusDays(day, -dice.roll(25)));
  const others = book.women.filter((_, index) => index !== ONCE && index !== TWICE);
  for (const woman of others) if (isHere(woman)) await atCounter(play, woman);
}
