import type { ClaimOutcome } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs, OfficeCode } from "../../contract/primitives.ts";
import { eraseValues } from "../journal.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** Headquarters' word on another office's claim. */
export interface Ruling {
  readonly id: string;
  readonly claimId: string;
  readonly forOffice: OfficeCode;
  readonly outcome: ClaimOutcome;
  readonly granted: Francs;
  readonly decidedOn: CalendarDate;
  readonly note: string;
}

function rulingFromRow(row: Row): Ruling {
  return {
    id: String(row.id),
    claimId: String(row.claim_id),
    forOffice: String(row.for_office),
    outcome: String(row.outcome) as ClaimOutcome,
    granted: Number(row.granted),
    decidedOn: String(row.decided_on),
    note: String(row.note),
  };
}

export function readRuling(reader: Reader, claimId: string): Ruling | undefined {
  const row = reader.get("SELECT * FROM claim_ruling WHERE claim_id = @claimId", { claimId });
  return row === undefined ? undefined : rulingFromRow(row);
}

export function insertRuling(door: WriteDoor, ruling: Ruling): void {
  door.insert("claim_ruling", {
    id: ruling.id,
    office: door.author.office,
    claim_id: ruling.claimId,
    for_office: ruling.forOffice,
    outcome: ruling.outcome,
    granted: ruling.granted,
    decided_on: ruling.decidedOn,
    note: ruling.note,
  });
}

/**
 * Rulings that an office has not been seen to have applied: those on claims that still wait there, whichever office
 * referred them (she may have been transferred meanwhile).
 */
export function listOpenRulings(reader: Reader, office: string): Ruling[] {
  return reader
    .all(
      `SELECT claim_ruling.* FROM claim_ruling JOIN claim ON claim.id = claim_ruling.claim_id
       WHERE claim.office = @office AND claim.state = 'referred' ORDER BY claim_ruling.id`,
      { office },
    )
    .map(rulingFromRow);
}

/** The same on claims of one policy, in the order in which headquarters took them. */
export function listOpenRulingsOf(reader: Reader, policyId: string): Ruling[] {
  return reader
    .all(
      `SELECT claim_ruling.* FROM claim_ruling JOIN claim ON claim.id = claim_ruling.claim_id
       WHERE claim.policy_id = @policyId AND claim.state = 'referred' ORDER BY claim_ruling.id`,
      { policyId },
    )
    .map(rulingFromRow);
}

/** Rulings with a reason in words. */
export function listNotedRulings(reader: Reader): Ruling[] {
  return reader.all("SELECT * FROM claim_ruling WHERE note <> '' ORDER BY id").map(rulingFromRow);
}

/** The journal's values go first, so that the entry of the erasure keeps its own. */
export function eraseRulingNote(door: WriteDoor, id: string): void {
  eraseValues(door, id);
  door.erase("claim_ruling", id, { note: "" });
}
