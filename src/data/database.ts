import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import SQLite from "better-sqlite3";
import type { RefusalCode } from "../contract/refusals.ts";
import { accept, type Result, refuse } from "../contract/results.ts";

export type Connection = SQLite.Database;

const MIGRATIONS = fileURLToPath(new URL("./migrations/", import.meta.url));

/** SQLite's page, which is its smallest file. */
const PAGE_BYTES = 4_096;

interface Migration {
  readonly version: number;
  readonly sql: string;
}

function readMigrations(): Migration[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({
      version: Number.parseInt(name, 10),
      sql: readFileSync(join(MIGRATIONS, name), "utf8"),
    }));
}

/** The statements that make the newest schema's tables and indexes, as SQLite keeps them. */
export function readSchema(): { type: string; name: string; table: string; sql: string }[] {
  const empty = new SQLite(":memory:");
  try {
    for (const { sql } of readMigrations()) empty.exec(sql);
    return empty
      .prepare("SELECT type, name, tbl_name AS 'table', sql FROM sqlite_schema WHERE sql IS NOT NULL")
      .all() as { type: string; name: string; table: string; sql: string }[];
  } finally {
    empty.close();
  }
}

/** The version of the newest migration that this program knows. */
export function schemaVersion(): number {
  return readMigrations().at(-1)?.version ?? 0;
}

/** SQLite's error codes as the refusals that a person can act on; null for a defect of ours. */
export function refusalOfSqlite(error: unknown): RefusalCode | null {
  const code = error instanceof SQLite.SqliteError ? error.code : "";
  if (code.startsWith("SQLITE_NOTADB")) return "database.wrongKey";
  if (code.startsWith("SQLITE_CORRUPT")) return "database.damaged";
  if (code.startsWith("SQLITE_FULL")) return "disk.full";
  if (code.startsWith("SQLITE_BUSY")) return "office.inUse";
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN")) return "disk.notWritable";
  return code.startsWith("SQLITE_IOERR") ? "disk.removed" : null;
}

/** Opens the file with its key, not yet looking at it: a wrong key shows at the first statement. */
export function connect(path: string, key: Uint8Array): Connection {
  const connection = new SQLite(path);
  connection.pragma(`key = 'raw:${Buffer.from(key).toString("hex")}'`);
  return connection;
}

/** `synchronous = FULL`: what a screen confirmed survives a power cut. Temporary tables stay in memory: no plaintext. */
function configure(connection: Connection): void {
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  // A large import must not leave a log of its size beside the database for the rest of the day.
  connection.pragma("journal_size_limit = 16777216");
  connection.pragma("foreign_keys = ON");
  connection.pragma("temp_store = MEMORY");
  connection.pragma("secure_delete = FAST");
  connection.pragma("cache_size = -32768");
}

/**
 * No waiting for the disk, until `writeSurely`: for an office in the making, which is begun anew where a power cut
 * leaves it half done. What a person confirms is never written so.
 */
export function writeHurriedly(connection: Connection): void {
  connection.pragma("synchronous = OFF");
}

/** Whether `writeHurriedly` holds for it. */
export function isHurried(connection: Connection): boolean {
  return connection.pragma("synchronous", { simple: true }) === 0;
}

/** Waits for the disk again, and for what was written hurriedly. */
export function writeSurely(connection: Connection): void {
  connection.pragma("synchronous = FULL");
  connection.pragma("wal_checkpoint(TRUNCATE)");
}

/** Runs what is missing, one transaction a migration. */
function migrate(connection: Connection, migrations: readonly Migration[]): void {
  const current = Number(connection.pragma("user_version", { simple: true }));
  for (const { version, sql } of migrations) {
    if (version <= current) continue;
    connection.transaction(() => {
      connection.exec(sql);
      connection.pragma(`user_version = ${version}`);
    })();
  }
}

/**
 * Gives back the room that an abandoned transaction took in the write-ahead log: on a disk that it filled, nothing
 * else could be written otherwise. Does what it can; a disk that is gone shows at the next write.
 */
export function shrinkLog(connection: Connection): void {
  try {
    connection.pragma("wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (refusalOfSqlite(error) === null) throw error;
  }
}

/**
 * A copy that opens with the same key, made by SQLite itself while others may read. It takes its name once it is
 * whole, in place of an earlier one: what an interrupted copy left behind never stands in the way.
 * @throws SqliteError or the system's error when the disk is full or gone
 */
export async function copyDatabase(connection: Connection, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const part = `${target}.part`;
  rmSync(part, { force: true });
  connection.prepare("VACUUM INTO ?").run(part);
  renameSync(part, target);
}

/**
 * Makes an empty office database.
 * @param key 32 random bytes
 * @throws when a file stands there already
 */
export function createDatabase(path: string, key: Uint8Array): Connection {
  if (existsSync(path)) throw new Error("a database stands there already");
  const connection = connect(path, key);
  chmodSync(path, 0o600);
  configure(connection);
  migrate(connection, readMigrations());
  return connection;
}

/**
 * Whether the file is missing, or ends within a page: SQLite takes less than a page for an empty file and would begin
 * a new database in it, and fills a last page that is cut with zeros. A write-ahead log may hold what is missing.
 */
function isCutShort(path: string): boolean {
  if (!existsSync(path)) return true;
  const { size } = statSync(path);
  const hasLog = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  return size < PAGE_BYTES || (size % PAGE_BYTES !== 0 && !hasLog);
}

/**
 * Opens an office database; makes a copy under `backups/` before a migration touches it.
 * Refuses another key (`database.wrongKey`), a newer version, a truncated or damaged file; changes nothing then.
 */
export async function openDatabase(path: string, key: Uint8Array): Promise<Result<Connection>> {
  if (isCutShort(path)) return refuse("database.incomplete");
  const migrations = readMigrations();
  const newest = migrations.at(-1)?.version ?? 0;
  let connection: Connection | undefined;
  try {
    connection = connect(path, key);
    const version = Number(connection.pragma("user_version", { simple: true }));
    if (version > newest) return closeAnd(connection, "database.newerVersion");
    connection.prepare("SELECT count(*) FROM sqlite_schema").get();
    configure(connection);
    if (version < newest) {
      await copyDatabase(
        connection,
        join(dirname(path), "backups", `before-${newest}-from-${version}.danaya-db`),
      );
      migrate(connection, migrations);
    }
    return accept(connection);
  } catch (error) {
    const code = refusalOfSqlite(error);
    if (connection === undefined || code === null) throw error;
    return closeAnd(connection, code);
  }
}

function closeAnd(connection: Connection, code: RefusalCode): ReturnType<typeof refuse> {
  connection.close();
  return refuse(code);
}

/** Overwrites what deleted rows left in the search index, in freed pages and in the write-ahead log. */
export function scrubDatabase(connection: Connection): void {
  connection.exec("INSERT INTO member_search (member_search) VALUES ('optimize')");
  connection.exec("VACUUM");
  connection.pragma("wal_checkpoint(TRUNCATE)");
}
