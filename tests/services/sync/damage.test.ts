import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import type { Result } from "../../../src/contract/results.ts";
import { openBundleBytes } from "../../../src/services/sync/bundleFile.ts";
import type { Manifest } from "../../../src/services/sync/manifest.ts";
import { verifyBundle } from "../../../src/services/sync/verifying.ts";
import { makeFolder, makeTestOffice, refusalWords } from "../../support/office.ts";
import { Headquarters, leaveNoFolders, zipped } from "./headquarters.ts";
import { exportTo, fill, makeJoined } from "./joined.ts";

const hq = new Headquarters();
afterAll(leaveNoFolders);

/** A bundle that an office exported, the signers that vouch for it, and headquarters' invitation to it. */
async function samples(): Promise<{ bundle: Uint8Array; signers: string; invitation: Uint8Array }> {
  const office = await makeJoined(hq, true);
  await fill(office);
  const bundle = new Uint8Array(readFileSync((await exportTo(office)).file));
  const invitation = hq.invite("KTL");
  const enrolment = await office.must("sync.join", { bytes: invitation, fingerprint: hq.fingerprint });
  using unpacked = hq.unpack(enrolment.bytes);
  const { signing } = unpacked.manifest.keys as { signing: string };
  office.close();
  return { bundle, invitation, signers: `KTL namespaces="danaya-bundle" ${signing}\n` };
}
const made = samples();
// A test awaits it; until then nobody does.
made.catch(() => {});

/** Everything that a reader would take from a bundle. */
function contentOf(bytes: Uint8Array): string {
  const read = openBundleBytes(bytes);
  if (!read.ok) return read.refusal.code;
  const { manifest, signer } = read.value;
  return JSON.stringify([manifest, [...signer]]);
}

const SYNC_REFUSAL = /^sync\.(notABundle|badSignature|partDamaged|newerFormat)$/;

/** Damaged in whatever way: refused, or nothing that counts was touched (a date of the archive's directory). */
function expectHarmless(damaged: Uint8Array, whole: Uint8Array): void {
  const found = contentOf(damaged);
  if (found !== contentOf(whole)) expect(found).toMatch(SYNC_REFUSAL);
}

describe("a damaged bundle", () => {
  test("is refused wherever a bit of its content flips", async () => {
    const { bundle, invitation } = await made;
    for (const whole of [bundle, invitation]) {
      fc.assert(
        fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
          const damaged = new Uint8Array(whole);
          damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
          expectHarmless(damaged, whole);
        }),
        { numRuns: 400 },
      );
    }
  });

  test("is refused for a flipped bit in each of its entries and in the archive's end", async () => {
    const { bundle } = await made;
    const content = Buffer.from(bundle);
    for (const [name, entry] of Object.entries(unzipSync(bundle))) {
      const at = content.indexOf(Buffer.from(entry.subarray(0, 64)));
      expect([name, at > 0]).toEqual([name, true]);
      for (const offset of [0, entry.length >> 1, entry.length - 1]) {
        const damaged = new Uint8Array(bundle);
        damaged[at + offset] = (damaged[at + offset] ?? 0) ^ 1;
        expect([name, contentOf(damaged)]).toEqual([name, "sync.notABundle"]);
      }
    }
    const end = new Uint8Array(bundle);
    end[end.length - 22] = 0;
    expect(contentOf(end)).toBe("sync.notABundle");
  });

  test("is refused however short it was cut, and with anything before or behind it", async () => {
    const { bundle, invitation } = await made;
    for (const whole of [bundle, invitation]) {
      fc.assert(
        fc.property(fc.nat(whole.length - 1), (length) => {
          expect(contentOf(whole.subarray(0, length))).toBe("sync.notABundle");
        }),
      );
      expect(contentOf(Buffer.concat([whole, Buffer.from([0])]))).toBe("sync.notABundle");
      expect(contentOf(Buffer.concat([Buffer.from([0]), whole]))).toBe("sync.notABundle");
      expect(contentOf(Buffer.concat([whole, whole]))).toBe("sync.notABundle");
    }
  });

  test("is refused when bytes were cut out, doubled or exchanged anywhere", async () => {
    const { bundle } = await made;
    fc.assert(
      fc.property(
        fc.nat(bundle.length - 1),
        fc.nat(bundle.length - 1),
        fc.uint8Array({ maxLength: 40 }),
        (a, b, filling) => {
          const [from, to] = a <= b ? [a, b] : [b, a];
          const damaged = Buffer.concat([bundle.subarray(0, from), filling, bundle.subarray(to)]);
          expectHarmless(damaged, bundle);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("never makes the reader throw, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(contentOf(bytes)).toMatch(SYNC_REFUSAL);
      }),
    );
  });

  test("is refused on screen in the same words, and changes nothing in the office", async () => {
    const office = await makeTestOffice();
    const { invitation } = await made;
    const before = office.call.office.reader.all("SELECT * FROM local_state");
    for (const at of [200, 700, invitation.length - 10]) {
      const bytes = new Uint8Array(invitation);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      expect(await office.refused("sync.previewInvitation", { bytes })).toMatch(SYNC_REFUSAL);
      expect(await office.refused("sync.join", { bytes, fingerprint: hq.fingerprint })).toMatch(SYNC_REFUSAL);
    }
    expect(office.call.office.reader.all("SELECT * FROM local_state")).toEqual(before);
  });
});

