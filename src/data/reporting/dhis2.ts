import { Dhis2Mapping } from "../../contract/reportingTerms.ts";
import type { Reader } from "../reader.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** How a DHIS2 calls things, as this office wrote it down; null before the first time. */
export function readDhis2Mapping(reader: Reader, office: string): Dhis2Mapping | null {
  const row = reader.get("SELECT mapping FROM dhis_mapping WHERE office = @office", { office });
  return row === undefined ? null : Dhis2Mapping.parse(JSON.parse(String(row.mapping)));
}

/** An office has one mapping. @param mapping.text canonical JSON */
export function putDhis2Mapping(
  door: WriteDoor,
  { id, text }: { readonly id: string; readonly text: string },
): void {
  const { office } = door.author;
  const known = door.get("SELECT id, mapping FROM dhis_mapping WHERE office = @office", { office });
  if (known === undefined) door.insert("dhis_mapping", { id, office, mapping: text });
  else if (known.mapping !== text) door.update("dhis_mapping", String(known.id), { mapping: text });
}
