import type { CalendarDate, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import type { PremisesDetails } from "../../contract/rentalTerms.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";
import { listIn, numberOrNull, textOrNull } from "./selection.ts";

export interface StoredPremises extends PremisesDetails {
  readonly id: string;
  readonly office: OfficeCode;
  readonly retiredOn: CalendarDate | null;
  /** SHA-256 of the photographs; none in another office's. */
  readonly photos: readonly string[];
}

function premisesFromRow(row: Row): StoredPremises {
  return {
    id: String(row.id),
    office: String(row.office),
    code: String(row.code),
    kind: String(row.kind) as StoredPremises["kind"],
    address: String(row.address),
    surface: numberOrNull(row.surface),
    waterMeter: String(row.water_meter),
    powerMeter: String(row.power_meter),
    condition: String(row.condition) as StoredPremises["condition"],
    guideRent: Number(row.guide_rent),
    notes: String(row.notes ?? ""),
    retiredOn: textOrNull(row.retired_on),
    photos: listIn<string>(row.photos),
  };
}

/** By office and name, out of use or not. */
export function listPremises(reader: Reader, office: OfficeScope): StoredPremises[] {
  const isOne = office !== "all";
  return reader
    .all(
      `SELECT * FROM premises ${isOne ? "WHERE office = @office" : ""} ORDER BY office, code, id`,
      isOne ? { office } : {},
    )
    .map(premisesFromRow);
}

export function readPremises(reader: Reader, id: string): StoredPremises | undefined {
  const row = reader.get("SELECT * FROM premises WHERE id = @id", { id });
  return row === undefined ? undefined : premisesFromRow(row);
}

const columnsOf = (details: PremisesDetails) => ({
  code: details.code,
  kind: details.kind,
  address: details.address,
  surface: details.surface,
  water_meter: details.waterMeter,
  power_meter: details.powerMeter,
  condition: details.condition,
  guide_rent: details.guideRent,
  notes: details.notes,
});

export function insertPremises(door: WriteDoor, id: string, details: PremisesDetails): void {
  door.insert("premises", {
    id,
    office: door.author.office,
    ...columnsOf(details),
    retired_on: null,
    created_at: door.author.at,
    photos: "[]",
  });
}

export function updatePremises(door: WriteDoor, id: string, details: PremisesDetails): void {
  door.update("premises", id, columnsOf(details));
}

/** @param on the first day out of use; null takes them back into use */
export function retirePremises(door: WriteDoor, id: string, on: CalendarDate | null): void {
  door.update("premises", id, { retired_on: on });
}

export function updatePremisesPhotos(door: WriteDoor, id: string, photos: readonly string[]): void {
  door.update("premises", id, { photos: JSON.stringify(photos) });
}

export function isPremisesPhoto(reader: Reader, sha256: string): boolean {
  const sql = "SELECT 1 FROM premises WHERE photos <> '' AND instr(photos, @sha256) > 0 LIMIT 1";
  return reader.get(sql, { sha256 }) !== undefined;
}
