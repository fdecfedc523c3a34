import type { MemberFile } from "../../contract/membership.ts";
import type { RecordChange } from "../../data/journal.ts";

/** Columns as the forms name them. */
const FIELD_OF_COLUMN: Readonly<Record<string, string>> = {
  birth_kind: "birth",
  birth_on: "birth",
  left_on: "leftOn",
  left_reason: "leftReason",
};

function fieldOf(column: string): string {
  return (
    FIELD_OF_COLUMN[column] ?? column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  );
}

type Values = Readonly<Record<string, unknown>>;

function valuesOf(entry: RecordChange): Values {
  const parse = (text: string | null): Values => (text === null ? {} : (JSON.parse(text) as Values));
  return { ...parse(entry.sharedValues), ...parse(entry.localValues) };
}

/** Of a record that came back from headquarters the values that never left the lost laptop are not known. */
function changedFields(now: Values, before: Values): string[] {
  const columns = Object.keys(now).filter((column) => column in before && now[column] !== before[column]);
  return [...new Set(columns.map(fieldOf))];
}

/** A record that begins here under another office's number came with its member from there. */
function arrival(entry: RecordChange, values: Values): string[] {
  const number = entry.entity === "member" ? values.number : undefined;
  return typeof number === "string" && !number.startsWith(`${entry.office}-`) ? ["office"] : [];
}

/**
 * What was done to these records, the newest first, with the names of the fields that changed; the values stay
 * in the journal.
 * @param entries newest first
 */
export function changesOf(entries: readonly RecordChange[]): MemberFile["history"] {
  const latest = new Map<string, Values>();
  const oldestFirst = [...entries].reverse().map((entry) => {
    const now = valuesOf(entry);
    const fields =
      entry.op === "insert" ? arrival(entry, now) : changedFields(now, latest.get(entry.id) ?? {});
    latest.set(entry.id, now);
    const { seq, office, at, byName: by, entity, op } = entry;
    return { seq, office, at, by, entity, op, fields };
  });
  return oldestFirst.reverse();
}
