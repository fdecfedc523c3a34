import { crc32, type RunningDigest, runningSha256 } from "../../crypto/digests.ts";
import { type ByteSource, passingPieces } from "./byteSource.ts";
import { DIRECTORY, DIRECTORY_BYTES, END, END_BYTES, LOCAL, LOCAL_BYTES, STORED } from "./zipRecords.ts";

/*
 * The ZIP archives of bundles (APPNOTE.TXT 6.3): entries stored one behind the other, the directory, its end, and
 * nothing else. Stricter than archivers, so that nothing hides before, between or behind the entries.
 */

/** Names in UTF-8: allowed, and without effect on names of plain letters. */
const UTF8_NAMES = 0x0800;
const MOST_ENTRIES = 32;
/** Three fields of a line have lengths of two bytes each: name, extra, comment. */
const LONGEST_DIRECTORY = MOST_ENTRIES * (DIRECTORY_BYTES + 3 * 0xffff);
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

/** Where an entry's content lies, and its digest. */
export interface StoredEntry {
  readonly at: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface StoredZip {
  /** By name, in their order. */
  readonly entries: ReadonlyMap<string, StoredEntry>;
  /** Of the whole archive. */
  readonly sha256: string;
}

function read(bytes: Uint8Array, at: number, length: 2 | 4): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return length === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.subarray(at, at + length)).toString("latin1");
}

/** The directory with its end behind it, as the end describes it. */
interface Directory {
  readonly start: number;
  readonly length: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

function readDirectory(source: ByteSource): Directory | null {
  const at = source.size - END_BYTES;
  const end = at < 0 ? new Uint8Array(0) : source.read(at, END_BYTES);
  if (end.length !== END_BYTES || read(end, 0, 4) !== END) return null;
  const [count, length, start] = [read(end, 10, 2), read(end, 12, 4), read(end, 16, 4)];
  const isOnePart = read(end, 4, 4) === 0 && read(end, 8, 2) === count && read(end, 20, 2) === 0;
  if (!isOnePart || count > MOST_ENTRIES || start + length !== at || length > LONGEST_DIRECTORY) return null;
  const bytes = source.read(start, length + END_BYTES);
  return bytes.length === length + END_BYTES ? { start, length, count, bytes } : null;
}

interface Walk {
  /** Where the next local header must begin. */
  local: number;
  /** Where the next line must begin in the directory. */
  line: number;
}

interface Header {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentAt: number;
  readonly size: number;
  readonly crc: number;
}

/** Reads one entry's header by its line in the directory and moves on; null when anything is not as it must be. */
function takeHeader(source: ByteSource, directory: Directory, walk: Walk): Header | null {
  const { line, local } = walk;
  const { bytes } = directory;
  if (line + DIRECTORY_BYTES > directory.length || read(bytes, line, 4) !== DIRECTORY) return null;
  if (read(bytes, line + 42, 4) !== local) return null;
  const fixed = source.read(local, LOCAL_BYTES);
  if (fixed.length !== LOCAL_BYTES || read(fixed, 0, 4) !== LOCAL) return null;
  const isRepeated = REPEATED.every(
    (field) => read(bytes, line + field.directory, field.bytes) === read(fixed, field.local, field.bytes),
  );
  const size = read(bytes, line + 24, 4);
  if (!isRepeated || (read(bytes, line + 8, 2) & ~UTF8_NAMES) !== 0) return null;
  if (read(bytes, line + 10, 2) !== STORED || read(bytes, line + 20, 4) !== size) return null;
  const nameLength = read(bytes, line + 28, 2);
  const name = nameAt(bytes, line + DIRECTORY_BYTES, nameLength);
  const length = LOCAL_BYTES + nameLength + read(fixed, 28, 2);
  const header = source.read(local, length);
  if (!NAME.test(name) || nameAt(header, LOCAL_BYTES, nameLength) !== name) return null;
  const contentAt = local + length;
  if (contentAt + size > directory.start) return null;
  walk.local = contentAt + size;
  walk.line += DIRECTORY_BYTES + nameLength + read(bytes, line + 30, 2) + read(bytes, line + 32, 2);
  return { name, bytes: header, contentAt, size, crc: read(bytes, line + 16, 4) };
}

/** The content's digest, counted into the whole archive's; null when its CRC-32 or its length is not as said. */
function digestContent(source: ByteSource, header: Header, whole: RunningDigest): string | null {
  const digest = runningSha256();
  let crc = 0;
  let bytes = 0;
  for (const piece of passingPieces(source, header.contentAt, header.size)) {
    digest.update(piece);
    whole.update(piece);
    crc = crc32(piece, crc);
    bytes += piece.length;
  }
  return bytes === header.size && crc === header.crc ? digest.hex() : null;
}

/**
 * The entries of an archive, each read once from end to end.
 * @returns null when it is damaged, cut short, compressed, encrypted, in parts, has a name twice or anything besides
 */
export function readStoredZip(source: ByteSource): StoredZip | null {
  const directory = readDirectory(source);
  if (directory === null) return null;
  const whole = runningSha256();
  const walk: Walk = { local: 0, line: 0 };
  const entries = new Map<string, StoredEntry>();
  for (let index = 0; index < directory.count; index += 1) {
    const header = takeHeader(source, directory, walk);
    if (header === null || entries.has(header.name)) return null;
    whole.update(header.bytes);
    const sha256 = digestContent(source, header, whole);
    if (sha256 === null) return null;
    entries.set(header.name, { at: header.contentAt, bytes: header.size, sha256 });
  }
  if (walk.local !== directory.start || walk.line !== directory.length) return null;
  whole.update(directory.bytes);
  return { entries, sha256: whole.hex() };
}

/**
 * One entry out of an archive's head, without reading what stands behind it: enough to say what a file is, not to
 * believe it.
 */
export function peekStoredZip(source: ByteSource, name: string, maxBytes: number): Uint8Array | null {
  const directory = readDirectory(source);
  if (directory === null) return null;
  const walk: Walk = { local: 0, line: 0 };
  for (let index = 0; index < directory.count; index += 1) {
    const header = takeHeader(source, directory, walk);
    if (header === null || (header.name === name && header.size > maxBytes)) return null;
    if (header.name !== name) continue;
    const content = source.read(header.contentAt, header.size);
    return content.length === header.size && crc32(content) === header.crc ? content : null;
  }
  return null;
}
