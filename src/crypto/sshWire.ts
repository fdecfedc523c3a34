/** The byte strings of SSH (RFC 4251 section 5): a 32-bit big-endian length, then the bytes. */

/** `bytes` (or a text's UTF-8) behind its length. */
export function sshString(bytes: Uint8Array | string): Buffer {
  const body = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

/** Reads front to back; every read answers null when the bytes end too early. */
export class SshReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array | null {
    if (length > this.#bytes.length - this.#at) return null;
    const part = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  uint32(): number | null {
    const part = this.take(4);
    return part && Buffer.from(part).readUInt32BE();
  }

  string(): Uint8Array | null {
    const length = this.uint32();
    return length === null ? null : this.take(length);
  }

  /** A string that must be ASCII. */
  text(): string | null {
    const part = this.string();
    return part?.every((byte) => byte < 0x80) ? Buffer.from(part).toString("latin1") : null;
  }

  get finished(): boolean {
    return this.#at === this.#bytes.length;
  }
}

/**
 * Base64 with its padding, in its one canonical spelling.
 * @returns null for anything else (blanks, other alphabets, stray bits in the last character)
 */
export function strictBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : null;
}