describe("a bundle put together wrongly", () => {
  const repacked = async (
    change: (files: [string, Uint8Array][]) => [string, Uint8Array][],
    level: 0 | 6 = 0,
  ) => {
    const { bundle } = await made;
    const files = change(Object.entries(unzipSync(bundle)));
    return contentOf(zipped(Object.fromEntries(files) as Zippable, level));
  };

  test("is whole again when the very entries are packed anew by hand", async () => {
    const { bundle } = await made;
    expect(await repacked((files) => files)).toBe(contentOf(bundle));
  });

  test("is refused with compressed entries", async () => {
    expect(await repacked((files) => files, 6)).toBe("sync.notABundle");
  });

  test("is refused with an entry missing, one more, or in another order", async () => {
    const { bundle } = await made;
    const names = Object.keys(unzipSync(bundle));
    for (const missing of names)
      expect(await repacked((files) => files.filter(([name]) => name !== missing))).toMatch(
        /^sync\.(notABundle|partDamaged)$/,
      );
    expect(await repacked((files) => [...files, ["health.age", new Uint8Array(9)]])).toBe("sync.partDamaged");
    expect(await repacked((files) => [...files, ["virus.exe", new Uint8Array(9)]])).toBe("sync.partDamaged");
    expect(await repacked((files) => [...files].reverse())).toBe("sync.partDamaged");
  });

  test("is refused with a part of another bundle, and with parts that changed places", async () => {
    const swap = (files: [string, Uint8Array][]) => {
      const [identity, finance] = ["identity.age", "finance.age"].map((wanted) =>
        files.find(([name]) => name === wanted),
      );
      return files.map(([name, bytes]): [string, Uint8Array] => [
        name,
        (name === "identity.age" ? finance : name === "finance.age" ? identity : undefined)?.[1] ?? bytes,
      ]);
    };
    expect(await repacked(swap)).toBe("sync.partDamaged");
  });

  test("is refused when its name lies outside of the folder or stands there twice", async () => {
    const { bundle } = await made;
    const files = unzipSync(bundle);
    for (const name of ["../manifest.json", "/etc/passwd", "a/b.age", "identity.age\0.txt"])
      expect(contentOf(zipSync({ ...files, [name]: new Uint8Array(1) }, { level: 0 }))).toBe(
        "sync.notABundle",
      );
    const doubled = Buffer.from(zipSync({ ...files, "manifesu.json": new Uint8Array(1) }, { level: 0 }));
    for (let at = doubled.indexOf("manifesu"); at >= 0; at = doubled.indexOf("manifesu", at))
      doubled.write("manifest", at);
    expect(contentOf(doubled)).toBe("sync.notABundle");
  });
});

describe("whoever has the list of known keys", () => {
  const verify = (bundle: Uint8Array, signers: string): string => {
    const path = join(makeFolder(), "bundle.danaya");
    writeFileSync(path, bundle);
    return refusalWords(verifyBundle(path, signers) as Result<Manifest>);
  };
  const verified = async (signers: string): Promise<string> => verify((await made).bundle, signers);

  test("believes a bundle by a key that the list gives to its office, and by no other", async () => {
    const { signers } = await made;
    expect(await verified(signers)).toBe("accepted");
    expect(await verified(`# vide\n`)).toBe("sync.signerUnknown");
    expect(await verified(signers.replace("KTL", "MPT"))).toBe("sync.signerUnknown");
    expect(await verified(signers.replace("danaya-bundle", "git"))).toBe("sync.signerUnknown");
    expect(await verified(`KTL namespaces="danaya-bundle" ${hq.publicLine}\n`)).toBe("sync.signerUnknown");
    expect(await verified(`ceci n'est pas une liste`)).toBe("sync.signerUnknown");
    expect(await verified(signers.replace("namespaces", 'valid-before="20260101",namespaces'))).toBe(
      "sync.signerUnknown",
    );
  });

  test("does not believe what somebody else signed in the office's name", async () => {
    const { bundle, signers } = await made;
    const files = unzipSync(bundle);
    const signature = Buffer.from(hq.sign(files["manifest.json"] ?? new Uint8Array(0)));
    const forged = zipped({ ...files, "manifest.json.sig": signature });
    expect(verify(forged, signers)).toBe("sync.badSignature");
  });
});
