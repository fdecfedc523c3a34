/*
 * The records of a ZIP archive (APPNOTE.TXT 6.3, 4.3) as bundles have them: stored entries whose sizes and CRC-32
 * stand in front of them.
 */

export const LOCAL = 0x04034b50;
export const DIRECTORY = 0x02014b50;
export const END = 0x06054b50;
export const LOCAL_BYTES = 30;
export const DIRECTORY_BYTES = 46;
export const END_BYTES = 22;
export const STORED = 0;

/** ZIP 2.0, the least that any archiver understands. */
const VERSION = 20;
/** Noon of 1 January 1980, ZIP's first day: the same bundle is the same bytes, whenever it was packed. */
const TIME = 12 << 11;
const DAY = (1 << 5) | 1;
/** Offsets and sizes have four bytes. */
const LARGEST = 0xffff_ffff;

/** An entry whose content is known already. Names are plain letters. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
}

/** Flags, method, time, day, CRC-32, sizes, lengths: the fields that both headers of an entry share. */
function describe(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, STORED, true);
  view.setUint16(at + 6, TIME, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.bytes, true);
  view.setUint32(at + 18, entry.bytes, true);
  view.setUint16(at + 22, entry.name.length, true);
}

function record(length: number, name: string): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(length + name.length);
  bytes.set(Buffer.from(name, "latin1"), length);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** What stands before an entry's content. */
export function localHeader(entry: ZipEntry): Uint8Array {
  const { bytes, view } = record(LOCAL_BYTES, entry.name);
  view.setUint32(0, LOCAL, true);
  describe(view, 4, entry);
  return bytes;
}

/**
 * The directory and its end, for entries that stand one behind the other from the archive's beginning.
 * @throws RangeError when they are larger together than the format can say
 */
export function directoryOf(entries: readonly ZipEntry[]): Uint8Array {
  let at = 0;
  const lines = entries.map((entry) => {
    const { bytes, view } = record(DIRECTORY_BYTES, entry.name);
    view.setUint32(0, DIRECTORY, true);
    view.setUint16(4, VERSION, true);
    describe(view, 6, entry);
    view.setUint32(42, at, true);
    at += LOCAL_BYTES + entry.name.length + entry.bytes;
    return bytes;
  });
  if (at > LARGEST) throw new RangeError("a bundle cannot be larger than 4 GiB");
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const { bytes: end, view } = record(END_BYTES, "");
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, length, true);
  view.setUint32(16, at, true);
  return Buffer.concat([...lines, end]);
}
