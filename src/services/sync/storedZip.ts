import { crc32 } from "../../crypto/digests.ts";

/*
 * The ZIP archives of bundles (APPNOTE.TXT 6.3): entries stored one behind the other, the directory, its end, and
 * nothing else. Stricter than archivers, so that nothing hides before, between or behind the entries.
 */

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const DIRECTORY_BYTES = 46;
const END_BYTES = 22;
/** Names in UTF-8: allowed, and without effect on names of plain letters. */
const UTF8_NAMES = 0x0800;
const STORED = 0;
const MOST_ENTRIES = 32;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The fields that a local header repeats from the directory: flags, method, CRC-32, both sizes, length of the name. */
const REPEATED = [
  { directory: 8, local: 6, bytes: 2 },
  { directory: 10, local: 8, bytes: 2 },
  { directory: 16, local: 14, bytes: 4 },
  { directory: 20, local: 18, bytes: 4 },
  { directory: 24, local: 22, bytes: 4 },
  { directory: 28, local: 26, bytes: 2 },
] as const;

function read(bytes: Uint8Array, at: number, length: 2 | 4): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return length === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.subarray(at, at + length)).toString("latin1");
}

interface Walk {
  /** Where the next local header must begin. */
  local: number;
  /** Where the next line of the directory must begin. */
  directory: number;
}

/** Reads one entry by its line in the directory and moves on; null when anything is not as it must be. */
function takeEntry(
  bytes: Uint8Array,
  walk: Walk,
  directoryEnd: number,
): { name: string; content: Uint8Array } | null {
  const { local, directory } = walk;
  if (directory + DIRECTORY_BYTES > directoryEnd || read(bytes, directory, 4) !== DIRECTORY) return null;
  if (read(bytes, directory + 42, 4) !== local || local + LOCAL_BYTES > bytes.length) return null;
  if (read(bytes, local, 4) !== LOCAL) return null;
  const isRepeated = REPEATED.every(
    (field) =>
      read(bytes, directory + field.directory, field.bytes) === read(bytes, local + field.local, field.bytes),
  );
  const flags = read(bytes, directory + 8, 2);
  const size = read(bytes, directory + 24, 4);
  if (!isRepeated || (flags & ~UTF8_NAMES) !== 0 || read(bytes, directory + 10, 2) !== STORED) return null;
  if (read(bytes, directory + 20, 4) !== size) return null;
  const nameLength = read(bytes, directory + 28, 2);
  const name = nameAt(bytes, directory + DIRECTORY_BYTES, nameLength);
  const start = local + LOCAL_BYTES + nameLength + read(bytes, local + 28, 2);
  if (!NAME.test(name) || nameAt(bytes, local + LOCAL_BYTES, nameLength) !== name) return null;
  const content = bytes.subarray(start, start + size);
  if (content.length !== size || crc32(content) !== read(bytes, directory + 16, 4)) return null;
  walk.local = start + size;
  walk.directory +=
    DIRECTORY_BYTES + nameLength + read(bytes, directory + 30, 2) + read(bytes, directory + 32, 2);
  return { name, content };
}

/**
 * The entries of an archive by name, in their order; views into `bytes`, not copies.
 * @returns null when it is damaged, cut short, compressed, encrypted, in parts, has a name twice or anything besides
 */
export function readStoredZip(bytes: Uint8Array): Map<string, Uint8Array> | null {
  const end = bytes.length - END_BYTES;
  if (end < 0 || read(bytes, end, 4) !== END) return null;
  const count = read(bytes, end + 10, 2);
  const walk: Walk = { local: 0, directory: read(bytes, end + 16, 4) };
  const directoryStart = walk.directory;
  const isOnePart =
    read(bytes, end + 4, 4) === 0 && read(bytes, end + 8, 2) === count && read(bytes, end + 20, 2) === 0;
  if (!isOnePart || count > MOST_ENTRIES || directoryStart + read(bytes, end + 12, 4) !== end) return null;
  const entries = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index += 1) {
    const entry = takeEntry(bytes, walk, end);
    if (entry === null || entries.has(entry.name)) return null;
    entries.set(entry.name, entry.content);
  }
  return walk.local === directoryStart && walk.directory === end ? entries : null;
}
