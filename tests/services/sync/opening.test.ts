import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateAgeIdentity, UnsealError } from "../../../src/crypto/sealing.ts";
import { publicKeyOf, sshFingerprint } from "../../../src/crypto/signing.ts";
import {
  type OpenBundle,
  openBundleBytes,
  openBundleFile,
  peekBundle,
} from "../../../src/services/sync/bundleFile.ts";
import { writeBundleFile } from "../../../src/services/sync/bundleWriting.ts";
import { sourceOfBytes } from "../../../src/services/sync/byteSource.ts";
import { FORMAT, type ManifestHead } from "../../../src/services/sync/manifest.ts";
import type { PartSource } from "../../../src/services/sync/parts.ts";
import { readStoredZip } from "../../../src/services/sync/storedZip.ts";
import { makeFolder, refusalWords } from "../../support/office.ts";
import { Headquarters, leaveNoFolders, sha256 } from "./headquarters.ts";

const hq = new Headquarters();
afterAll(leaveNoFolders);

const SEED = new Uint8Array(32).fill(5);
const KEY = sshFingerprint(publicKeyOf(SEED));
const NOTHING = "0".repeat(64);
const IN_ONE_GO = { breathe: async () => {} };
let identity = "";
let recipient = "";
let bundle = "";
beforeAll(async () => {
  ({ identity, recipient } = await generateAgeIdentity());
  bundle = await written([part("chain", ["{}"]), part("identity", manyLines(5_000))]);
});

function headOf(changes: { readonly schema?: number; readonly app?: string } = {}): ManifestHead {
  return {
    format: FORMAT,
    kind: "receipt",
    from: { office: "BKO", key: KEY },
    to: { office: "KTL", key: KEY },
    number: 3,
    epoch: 1,
    range: { first: 1, last: 9 },
    chain: { before: NOTHING, after: NOTHING },
    createdAt: "2026-11-23T08:15:00.000Z",
    schema: 10,
    app: "by hand",
    ...changes,
  };
}

function manyLines(count: number): string[] {
  return Array.from({ length: count }, (_, seq) => JSON.stringify({ seq, text: sha256(String(seq)) }));
}

function part(tier: PartSource["tier"], lines: ReturnType<PartSource["lines"]>): PartSource {
  return { tier, recipients: [recipient], lines: () => lines };
}

async function written(parts: readonly PartSource[], head = headOf()): Promise<string> {
  const path = join(makeFolder(), "BKO-000003.danaya");
  const done = await writeBundleFile(path, head, parts, SEED, IN_ONE_GO);
  if (!done.ok) throw new Error(done.refusal.code);
  const bytes = readFileSync(path);
  expect([done.value.bytes, done.value.sha256]).toEqual([bytes.length, sha256(bytes)]);
  return path;
}

function opened(path: string): OpenBundle {
  const result = openBundleFile(path);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** Where an entry's content lies in an archive. */
function placeOf(bytes: Uint8Array, name: string): { at: number; bytes: number } {
  return readStoredZip(sourceOfBytes(bytes))?.entries.get(name) ?? { at: 0, bytes: 0 };
}

async function linesIn(from: OpenBundle, tier: PartSource["tier"], keys = [identity]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of from.lines(tier, keys)) lines.push(line);
  return lines;
}

async function reasonOf(from: OpenBundle, tier: PartSource["tier"], keys = [identity]): Promise<string> {
  try {
    await linesIn(from, tier, keys);
    return "read";
  } catch (error) {
    return error instanceof UnsealError ? error.reason : String(error);
  }
}

