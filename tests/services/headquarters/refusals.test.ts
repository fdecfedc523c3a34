import { readFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateAgeIdentity } from "../../../src/crypto/sealing.ts";
import { makeFolder, type TestOffice } from "../../support/office.ts";
import {
  consolidated,
  fileOf,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { fill } from "../sync/joined.ts";
import { type Forgery, filesOf, firstOf, forge, type Loose, repacked, resigned, rewrite } from "./forging.ts";

let hq: TestOffice;
let office: TestOffice;
let mopti: TestOffice;
/** The office's second stick; the first was taken in. */
let good: string;
let before: ReturnType<typeof consolidated>;

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  office = await makeEnrolled(hq, KOUTIALA, { shared: true });
  mopti = await makeEnrolled(hq, MOPTI, { shared: true });
  await register(office, { surname: "Alpha" });
  await register(mopti, { surname: "Bravo" });
  await receive(hq, await send(office), await send(mopti));
  await fill(office);
  good = await send(office);
  before = consolidated(hq);
});
afterAll(() => {
  for (const where of [hq, office, mopti]) where.close();
});

/** The refusal's code, after a look whether anything changed. */
async function refusedAs(file: string, at: TestOffice = hq): Promise<string> {
  const outcome = await outcomeOf(at, file);
  expect(consolidated(at)).toEqual(before);
  const { line } = await at.must("headquarters.office", { office: "KTL" });
  expect([line.waitingBundles, line.snapshotToConfirm]).toEqual([0, false]);
  return outcome.replace(/^refused /, "");
}

const forged = async (forgery: Forgery): Promise<string> => refusedAs(await forge(office, forgery));
const manifest = (change: (text: string) => string) => refusedAs(resigned(office, good, change));

/** The last entry of this kind: one that headquarters has not got yet. */
function lastOf(entries: readonly Loose[], entity: string): Loose {
  return firstOf(entries.toReversed(), entity);
}

/** A bundle in which the newest member's record says something else, with digests that vouch for it. */
function withMember(change: (values: Record<string, unknown>) => unknown): Promise<string> {
  return withRecord("member", change);
}

function withRecord(entity: string, change: (values: Record<string, unknown>) => unknown): Promise<string> {
  return forged({
    entries: (entries) => {
      rewrite(lastOf(entries, entity), change);
      return entries;
    },
  });
}

