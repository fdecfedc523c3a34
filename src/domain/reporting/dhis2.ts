import type { CalendarDate, OfficeCode } from "../../contract/primitives.ts";
import type { Dhis2Mapping, Dhis2Problem } from "../../contract/reportingTerms.ts";
import { Dhis2Uid } from "../../contract/reportingTerms.ts";
import type { Dhis2Check } from "../../contract/reportingViews.ts";

/*
 * What a DHIS2 is told: whether a mapping can be used, and the JSON that its `dataValueSets` takes. An organisation unit
 * is an office; a data element with a category option combination is a figure or one group of it.
 */

export type Problem = Dhis2Check["problems"][number];
export type Element = Dhis2Mapping["elements"][number];

/** What the file would be wrong with. Whatever is only left out of it, or may come yet, stops nothing. */
const STOPPING: ReadonlySet<Dhis2Problem> = new Set<Dhis2Problem>([
  "dataSetMissing",
  "uidWrong",
  "officeUnknown",
  "indicatorUnknown",
  "breakdownUnknown",
  "twice",
]);

/** One problem; what it is not about is empty. */
export function problem(
  kind: Dhis2Problem,
  about: Partial<Omit<Problem, "problem" | "stops">> = {},
): Problem {
  return { problem: kind, stops: STOPPING.has(kind), office: null, code: null, key: "", uid: "", ...about };
}

const isUid = (text: string) => Dhis2Uid.safeParse(text).success;

const placeOf = ({ code, key }: Element) => ({ code, key });

/** Every repetition of a key after its first. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain;
  });
}

function wrongUids({ dataSet, attributeOptionCombo, orgUnits, elements }: Dhis2Mapping): Problem[] {
  const wrong = (uid: string, about: Partial<Problem>): Problem[] =>
    isUid(uid) ? [] : [problem("uidWrong", { ...about, uid })];
  const whenGiven = (uid: string, about: Partial<Problem>) => (uid === "" ? [] : wrong(uid, about));
  return [
    ...(dataSet === "" ? [problem("dataSetMissing")] : wrong(dataSet, {})),
    ...whenGiven(attributeOptionCombo, {}),
    ...orgUnits.flatMap(({ office, orgUnit }) => whenGiven(orgUnit, { office })),
    ...elements.flatMap((element) => [
      ...wrong(element.dataElement, placeOf(element)),
      ...whenGiven(element.categoryOptionCombo, placeOf(element)),
    ]),
  ];
}

/** DHIS2 keeps one value for an organisation unit, data element and combination: a second would overwrite the first. */
function twice({ orgUnits, elements }: Dhis2Mapping): Problem[] {
  const named = orgUnits.filter(({ orgUnit }) => orgUnit !== "");
  return [
    ...repeated(orgUnits, ({ office }) => office).map(({ office, orgUnit }) =>
      problem("twice", { office, uid: orgUnit }),
    ),
    ...repeated(named, ({ orgUnit }) => orgUnit).map(({ office, orgUnit }) =>
      problem("twice", { office, uid: orgUnit }),
    ),
    ...repeated(elements, ({ dataElement, categoryOptionCombo }) => `${dataElement} ${categoryOptionCombo}`)
      .filter(({ dataElement }) => dataElement !== "")
      .map((element) => problem("twice", { ...placeOf(element), uid: element.dataElement })),
  ];
}

/**
 * What is wrong with a mapping by itself, and against the offices that there are. An office without an organisation unit
 * is left out of the file, and named.
 */
export function mappingProblems(mapping: Dhis2Mapping, offices: readonly OfficeCode[]): Problem[] {
  const { orgUnits } = mapping;
  const unknown = orgUnits.filter(({ office }) => !offices.includes(office));
  const missing = offices.filter(
    (office) => !orgUnits.some((unit) => unit.office === office && unit.orgUnit !== ""),
  );
  return [
    ...wrongUids(mapping),
    ...twice(mapping),
    ...unknown.map(({ office, orgUnit }) => problem("officeUnknown", { office, uid: orgUnit })),
    ...missing.map((office) => problem("orgUnitMissing", { office })),
  ];
}

/** One value of the file. */
export interface MappedValue {
  readonly orgUnit: string;
  readonly element: Element;
  readonly value: number;
}

const given = (name: string, uid: string) => (uid === "" ? {} : { [name]: uid });

/**
 * The JSON for `POST /api/dataValueSets`. Numbers are written as DHIS2 takes them, as text with a decimal point.
 * @param set.month `YYYY-MM`
 * @param set.completeOn the day on which the set is said to be complete; null says nothing. DHIS2 knows that of one
 *   organisation unit only, so it is not said of several.
 */
export function dataValueSet(set: {
  readonly mapping: Dhis2Mapping;
  readonly month: string;
  readonly values: readonly MappedValue[];
  readonly completeOn: CalendarDate | null;
}): string {
  const { mapping, values, completeOn } = set;
  const period = set.month.replace("-", "");
  const combo = given("attributeOptionCombo", mapping.attributeOptionCombo);
  const units = [...new Set(values.map(({ orgUnit }) => orgUnit))];
  const [only] = units;
  const complete = completeOn !== null && units.length === 1 ? { completeDate: completeOn } : {};
  const head = units.length === 1 ? { ...complete, period, orgUnit: only } : { period };
  const dataValues = values.map(({ orgUnit, element, value }) => ({
    dataElement: element.dataElement,
    ...given("categoryOptionCombo", element.categoryOptionCombo),
    period,
    orgUnit,
    ...combo,
    value: String(value),
  }));
  return `${JSON.stringify({ dataSet: mapping.dataSet, ...head, ...combo, dataValues }, null, 2)}\n`;
}
