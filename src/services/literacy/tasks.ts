import type { LiteracyTasks } from "../../contract/literacyViews.ts";
import { mayDo } from "../../contract/permissions.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listCohorts } from "../../data/literacy/cohorts.ts";
import type { Call } from "../call.ts";
import { ownSource, readClasses } from "./classes.ts";
import { warningsOf } from "./classViews.ts";
import { toCertify } from "./results.ts";

const NOTHING: LiteracyTasks = {
  ...{ notEntered: 0, absences: 0, belowHalf: 0, toCertify: 0 },
  first: { notEntered: null, absences: null, belowHalf: null, toCertify: null },
};

/** What waits in the classes of this office for the person who asks. */
export function literacyTasks(call: Call): Result<LiteracyTasks> {
  if (!mayDo(call.user.role, "literacy.enter")) return accept(NOTHING);
  const today = call.today();
  const open = listCohorts(call.office.reader, { office: call.office.code }).filter(
    ({ closedOn, details }) => closedOn === null && details.startsOn <= today,
  );
  const records = readClasses(call, ownSource(call), open);
  const warnings = records.flatMap((record) =>
    warningsOf(record, today).map((warning) => ({ ...warning, cohortId: record.cohort.id })),
  );
  const of = (code: (typeof warnings)[number]["code"]) => warnings.filter((one) => one.code === code);
  const late = of("notEntered");
  // Who waits longest comes first.
  const since = late.toSorted((one, other) =>
    String(one.values.since) < String(other.values.since) ? -1 : 1,
  )[0];
  const mayCertify = mayDo(call.user.role, "literacy.manage");
  const passed = mayCertify
    ? records.map((record) => ({ cohortId: record.cohort.id, women: toCertify(record, today).length }))
    : [];
  return accept({
    notEntered: late.reduce((sum, { values }) => sum + Number(values.count), 0),
    absences: of("threeAbsences").length,
    belowHalf: of("belowHalf").length,
    toCertify: passed.reduce((sum, { women }) => sum + women, 0),
    first: {
      notEntered:
        since === undefined ? null : { cohortId: since.cohortId, onDay: String(since.values.since) },
      absences: of("threeAbsences")[0]?.cohortId ?? null,
      belowHalf: of("belowHalf")[0]?.cohortId ?? null,
      toCertify: passed.find(({ women }) => women > 0)?.cohortId ?? null,
    },
  });
}