describe("a stick is refused, and nothing changes,", () => {
  test("when it is no bundle, or cut off, or not there", async () => {
    const bytes = readFileSync(good);
    expect(await refusedAs(fileOf("photo.danaya", Uint8Array.of(0xff, 0xd8)))).toBe("sync.notABundle");
    expect(await refusedAs(fileOf("empty.danaya", new Uint8Array(0)))).toBe("sync.notABundle");
    for (const length of [30, 2_000, bytes.length >> 1, bytes.length - 1])
      expect(await refusedAs(fileOf("cut.danaya", bytes.subarray(0, length)))).toBe("sync.notABundle");
    expect(await refusedAs(join(makeFolder(), "gone.danaya"))).toMatch(/^disk\./);
    expect(await refusedAs(makeFolder())).toMatch(/^(disk\.|sync\.notABundle)/);
  });

  test("when its signature is another key's, whoever that is", async () => {
    const seed = new Uint8Array(32).fill(7);
    expect(await forged({ seed })).toBe("headquarters.keyUnknown");
    const files = filesOf(good);
    const foreign = filesOf(await forge(mopti))["manifest.json.sig"] ?? new Uint8Array(0);
    expect(await refusedAs(repacked(good, { "manifest.json.sig": foreign }))).toBe("sync.badSignature");
    const text = Buffer.from(files["manifest.json.sig"] ?? []).toString();
    const torn = Buffer.from(
      text.replace(/\n.(?=[^\n]*\n-----END)/, (start) => (start === "\nA" ? "\nB" : "\nA")),
    );
    expect(await refusedAs(repacked(good, { "manifest.json.sig": torn }))).toBe("sync.badSignature");
  });

  test("when it names another office than the one whose key signed it", async () => {
    const as =
      (office: string): NonNullable<Forgery["head"]> =>
      (head) => ({ ...head, from: { ...head.from, office } });
    expect(await forged({ head: as("MPT") })).toBe("headquarters.keyUnknown");
    expect(await forged({ head: as("SEG") })).toBe("headquarters.officeUnknown");
    expect(await forged({ head: as("BKO") })).toBe("sync.notForHere");
  });

  test("when it is for somebody else", async () => {
    expect(await manifest((text) => text.replace('"office":"BKO"}', '"office":"SEG"}'))).toBe(
      "sync.notForHere",
    );
    const key = /"to":\{"key":"(SHA256:[^"]+)"/.exec(readManifest())?.[1] ?? "";
    expect(await manifest((text) => text.replace(key, `SHA256:${"A".repeat(43)}`))).toBe("sync.notForHere");
    for (const kind of ["receipt", "reference"])
      expect(await manifest((text) => text.replace('"kind":"journal"', `"kind":"${kind}"`))).toBe(
        "sync.notForHere",
      );
  });

  test("when a part is another bundle's, or two parts changed places", async () => {
    const other = filesOf(await forge(office));
    const [identity = new Uint8Array(0), finance = new Uint8Array(0)] = [
      other["identity.age"],
      other["finance.age"],
    ];
    expect(await refusedAs(repacked(good, { "identity.age": identity }))).toBe("sync.partDamaged");
    const { "identity.age": ours = identity, "finance.age": money = finance } = filesOf(good);
    expect(await refusedAs(repacked(good, { "identity.age": money, "finance.age": ours }))).toBe(
      "sync.partDamaged",
    );
  });

  test("when its manifest was touched, with or without a new signature", async () => {
    const text = readManifest();
    for (const changed of [text.replace('"epoch":1', '"epoch":2'), text.replace('"number":', '"number":1')])
      expect(await refusedAs(repacked(good, { "manifest.json": Buffer.from(changed) }))).toBe(
        "sync.badSignature",
      );
    expect(await manifest((whole) => whole.replace(":", ": "))).toBe("sync.notABundle");
    expect(await manifest((whole) => whole.replace("{", '{"aside":1,'))).toBe("sync.notABundle");
    expect(await manifest((whole) => whole.replace('"epoch":1', '"epoch":1.5'))).toBe("sync.notABundle");
    expect(await manifest((whole) => `${whole}\n`)).toBe("sync.notABundle");
  });

  test("when a newer program made it", async () => {
    expect(await manifest((text) => text.replace(/"schema":\d+/, '"schema":9999'))).toBe("sync.newerSchema");
    expect(await manifest((text) => text.replace("danaya-bundle/1", "danaya-bundle/2"))).toBe(
      "sync.newerFormat",
    );
  });

  test("when its epoch is over, or its range is none", async () => {
    expect(await manifest((text) => text.replace('"epoch":1', '"epoch":0'))).toBe("headquarters.oldEpoch");
    expect(await manifest((text) => text.replace('"first":1,', '"first":0,'))).toBe("sync.contentDamaged");
    expect(await manifest((text) => text.replace(/"last":\d+/, '"last":0'))).toBe("sync.contentDamaged");
  });
});

function readManifest(): string {
  return Buffer.from(filesOf(good)["manifest.json"] ?? []).toString();
}

