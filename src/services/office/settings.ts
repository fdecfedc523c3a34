import type { Settings } from "../../contract/office.ts";
import { accept, type Result } from "../../contract/results.ts";
import { readSettings as read, writeSettings } from "../../data/officeRecord.ts";
import type { Call } from "../call.ts";

export function readSettings(call: Call): Result<Settings> {
  return accept(read(call.office.reader));
}

export function updateSettings(call: Call, settings: Settings): Result<Settings> {
  return call.office.write(call.user.id, call.world.now(), (door) => {
    writeSettings(door, settings, call.world.newId);
    return accept(settings);
  });
}
