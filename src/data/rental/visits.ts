import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { InspectedItem } from "../../contract/rentalTerms.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import type { Reader } from "../reader.ts";
import type { WriteDoor } from "../writeDoor.ts";
import { listIn, numberOrNull, type RentalSelection, textOrNull, whereOf } from "./selection.ts";

/** What was looked at when keys changed hands, and who was reminded of what. */

export type StoredInspection = LeaseFile["inspections"][number] & { readonly leaseId: string };
export type StoredReminder = LeaseFile["reminders"][number] & { readonly leaseId: string };

export function listInspections(reader: Reader, selection: RentalSelection): StoredInspection[] {
  const { sql, params } = whereOf(selection, "inspection");
  return reader.all(`SELECT * FROM inspection ${sql} ORDER BY on_day, id`, params).map((row) => ({
    id: String(row.id),
    leaseId: String(row.lease_id),
    premisesId: String(row.premises_id),
    kind: row.kind === "exit" ? "exit" : "entry",
    on: String(row.on_day),
    keys: Number(row.keys),
    items: listIn<InspectedItem>(row.items),
    remarks: String(row.remarks ?? ""),
  }));
}

export function readInspectionLease(reader: Reader, id: string): string | undefined {
  const row = reader.get("SELECT lease_id FROM inspection WHERE id = @id", { id });
  return row === undefined ? undefined : String(row.lease_id);
}

const columnsOf = (inspection: StoredInspection) => ({
  premises_id: inspection.premisesId,
  kind: inspection.kind,
  on_day: inspection.on,
  keys: inspection.keys,
  items: JSON.stringify(inspection.items),
  remarks: inspection.remarks,
});

export function insertInspection(door: WriteDoor, inspection: StoredInspection): void {
  const { id, leaseId } = inspection;
  door.insert("inspection", { id, office: door.author.office, lease_id: leaseId, ...columnsOf(inspection) });
}

export function updateInspection(door: WriteDoor, inspection: StoredInspection): void {
  door.update("inspection", inspection.id, columnsOf(inspection));
}

/** By day, in the order in which they were entered. */
export function listReminders(reader: Reader, selection: RentalSelection): StoredReminder[] {
  const { sql, params } = whereOf(selection, "rent_reminder");
  return reader
    .all(`SELECT * FROM rent_reminder ${sql} ORDER BY on_day, recorded_at, id`, params)
    .map((row) => ({
      id: String(row.id),
      leaseId: String(row.lease_id),
      kind: String(row.kind) as StoredReminder["kind"],
      on: String(row.on_day),
      promisedOn: textOrNull(row.promised_on),
      promised: numberOrNull(row.promised),
      note: String(row.note ?? ""),
    }));
}

export function readReminderLease(reader: Reader, id: string): string | undefined {
  const row = reader.get("SELECT lease_id FROM rent_reminder WHERE id = @id", { id });
  return row === undefined ? undefined : String(row.lease_id);
}

export interface NewReminder {
  readonly id: string;
  readonly leaseId: string;
  readonly kind: StoredReminder["kind"];
  readonly on: CalendarDate;
  readonly promisedOn: CalendarDate | null;
  readonly promised: Francs | null;
  readonly note: string;
}

export function insertReminder(door: WriteDoor, reminder: NewReminder): void {
  door.insert("rent_reminder", {
    id: reminder.id,
    office: door.author.office,
    lease_id: reminder.leaseId,
    kind: reminder.kind,
    on_day: reminder.on,
    promised_on: reminder.promisedOn,
    promised: reminder.promised,
    recorded_at: door.author.at,
    note: reminder.note,
  });
}
