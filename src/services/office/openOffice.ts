import type { OfficeCode } from "../../contract/primitives.ts";
import type { Result } from "../../contract/results.ts";
import { canonicalJson, chainHash, sealValues } from "../../crypto/digests.ts";
import { type Connection, scrubDatabase, shrinkLog } from "../../data/database.ts";
import { readLastEntry } from "../../data/journal.ts";
import type { Author, JournalSeal } from "../../data/journalWriter.ts";
import { makeReader, type Reader, type StatementCache } from "../../data/reader.ts";
import { openDoor, type WriteDoor } from "../../data/writeDoor.ts";

/** An office whose database is open in this process. */
export interface OpenOffice {
  readonly dataDir: string;
  readonly code: OfficeCode;
  readonly reader: Reader;
  readonly connection: Connection;
  /** One transaction. A refusal rolls it back as surely as an exception does. */
  write<T>(by: string, at: string, work: (door: WriteDoor) => Result<T>): Result<T>;
  /**
   * The same for work that pauses to let messages through; nothing else writes meanwhile.
   * @param before runs first, inside the transaction; the door continues the journal as it is left by then
   */
  writeLong<T>(
    by: string,
    at: string,
    work: (door: WriteDoor) => Promise<Result<T>>,
    before?: () => Promise<Result<unknown>>,
  ): Promise<Result<T>>;
  /** Overwrites what deleted rows left in freed pages, in the search index and in the write-ahead log. */
  scrub(): void;
  /** The key, for another slot of the keyring. */
  readonly databaseKey: Uint8Array;
  close(): void;
}

/** Salts are taken from a pool: one call to the system for 512 of them. */
export function makeSeal(random: (length: number) => Uint8Array): JournalSeal {
  const SALT = 16;
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  return {
    salt: () => {
      if (used === pool.length) {
        pool = random(SALT * 512);
        used = 0;
      }
      used += SALT;
      return pool.subarray(used - SALT, used);
    },
    canonical: canonicalJson,
    seal: sealValues,
    chain: chainHash,
  };
}

/** The clock may have jumped back: an entry is never dated before the one it follows. */
function notBefore(reader: Reader, at: string): string {
  const last = readLastEntry(reader)?.at;
  return last !== undefined && last > at ? last : at;
}

export function holdOffice(
  connection: Connection,
  about: {
    dataDir: string;
    code: OfficeCode;
    databaseKey: Uint8Array;
    random: (length: number) => Uint8Array;
  },
): OpenOffice {
  const cache: StatementCache = new Map();
  const reader = makeReader(connection, cache);
  const seal = makeSeal(about.random);

  // Outside of the callers' `try`: a second transaction that cannot begin must not roll the first one back.
  const begin = () => connection.exec("BEGIN IMMEDIATE");
  const openFor = (by: string, at: string): WriteDoor => {
    const author: Author = { office: about.code, by, at: notBefore(reader, at) };
    return openDoor(connection, cache, seal, author);
  };
  const end = <T>(result: Result<T>): Result<T> => {
    connection.exec(result.ok ? "COMMIT" : "ROLLBACK");
    return result;
  };
  const abandon = (error: unknown): never => {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    if (connection.open) shrinkLog(connection);
    throw error;
  };

  return {
    dataDir: about.dataDir,
    code: about.code,
    reader,
    connection,
    databaseKey: about.databaseKey,
    write: (by, at, work) => {
      begin();
      try {
        return end(work(openFor(by, at)));
      } catch (error) {
        return abandon(error);
      }
    },
    writeLong: async (by, at, work, before) => {
      begin();
      try {
        const ready = await before?.();
        if (ready?.ok === false) return end(ready);
        return end(await work(openFor(by, at)));
      } catch (error) {
        return abandon(error);
      }
    },
    scrub: () => scrubDatabase(connection),
    close: () => {
      about.databaseKey.fill(0);
      connection.close();
    },
  };
}
