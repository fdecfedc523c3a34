import type { Connection } from "../database.ts";
import { makeReader, prepared, type Reader, type StatementCache } from "../reader.ts";
import type { Scalar } from "../registry.ts";

/** Writes headquarters' copies. They are no office's records: nothing here is journaled. */
export interface NationalDoor extends Reader {
  run(sql: string, params?: Readonly<Record<string, Scalar | Uint8Array>>): void;
  /**
   * The same with values in the order of the question marks: for what runs a hundred thousand times.
   * @returns how many rows it wrote
   */
  put(sql: string, values: readonly (Scalar | Uint8Array)[]): number;
}

export function openNationalDoor(connection: Connection, cache: StatementCache): NationalDoor {
  return {
    ...makeReader(connection, cache),
    run: (sql, params = {}) => void prepared(connection, cache, sql).run(params),
    put: (sql, values) => prepared(connection, cache, sql).run(...values).changes,
  };
}
