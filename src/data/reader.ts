import type SQLite from "better-sqlite3";
import type { Connection } from "./database.ts";
import type { Row, Scalar } from "./registry.ts";

type Params = Readonly<Record<string, Scalar | Uint8Array>>;

/** Reads only: a statement that would write is refused, so that whoever holds a reader cannot change a record. */
export interface Reader {
  all(sql: string, params?: Params): Row[];
  get(sql: string, params?: Params): Row | undefined;
  /** Rows one by one, for results too large to hold. */
  each(sql: string, params?: Params): IterableIterator<Row>;
  /** One value of one row, for counts and sums. */
  number(sql: string, params?: Params): number;
  blob(sql: string, params: Params): Uint8Array | undefined;
}

export type StatementCache = Map<string, SQLite.Statement>;

/** The prepared statement for this SQL, kept for the next time. */
export function prepared(connection: Connection, cache: StatementCache, sql: string): SQLite.Statement {
  let statement = cache.get(sql);
  if (statement === undefined) {
    statement = connection.prepare(sql);
    cache.set(sql, statement);
  }
  return statement;
}

export function makeReader(connection: Connection, cache: StatementCache = new Map()): Reader {
  const statementFor = (sql: string) => {
    const statement = prepared(connection, cache, sql);
    if (!statement.readonly) throw new Error("a reader does not write");
    return statement;
  };
  const get = (sql: string, params: Params = {}) => statementFor(sql).get(params) as Row | undefined;
  return {
    all: (sql, params = {}) => statementFor(sql).all(params) as Row[],
    get,
    each: (sql, params = {}) => statementFor(sql).iterate(params) as IterableIterator<Row>,
    number: (sql, params = {}) => Number(Object.values(get(sql, params) ?? {})[0] ?? 0),
    blob: (sql, params) => {
      const value: unknown = Object.values(statementFor(sql).get(params) ?? {})[0];
      return value instanceof Uint8Array ? value : undefined;
    },
  };
}
