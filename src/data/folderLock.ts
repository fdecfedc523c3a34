import SQLite from "better-sqlite3";

/** Holds a data folder for one process. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder by an operating-system lock on a file of it, which the system itself frees when the process
 * dies, however it dies.
 * @returns null when another window or command holds it
 */
export function lockFolder(path: string): FolderLock | null {
  const file = new SQLite(path, { timeout: 0 });
  try {
    file.pragma("journal_mode = MEMORY");
    file.pragma("locking_mode = EXCLUSIVE");
    file.exec("BEGIN EXCLUSIVE");
    return { release: () => file.close() };
  } catch (error) {
    file.close();
    if (error instanceof SQLite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
}
