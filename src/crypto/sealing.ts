import { Readable, type TransformOptions } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, type ZlibOptions } from "node:zlib";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/**
 * The parts of a bundle: age over gzip over JSON Lines. By hand: `age -d -i key part.age | gunzip`.
 * Keys are X25519 only; the age library draws their randomness, and that of every seal, from the system.
 */

/** `age1` and 58 characters of bech32, which has no 1, b, i or o. */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;
/** Lines are handed to gzip in pieces of about this many characters: one at a time is ten times slower. */
const PIECE = 64 * 1024;
/** Unpacked at once: lines that are worked off in a moment leave no long-lived garbage. */
const CHUNK = 32 * 1024;
const AHEAD = 8;
const LINE_FEED = 0x0a;
/** No line of ours comes near it: a photograph has some hundred thousand characters. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** Salts and digests do not pack: level 6 makes bundles a twentieth smaller, and an export a tenth slower. */
const LEVEL = 4;

/** Lines at hand, or such as come with time, one or several at once. */
export type Lines = Iterable<string> | AsyncIterable<string | readonly string[]>;

/**
 * Why a sealed part cannot be read: `notForUs` (sealed to other keys), `damaged` (not age, cut short,
 * changed, not gzip, not UTF-8, no final line break) or `tooLarge` (opens to more than was allowed).
 */
export class UnsealError extends Error {
  readonly reason: "notForUs" | "damaged" | "tooLarge";

  constructor(reason: UnsealError["reason"], cause?: unknown) {
    super(`the sealed part cannot be read: ${reason}`, { cause });
    this.name = "UnsealError";
    this.reason = reason;
  }
}

/** A new key pair: `identity` is the secret, `recipient` may be shown to everyone. */
export async function generateAgeIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await recipientOf(identity) };
}

/**
 * The public half of an identity.
 * @throws when the text is no X25519 identity
 */
export async function recipientOf(identity: string): Promise<string> {
  if (!IDENTITY.test(identity)) throw new RangeError("not an age X25519 identity");
  return identityToRecipient(identity);
}

/** Whether the text is an X25519 recipient, checksum included. */
export function isAgeRecipient(text: string): boolean {
  if (!RECIPIENT.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Seals bytes as they are, without gzip: for something small.
 * @throws RangeError when there is no recipient, or one is not an X25519 recipient
 */
export async function sealBytes(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  return encrypterTo(recipients).encrypt(bytes);
}

/** Opens what `sealBytes` or `age -r` made. @throws UnsealError `notForUs` or `damaged` */
export async function openBytes(sealed: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  const { decrypter, noneMatched } = decrypterWith(identities);
  try {
    return await decrypter.decrypt(sealed);
  } catch (cause) {
    throw new UnsealError(noneMatched() ? "notForUs" : "damaged", cause);
  }
}

/**
 * Seals lines to all recipients, piece by piece: lines are taken as the pieces are, so that no more than a few pieces
 * are ever in memory.
 * @param lines JSON texts without a line break in them
 * @throws RangeError when there is no recipient, one is not an X25519 recipient, or a line has a line break;
 *   and whatever taking the lines throws
 */
export async function* sealedPieces(
  lines: Lines,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const encrypter = encrypterTo(recipients);
  const gzip = createGzip({ level: LEVEL, chunkSize: PIECE });
  // A few pieces ahead, so that packing never waits for the lines.
  const packing = pipeline(Readable.from(inPieces(lines), { objectMode: true, highWaterMark: 2 }), gzip);
  // Its failure reaches whoever takes the pieces through gzip.
  packing.catch(() => undefined);
  try {
    yield* chunksOf(await encrypter.encrypt(webStreamOf(gzip)));
    await packing;
  } finally {
    // Whoever gives the lines (a database statement, say) must hear that nobody will take the rest.
    gzip.destroy();
  }
}

/** Seals lines to all recipients, in memory. @throws as `sealedPieces` */
export async function sealLines(lines: Lines, recipients: readonly string[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of sealedPieces(lines, recipients)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/**
 * Opens what `sealLines` made, line by line. A change or a cut far into the file shows only when reading gets
 * there: what the lines said must not be kept before the last one came.
 * @param sealed the sealed bytes, or their pieces
 * @param limits `maxBytes`: how much the lines may come to once unpacked, line breaks included
 * @throws UnsealError while the lines are read; RangeError when an identity is not X25519
 */
export async function* openLines(
  ...sealed: Parameters<typeof openPages>
): AsyncGenerator<string, void, undefined> {
  for await (const page of openPages(...sealed)) yield* page;
}

/** The same lines, some hundred at a time: to await each of a million costs more than to read it. */
export async function* openPages(
  sealed: Uint8Array | Iterable<Uint8Array>,
  identities: readonly string[],
  limits: { readonly maxBytes: number },
): AsyncGenerator<readonly string[], void, undefined> {
  const { decrypter, noneMatched } = decrypterWith(identities);
  try {
    const pieces = sealed instanceof Uint8Array ? [sealed] : sealed;
    const plain = await decrypter.decrypt(webStreamOf(inSlices(pieces)));
    // A few chunks ahead: the next ones are unpacked while the lines of this one are worked on.
    const options: ZlibOptions & TransformOptions = { chunkSize: CHUNK, highWaterMark: AHEAD * CHUNK };
    const gunzip = createGunzip(options);
    // Its failure reaches the loop below through gunzip, which is where it is answered.
    pipeline(chunksOf(plain), gunzip).catch(() => undefined);
    yield* splitLines(gunzip, limits.maxBytes);
  } catch (cause) {
    if (cause instanceof UnsealError) throw cause;
    throw new UnsealError(noneMatched() ? "notForUs" : "damaged", cause);
  }
}

function encrypterTo(recipients: readonly string[]): Encrypter {
  if (recipients.length === 0) throw new RangeError("sealed to nobody, it could never be opened");
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    if (!isAgeRecipient(recipient)) throw new RangeError("not an age X25519 recipient");
    encrypter.addRecipient(recipient);
  }
  return encrypter;
}

function decrypterWith(identities: readonly string[]): { decrypter: Decrypter; noneMatched: () => boolean } {
  const decrypter = new Decrypter();
  for (const identity of identities) {
    if (!IDENTITY.test(identity)) throw new RangeError("not an age X25519 identity");
    decrypter.addIdentity(identity);
  }
  // Identities are asked in turn until one matches: that this last one is asked tells that none did.
  let asked = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      asked = true;
      return null;
    },
  });
  return { decrypter, noneMatched: () => asked };
}

