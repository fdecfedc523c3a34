import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import type { Dhis2Mapping, ReportedSpan } from "../../contract/reportingTerms.ts";
import type { Dhis2Check } from "../../contract/reportingViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { canonicalJson } from "../../crypto/digests.ts";
import { listBranches } from "../../data/national/branches.ts";
import { putDhis2Mapping, readDhis2Mapping } from "../../data/reporting/dhis2.ts";
import { dataValueSet, mappingProblems, type Problem, problem } from "../../domain/reporting/dhis2.ts";
import { isOver } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import { requireNational } from "../headquarters/require.ts";
import { noteOutgoing } from "../office/outgoing.ts";
import { incompleteOffices } from "./completeness.ts";
import { mappedElements, type OfficeValue, officeValues } from "./dhis2Values.ts";
import { placeOf } from "./engineAccess.ts";
import { fiscalStartOf, periodsOf } from "./engineColumns.ts";

const EMPTY: Dhis2Mapping = { dataSet: "", attributeOptionCombo: "", orgUnits: [], elements: [] };

/** As it was saved last; empty before. Refused anywhere but at headquarters, as all of DHIS2 is. */
export function dhis2Mapping(call: Call): Result<Dhis2Mapping> {
  const national = requireNational(call);
  if (!national.ok) return national;
  return accept(readDhis2Mapping(call.office.reader, call.office.code) ?? EMPTY);
}

/** Keeps a mapping as it is, finished or not: the check says what is missing. */
export function saveDhis2Mapping(call: Call, mapping: Dhis2Mapping): Result<Dhis2Mapping> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const saved = call.office.write(call.user.id, call.world.now(), (door) => {
    putDhis2Mapping(door, { id: call.world.newId(), text: canonicalJson(mapping) });
    return accept(null);
  });
  return saved.ok ? accept(mapping) : saved;
}

interface Gathered {
  readonly mapping: Dhis2Mapping;
  readonly span: ReportedSpan;
  readonly values: readonly OfficeValue[];
  readonly problems: readonly Problem[];
}

/** The values of every office that has an organisation unit. */
function valuesOf(
  call: Call,
  mapping: Dhis2Mapping,
  about: { readonly span: ReportedSpan; readonly offices: readonly string[] },
): Result<Pick<Gathered, "values" | "problems">> {
  const all = placeOf(call, "all");
  if (!all.ok) return all;
  const { mapped, problems } = mappedElements(all.value, mapping);
  const units = mapping.orgUnits.filter(
    ({ office, orgUnit }) => orgUnit !== "" && about.offices.includes(office),
  );
  const values: OfficeValue[] = [];
  const leftOut: Problem[] = [...problems];
  for (const { office, orgUnit } of units) {
    const place = placeOf(call, office);
    if (!place.ok) return place;
    const own = officeValues(place.value, mapped, { office, orgUnit, span: about.span });
    values.push(...own.values);
    leftOut.push(...own.problems);
  }
  const incomplete = incompleteOffices(call, about.span.name, about.span.name);
  const late = units.filter(({ office }) => call.today() <= about.span.to || incomplete.includes(office));
  return accept({
    values,
    problems: [...leftOut, ...late.map(({ office }) => problem("incomplete", { office }))],
  });
}

function gather(call: Call, input: InputOf<"reporting.checkDhis2">): Result<Gathered> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const mapping = input.mapping ?? readDhis2Mapping(call.office.reader, call.office.code) ?? EMPTY;
  const periods = periodsOf(call, input.month, "month");
  if (!periods.ok) return periods;
  const { span } = periods.value;
  const offices = listBranches(national.value.reader)
    .filter(({ standing }) => standing !== "invited")
    .map(({ code }) => code);
  const gathered = valuesOf(call, mapping, { span, offices });
  if (!gathered.ok) return gathered;
  const { values, problems } = gathered.value;
  return accept({ mapping, span, values, problems: [...mappingProblems(mapping, offices), ...problems] });
}

/** What would be written of a month, and what stands against it. Refuses a month that has not begun. */
export function checkDhis2(call: Call, input: InputOf<"reporting.checkDhis2">): Result<Dhis2Check> {
  const gathered = gather(call, input);
  if (!gathered.ok) return gathered;
  const { values, problems } = gathered.value;
  return accept({
    month: input.month,
    values: values.map(({ office, element: { code, by, key }, value }) => ({ office, code, by, key, value })),
    problems: [...problems],
  });
}

/**
 * A month's values as a file for `POST /api/dataValueSets`. Masked counts are never in it. Refuses a month that is not
 * over, a mapping with an error in it, and one that gives no value at all.
 */
export function exportDhis2(call: Call, input: InputOf<"reporting.exportDhis2">): Result<FileOutput> {
  const gathered = gather(call, input);
  if (!gathered.ok) return gathered;
  const { mapping, span, values, problems } = gathered.value;
  if (!isOver(input.month, call.today(), fiscalStartOf(call)))
    return refuse("reporting.notOver", { field: "month", values: { to: span.to } });
  const stopping = problems.filter(({ stops }) => stops);
  if (mapping.elements.length > 0 && stopping.length > 0)
    return refuse("dhis2.stopped", { values: { count: stopping.length } });
  if (values.length === 0) return refuse("dhis2.nothingMapped");
  // Complete is what has every figure of the mapping.
  const completeOn = problems.length === 0 ? call.today() : null;
  const text = dataValueSet({ mapping, month: input.month, values, completeOn });
  const noted = noteOutgoing(call, { action: "exportDhis2", reference: input.month }, values.length);
  if (!noted.ok) return noted;
  return accept({
    fileName: `${call.office.code}-dhis2-${input.month}.json`,
    mediaType: "application/json",
    bytes: new TextEncoder().encode(text),
  });
}
