import type { ClaimState } from "../../contract/insuranceTerms.ts";
import { type CareCategory, type ClaimOutcome, Cut } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs, OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** What a person enters of a claim. */
export interface EnteredClaim {
  readonly policyId: string;
  readonly memberId: string;
  readonly childId: string | null;
  readonly facilityCode: string | null;
  readonly facilityName: string;
  readonly careOn: CalendarDate;
  readonly receiptNumber: string;
  readonly diagnosis: string;
  readonly prescription: string;
  readonly state: ClaimState;
  readonly asked: Francs;
}

export interface StoredClaim extends EnteredClaim {
  readonly id: string;
  readonly office: OfficeCode;
  readonly number: string;
  readonly outcome: ClaimOutcome | null;
  readonly granted: Francs | null;
  readonly enteredOn: CalendarDate;
  readonly decidedOn: CalendarDate | null;
  /** SHA-256 of the photographs of receipts. */
  readonly photos: readonly string[];
  readonly decisionNote: string;
}

export interface EnteredLine {
  readonly id: string;
  readonly category: CareCategory;
  readonly act: string | null;
  readonly words: string;
  readonly quantity: number;
  readonly asked: Francs;
}

export interface StoredLine extends EnteredLine {
  readonly claimId: string;
  /** Null until it is decided, as the next two. */
  readonly paid: Francs | null;
  readonly acts: number | null;
  readonly cuts: readonly Cut[] | null;
}

const textOrNull = (value: unknown) => (value === null || value === undefined ? null : String(value));
const numberOrNull = (value: unknown) => (value === null || value === undefined ? null : Number(value));

/** Empty where the claim came from another office: photographs never leave the one that took them. */
function photosOf(text: unknown): string[] {
  return text === "" ? [] : (JSON.parse(String(text)) as string[]);
}

export function claimFromRow(row: Row): StoredClaim {
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    policyId: String(row.policy_id),
    memberId: String(row.member_id),
    childId: textOrNull(row.child_id),
    facilityCode: textOrNull(row.facility_code),
    facilityName: String(row.facility_name),
    careOn: String(row.care_on),
    receiptNumber: String(row.receipt_number),
    diagnosis: String(row.diagnosis),
    prescription: String(row.prescription),
    state: String(row.state) as ClaimState,
    outcome: textOrNull(row.outcome) as ClaimOutcome | null,
    asked: Number(row.asked),
    granted: numberOrNull(row.granted),
    enteredOn: String(row.entered_on),
    decidedOn: textOrNull(row.decided_on),
    photos: photosOf(row.photos),
    decisionNote: String(row.decision_note),
  };
}

function lineFromRow(row: Row): StoredLine {
  return {
    id: String(row.id),
    claimId: String(row.claim_id),
    category: String(row.category) as CareCategory,
    act: textOrNull(row.act),
    words: String(row.words),
    quantity: Number(row.quantity),
    asked: Number(row.asked),
    paid: numberOrNull(row.paid),
    acts: numberOrNull(row.acts),
    cuts: row.cuts === null ? null : Cut.array().parse(JSON.parse(String(row.cuts))),
  };
}

export function readClaim(reader: Reader, id: string): StoredClaim | undefined {
  const row = reader.get("SELECT * FROM claim WHERE id = @id", { id });
  return row === undefined ? undefined : claimFromRow(row);
}

/** The lines that count, in the order in which they were entered. */
export function listLines(reader: Reader, claimId: string): StoredLine[] {
  return reader
    .all("SELECT * FROM claim_line WHERE claim_id = @claimId AND voided = 0 ORDER BY rowid", { claimId })
    .map(lineFromRow);
}

/** The claim that a line belongs to, voided or not. */
export function readClaimOfLine(reader: Reader, lineId: string): string | undefined {
  const row = reader.get("SELECT claim_id FROM claim_line WHERE id = @lineId", { lineId });
  return row === undefined ? undefined : String(row.claim_id);
}

function claimColumns(claim: EnteredClaim): Row {
  return {
    policy_id: claim.policyId,
    member_id: claim.memberId,
    child_id: claim.childId,
    facility_code: claim.facilityCode,
    facility_name: claim.facilityName,
    care_on: claim.careOn,
    receipt_number: claim.receiptNumber,
    diagnosis: claim.diagnosis,
    prescription: claim.prescription,
    state: claim.state,
    asked: claim.asked,
  };
}

export function insertClaim(
  door: WriteDoor,
  claim: EnteredClaim & { readonly id: string; readonly number: string; readonly enteredOn: CalendarDate },
): void {
  door.insert("claim", {
    id: claim.id,
    office: door.author.office,
    number: claim.number,
    ...claimColumns(claim),
    outcome: null,
    granted: null,
    entered_on: claim.enteredOn,
    decided_on: null,
    photos: "[]",
    decision_note: "",
  });
}

export function updateEntered(door: WriteDoor, id: string, claim: EnteredClaim): void {
  door.update("claim", id, claimColumns(claim));
}

export function updateClaimState(door: WriteDoor, id: string, state: ClaimState): void {
  door.update("claim", id, { state });
}

