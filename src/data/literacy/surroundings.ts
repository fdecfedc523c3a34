import type { TargetIndicator } from "../../contract/literacyTerms.ts";
import type { HandedOut, LiteracyTarget } from "../../contract/literacyViews.ts";
import type { CalendarDate, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** What surrounds the classes: feasts that move, materials handed out, the year's targets. */

export interface StoredHoliday {
  readonly id: string;
  readonly office: OfficeCode;
  readonly onDay: CalendarDate;
  readonly name: string;
}

const holidayFromRow = (row: Row): StoredHoliday => ({
  ...{ id: String(row.id), office: String(row.office), onDay: String(row.on_day), name: String(row.name) },
});

/** Feasts that an office entered, and those that headquarters sent; at headquarters' copies an office's own. */
export function listHolidays(reader: Reader): StoredHoliday[] {
  return reader
    .all("SELECT id, office, on_day, name FROM holiday WHERE removed = 0 ORDER BY on_day")
    .map(holidayFromRow);
}

export function listReceivedHolidays(reader: Reader): StoredHoliday[] {
  return reader
    .all("SELECT id, office, on_day, name FROM received_holiday ORDER BY on_day")
    .map(holidayFromRow);
}

export function putHoliday(
  door: WriteDoor,
  holiday: {
    readonly id: string;
    readonly onDay: CalendarDate;
    readonly name: string;
    readonly removed: boolean;
  },
): void {
  const { id, onDay, name, removed } = holiday;
  const columns = { on_day: onDay, name, removed: removed ? 1 : 0 };
  const isKnown = door.get("SELECT 1 FROM holiday WHERE id = @id", { id }) !== undefined;
  if (isKnown) door.update("holiday", id, columns);
  else door.insert("holiday", { id, office: door.author.office, ...columns });
}

/** For headquarters' answers. */
export function listHolidayRows(reader: Reader, headquarters: OfficeCode): Row[] {
  return reader.all(
    "SELECT id, office, on_day, name FROM holiday WHERE office = @headquarters AND removed = 0 ORDER BY on_day, id",
    { headquarters },
  );
}

/** Headquarters' feasts take the place of those that it sent before. */
export function takeReceivedHolidays(door: WriteDoor, holidays: readonly Row[]): void {
  door.run("DELETE FROM received_holiday");
  for (const holiday of holidays)
    door.run(
      "INSERT INTO received_holiday (id, office, on_day, name) VALUES (@id, @office, @on_day, @name)",
      holiday,
    );
}

const materialFromRow = (row: Row): HandedOut => ({
  id: String(row.id),
  cohortId: String(row.cohort_id),
  enrolmentId: row.enrolment_id === null ? null : String(row.enrolment_id),
  item: String(row.item),
  quantity: Number(row.quantity),
  onDay: String(row.on_day),
  voided: row.voided === 1,
});

export function listMaterials(reader: Reader, cohortId: string): HandedOut[] {
  return reader
    .all("SELECT * FROM class_material WHERE cohort_id = @cohortId ORDER BY on_day, id", { cohortId })
    .map(materialFromRow);
}

export function readMaterial(reader: Reader, id: string): (HandedOut & { office: string }) | undefined {
  const row = reader.get("SELECT * FROM class_material WHERE id = @id", { id });
  return row === undefined ? undefined : { ...materialFromRow(row), office: String(row.office) };
}

export function insertMaterial(door: WriteDoor, material: Omit<HandedOut, "voided">): void {
  const { id, cohortId, enrolmentId, item, quantity, onDay } = material;
  door.insert("class_material", {
    ...{ id, office: door.author.office, cohort_id: cohortId, enrolment_id: enrolmentId },
    ...{ item, quantity, on_day: onDay, voided: 0 },
  });
}

export function voidMaterial(door: WriteDoor, id: string): void {
  door.update("class_material", id, { voided: 1 });
}

const targetFromRow = (row: Row): LiteracyTarget => ({
  ...{ id: String(row.id), office: String(row.office), year: Number(row.year), value: Number(row.value) },
  indicator: String(row.indicator) as TargetIndicator,
});

export function listTargets(reader: Reader, year: number, office: OfficeScope | undefined): LiteracyTarget[] {
  const isOne = office !== undefined && office !== "all";
  return reader
    .all(
      `SELECT * FROM literacy_target WHERE year = @year ${isOne ? "AND office = @office" : ""} ORDER BY office, indicator`,
      isOne ? { year, office } : { year },
    )
    .map(targetFromRow);
}

/** One value an indicator and year. */
export function putTarget(door: WriteDoor, target: Omit<LiteracyTarget, "office">): void {
  const { office } = door.author;
  const { id, year, indicator, value } = target;
  const known = door.get(
    "SELECT id FROM literacy_target WHERE office = @office AND year = @year AND indicator = @indicator",
    { office, year, indicator },
  );
  if (known === undefined) door.insert("literacy_target", { id, office, year, indicator, value });
  else door.update("literacy_target", String(known.id), { value });
}
