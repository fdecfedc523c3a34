import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Tier } from "../../contract/sync.ts";
import { type Connection, connect, readSchema, schemaVersion } from "../database.ts";
import { ENTITY_NAMES, entityOf } from "../registry.ts";
import { IDENTITY_TABLES, NATIONAL_SCHEMA, NATIONAL_VERSION, TIER_TABLES } from "./schema.ts";

/** Tables beside the registered ones that a tier's store has: derived, or carried by its rows. */
const BESIDE: Readonly<Partial<Record<Tier, readonly string[]>>> = {
  identity: ["member_search", "photo"],
};

/** The files of headquarters' copies, below the data folder. */
export function nationalPaths(dataDir: string) {
  const folder = join(dataDir, "national");
  return {
    folder,
    chain: join(folder, "national.db"),
    waiting: join(folder, "waiting"),
    store: (tier: Tier) => join(folder, `${tier}.db`),
  };
}

/** Of each file so much is held in memory while it is read or written: a stick is taken in without fetching pages twice. */
const CACHE_KIB = 4 * 1024;
/** The search index, names in their order and digests are written everywhere at once. */
const IDENTITY_CACHE_KIB = 16 * 1024;

/**
 * A write that is cut off is undone in all files together: that is what SQLite's rollback journals are for, and why
 * these files have no write-ahead log.
 */
function configure(connection: Connection): void {
  connection.pragma("synchronous = FULL");
  connection.pragma("temp_store = MEMORY");
  connection.pragma("secure_delete = ON");
  connection.pragma(`cache_size = -${CACHE_KIB}`);
  // A card's member may be in a store that is closed to this person.
  connection.pragma("foreign_keys = OFF");
}

/** As `writeHurriedly`, for every file of an opened headquarters. */
export function writeStoresHurriedly(connection: Connection): void {
  for (const name of ["main", ...Tier.options]) connection.pragma(`${name}.synchronous = OFF`);
}

/** The ordinary tables of a tier under its store's name; what is unique is each office's own business. */
function tierSchema(tier: Tier): string[] {
  const tables = new Set([
    ...ENTITY_NAMES.filter((name) => entityOf(name).tier === tier).map((name) => entityOf(name).table),
    ...(BESIDE[tier] ?? []),
  ]);
  return readSchema()
    .filter(({ type, table }) => (type === "table" || type === "index") && tables.has(table))
    .map(({ sql }) =>
      sql
        .replace(/^CREATE (VIRTUAL )?TABLE /, `CREATE $1TABLE IF NOT EXISTS ${tier}.`)
        .replace(/^CREATE (?:UNIQUE )?INDEX /, `CREATE INDEX ${tier}.`),
    );
}

function listTables(connection: Connection, tier: Tier): string[] {
  const rows = connection
    .prepare(`SELECT name FROM ${tier}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all() as { name: string }[];
  return rows.map(({ name }) => name);
}

/** What a newer version of the program made of the tables shows in an entry's values: they are filled anew from there. */
function makeTables(connection: Connection, tier: Tier): void {
  for (const statement of tierSchema(tier)) connection.exec(statement);
  connection.exec(TIER_TABLES.replaceAll("{tier}", tier));
  if (tier !== "identity") return;
  connection.exec("INSERT INTO identity.member_search (member_search, rank) VALUES ('secure-delete', 1)");
  connection.exec(IDENTITY_TABLES);
}

function dropTables(connection: Connection, tier: Tier): void {
  // No entry's values hold the pictures themselves.
  const kept = new Set(["entry_values", "duplicate", "photo"]);
  const names = listTables(connection, tier).filter((name) => !kept.has(name));
  const virtual = names.filter((name) => name === "member_search");
  const plain = names.filter((name) => !name.startsWith("member_search"));
  for (const name of [...virtual, ...plain]) connection.exec(`DROP TABLE ${tier}.${name}`);
}

/** @returns whether its tables have to be filled again from the entries' values */
function attach(connection: Connection, tier: Tier, path: string, key: string | null): boolean {
  if (key === null) connection.exec(`ATTACH ':memory:' AS ${tier}`);
  else connection.prepare(`ATTACH DATABASE ? AS ${tier} KEY ?`).run(path, `raw:${key}`);
  // What is said without a name holds for the chain's file alone.
  connection.pragma(`${tier}.synchronous = FULL`);
  connection.pragma(`${tier}.cache_size = -${tier === "identity" ? IDENTITY_CACHE_KIB : CACHE_KIB}`);
  const version = Number(connection.pragma(`${tier}.user_version`, { simple: true }));
  if (version === schemaVersion()) return false;
  connection.transaction(() => {
    if (version > 0) dropTables(connection, tier);
    makeTables(connection, tier);
    connection.pragma(`${tier}.user_version = ${schemaVersion()}`);
  })();
  return version > 0;
}

/** Values of all entries, of every tier that is open; the history of a record is read from it as at an office. */
const JOURNAL_VIEW = `CREATE TEMP VIEW journal AS
  SELECT entry.seq, entry.at, entry.by, entry.entity, entry.id, entry.op, entry.shared, entry.local,
    '' AS before, entry.hash, entry.office, entry.epoch,
    coalesce(${Tier.options.map((tier) => `${tier}_v.salt`).join(", ")}) AS shared_salt,
    coalesce(${Tier.options.map((tier) => `${tier}_v.vals`).join(", ")}) AS shared_values,
    NULL AS local_salt, NULL AS local_values
  FROM entry JOIN branch ON branch.code = entry.office AND branch.epoch = entry.epoch ${Tier.options
    .map(
      (tier) => `LEFT JOIN ${tier}.entry_values AS ${tier}_v
    ON ${tier}_v.office = entry.office AND ${tier}_v.epoch = entry.epoch AND ${tier}_v.seq = entry.seq`,
    )
    .join(" ")}`;

export interface OpenedStores {
  readonly connection: Connection;
  /** Tiers whose tables are empty because the program is newer than they were. */
  readonly stale: readonly Tier[];
}

/**
 * Opens headquarters' copies: the chain of all offices, and beside it the store of each tier that there is a key for;
 * the others are empty stand-ins, so that every table is there.
 * @param key 32 bytes, of the chain
 * @param stores 64 hexadecimal digits a tier
 * @throws SqliteError when a file is damaged or a key is not its own
 */
export function openStores(
  dataDir: string,
  key: Uint8Array,
  stores: ReadonlyMap<Tier, string>,
): OpenedStores {
  const paths = nationalPaths(dataDir);
  if (!existsSync(paths.waiting)) mkdirSync(paths.waiting, { recursive: true, mode: 0o700 });
  const connection = connect(paths.chain, key);
  try {
    configure(connection);
    if (Number(connection.pragma("user_version", { simple: true })) === 0) {
      connection.transaction(() => {
        connection.exec(NATIONAL_SCHEMA);
        connection.pragma(`user_version = ${NATIONAL_VERSION}`);
      })();
    }
    const stale = Tier.options.filter((tier) =>
      attach(connection, tier, paths.store(tier), stores.get(tier) ?? null),
    );
    connection.exec(JOURNAL_VIEW);
    return { connection, stale };
  } catch (error) {
    connection.close();
    throw error;
  }
}
