import type { Card } from "../contract/membership.ts";
import type { CalendarDate, Francs, MemberNumber } from "../contract/primitives.ts";
import type { Reader } from "./reader.ts";
import type { Row } from "./registry.ts";
import type { WriteDoor } from "./writeDoor.ts";

export interface StoredTerm {
  readonly id: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly price: Francs;
  readonly voucherId: string | null;
  readonly voucherNumber: string | null;
}

/** Those that count: a sale that was taken back left none. */
export function listTerms(reader: Reader, memberId: string): StoredTerm[] {
  return reader
    .all(
      `SELECT term.id, starts_on, ends_on, price, voucher_id, voucher.number AS voucher_number
       FROM term LEFT JOIN voucher ON voucher.id = voucher_id
       WHERE term.member_id = @memberId AND voided = 0 ORDER BY starts_on`,
      { memberId },
    )
    .map((row) => ({
      id: String(row.id),
      startsOn: String(row.starts_on),
      endsOn: String(row.ends_on),
      price: Number(row.price),
      voucherId: row.voucher_id === null ? null : String(row.voucher_id),
      voucherNumber: row.voucher_number === null ? null : String(row.voucher_number),
    }));
}

export function readPaidUntil(reader: Reader, memberId: string): CalendarDate | null {
  const sql = "SELECT max(ends_on) AS day FROM term WHERE member_id = @memberId AND voided = 0";
  const row = reader.get(sql, { memberId });
  return row?.day === null || row === undefined ? null : String(row.day);
}

export function insertTerm(
  door: WriteDoor,
  term: {
    id: string;
    memberId: string;
    startsOn: string;
    endsOn: string;
    price: Francs;
    voucherId: string | null;
  },
): void {
  door.insert("term", {
    id: term.id,
    office: door.author.office,
    member_id: term.memberId,
    starts_on: term.startsOn,
    ends_on: term.endsOn,
    price: term.price,
    voucher_id: term.voucherId,
    voided: 0,
  });
}

/** The term that a voucher sold, and whose record it is by now; undefined when it sold none that counts. */
export function readSoldTerm(
  reader: Reader,
  voucherId: string,
): { readonly id: string; readonly office: string; readonly memberId: string } | undefined {
  const sql = "SELECT id, office, member_id FROM term WHERE voucher_id = @voucherId AND voided = 0";
  const row = reader.get(sql, { voucherId });
  return row && { id: String(row.id), office: String(row.office), memberId: String(row.member_id) };
}

export function voidTerm(door: WriteDoor, id: string): void {
  door.update("term", id, { voided: 1 });
}

export interface StoredCard extends Card {
  readonly memberId: string;
  readonly number: MemberNumber;
}

function cardFromRow(row: Row): StoredCard {
  return {
    id: String(row.id),
    memberId: String(row.member_id),
    issue: Number(row.issue),
    issuedOn: String(row.issued_on),
    validUntil: String(row.valid_until),
    state: row.state === "lost" ? "lost" : row.state === "replaced" ? "replaced" : "valid",
    number: String(row.number),
  };
}

export function listCards(reader: Reader, memberId: string): StoredCard[] {
  return reader
    .all("SELECT * FROM card WHERE member_id = @memberId ORDER BY number, issue", { memberId })
    .map(cardFromRow);
}

export function readCard(reader: Reader, number: MemberNumber, issue: number): StoredCard | undefined {
  const row = reader.get("SELECT * FROM card WHERE number = @number AND issue = @issue", { number, issue });
  return row === undefined ? undefined : cardFromRow(row);
}

/** Issue numbers count by the number printed on the card. */
export function nextIssue(reader: Reader, number: MemberNumber): number {
  return reader.number("SELECT coalesce(max(issue), 0) + 1 FROM card WHERE number = @number", { number });
}

export function insertCard(door: WriteDoor, card: StoredCard): void {
  door.insert("card", {
    id: card.id,
    office: door.author.office,
    member_id: card.memberId,
    issue: card.issue,
    issued_on: card.issuedOn,
    valid_until: card.validUntil,
    state: card.state,
    number: card.number,
  });
}

export function updateCardState(door: WriteDoor, id: string, state: Card["state"]): void {
  door.update("card", id, { state });
}

export function markCardPrinted(door: WriteDoor, id: string): void {
  door.run("UPDATE card SET printed_at = @at WHERE id = @id", { id, at: door.author.at });
}

const PRINTABLE = `FROM card JOIN member ON member.id = card.member_id
  WHERE state = 'valid' AND valid_until >= @today AND member.erased_at IS NULL
    AND (member.left_on IS NULL OR member.left_on > @today)`;

/** Valid cards of members who have not left: never printed, or all of them. */
export function listPrintable(reader: Reader, today: CalendarDate, onlyNew: boolean): StoredCard[] {
  return reader
    .all(`SELECT card.* ${PRINTABLE} ${onlyNew ? "AND printed_at IS NULL" : ""} ORDER BY card.number`, {
      today,
    })
    .map(cardFromRow);
}

/** Her card among those that may be printed, the newest. */
export function readPrintable(reader: Reader, memberId: string, today: CalendarDate): StoredCard | undefined {
  const row = reader.get(
    `SELECT card.* ${PRINTABLE} AND card.member_id = @memberId ORDER BY valid_until DESC, issue DESC LIMIT 1`,
    { memberId, today },
  );
  return row === undefined ? undefined : cardFromRow(row);
}

export function countPrintable(reader: Reader, today: CalendarDate, onlyNew: boolean): number {
  return reader.number(`SELECT count(*) ${PRINTABLE} ${onlyNew ? "AND printed_at IS NULL" : ""}`, { today });
}

/** The card of a member that none replaced, the newest issue; it may have expired. */
export function readValidCard(reader: Reader, memberId: string): StoredCard | undefined {
  const row = reader.get(
    "SELECT * FROM card WHERE member_id = @memberId AND state = 'valid' ORDER BY valid_until DESC, issue DESC LIMIT 1",
    { memberId },
  );
  return row === undefined ? undefined : cardFromRow(row);
}

/** Public keys that seal cards, those of this office first: a member keeps her number where another one prints. */
export function listCardKeys(reader: Reader, first: string): { office: string; publicKey: string }[] {
  return reader
    .all("SELECT office, public_key FROM card_key ORDER BY office <> @first, office", { first })
    .map((row) => ({ office: String(row.office), publicKey: String(row.public_key) }));
}

export function insertCardKey(door: WriteDoor, office: string, publicKey: string): void {
  door.run("INSERT OR IGNORE INTO card_key (office, public_key) VALUES (@office, @publicKey)", {
    office,
    publicKey,
  });
}
