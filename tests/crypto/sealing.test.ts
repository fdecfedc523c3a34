import { gzipSync } from "node:zlib";
import { bech32 } from "@scure/base";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  generateAgeIdentity,
  isAgeRecipient,
  openBytes,
  openLines,
  recipientOf,
  sealBytes,
  sealedPieces,
  sealLines,
  UnsealError,
} from "../../src/crypto/sealing.ts";
import { ask, Folder, run } from "./stockTools.ts";

const ROOM = { maxBytes: 64 * 1024 * 1024 };
let identity = "";
let recipient = "";
beforeAll(async () => {
  ({ identity, recipient } = await generateAgeIdentity());
});

async function linesOf(sealed: Uint8Array, keys = [identity], limits = ROOM): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of openLines(sealed, keys, limits)) lines.push(line);
  return lines;
}

/** Why it does not open, or "opened". */
async function reasonOf(sealed: Uint8Array, keys = [identity], limits = ROOM): Promise<string> {
  try {
    await linesOf(sealed, keys, limits);
    return "opened";
  } catch (error) {
    return error instanceof UnsealError ? error.reason : String(error);
  }
}

describe("age keys", () => {
  it("are understood by age-keygen, and its keys by us", async () => {
    expect(ask("age-keygen", ["-y"], `${identity}\n`).toString().trim()).toBe(recipient);
    const theirs = /AGE-SECRET-KEY-1\w+/.exec(ask("age-keygen", []).toString())?.[0] ?? "";
    expect(ask("age-keygen", ["-y"], `${theirs}\n`).toString().trim()).toBe(await recipientOf(theirs));
  });

  it("are recognised with their checksum", () => {
    expect(isAgeRecipient(recipient)).toBe(true);
    for (let at = 0; at < recipient.length; at += 1) {
      const other = recipient[at] === "q" ? "p" : "q";
      expect(isAgeRecipient(recipient.slice(0, at) + other + recipient.slice(at + 1))).toBe(false);
    }
    for (const text of [
      "",
      identity,
      recipient.toUpperCase(),
      ` ${recipient}`,
      `${recipient}\n`,
      "age1pq1qqqq",
    ]) {
      expect(isAgeRecipient(text)).toBe(false);
    }
  });

  it("that are no identities are refused", async () => {
    await expect(recipientOf(recipient)).rejects.toThrow(RangeError);
    await expect(linesOf(await sealLines(["{}"], [recipient]), ["secret"])).rejects.toThrow(RangeError);
  });
});