describe("a bundle that was written by streams", () => {
  test("is read from the disk and from memory alike: manifest, digest and the lines of each part", async () => {
    const [onDisk, inMemory] = [opened(bundle), openBundleBytes(readFileSync(bundle))];
    if (!inMemory.ok) throw new Error(inMemory.refusal.code);
    for (const each of [onDisk, inMemory.value]) {
      expect(each.manifest).toMatchObject({ kind: "receipt", number: 3, parts: [{}, {}] });
      expect([each.bytes, each.sha256]).toEqual([readFileSync(bundle).length, sha256(readFileSync(bundle))]);
      expect(sshFingerprint(each.signer)).toBe(KEY);
      expect([each.has("chain"), each.has("identity"), each.has("finance")]).toEqual([true, true, false]);
      expect(await linesIn(each, "chain")).toEqual(["{}"]);
      expect(await linesIn(each, "identity")).toEqual(manyLines(5_000));
      expect(await linesIn(each, "finance")).toEqual([]);
      each.close();
    }
  });

  test("is opened with unzip, age and gunzip, its parts in the format's order whatever order they came in", async () => {
    const parts = [part("finance", ['{"seq":1}']), part("identity", ['{"seq":2}']), part("chain", ["{}"])];
    using unpacked = hq.unpack(readFileSync(await written(parts)));
    expect(unpacked.names.slice(3)).toEqual(["chain.age", "identity.age", "finance.age"]);
    expect(unpacked.manifest.parts.map(({ sha256: said }) => said)).toEqual(
      unpacked.names.slice(3).map((name) => sha256(readFileSync(unpacked.folder.at(`in/${name}`)))),
    );
  });

  test("has no part for a tier without lines, and a chain even when it is empty", async () => {
    async function* none(): AsyncGenerator<string> {}
    using unpacked = hq.unpack(
      readFileSync(await written([part("chain", []), part("identity", []), part("rights", none())])),
    );
    expect(unpacked.names.slice(3)).toEqual(["chain.age"]);
    using bare = hq.unpack(readFileSync(await written([part("programme", [])])));
    expect(bare.names).toEqual(["LISEZMOI.txt", "manifest.json", "manifest.json.sig"]);
  });

  test("takes lines that come with time, and says who may not read it", async () => {
    async function* slowly(): AsyncGenerator<string> {
      for (const line of manyLines(2_000)) yield line;
    }
    const read = opened(await written([part("identity", slowly())]));
    expect(await linesIn(read, "identity")).toEqual(manyLines(2_000));
    expect(await reasonOf(read, "identity", [(await generateAgeIdentity()).identity])).toBe("notForUs");
    read.close();
  });

  test("of a newer database is opened: whoever takes it in decides", async () => {
    const read = opened(await written([part("chain", ["{}"])], headOf({ schema: 9_000 })));
    expect(read.manifest.schema).toBe(9_000);
    read.close();
  });
});

