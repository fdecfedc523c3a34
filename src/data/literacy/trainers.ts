import type { OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

export interface StoredTrainer {
  readonly id: string;
  readonly office: OfficeCode;
  /** Of a record that was merged, the one that took it in. */
  readonly memberId: string | null;
  /** Of a member her own, as the register has it. */
  readonly name: string;
  readonly phone: string;
  readonly active: boolean;
}

function trainerFromRow(row: Row): StoredTrainer {
  return {
    id: String(row.id),
    office: String(row.office),
    memberId: row.her_id === null ? null : String(row.her_id),
    name: String(row.shown_name),
    phone: String(row.shown_phone),
    active: row.active === 1,
  };
}

const TRAINERS = `SELECT trainer.*, coalesce(her.id, trainer.member_id) AS her_id,
    CASE WHEN trainer.member_id IS NULL THEN trainer.name
      ELSE coalesce(trim(her.first_names || ' ' || her.surname), '') END AS shown_name,
    CASE WHEN trainer.member_id IS NULL THEN trainer.phone ELSE coalesce(her.phone, '') END AS shown_phone
  FROM trainer LEFT JOIN member AS noted ON noted.id = trainer.member_id
    LEFT JOIN member AS her ON her.id = coalesce(noted.merged_into, noted.id)`;

/** In the order of their names. @param office null for all that the reader holds */
export function listTrainers(reader: Reader, office: OfficeCode | null): StoredTrainer[] {
  const where = office === null ? "" : "WHERE trainer.office = @office";
  return reader
    .all(`${TRAINERS} ${where} ORDER BY shown_name, trainer.id`, office === null ? {} : { office })
    .map(trainerFromRow);
}

interface Written {
  readonly id: string;
  readonly memberId: string | null;
  readonly name: string;
  readonly phone: string;
  readonly active: boolean;
}

/** Of a member nothing is kept twice: her name and phone are the register's, and go with it when she is erased. */
const columnsOf = ({ memberId, name, phone, active }: Written) => ({
  ...{ member_id: memberId, name: memberId === null ? name : "", phone: memberId === null ? phone : "" },
  active: active ? 1 : 0,
});

export function insertTrainer(door: WriteDoor, trainer: Written): void {
  door.insert("trainer", { id: trainer.id, office: door.author.office, ...columnsOf(trainer) });
}

export function updateTrainer(door: WriteDoor, trainer: Written): void {
  door.update("trainer", trainer.id, columnsOf(trainer));
}
