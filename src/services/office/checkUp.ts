import type { CheckUp, Fault } from "../../contract/office.ts";
import { accept, type Result } from "../../contract/results.ts";
import { chainHash, sealValues } from "../../crypto/digests.ts";
import {
  countRecords,
  listBrokenReferences,
  listFileFaults,
  listMisnumbered,
  listMissingFromSearch,
  readRecordValues,
  withAddedColumns,
} from "../../data/checks.ts";
import { eachEntry, type JournalEntry, readLastEntry } from "../../data/journal.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import { readLocal } from "../../data/localState.ts";
import { listVoucherGaps } from "../../data/numbers.ts";
import type { Reader } from "../../data/reader.ts";
import { ENTITY_NAMES, type EntityName } from "../../data/registry.ts";
import { readMemberNumber } from "../../domain/membership/memberNumber.ts";
import type { Call } from "../call.ts";
import { listClosingFaults } from "../cashbook/monthBook.ts";

/** More than this of one kind tells a person nothing new. */
const MOST_OF_A_KIND = 20;

/** Entries up to here came back from headquarters, which never had their local-only values. */
function readRecoveredThrough(reader: Reader): number {
  return Number(readLocal(reader, "recoveredThrough") ?? 0);
}

function valuesFault(entry: JournalEntry, recoveredThrough: number): string | null {
  const isErased = entry.sharedValues === null && entry.localValues === null;
  if (isErased) return null;
  const isOff = (digest: string | null, salt: Uint8Array | null, values: string | null) =>
    digest === null
      ? values !== null
      : salt === null || values === null || sealValues(salt, values) !== digest;
  const off =
    isOff(entry.shared, entry.sharedSalt, entry.sharedValues) ||
    (entry.seq > recoveredThrough && isOff(entry.local, entry.localSalt, entry.localValues));
  return off ? `${entry.seq}: the values are not those that were recorded` : null;
}

function headFault(entry: JournalEntry, expected: { seq: number; hash: string }): string | null {
  if (entry.seq !== expected.seq) return `${expected.seq}: missing`;
  if (entry.before !== expected.hash) return `${entry.seq}: does not continue the entry before`;
  const { seq, at, by, entity, id, op, shared, local, before } = entry;
  return chainHash({ seq, at, by, entity, id, op, shared, local, before }) === entry.hash
    ? null
    : `${entry.seq}: changed`;
}

/** Walks the chain from its first entry; also remembers the last values of each record, to compare with the tables. */
function checkJournal(reader: Reader): {
  faults: string[];
  entries: number;
  latest: Map<string, JournalEntry>;
} {
  const faults: string[] = [];
  const latest = new Map<string, JournalEntry>();
  let expected = { seq: 1, hash: CHAIN_START };
  const last = readLastEntry(reader)?.seq ?? 0;
  const recoveredThrough = readRecoveredThrough(reader);
  for (const entry of eachEntry(reader, { first: 1, last })) {
    const fault = headFault(entry, expected) ?? valuesFault(entry, recoveredThrough);
    if (fault !== null) faults.push(fault);
    expected = { seq: entry.seq + 1, hash: entry.hash };
    latest.set(entry.id, entry);
  }
  return { faults, entries: last, latest };
}

/** Every record stands as its last entry says, and every entry's record is there. */
function checkRecords(reader: Reader, latest: Map<string, JournalEntry>): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const recoveredThrough = readRecoveredThrough(reader);
  const isShared = (name: EntityName, values: string | null, shared: string) =>
    values === shared || (values !== null && withAddedColumns(name, values) === shared);
  const isLocal = (entry: JournalEntry, local: string | null) =>
    entry.localValues === local || entry.seq <= recoveredThrough;
  for (const name of ENTITY_NAMES) {
    for (const { id, shared, local } of readRecordValues(reader, name)) {
      seen.add(id);
      const entry = latest.get(id);
      if (entry === undefined) faults.push(`${name}: a record without an entry`);
      else if (!isShared(name, entry.sharedValues, shared) || !isLocal(entry, local))
        faults.push(`${entry.seq}: ${name} differs from its entry`);
    }
  }
  for (const [id, entry] of latest)
    if (!seen.has(id)) faults.push(`${entry.seq}: ${entry.entity as EntityName} is gone`);
  return faults;
}

/**
 * Examines the whole office: the file, its references, the journal's chain and every record against it, vouchers
 * without gaps, closed months against theirs, members' numbers, the search index. Changes nothing; faults name entries and numbers, no person.
 */
export function checkUp(call: Call): Result<CheckUp> {
  const { reader, code } = call.office;
  const journal = checkJournal(reader);
  const found: Record<Fault["check"], string[]> = {
    sqlite: listFileFaults(reader),
    foreignKeys: listBrokenReferences(reader),
    journal: [...journal.faults, ...checkRecords(reader, journal.latest)],
    vouchers: listVoucherGaps(reader, code).map(
      ({ year, count, highest }) => `${year}: ${count} vouchers, the last number is ${highest}`,
    ),
    numbers: listMisnumbered(reader, (number) => readMemberNumber(number) === number),
    search: listMissingFromSearch(reader),
    closings: listClosingFaults(call),
  };
  const faults = Object.entries(found).flatMap(([check, details]) =>
    details.slice(0, MOST_OF_A_KIND).map((detail) => ({ check: check as Fault["check"], detail })),
  );
  return accept({
    entries: journal.entries,
    ...countRecords(reader),
    faults,
  });
}