export function updateClaimPhotos(door: WriteDoor, id: string, photos: readonly string[]): void {
  door.update("claim", id, { photos: JSON.stringify(photos) });
}

export function updateDecision(
  door: WriteDoor,
  id: string,
  decision: { outcome: ClaimOutcome; granted: Francs; decidedOn: CalendarDate; note: string },
): void {
  const { outcome, granted, decidedOn, note } = decision;
  door.update("claim", id, {
    state: "decided",
    outcome,
    granted,
    decided_on: decidedOn,
    decision_note: note,
  });
}

const lineColumns = ({ category, act, words, quantity, asked }: EnteredLine): Row => ({
  category,
  act,
  words,
  quantity,
  asked,
});

/** What a line says, for comparison: an unchanged line is not written again. */
const lineText = (line: EnteredLine, memberId: string) => JSON.stringify([lineColumns(line), memberId]);

/** The lines of a claim become these; those that are there no more are voided, not deleted. */
export function saveLines(
  door: WriteDoor,
  claim: { readonly id: string; readonly memberId: string },
  lines: readonly EnteredLine[],
): void {
  const rows = door.all("SELECT * FROM claim_line WHERE claim_id = @id", { id: claim.id });
  const held = new Map(rows.map((row) => [String(row.id), row]));
  for (const line of lines) {
    const row = held.get(line.id);
    held.delete(line.id);
    const columns = { ...lineColumns(line), member_id: claim.memberId };
    if (row === undefined) insertLine(door, claim.id, { id: line.id, ...columns });
    else if (
      row.voided === 1 ||
      lineText(lineFromRow(row), String(row.member_id)) !== lineText(line, claim.memberId)
    )
      door.update("claim_line", line.id, { ...columns, voided: 0 });
  }
  for (const [id, row] of held) if (row.voided === 0) door.update("claim_line", id, { voided: 1 });
}

function insertLine(door: WriteDoor, claimId: string, columns: Row): void {
  door.insert("claim_line", {
    ...columns,
    office: door.author.office,
    claim_id: claimId,
    paid: null,
    acts: null,
    cuts: null,
    voided: 0,
  });
}

export function updateLineDecision(
  door: WriteDoor,
  line: { readonly id: string; readonly paid: Francs; readonly acts: number; readonly cuts: readonly Cut[] },
): void {
  const { id, paid, acts, cuts } = line;
  door.update("claim_line", id, { paid, acts, cuts: JSON.stringify(cuts) });
}

/** A line that was decided, with what its claim says of patient, day and facility. */
export interface DecidedRow extends StoredLine {
  readonly number: string;
  readonly patient: string;
  readonly careOn: CalendarDate;
  readonly facilityCode: string | null;
  readonly receiptNumber: string;
}

/** Decided lines of a policy, whether they were paid out or not. */
export function listDecidedLines(reader: Reader, policyId: string): DecidedRow[] {
  return reader
    .all(
      `SELECT claim_line.*, claim.number, coalesce(claim.child_id, claim.member_id) AS patient, claim.care_on,
         claim.facility_code, claim.receipt_number
       FROM claim JOIN claim_line ON claim_line.claim_id = claim.id
       WHERE claim.policy_id = @policyId AND claim.outcome IS NOT NULL AND claim_line.voided = 0
         AND claim_line.paid IS NOT NULL
       ORDER BY claim.care_on, claim.number, claim_line.id`,
      { policyId },
    )
    .map((row) => ({
      ...lineFromRow(row),
      number: String(row.number),
      patient: String(row.patient),
      careOn: String(row.care_on),
      facilityCode: textOrNull(row.facility_code),
      receiptNumber: String(row.receipt_number),
    }));
}

/** Users who wrote the claim or its lines before it was decided. */
export function listEnterers(reader: Reader, claimId: string): string[] {
  return reader
    .all(
      `SELECT DISTINCT by FROM journal WHERE (id = @claimId AND op = 'insert')
         OR id IN (SELECT id FROM claim_line WHERE claim_id = @claimId)`,
      { claimId },
    )
    .map((row) => String(row.by));
}

/** The name of who first entered it; empty where that was in another office. */
export function readEnteredBy(reader: Reader, claimId: string): string {
  const row = reader.get(
    `SELECT user.name FROM journal JOIN user ON user.id = journal.by
     WHERE journal.id = @claimId AND op = 'insert' LIMIT 1`,
    { claimId },
  );
  return String(row?.name ?? "");
}

export function isClaimPhoto(reader: Reader, sha256: string): boolean {
  return (
    reader.get("SELECT 1 FROM claim WHERE photos <> '' AND instr(photos, @sha256) > 0 LIMIT 1", {
      sha256,
    }) !== undefined
  );
}

/** Photographs that a member's claims show. */
export function listPhotosOf(reader: Reader, memberId: string): string[] {
  const rows = reader.all("SELECT photos FROM claim WHERE member_id = @memberId", { memberId });
  return [...new Set(rows.flatMap(({ photos }) => photosOf(photos)))];
}
