import type { OfficeScope } from "../../../contract/primitives.ts";
import type { IndicatorTarget } from "../../../contract/reportingViews.ts";
import { accept, type Result, refuse } from "../../../contract/results.ts";
import { listReceivedTargetYears, listTargetYears } from "../../../data/reporting/listYears.ts";
import { AUDIT, OFFICES, TARGETS } from "../../../documents/lists/reportingLists.ts";
import { listAudit } from "../../access/audit.ts";
import type { Call } from "../../call.ts";
import { listOffices } from "../../headquarters/offices.ts";
import { placeOf } from "../engineAccess.ts";
import { standingTargets } from "../targetBook.ts";
import { listSource } from "./listSource.ts";

type Office = OfficeScope | undefined;

/** The targets of every fiscal year that has some, the newest first. */
function targetRows(call: Call, office: Office): Result<IndicatorTarget[]> {
  const place = placeOf(call, office);
  if (!place.ok) return place;
  const own = call.office.reader;
  const years = new Set([
    ...[own, place.value.reader].flatMap(listTargetYears),
    ...listReceivedTargetYears(own),
  ]);
  return accept([...years].sort((a, b) => b - a).flatMap((year) => standingTargets(place.value, year)));
}

function auditRows(call: Call, office: Office) {
  const whose = office === undefined ? {} : { office };
  return listAudit(call, { ...whose, before: null, limit: Number.MAX_SAFE_INTEGER });
}

async function officeRows(call: Call) {
  return call.identity.headquarters
    ? listOffices(call)
    : refuse("reporting.listElsewhere", { field: "list" });
}

export const REPORTING_SOURCES = {
  targets: listSource(TARGETS, { word: "objectifs", permission: "reporting.read", rows: targetRows }),
  audit: listSource(AUDIT, { word: "traces", permission: "audit.read", rows: auditRows }),
  offices: listSource(OFFICES, { word: "antennes", permission: "headquarters.read", rows: officeRows }),
} as const;
