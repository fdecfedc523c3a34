import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { canonicalJson, chainHash, sealValues } from "../../src/crypto/digests.ts";
import { openBundleBytes, writeBundle } from "../../src/services/sync/bundleFile.ts";
import { sourceOfBytes } from "../../src/services/sync/byteSource.ts";
import { Manifest } from "../../src/services/sync/manifest.ts";
import { readStoredZip } from "../../src/services/sync/storedZip.ts";
import { verifyBundle } from "../../src/services/sync/verifying.ts";
import { makeTestOffice } from "../support/office.ts";

/*
 * Bundles made once and kept (makeBundles.ts): what a stick from long ago says must stay readable. If one of these
 * fails, the format has drifted; the vector is right.
 */

const FOLDER = fileURLToPath(new URL("./bundles/", import.meta.url));
const FILES = ["KTL-invitation.danaya", "KTL-inscription.danaya", "KTL-000001.danaya"];

interface Expected {
  readonly fingerprint: string;
  readonly seeds: Record<"BKO" | "KTL", string>;
  readonly identities: Record<string, string>;
  readonly manifest: { readonly chain: { readonly before: string; readonly after: string } };
  readonly lines: Record<string, Record<string, unknown>[]>;
}

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const signers = readFileSync(join(FOLDER, "allowed_signers"), "utf8");
const expected = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Expected;

function read(name: string) {
  const bundle = openBundleBytes(bytesOf(name));
  if (!bundle.ok) throw new Error(bundle.refusal.code);
  return bundle.value;
}

/** All entries but the text for people, whose words may become better. */
function entriesOf(bytes: Uint8Array): [string, string][] {
  const entries = [...(readStoredZip(sourceOfBytes(bytes))?.entries ?? [])];
  return entries.map(([name, { sha256 }]) => [name, name === "LISEZMOI.txt" ? "" : sha256]);
}

/** A part as it lies in the archive. */
function sealedPart(bytes: Uint8Array, name: string): Uint8Array {
  const entry = readStoredZip(sourceOfBytes(bytes))?.entries.get(name);
  return entry === undefined ? new Uint8Array(0) : bytes.subarray(entry.at, entry.at + entry.bytes);
}

describe("the bundles of format 1 that were made once", () => {
  test.each(FILES)("%s still verifies with its allowed_signers", (name) => {
    expect(verifyBundle(join(FOLDER, name), signers)).toMatchObject({ ok: true });
  });

  test("still open to the same manifest and the same lines", async () => {
    const bundle = read("KTL-000001.danaya");
    expect(bundle.manifest).toEqual(expected.manifest);
    expect(bundle.manifest.parts.map(({ name }) => name)).toEqual(Object.keys(expected.lines));
    for (const { name, tier } of bundle.manifest.parts) {
      for (const holder of tier === "chain" ? ["identity", "finance", "programme"] : [tier]) {
        const lines: string[] = [];
        for await (const line of bundle.lines(tier, [expected.identities[holder] ?? ""])) lines.push(line);
        expect(lines.map((line) => JSON.parse(line))).toEqual(expected.lines[name]);
        expect(lines).toEqual(lines.map((line) => canonicalJson(JSON.parse(line))));
      }
    }
  });

  test("still give the same digests and the same chain", () => {
    type Head = Omit<Parameters<typeof chainHash>[0], "before">;
    const chain = (expected.lines["chain.age"] ?? []) as unknown as Head[];
    const { before, after } = expected.manifest.chain;
    expect(chain.reduce((hash, head) => chainHash({ ...head, before: hash }), before)).toBe(after);
    const values = Object.entries(expected.lines).flatMap(([name, lines]) =>
      name === "chain.age" ? [] : lines.filter((line) => "values" in line),
    );
    expect(values.length).toBeGreaterThan(5);
    for (const { seq, salt, values: shared } of values) {
      const digest = sealValues(Buffer.from(String(salt), "hex"), canonicalJson(shared));
      expect(digest).toBe(chain.find((head) => head.seq === seq)?.shared);
    }
  });

  test("are written again to the byte from their manifest, parts and seed", () => {
    for (const name of FILES) {
      const { manifest } = read(name);
      const office = manifest.from.office === "BKO" ? "BKO" : "KTL";
      const seed = new Uint8Array(Buffer.from(expected.seeds[office], "hex"));
      const sealed = manifest.parts.map((part) => ({
        ...part,
        bytes: sealedPart(bytesOf(name), part.name),
      }));
      expect(Manifest.parse(manifest)).toEqual(manifest);
      const [again, then] = [writeBundle(manifest, sealed, seed), bytesOf(name)].map(entriesOf);
      expect(again).toEqual(then);
    }
  });

  test("still invite an office, under the same digits to read aloud", async () => {
    const office = await makeTestOffice();
    const bytes = bytesOf("KTL-invitation.danaya");
    const preview = await office.must("sync.previewInvitation", { bytes });
    expect(preview).toMatchObject({ from: "BKO", forOffice: "KTL", fingerprint: expected.fingerprint });
    await office.must("sync.join", { bytes, fingerprint: expected.fingerprint });
  });
});