describe("a bundle on a stick", () => {
  test("is refused when damaged, in the same words as in memory", () => {
    const whole = readFileSync(bundle);
    const path = join(makeFolder(), "damaged.danaya");
    const outcome = (read: ReturnType<typeof openBundleFile>) => {
      if (!read.ok) return read.refusal;
      read.value.close();
      return read.value.manifest;
    };
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), fc.nat(whole.length), (at, bit, length) => {
        const damaged = Buffer.from(whole.subarray(0, bit === 7 ? length : whole.length));
        if (at < damaged.length) damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        writeFileSync(path, damaged);
        expect(outcome(openBundleFile(path))).toEqual(outcome(openBundleBytes(damaged)));
      }),
      { numRuns: 150 },
    );
  });

  test("that changes after it was checked is not believed: lines of another part, or of none", async () => {
    const path = join(makeFolder(), "exchanged.danaya");
    const [first, second] = [readFileSync(bundle), readFileSync(await written([part("chain", ["{}"])]))];
    writeFileSync(path, first);
    const read = opened(path);
    const other = readFileSync(
      await written([part("chain", ["{}"]), part("identity", manyLines(5_000).toReversed())]),
    );
    // The other one's part in this one's place, as a stick that tells two stories would give it.
    const moved = Buffer.from(first);
    const [here, there] = [placeOf(first, "identity.age"), placeOf(other, "identity.age")];
    other.copy(moved, here.at, there.at, there.at + Math.min(here.bytes, there.bytes));
    writeFileSync(path, moved);
    expect(await reasonOf(read, "identity")).toBe("damaged");
    writeFileSync(path, second);
    expect(await reasonOf(read, "identity")).toBe("damaged");
    truncateSync(path, 0);
    expect(await reasonOf(read, "chain")).toBe("damaged");
    read.close();
  });

  test("that is not there, is a folder or is something else is refused, and nothing stays open", () => {
    const folder = makeFolder();
    const path = join(folder, "notes.danaya");
    for (const look of [openBundleFile, peekBundle]) {
      expect(look(join(folder, "gone"))).toMatchObject({ refusal: { code: "disk.notFound" } });
      expect(look(folder)).toMatchObject({ refusal: { code: "sync.notABundle" } });
      for (const content of ["", "PK", "%PDF-1.7", "x".repeat(100_000)]) {
        writeFileSync(path, content);
        expect(look(path)).toMatchObject({ refusal: { code: "sync.notABundle" } });
      }
    }
    const handles = () => (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0);
    const open = handles();
    for (let time = 0; time < 20; time += 1) openBundleFile(path);
    expect(handles()).toBe(open);
  });

  test("tells what it is at a glance, without its parts being read", () => {
    const path = join(makeFolder(), "glance.danaya");
    const bytes = readFileSync(bundle);
    const whole = peekBundle(bundle);
    expect(whole).toMatchObject({ ok: true, value: { kind: "receipt", from: { office: "BKO" }, number: 3 } });
    // A part's last byte: seen by whoever opens it, not by whoever looks.
    const directory = bytes.readUInt32LE(bytes.length - 6);
    bytes[directory - 1] = (bytes[directory - 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(peekBundle(path)).toEqual(whole);
    expect(openBundleFile(path)).toMatchObject({ refusal: { code: "sync.notABundle" } });
    writeFileSync(path, hq.invite("KTL", { format: "danaya-bundle/2" }));
    expect(peekBundle(path)).toMatchObject({ refusal: { code: "sync.newerFormat" } });
  });
});

describe("writing a bundle", () => {
  test("takes the place of what a power cut left, and leaves nothing but the bundle", async () => {
    const folder = makeFolder();
    const path = join(folder, "BKO-000003.danaya");
    for (const left of ["part", "chain.part", "identity.part"])
      writeFileSync(`${path}.${left}`, "x".repeat(99_999));
    const parts = [part("chain", ["{}"]), part("identity", manyLines(10))];
    expect(await writeBundleFile(path, headOf(), parts, SEED, IN_ONE_GO)).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(["BKO-000003.danaya"]);
    expect(openBundleFile(path)).toMatchObject({ ok: true });
  });

  test("that fails for whatever reason leaves nothing, and tells the disk's failures from others", async () => {
    const folder = makeFolder();
    const path = join(folder, "BKO-000003.danaya");
    function* failing(): Generator<string> {
      yield* manyLines(3_000);
      throw new Error("the table is gone");
    }
    const parts = [part("chain", ["{}"]), part("identity", failing()), part("finance", manyLines(3_000))];
    const write = (breathe = async () => {}, sources = parts) =>
      writeBundleFile(path, headOf(), sources, SEED, { breathe });
    await expect(write()).rejects.toThrow("the table is gone");
    expect(readdirSync(folder)).toEqual([]);

    let breaths = 0;
    const stop = async () => {
      breaths += 1;
      if (breaths > 4) throw new Error("stopped");
    };
    await expect(write(stop, [part("identity", manyLines(20_000))])).rejects.toThrow("stopped");
    expect(readdirSync(folder)).toEqual([]);

    const vanish = async () => rmSync(folder, { recursive: true, force: true });
    expect(await write(vanish, [part("chain", ["{}"])])).toMatchObject({
      refusal: { code: "disk.notFound", field: "folder" },
    });
    mkdirSync(folder);
  });

  test("that reads back otherwise than it was written is refused, and takes the file away", async () => {
    const folder = makeFolder();
    const path = join(folder, "BKO-000003.danaya");
    const head = headOf({ app: "a name that is longer than a manifest may have it" });
    const result = await writeBundleFile(path, head, [part("chain", ["{}"])], SEED, IN_ONE_GO);
    expect(refusalWords(result)).toBe("sync.readBackFailed @ folder");
    expect(readdirSync(folder)).toEqual([]);
  });
});
