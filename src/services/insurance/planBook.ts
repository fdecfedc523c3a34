import file from "../../../resources/reference/plans.json" with { type: "json" };
import { PlanFile } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, OfficeCode } from "../../contract/primitives.ts";
import {
  insertPlan,
  listReceivedPlans,
  listWrittenPlans,
  type StoredPlan,
} from "../../data/insurance/plans.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { versionOn } from "../../domain/insurance/planVersions.ts";
import type { Call } from "../call.ts";
import { readHeadquarters } from "../sync/keys.ts";

/*
 * Which versions of a plan hold in an office. Headquarters' confirmed ones win from the first of them on; before that
 * and without them the office's own hold. The demonstration plans come with the program: an office has them until it
 * writes its own, and the one by which somebody is enrolled is written down as it stood.
 */

const demonstrationId = (index: number) => `00000000-0000-7000-8000-${String(index + 1).padStart(12, "0")}`;

const DEMONSTRATION: readonly Omit<StoredPlan, "office">[] = PlanFile.parse(file).versions.map(
  (version, index) => ({ ...version, id: demonstrationId(index) }),
);

export interface PlanBook {
  /** Plans that an office can enrol on. */
  codes(office: OfficeCode): string[];
  /** A plan's versions in an office, the earliest first; those of one kind where it is given. */
  versions(office: OfficeCode, code: string, kind?: "health" | "life"): StoredPlan[];
}

/** Of an office: demonstration versions beside what it wrote, unless it wrote one from the same day. */
function ownVersions(written: readonly StoredPlan[], office: OfficeCode): StoredPlan[] {
  const own = written.filter((plan) => plan.office === office);
  const isWritten = ({ code, startsOn }: Pick<StoredPlan, "code" | "startsOn">) =>
    own.some((plan) => plan.code === code && plan.startsOn === startsOn);
  return [...own, ...DEMONSTRATION.filter((plan) => !isWritten(plan)).map((plan) => ({ ...plan, office }))];
}

const byStart = (a: StoredPlan, b: StoredPlan) => (a.startsOn < b.startsOn ? -1 : 1);

function standing(own: readonly StoredPlan[], leading: readonly StoredPlan[]): StoredPlan[] {
  const first = leading.map(({ startsOn }) => startsOn).sort()[0];
  const before = first === undefined ? own : own.filter(({ startsOn }) => startsOn < first);
  return [...before, ...leading].sort(byStart);
}

function bookOf(written: readonly StoredPlan[], headquarters: OfficeCode | null): PlanBook {
  const leads = (plan: StoredPlan, office: OfficeCode) =>
    plan.office === headquarters && plan.office !== office && !plan.toConfirm;
  return {
    codes: (office) => {
      const known = [...ownVersions(written, office), ...written.filter((plan) => leads(plan, office))];
      return [...new Set(known.map(({ code }) => code))].sort();
    },
    versions: (office, code, kind) => {
      const fits = (plan: StoredPlan) =>
        plan.code === code && (kind === undefined || plan.terms.kind === kind);
      const own = ownVersions(written, office).filter(fits);
      const found = standing(
        own,
        written.filter((plan) => fits(plan) && leads(plan, office)),
      );
      // A policy that came with its member may be on a plan that only her former office knows.
      return found.length > 0 ? found : written.filter(fits).sort(byStart);
    },
  };
}

/** The code of headquarters, where this office knows it. */
export function headquartersCode(call: Call, reader: Reader = call.office.reader): OfficeCode | null {
  return call.identity.headquarters ? call.office.code : (readHeadquarters(reader)?.code ?? null);
}

/** The plans of this office. */
export function ownPlanBook(call: Call, reader: Reader = call.office.reader): PlanBook {
  const written = [...listWrittenPlans(reader), ...listReceivedPlans(reader)];
  return bookOf(written, headquartersCode(call, reader));
}

/** The plans of every office, in headquarters' copies. */
export function nationalPlanBook(call: Call, national: Reader): PlanBook {
  return bookOf(listWrittenPlans(national), call.office.code);
}

/** The version in force on a day among those on which this office can enrol. */
export function planOn(
  book: PlanBook,
  office: OfficeCode,
  code: string,
  day: CalendarDate,
): StoredPlan | null {
  return book.codes(office).includes(code) ? versionOn(book.versions(office, code), day) : null;
}

/** Writes a demonstration plan down that is used for the first time, so that a policy's terms stay what they were. */
export function keepPlan(call: Call, door: WriteDoor, plan: StoredPlan): void {
  if (DEMONSTRATION.some(({ id }) => id === plan.id)) insertPlan(door, { ...plan, id: call.world.newId() });
}
