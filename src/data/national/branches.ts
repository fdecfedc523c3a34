import type { OfficeStanding } from "../../contract/headquarters.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import { CHAIN_START } from "../journalWriter.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { NationalDoor } from "./door.ts";

/** An office as headquarters knows it, its own branch included. */
export interface Branch {
  readonly code: OfficeCode;
  readonly name: string;
  readonly region: string;
  readonly parentCode: OfficeCode | null;
  readonly standing: OfficeStanding;
  readonly invitedAt: string | null;
  readonly answers: string | null;
  readonly cardKey: string | null;
  readonly epoch: number;
  /** The last entry that headquarters has of it, in this epoch. */
  readonly headSeq: number;
  readonly headHash: string;
  readonly headAt: string | null;
  readonly recovering: boolean;
  readonly answerNumber: number;
  readonly answerSeq: number;
  readonly answerEpoch: number;
  readonly answerDigest: string;
  readonly knowsKey: string | null;
}

const text = (value: unknown) => (value === null ? null : String(value));

function branchFromRow(row: Row): Branch {
  return {
    code: String(row.code),
    name: String(row.name),
    region: String(row.region),
    parentCode: text(row.parent_code),
    standing: row.standing === "active" ? "active" : row.standing === "revoked" ? "revoked" : "invited",
    invitedAt: text(row.invited_at),
    answers: text(row.answers),
    cardKey: text(row.card_key),
    epoch: Number(row.epoch),
    headSeq: Number(row.head_seq),
    headHash: String(row.head_hash),
    headAt: text(row.head_at),
    recovering: row.recovering === 1,
    answerNumber: Number(row.answer_number),
    answerSeq: Number(row.answer_seq),
    answerEpoch: Number(row.answer_epoch),
    answerDigest: String(row.answer_digest),
    knowsKey: text(row.knows_key),
  };
}

/** Antennas in the order of their codes. */
export function listBranches(reader: Reader): Branch[] {
  return reader.all("SELECT * FROM branch ORDER BY code").map(branchFromRow);
}

export function readBranch(reader: Reader, code: OfficeCode): Branch | undefined {
  const row = reader.get("SELECT * FROM branch WHERE code = @code", { code });
  return row === undefined ? undefined : branchFromRow(row);
}

export interface BranchNames {
  readonly code: OfficeCode;
  readonly name: string;
  readonly region: string;
  readonly parentCode: OfficeCode | null;
}

/** Adds an office, or gives a known one its new names. */
export function upsertBranch(
  door: NationalDoor,
  branch: BranchNames,
  standing: OfficeStanding,
  invitedAt: string | null,
): void {
  door.run(
    `INSERT INTO branch (code, name, region, parent_code, standing, invited_at, head_hash)
     VALUES (@code, @name, @region, @parentCode, @standing, @invitedAt, @start)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, region = excluded.region,
       parent_code = excluded.parent_code, invited_at = coalesce(excluded.invited_at, invited_at)`,
    { ...branch, standing, invitedAt, start: CHAIN_START },
  );
}

export function updateHead(
  door: NationalDoor,
  code: OfficeCode,
  head: { epoch: number; seq: number; hash: string; at: string | null },
): void {
  door.run(
    `UPDATE branch SET epoch = @epoch, head_seq = @seq, head_hash = @hash, head_at = @at WHERE code = @code`,
    { code, ...head },
  );
}

export function updateKnownKey(door: NationalDoor, code: OfficeCode, key: string): void {
  door.run("UPDATE branch SET knows_key = @key WHERE code = @code", { code, key });
}

export function updateAnswer(
  door: NationalDoor,
  code: OfficeCode,
  answer: { number: number; seq: number; epoch: number; digest: string },
): void {
  door.run(
    `UPDATE branch SET answer_number = @number, answer_seq = @seq, answer_epoch = @epoch, answer_digest = @digest
     WHERE code = @code`,
    { code, ...answer },
  );
}

export function updateRecovering(door: NationalDoor, code: OfficeCode, recovering: boolean): void {
  door.run("UPDATE branch SET recovering = @recovering WHERE code = @code", {
    code,
    recovering: recovering ? 1 : 0,
  });
}

export interface BranchKey {
  readonly office: OfficeCode;
  /** A line as `ssh-keygen` writes it, without a comment. */
  readonly publicKey: string;
  readonly state: "current" | "renewed" | "revoked";
  readonly since: string;
  readonly until: string | null;
}

/** Keys of one office, or of all, the newest first. */
export function listBranchKeys(reader: Reader, office: OfficeCode | null): BranchKey[] {
  return reader
    .all(
      "SELECT * FROM branch_key WHERE @office IS NULL OR office = @office ORDER BY office, since DESC, public_key",
      { office },
    )
    .map((row) => ({
      office: String(row.office),
      publicKey: String(row.public_key),
      state: row.state === "current" ? "current" : row.state === "renewed" ? "renewed" : "revoked",
      since: String(row.since),
      until: text(row.until),
    }));
}

/** Pins an office's key and what its enrolment brought; the key before, if any, becomes `renewed`. */
export function pinKey(
  door: NationalDoor,
  office: OfficeCode,
  keys: { signing: string; answers: string; card: string },
  at: string,
): void {
  door.run(
    "UPDATE branch_key SET state = 'renewed', until = @at WHERE office = @office AND state = 'current' AND public_key <> @signing",
    { office, at, signing: keys.signing },
  );
  door.run(
    `INSERT INTO branch_key (office, public_key, state, since) VALUES (@office, @signing, 'current', @at)
     ON CONFLICT (office, public_key) DO NOTHING`,
    { office, at, signing: keys.signing },
  );
  door.run(
    "UPDATE branch SET standing = 'active', answers = @answers, card_key = @card WHERE code = @office",
    { office, answers: keys.answers, card: keys.card },
  );
}

/** Nothing that this key signs is taken from now on. */
export function revokeKey(door: NationalDoor, office: OfficeCode, publicKey: string, at: string): void {
  door.run(
    "UPDATE branch_key SET state = 'revoked', until = coalesce(until, @at) WHERE office = @office AND public_key = @publicKey",
    { office, publicKey, at },
  );
  door.run(
    `UPDATE branch SET standing = 'revoked' WHERE code = @office
       AND NOT EXISTS (SELECT 1 FROM branch_key WHERE office = @office AND state = 'current')`,
    { office },
  );
}
