import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import type { RefusalCode } from "../../contract/refusals.ts";
import { crc32, runningSha256 } from "../../crypto/digests.ts";
import { refusalOfDisk } from "../office/diskRefusals.ts";

/** The disk of the target is full, gone or not writable; everything else that fails here is somebody else's. */
export class TargetFailed extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, cause: unknown) {
    super(`the bundle's disk failed: ${code}`, { cause });
    this.code = code;
  }
}

/** @throws TargetFailed */
export function onTarget<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = refusalOfDisk(error);
    if (code === null) throw error;
    throw new TargetFailed(code, error);
  }
}

/** A file being written. Its size and digests come with it, so that nothing is read again for them. */
export class GrowingFile {
  readonly #handle: number;
  readonly #digest = runningSha256();
  #isOpen = true;
  bytes = 0;
  crc = 0;

  /** Takes the place of what an interrupted export left there. */
  constructor(path: string) {
    this.#handle = onTarget(() => openSync(path, "w", 0o600));
  }

  write(piece: Uint8Array): void {
    onTarget(() => {
      for (let done = 0; done < piece.length; ) done += writeSync(this.#handle, piece, done);
    });
    this.#digest.update(piece);
    this.crc = crc32(piece, this.crc);
    this.bytes += piece.length;
  }

  sha256(): string {
    return this.#digest.hex();
  }

  flush(): void {
    onTarget(() => fsyncSync(this.#handle));
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#handle);
    this.#isOpen = false;
  }
}
