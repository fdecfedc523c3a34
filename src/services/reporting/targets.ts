import type { InputOf } from "../../contract/index.ts";
import type { IndicatorTarget } from "../../contract/reportingViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { putTarget as putLiteracyTarget } from "../../data/literacy/surroundings.ts";
import { readBranch } from "../../data/national/branches.ts";
import { listReceivedTargets, putTarget } from "../../data/reporting/targets.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Call } from "../call.ts";
import { nationalOf } from "../scope.ts";
import { placeOf } from "./engineAccess.ts";
import { literacyTargetOf, standingTargets, toLiteracy } from "./targetBook.ts";

type NewTarget = InputOf<"reporting.saveTarget">;

/** The targets that hold in a fiscal year: of this office; at headquarters of any, or of all together. */
export function targets(call: Call, input: InputOf<"reporting.targets">): Result<IndicatorTarget[]> {
  const place = placeOf(call, input.office);
  return place.ok ? accept(standingTargets(place.value, input.year)) : place;
}

function checkOffice(call: Call, { forOffice, year, code }: NewTarget): Result<null> {
  const national = nationalOf(call);
  if (national !== null) {
    const isKnown =
      forOffice === "all" ||
      forOffice === call.office.code ||
      readBranch(national.reader, forOffice) !== undefined;
    return isKnown
      ? accept(null)
      : refuse("reporting.officeUnknown", { field: "forOffice", values: { office: forOffice } });
  }
  if (forOffice !== call.office.code) return refuse("reporting.targetForOthers", { field: "forOffice" });
  const received = listReceivedTargets(call.office.reader, { year, forOffice });
  return received.some((target) => target.code === code)
    ? refuse("reporting.targetOfHeadquarters", { field: "value" })
    : accept(null);
}

/** An office's own target of its classes stands where literacy keeps it. */
function keep(call: Call, door: WriteDoor, { id, forOffice, year, code, value }: NewTarget): void {
  const indicator = literacyTargetOf(code);
  if (indicator === null || forOffice !== call.office.code)
    putTarget(door, { id, forOffice, year, code, value });
  else putLiteracyTarget(door, { id, year, indicator, value: toLiteracy(code, value ?? 0) });
}

/**
 * Sets what an indicator shall reach in a fiscal year, or takes it away. An office sets its own, where headquarters has
 * not; headquarters those of any office and of all together.
 */
export function saveTarget(call: Call, input: NewTarget): Result<IndicatorTarget[]> {
  const { code, year, forOffice } = input;
  if (indicatorOf(code)?.hasTarget !== true)
    return refuse("reporting.indicatorUnknown", { field: "code", values: { code } });
  const allowed = checkOffice(call, input);
  if (!allowed.ok) return allowed;
  const saved = call.office.write(call.user.id, call.world.now(), (door) => {
    keep(call, door, input);
    return accept(null);
  });
  return saved.ok ? targets(call, { year, office: forOffice }) : saved;
}
