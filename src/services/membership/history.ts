import type { MemberFile } from "../../contract/membership.ts";
import type { JournalEntry } from "../../data/journal.ts";

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

function valuesOf(entry: JournalEntry): Values {
  const parse = (text: string | null): Values => (text === null ? {} : (JSON.parse(text) as Values));
  return { ...parse(entry.sharedValues), ...parse(entry.localValues) };
}

function changedFields(now: Values, before: Values): string[] {
  const columns = Object.keys(now).filter((column) => now[column] !== before[column]);
  return [...new Set(columns.map(fieldOf))];
}

/**
 * What was done to these records, the newest first, with the names of the fields that changed; the values stay
 * in the journal.
 * @param entries newest first
 */
export function changesOf(entries: readonly (JournalEntry & { byName: string })[]): MemberFile["history"] {
  const latest = new Map<string, Values>();
  const oldestFirst = [...entries].reverse().map((entry) => {
    const now = valuesOf(entry);
    const fields = entry.op === "insert" ? [] : changedFields(now, latest.get(entry.id) ?? {});
    latest.set(entry.id, now);
    return { seq: entry.seq, at: entry.at, by: entry.byName, entity: entry.entity, op: entry.op, fields };
  });
  return oldestFirst.reverse();
}