/**
 * Gathers lines into pieces of bytes: to hand over each of a million costs more than to make it, and long texts outlive
 * their use.
 */
class Gathering {
  #room = Buffer.allocUnsafe(PIECE);
  #used = 0;

  /** @returns pieces that are full, and nothing most of the time */
  add(line: string): Buffer[] {
    if (line.includes("\n")) throw new RangeError("a line must not contain a line break");
    const most = line.length * 3 + 1;
    const full = this.#used + most > PIECE ? this.take() : [];
    if (most > PIECE) return [...full, Buffer.from(`${line}\n`)];
    this.#used += this.#room.write(line, this.#used);
    this.#room[this.#used] = LINE_FEED;
    this.#used += 1;
    return full;
  }

  /** What is gathered so far. */
  take(): Buffer[] {
    if (this.#used === 0) return [];
    const piece = this.#room.subarray(0, this.#used);
    this.#room = Buffer.allocUnsafe(PIECE);
    this.#used = 0;
    return [piece];
  }
}

async function* inPieces(lines: Lines): AsyncGenerator<Buffer> {
  const gathering = new Gathering();
  if (Symbol.iterator in lines) for (const line of lines) yield* gathering.add(line);
  else
    for await (const some of lines)
      for (const line of typeof some === "string" ? [some] : some) yield* gathering.add(line);
  yield* gathering.take();
}

/** The age library opens all of a chunk before it lets go of it: many small chunks keep its memory small. */
async function* inSlices(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const bytes of pieces)
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* splitLines(
  unpacked: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let total = 0;
  let begun: string[] = [];
  let begunLength = 0;
  for await (const chunk of unpacked) {
    total += chunk.length;
    if (total > maxBytes) throw new UnsealError("tooLarge");
    const lines = decoder.decode(chunk, { stream: true }).split("\n");
    const last = lines.pop() ?? "";
    if (lines.length > 0) {
      lines[0] = begun.join("") + lines[0];
      [begun, begunLength] = [[], 0];
      yield lines;
    }
    if (last !== "") begun.push(last);
    begunLength += last.length;
    if (begunLength > LONGEST_LINE) throw new UnsealError("tooLarge");
  }
  if (decoder.decode() !== "" || begun.length > 0) throw new UnsealError("damaged");
}

/** Takes the next chunk only when it is asked for one; lets go of the rest when nobody will ask. */
function webStreamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // Nothing to let go of when it ended or failed by itself.
    await reader.cancel().catch(() => undefined);
  }
}
