import type { CalendarDate } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** People whom a policy names beside the member: her insured children, and who is paid when she dies. */

export interface StoredChild {
  readonly id: string;
  readonly name: string;
  readonly birthOn: CalendarDate | null;
  /** From this day on she or he is no longer insured. */
  readonly removedOn: CalendarDate | null;
}

export interface StoredBeneficiary {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  readonly share: number;
}

interface OfPolicy {
  readonly policyId: string;
  readonly memberId: string;
}

/** Removed ones too: their claims stay. */
export function listChildren(reader: Reader, policyId: string): StoredChild[] {
  return reader
    .all("SELECT * FROM insured_child WHERE policy_id = @policyId ORDER BY birth_on, id", { policyId })
    .map((row) => ({
      id: String(row.id),
      name: String(row.name),
      birthOn: row.birth_on === null ? null : String(row.birth_on),
      removedOn: row.removed_on === null ? null : String(row.removed_on),
    }));
}

export function hasChild(reader: Reader, id: string): boolean {
  return reader.get("SELECT 1 FROM insured_child WHERE id = @id", { id }) !== undefined;
}

export function insertChild(
  door: WriteDoor,
  { policyId, memberId }: OfPolicy,
  child: Omit<StoredChild, "removedOn">,
): void {
  door.insert("insured_child", {
    id: child.id,
    office: door.author.office,
    policy_id: policyId,
    member_id: memberId,
    name: child.name,
    birth_on: child.birthOn,
    removed_on: null,
  });
}

export function updateChild(door: WriteDoor, child: StoredChild): void {
  door.update("insured_child", child.id, {
    name: child.name,
    birth_on: child.birthOn,
    removed_on: child.removedOn,
  });
}

/** Who stands named now, the largest share first. */
export function listBeneficiaries(reader: Reader, policyId: string): StoredBeneficiary[] {
  return reader
    .all(
      `SELECT * FROM beneficiary WHERE policy_id = @policyId AND removed_on IS NULL
       ORDER BY share DESC, name, id`,
      { policyId },
    )
    .map((row) => ({
      id: String(row.id),
      name: String(row.name),
      relation: String(row.relation),
      phone: String(row.phone),
      share: Number(row.share),
    }));
}

export function hasBeneficiary(reader: Reader, id: string): boolean {
  return reader.get("SELECT 1 FROM beneficiary WHERE id = @id", { id }) !== undefined;
}

export function insertBeneficiary(
  door: WriteDoor,
  { policyId, memberId }: OfPolicy,
  beneficiary: StoredBeneficiary,
): void {
  door.insert("beneficiary", {
    id: beneficiary.id,
    office: door.author.office,
    policy_id: policyId,
    member_id: memberId,
    name: beneficiary.name,
    relation: beneficiary.relation,
    phone: beneficiary.phone,
    share: beneficiary.share,
    removed_on: null,
  });
}

export function removeBeneficiary(door: WriteDoor, id: string, on: CalendarDate): void {
  door.update("beneficiary", id, { removed_on: on });
}
