import type { OfficeScope } from "../../contract/primitives.ts";

/** Whose rows: of one lease, of an office, or of all where the reader holds several offices'. */
export type RentalSelection = { readonly office: OfficeScope } | { readonly leaseId: string };

/** The condition on a table that names its lease in `lease_id`; lease itself is asked by its `id`. */
export function whereOf(
  selection: RentalSelection,
  table: string,
  leaseColumn = "lease_id",
): { sql: string; params: Readonly<Record<string, string>> } {
  if ("leaseId" in selection)
    return { sql: `WHERE ${table}.${leaseColumn} = @leaseId`, params: { leaseId: selection.leaseId } };
  return selection.office === "all"
    ? { sql: "", params: {} }
    : { sql: `WHERE ${table}.office = @office`, params: { office: selection.office } };
}

export const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
export const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

/** A list that never left its office is empty elsewhere. */
export function listIn<T>(text: unknown): T[] {
  return text === "" || text === null || text === undefined ? [] : (JSON.parse(String(text)) as T[]);
}
