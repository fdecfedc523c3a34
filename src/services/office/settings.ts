import type { Settings } from "../../contract/office.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { readSettings as read, writeSettings } from "../../data/officeRecord.ts";
import { hasReportOfYear } from "../../data/reporting/reports.ts";
import type { Call } from "../call.ts";

export function readSettings(call: Call): Result<Settings> {
  return accept(read(call.office.reader));
}

/**
 * Keeps the settings. Refuses another first month of the fiscal year once a quarter or a year was reported: its name
 * would mean other months, and the next report of that name would replace it.
 */
export function updateSettings(call: Call, settings: Settings): Result<Settings> {
  const { reader, code } = call.office;
  if (settings.fiscalYearStart !== read(reader).fiscalYearStart && hasReportOfYear(reader, code))
    return refuse("reporting.yearFixed", { field: "fiscalYearStart" });
  return call.office.write(call.user.id, call.world.now(), (door) => {
    writeSettings(door, settings, call.world.newId);
    return accept(settings);
  });
}