describe("sealed lines", () => {
  it("are opened by `age -d | gunzip`", async () => {
    using folder = new Folder();
    const key = folder.write("identity.txt", `${identity}\n`);
    const lines = ['{"seq":1,"name":"Ŋɛɲɔ"}', "{}", ""];
    const sealed = folder.write("identity.age", await sealLines(lines, [recipient]));
    const packed = ask("age", ["-d", "-i", key, sealed]);
    expect(ask("gunzip", ["-c"], packed).toString()).toBe(`${lines.join("\n")}\n`);
  });

  it("are read from what `gzip | age -r` made", async () => {
    const packed = ask("gzip", ["-c"], '{"seq":1}\n{"seq":2}\n');
    const sealed = ask("age", ["-r", recipient], packed);
    expect(await linesOf(sealed)).toEqual(['{"seq":1}', '{"seq":2}']);
  });

  it("open for each of several recipients and for nobody else", async () => {
    const [second, stranger] = [await generateAgeIdentity(), await generateAgeIdentity()];
    const sealed = await sealLines(["{}"], [recipient, second.recipient]);
    expect(await linesOf(sealed)).toEqual(["{}"]);
    expect(await linesOf(sealed, [stranger.identity, second.identity])).toEqual(["{}"]);
    expect(await reasonOf(sealed, [stranger.identity])).toBe("notForUs");
    expect(await reasonOf(sealed, [])).toBe("notForUs");
  });

  it("come back as they went in, whatever their texts and however many", async () => {
    const line = fc.string({ unit: "binary" }).map((text) => JSON.stringify(text));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 50 }), async (lines) => {
        expect(await linesOf(await sealLines(lines, [recipient]))).toEqual(lines);
      }),
      { numRuns: 30 },
    );
  });

  it("come back when they span many of age's chunks, are long, or come with time", async () => {
    async function* slowly() {
      for (let seq = 0; seq < 20_000; seq += 1) yield lineOf(seq);
    }
    const sealed = await sealLines(slowly(), [recipient]);
    expect(sealed.length).toBeGreaterThan(300_000);
    const lines = await linesOf(sealed);
    expect(lines).toHaveLength(20_000);
    expect(lines.every((line, seq) => line === lineOf(seq))).toBe(true);
    expect(await linesOf(await sealLines(["\ufeff{}"], [recipient]))).toEqual(["\ufeff{}"]);
    const photograph = JSON.stringify("é".repeat(1_000_000));
    expect(await linesOf(await sealLines([photograph, "{}"], [recipient]))).toEqual([photograph, "{}"]);
  });

  it("never open with one bit flipped or an end cut off", async () => {
    const sealed = await sealLines(['{"seq":1}'], [recipient]);
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(["damaged", "notForUs"], `byte ${at}`).toContain(await reasonOf(flipped));
      expect(["damaged", "notForUs"], `cut at ${at}`).toContain(await reasonOf(sealed.subarray(0, at)));
    }
    expect(await reasonOf(Buffer.concat([sealed, Buffer.from("x")]))).toBe("damaged");
  });

  it("show a cut between age's chunks, however neat", async () => {
    const sealed = await sealLines(
      Array.from({ length: 20_000 }, (_, seq) => lineOf(seq)),
      [recipient],
    );
    const header = sealed.length - payloadLength(sealed);
    const chunk = 64 * 1024 + 16;
    expect(await reasonOf(sealed.subarray(0, header + chunk))).toBe("damaged");
    const swapped = Buffer.concat([
      sealed.subarray(0, header),
      sealed.subarray(header + chunk, header + 2 * chunk),
      sealed.subarray(header, header + chunk),
      sealed.subarray(header + 2 * chunk),
    ]);
    expect(await reasonOf(swapped)).toBe("damaged");
  });

  it("are damaged when inside there is no gzip, half a gzip, no UTF-8 or no last line break", async () => {
    const packed = gzipSync('{"seq":1}\n');
    const inside = [
      Buffer.from('{"seq":1}\n'),
      packed.subarray(0, -4),
      gzipSync('{"seq":1}'),
      gzipSync(Buffer.from([0x22, 0xff, 0x22, 0x0a])),
      gzipSync(Buffer.from([0x0a, 0xc3])),
      new Uint8Array(0),
    ];
    for (const content of inside)
      expect(await reasonOf(await sealBytes(content, [recipient]))).toBe("damaged");
  });

  it("stop at the bound given: a small file that unpacks to very much is never unpacked whole", async () => {
    const bomb = await sealBytes(gzipSync(Buffer.alloc(200 * 1024 * 1024, "\n")), [recipient]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await reasonOf(bomb, [identity], { maxBytes: 1024 * 1024 })).toBe("tooLarge");
    const exact = await sealLines(["1234"], [recipient]);
    expect(await reasonOf(exact, [identity], { maxBytes: 5 })).toBe("opened");
    expect(await reasonOf(exact, [identity], { maxBytes: 4 })).toBe("tooLarge");
  });

  it("are not gathered without end where no line break comes", async () => {
    const endless = await sealBytes(gzipSync(Buffer.alloc(40 * 1024 * 1024, "x")), [recipient]);
    expect(await reasonOf(endless)).toBe("tooLarge");
  });

  it("may be left before their end", async () => {
    const sealed = await sealLines(
      Array.from({ length: 20_000 }, (_, seq) => lineOf(seq)),
      [recipient],
    );
    for await (const line of openLines(sealed, [identity], ROOM)) {
      expect(line).toBe(lineOf(0));
      break;
    }
  });

  it("are not sealed with a passphrase, to nobody or to an unknown kind of recipient", async () => {
    await expect(sealLines(["{}"], [])).rejects.toThrow(RangeError);
    await expect(sealLines(["{}"], [recipient, "age1pq1qqqq"])).rejects.toThrow(RangeError);
    await expect(sealBytes(new Uint8Array(1), ["ssh-ed25519 AAAA"])).rejects.toThrow(RangeError);
  });

  it("let go of the lines when the seal itself fails", async () => {
    // The point at zero: a well-formed recipient to whom no secret can be shared (RFC 7748 section 6.1).
    const zero = bech32.encodeFromBytes("age", new Uint8Array(32));
    let released = false;
    function* endless() {
      try {
        for (let seq = 0; ; seq += 1) yield lineOf(seq);
      } finally {
        released = true;
      }
    }
    await expect(sealLines(endless(), [zero])).rejects.toThrow();
    await vi.waitFor(() => expect(released).toBe(true));
  });

  it("pass on the failure of whoever gives the lines, and let go of it", async () => {
    let released = false;
    function* failing() {
      try {
        for (let seq = 0; seq < 5_000; seq += 1) yield lineOf(seq);
        throw new Error("the table is gone");
      } finally {
        released = true;
      }
    }
    await expect(sealLines(failing(), [recipient])).rejects.toThrow("the table is gone");
    expect(released).toBe(true);
    await expect(sealLines(["a\nb"], [recipient])).rejects.toThrow(RangeError);
  });
});

