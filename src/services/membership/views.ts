import type { Card, Member, MemberFile, MemberRow } from "../../contract/membership.ts";
import type { Settings } from "../../contract/office.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCards, listTerms, readPaidUntil, type StoredCard } from "../../data/cards.ts";
import { listEntriesAbout } from "../../data/journal.ts";
import type { ListedMember, StatusDays } from "../../data/memberLists.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import { listMergedRecords, readMember } from "../../data/members.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Reader } from "../../data/reader.ts";
import {
  type Departure,
  earliestEndInGrace,
  membershipStatus,
  type TermRules,
  withGaps,
} from "../../domain/membership/terms.ts";
import { changesOf } from "./history.ts";

export function termRules(settings: Settings): TermRules {
  return { termMonths: settings.cardTermMonths, graceMonths: settings.graceMonths };
}

export function statusDays(settings: Settings, today: CalendarDate): StatusDays {
  return { today, graceFrom: earliestEndInGrace(today, termRules(settings)) };
}

function departureOf(member: { leftOn: string | null; leftReason: string | null }): Departure | null {
  if (member.leftOn === null || member.leftReason === null) return null;
  return { on: member.leftOn, reason: member.leftReason as Departure["reason"] };
}

/** A list's line with the status that the dates give it. */
export function rowOf(listed: ListedMember, rules: TermRules, today: CalendarDate): MemberRow {
  const { leftOn: _on, leftReason: _reason, ...shown } = listed;
  return { ...shown, status: membershipStatus(listed.paidUntil, departureOf(listed), today, rules) };
}

export function memberOf(
  stored: StoredMember,
  paidUntil: CalendarDate | null,
  rules: TermRules,
  today: CalendarDate,
): Member {
  return {
    id: stored.id,
    number: stored.number,
    ...stored.details,
    photoSha256: stored.photoSha256,
    leftOn: stored.leftOn,
    leftReason: stored.leftReason,
    erased: stored.erasedAt !== null,
    status: membershipStatus(paidUntil, departureOf(stored), today, rules),
    paidUntil,
  };
}

export function cardOf(card: StoredCard): Card {
  const { memberId: _member, number: _number, ...shown } = card;
  return shown;
}

/** Her whole file as the page shows it. A merged record answers with the one that stays. */
export function fileOf(reader: Reader, id: string, today: CalendarDate): Result<MemberFile> {
  const found = readMember(reader, id);
  const stored = found?.mergedInto ? readMember(reader, found.mergedInto) : found;
  if (stored === undefined) return refuse("member.notFound", { field: "id" });
  const rules = termRules(readSettings(reader));
  const terms = withGaps(listTerms(reader, stored.id));
  const cards = listCards(reader, stored.id);
  const merged = listMergedRecords(reader, stored.id);
  const ids = [stored, ...merged, ...terms, ...cards].map(({ id: about }) => about);
  return accept({
    member: memberOf(stored, readPaidUntil(reader, stored.id), rules, today),
    terms,
    cards: cards.map(cardOf),
    history: changesOf(listEntriesAbout(reader, ids)),
    mergedNumbers: merged.map(({ number }) => number).sort(),
  });
}
