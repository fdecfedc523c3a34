import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Bytes that are read piece by piece, wherever they lie: a bundle may be larger than the memory. */
export interface ByteSource {
  readonly size: number;
  /**
   * Fewer bytes than asked for where the source ends.
   * @param room where they may be put, which then holds what was read until the next time
   * @throws the system's error when a disk is gone
   */
  read(at: number, length: number, room?: Uint8Array): Uint8Array;
  close(): void;
}

/** How much of a long run is read at a time. */
const PIECE = 256 * 1024;

export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (at, length) => bytes.subarray(at, at + length),
    close: () => {},
  };
}

/** @throws the system's error when the file is not there or cannot be read */
export function sourceOfFile(path: string): ByteSource {
  const handle = openSync(path, "r");
  const about = fstatSync(handle);
  let isOpen = true;
  return {
    // A folder, or whatever else has a name, is an empty file here.
    size: about.isFile() ? about.size : 0,
    read: (at, length, room) => {
      const bytes = room !== undefined && room.length >= length ? room : Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const count = readSync(handle, bytes, filled, length - filled, at + filled);
        if (count === 0) break;
        filled += count;
      }
      return bytes.subarray(0, filled);
    },
    close: () => {
      if (isOpen) closeSync(handle);
      isOpen = false;
    },
  };
}

/**
 * A run of a source in pieces; ends early where the source does. A piece is good until the next one is asked for:
 * memory for each of them would be let go of later than it is taken.
 */
export function* passingPieces(source: ByteSource, at: number, length: number): Generator<Uint8Array> {
  const room = Buffer.allocUnsafe(Math.min(PIECE, length));
  for (let done = 0; done < length; ) {
    const piece = source.read(at + done, Math.min(PIECE, length - done), room);
    if (piece.length === 0) return;
    yield piece;
    done += piece.length;
  }
}