describe("sealed pieces", () => {
  it("come while the lines are taken, and none is taken when nobody wants more", async () => {
    let taken = 0;
    let released = false;
    function* endless() {
      try {
        for (; ; taken += 1) yield lineOf(taken);
      } finally {
        released = true;
      }
    }
    let bytes = 0;
    for await (const piece of sealedPieces(endless(), [recipient])) {
      bytes += piece.length;
      if (bytes > 500_000) break;
    }
    expect(taken).toBeLessThan(200_000);
    await vi.waitFor(() => expect(released).toBe(true));
    const then = taken;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).toBe(then);
  });

  it("open again from pieces of any size", async () => {
    const lines = Array.from({ length: 9_000 }, (_, seq) => lineOf(seq));
    const sealed = await sealLines(lines, [recipient]);
    for (const size of [1, 1_000, 65_552, 1_000_000]) {
      const whole = size === 1 ? sealed.subarray(0, 5_000) : sealed;
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      );
      const read = async () => {
        const out: string[] = [];
        for await (const line of openLines(pieces, [identity], ROOM)) out.push(line);
        return out;
      };
      if (size === 1) await expect(read()).rejects.toMatchObject({ reason: "damaged" });
      else expect(await read()).toEqual(lines);
    }
  });
});

describe("sealed bytes", () => {
  it("go to age and come from age unchanged", async () => {
    using folder = new Folder();
    const key = folder.write("identity.txt", identity);
    const secret = Buffer.from("0123456789abcdef");
    const sealed = folder.write("secret.age", await sealBytes(secret, [recipient]));
    expect(ask("age", ["-d", "-i", key, sealed])).toEqual(secret);
    expect(Buffer.from(await openBytes(ask("age", ["-r", recipient], secret), [identity]))).toEqual(secret);
  });

  it("tell a file for others from a damaged one", async () => {
    const stranger = await generateAgeIdentity();
    const sealed = await sealBytes(Buffer.from("secret"), [recipient]);
    await expect(openBytes(sealed, [stranger.identity])).rejects.toMatchObject({ reason: "notForUs" });
    await expect(openBytes(sealed.subarray(0, -1), [identity])).rejects.toMatchObject({ reason: "damaged" });
    await expect(openBytes(Buffer.from("PK"), [identity])).rejects.toMatchObject({ reason: "damaged" });
  });

  it("are refused by age itself for a stranger's key", async () => {
    using folder = new Folder();
    const key = folder.write("stranger.txt", (await generateAgeIdentity()).identity);
    const sealed = folder.write("secret.age", await sealBytes(Buffer.from("secret"), [recipient]));
    expect(run("age", ["-d", "-i", key, sealed]).status).not.toBe(0);
  });
});

/** A line that does not pack well, so that few of them fill several of age's chunks. */
function lineOf(seq: number): string {
  let text = "";
  let state = seq + 1;
  for (let digit = 0; digit < 4; digit += 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d + digit);
    text += (state >>> 0).toString(36);
  }
  return JSON.stringify({ seq, text });
}

/** age's header ends with the line `--- <mac>`; a 16-byte nonce follows, then the chunks. */
function payloadLength(sealed: Uint8Array): number {
  const mac = Buffer.from(sealed).indexOf("\n---");
  return sealed.length - (sealed.indexOf(0x0a, mac + 1) + 1 + 16);
}
