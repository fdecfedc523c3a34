import type { OfficeIdentity, Settings } from "../contract/office.ts";
import { Settings as SettingsSchema } from "../contract/office.ts";
import type { Reader } from "./reader.ts";
import type { WriteDoor } from "./writeDoor.ts";

/** The office that this database belongs to: the first one recorded. */
export function readOfficeIdentity(reader: Reader): OfficeIdentity | undefined {
  const row = reader.get("SELECT * FROM office ORDER BY rowid LIMIT 1");
  if (row === undefined) return undefined;
  return {
    code: String(row.office),
    name: String(row.name),
    region: String(row.region),
    parentCode: row.parent_code === null ? null : String(row.parent_code),
    headquarters: row.headquarters === 1,
  };
}

export function insertOffice(door: WriteDoor, id: string, office: OfficeIdentity): void {
  door.insert("office", {
    id,
    office: office.code,
    name: office.name,
    region: office.region,
    parent_code: office.parentCode,
    headquarters: office.headquarters ? 1 : 0,
    created_at: door.author.at,
  });
}

export function readSettings(reader: Reader): Settings {
  const rows = reader.all("SELECT name, value FROM setting");
  return SettingsSchema.parse(
    Object.fromEntries(rows.map((row) => [String(row.name), JSON.parse(String(row.value))])),
  );
}

/** Writes each setting that differs; new ones under ids from `newId`. */
export function writeSettings(door: WriteDoor, settings: Settings, newId: () => string): void {
  for (const [name, value] of Object.entries(settings)) {
    const text = JSON.stringify(value);
    const row = door.get("SELECT id, value FROM setting WHERE office = @office AND name = @name", {
      office: door.author.office,
      name,
    });
    if (row === undefined)
      door.insert("setting", { id: newId(), office: door.author.office, name, value: text });
    else if (row.value !== text) door.update("setting", String(row.id), { value: text });
  }
}
