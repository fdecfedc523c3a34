import type { Card, Member, MemberFile, MemberRow } from "../../contract/membership.ts";
import type { Settings } from "../../contract/office.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCards, listTerms, readPaidUntil, type StoredCard } from "../../data/cards.ts";
import { listEntriesAbout, listNationalEntriesAbout, type RecordChange } from "../../data/journal.ts";
import type { ListedMember, PaidBy, StatusDays } from "../../data/memberLists.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import { listMergedRecords, readMember } from "../../data/members.ts";
import { readOfficeIdentity, readSettings } from "../../data/officeRecord.ts";
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

export function statusDays(settings: Settings, today: CalendarDate, paidBy: PaidBy = "term"): StatusDays {
  return { today, graceFrom: earliestEndInGrace(today, termRules(settings)), paidBy };
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
    office: stored.office,
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

interface FileSource {
  readonly reader: Reader;
  readonly rules: TermRules;
  readonly paidBy: PaidBy;
  readonly entriesAbout: (ids: readonly string[]) => RecordChange[];
}

function buildFile(source: FileSource, id: string, today: CalendarDate): Result<MemberFile> {
  const { reader } = source;
  const found = readMember(reader, id);
  const stored = found?.mergedInto ? readMember(reader, found.mergedInto) : found;
  if (stored === undefined) return refuse("member.notFound", { field: "id" });
  const terms = withGaps(listTerms(reader, stored.id));
  const cards = listCards(reader, stored.id);
  const merged = listMergedRecords(reader, stored.id);
  const ids = [stored, ...merged, ...terms, ...cards].map(({ id: about }) => about);
  const lastDays = cards.map(({ validUntil }) => validUntil).sort();
  const paidUntil = source.paidBy === "card" ? (lastDays.at(-1) ?? null) : readPaidUntil(reader, stored.id);
  return accept({
    member: memberOf(stored, paidUntil, source.rules, today),
    terms,
    cards: cards.map(cardOf),
    history: changesOf(source.entriesAbout(ids)),
    mergedNumbers: merged.map(({ number }) => number).sort(),
  });
}

/** Her whole file in an office's own register. A merged record answers with the one that stays. */
export function fileOf(reader: Reader, id: string, today: CalendarDate): Result<MemberFile> {
  const rules = termRules(readSettings(reader));
  const own = readOfficeIdentity(reader)?.code ?? "";
  const entriesAbout = (ids: readonly string[]) => listEntriesAbout(reader, ids, own);
  return buildFile({ reader, rules, paidBy: "term", entriesAbout }, id, today);
}

/** The same in headquarters' copies of all offices. @param rules of headquarters: copies hold several offices' */
export function nationalFileOf(
  about: { readonly reader: Reader; readonly paidBy: PaidBy; readonly rules: TermRules },
  id: string,
  today: CalendarDate,
): Result<MemberFile> {
  const entriesAbout = (ids: readonly string[]) => listNationalEntriesAbout(about.reader, ids);
  return buildFile({ ...about, entriesAbout }, id, today);
}
