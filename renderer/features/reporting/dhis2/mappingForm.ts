import { z } from "zod";
import type { FileOutput, OfficeCode } from "../../../../src/contract/primitives.ts";
import { type Breakdown, Dhis2Mapping, Dhis2Uid } from "../../../../src/contract/reportingTerms.ts";

/** A figure of ours and its names there, while it is typed. */
export type TypedElement = {
  /** Empty until one is chosen. */
  code: string;
  by: Breakdown | null;
  key: string;
  dataElement: string;
  categoryOptionCombo: string;
};

/** The form of the mapping: every office has its line. */
export type MappingValues = {
  dataSet: string;
  attributeOptionCombo: string;
  orgUnits: { office: OfficeCode; orgUnit: string }[];
  elements: TypedElement[];
};

export const MOST_ELEMENTS = 500;

export function emptyElement(): TypedElement {
  return { code: "", by: null, key: "", dataElement: "", categoryOptionCombo: "" };
}

/** A mapping as it is typed: the offices that are there, then those that the mapping alone knows. */
export function mappingValues(mapping: Dhis2Mapping, offices: readonly OfficeCode[]): MappingValues {
  const { dataSet, attributeOptionCombo, orgUnits, elements } = mapping;
  const unmapped = offices.filter((office) => !orgUnits.some((unit) => unit.office === office));
  const placeOf = (office: OfficeCode) => {
    const at = offices.indexOf(office);
    return at === -1 ? offices.length : at;
  };
  const lines = [...orgUnits, ...unmapped.map((office) => ({ office, orgUnit: "" }))];
  return {
    dataSet,
    attributeOptionCombo,
    orgUnits: lines.sort((a, b) => placeOf(a.office) - placeOf(b.office)).map((line) => ({ ...line })),
    elements: elements.map((element) => ({ ...element })),
  };
}

/** What the form says, in the contract's shape: lines in which nothing is chosen or typed are nobody's. */
export function mappingOf(values: MappingValues): Dhis2Mapping {
  const trimmed = (text: string) => text.trim();
  return {
    dataSet: trimmed(values.dataSet),
    attributeOptionCombo: trimmed(values.attributeOptionCombo),
    orgUnits: values.orgUnits
      .map(({ office, orgUnit }) => ({ office, orgUnit: trimmed(orgUnit) }))
      .filter(({ orgUnit }) => orgUnit !== ""),
    elements: values.elements
      .filter(({ code }) => code !== "")
      .map((element) => ({
        ...element,
        dataElement: trimmed(element.dataElement),
        categoryOptionCombo: trimmed(element.categoryOptionCombo),
      })),
  };
}

/** Whether two mappings say the same. */
export function isSameMapping(one: Dhis2Mapping, other: Dhis2Mapping): boolean {
  return (
    JSON.stringify(mappingOf(mappingValues(one, []))) === JSON.stringify(mappingOf(mappingValues(other, [])))
  );
}

/** What is typed is there and can be no UID of DHIS2. What is missing is said by the check. */
export function isWrongUid(text: string): boolean {
  const typed = text.trim();
  return typed !== "" && !Dhis2Uid.safeParse(typed).success;
}

const MappingText = z
  .string()
  .transform((text, context) => {
    try {
      const read: unknown = JSON.parse(text);
      return read;
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .pipe(Dhis2Mapping);

/** A mapping out of a file; null where it holds none. */
export function readMappingFile(bytes: Uint8Array): Dhis2Mapping | null {
  const read = MappingText.safeParse(new TextDecoder().decode(bytes));
  return read.success ? read.data : null;
}

/** The same mapping for another headquarters, or for the command line. */
export function mappingFile(mapping: Dhis2Mapping): FileOutput {
  return {
    fileName: "correspondance-dhis2.json",
    mediaType: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(mapping, null, 2)}\n`),
  };
}