describe("a stick by the office's own key is refused, and nothing changes,", () => {
  test("when its chain does not link, or is not the one that its manifest promises", async () => {
    const zeros = "0".repeat(64);
    expect(await forged({ head: (head) => ({ ...head, chain: { ...head.chain, after: zeros } }) })).toBe(
      "sync.contentDamaged",
    );
    const chain = (change: (lines: string[]) => string[]) => forged({ lines: { chain: change } });
    expect(await chain((lines) => lines.slice(0, -1))).toBe("sync.contentDamaged");
    expect(await chain((lines) => lines.slice(1))).toBe("sync.contentDamaged");
    expect(await chain((lines) => [...lines, lines.at(-1) ?? ""])).toBe("sync.contentDamaged");
    expect(await chain((lines) => lines.toSorted())).toBe("sync.contentDamaged");
    expect(await chain((lines) => lines.map((line) => line.replace(":", ": ")))).toBe("sync.contentDamaged");
    expect(await chain(() => [])).toBe("sync.contentDamaged");
    expect(await chain(() => ["{"])).toBe("sync.contentDamaged");
    expect(
      await forged({
        head: (head) => ({ ...head, chain: { ...head.chain, before: "1".repeat(64) } }),
      }),
    ).toMatch(/contentDamaged|fork/);
  });

  test("when a value is not the one that the chain vouches for", async () => {
    expect(
      await forged({
        entries: (entries) => {
          const last = lastOf(entries, "voucher");
          last.values = last.values?.replace('"amount":', '"amount":1') ?? null;
          return entries;
        },
      }),
    ).toBe("sync.contentDamaged");
    expect(await withMember((values) => ({ ...values, id: v7() }))).toBe("sync.contentDamaged");
  });

  test("when values are missing, told twice, in a wrong order or in another tier's part", async () => {
    const identity = (change: (lines: string[]) => string[]) => forged({ lines: { identity: change } });
    expect(await identity((lines) => lines.filter((line) => !line.includes("Zanguinaba")))).toBe(
      "sync.contentDamaged",
    );
    expect(await identity((lines) => lines.filter((line) => line.includes("Alpha")))).toBe(
      "sync.contentDamaged",
    );
    expect(await identity(() => [])).toBe("sync.contentDamaged");
    expect(await identity((lines) => lines.flatMap((line) => [line, line]))).toBe("sync.contentDamaged");
    expect(await identity((lines) => lines.toReversed())).toBe("sync.contentDamaged");
    expect(
      await forged({
        entries: (entries) => {
          lastOf(entries, "voucher").tier = "identity";
          return entries;
        },
      }),
    ).toBe("sync.contentDamaged");
  });

  test("when a photograph is not the one that its digest names", async () => {
    const swapped = (lines: string[]) =>
      lines.map((line) => (line.startsWith('{"jpeg"') ? line.replace(/"jpeg":"..../, '"jpeg":"AAAA') : line));
    expect(await forged({ lines: { identity: swapped } })).toBe("sync.contentDamaged");
  });

  test("when a record is another office's", async () => {
    expect(await withMember((values) => ({ ...values, office: "MPT" }))).toBe("headquarters.foreignRow");
    expect(await withRecord("voucher", (values) => ({ ...values, office: "BKO" }))).toBe(
      "headquarters.foreignRow",
    );
    const theirs = mopti.call.office.reader.get("SELECT id FROM member");
    expect(
      await forged({
        entries: (entries) => {
          const last = lastOf(entries, "member");
          last.id = String(theirs?.id);
          rewrite(last, (values) => ({ ...values, id: last.id }));
          return entries;
        },
      }),
    ).toBe("headquarters.foreignRow");
  });

  test("when it tells of what this program does not know", async () => {
    expect(
      await forged({
        entries: (entries) => {
          lastOf(entries, "audit_event").entity = "spell";
          return entries;
        },
      }),
    ).toBe("headquarters.unknownEntity");
    expect(await withMember((values) => ({ ...values, work_setting: "street" }))).toBe(
      "headquarters.unknownEntity",
    );
    expect(await withMember(({ phone: _, ...rest }) => rest)).toBe("headquarters.unknownEntity");
    expect(await withMember((values) => ({ ...values, phone: { at: "home" } }))).toBe(
      "headquarters.unknownEntity",
    );
    expect(await withMember(() => [])).toMatch(/unknownEntity|contentDamaged/);
  });

  test("when a part is sealed to somebody else, or is nothing that was sealed", async () => {
    const { recipient } = await generateAgeIdentity();
    for (const tier of ["chain", "identity", "programme"] as const)
      expect(await forged({ recipients: { [tier]: [recipient] } })).toBe("headquarters.otherSeal");
  });
});

describe("an office whose key was revoked", () => {
  test("is not read any more, whatever it sends", async () => {
    const { line } = await hq.must("headquarters.office", { office: "MPT" });
    await hq.must("headquarters.revokeKey", { office: "MPT", fingerprint: line.fingerprint ?? "" });
    before = consolidated(hq);
    await register(mopti, { surname: "Charlie" });
    expect(await refusedAs(await send(mopti))).toBe("headquarters.keyRevoked");
  });
});

describe("after all these refusals", () => {
  test("the office's stick is taken in as if nothing had been", async () => {
    expect(await outcomeOf(hq, good)).toBe("applied");
    const { fork, line } = await hq.must("headquarters.office", { office: "KTL" });
    expect([line.forked, fork]).toEqual([false, null]);
  });
});
