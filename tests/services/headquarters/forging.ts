import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Unzipped, unzipSync } from "fflate";
import { Tier } from "../../../src/contract/sync.ts";
import { canonicalJson, chainHash, sealValues } from "../../../src/crypto/digests.ts";
import { publicKeyOf, signSsh, sshFingerprint } from "../../../src/crypto/signing.ts";
import { schemaVersion } from "../../../src/data/database.ts";
import { eachEntry, readLastEntry } from "../../../src/data/journal.ts";
import { readPhoto } from "../../../src/data/photos.ts";
import { entityOf, isEntity } from "../../../src/data/registry.ts";
import { writeBundleFile } from "../../../src/services/sync/bundleWriting.ts";
import { readHeadquarters, readSigningSeed } from "../../../src/services/sync/keys.ts";
import { FORMAT, type ManifestHead, NAMESPACE } from "../../../src/services/sync/manifest.ts";
import type { PartSource } from "../../../src/services/sync/parts.ts";
import { makeFolder, type TestOffice } from "../../support/office.ts";
import { fileOf } from "../../support/roundTrip.ts";
import { zipped } from "../sync/headquarters.ts";

/*
 * What somebody who holds an office's keys could put on a stick: bundles written by the product's own writers over a
 * journal that was changed before.
 */

/** An entry on its way into a bundle, free to be changed. */
export interface Loose {
  seq: number;
  at: string;
  by: string;
  entity: string;
  id: string;
  op: string;
  shared: string | null;
  local: string | null;
  salt: Uint8Array;
  /** Canonical JSON; null where they were erased. */
  values: string | null;
  /** In whose part its values go. */
  tier: Tier;
}

export function looseEntries(office: TestOffice): Loose[] {
  const { reader } = office.call.office;
  const last = readLastEntry(reader)?.seq ?? 0;
  return [...eachEntry(reader, { first: 1, last })].map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    by: entry.by,
    entity: entry.entity,
    id: entry.id,
    op: entry.op,
    shared: entry.shared,
    local: entry.local,
    salt: entry.sharedSalt ?? new Uint8Array(16),
    values: entry.sharedValues,
    tier: isEntity(entry.entity) ? entityOf(entry.entity).tier : "programme",
  }));
}

/** The entry with other values, and a digest that vouches for them. */
export function rewrite(entry: Loose, change: (values: Record<string, unknown>) => unknown): void {
  const before = JSON.parse(entry.values ?? "{}") as Record<string, unknown>;
  const values = canonicalJson(change({ ...before }));
  entry.values = values;
  entry.shared = sealValues(entry.salt, values);
}

/** The first entry of this kind of record. */
export function firstOf(entries: readonly Loose[], entity: string): Loose {
  const found = entries.find((entry) => entry.entity === entity);
  if (found === undefined) throw new Error(`no entry of ${entity}`);
  return found;
}

export interface Forgery {
  /** Changes the whole journal; the chain is hashed anew over what comes out. */
  readonly entries?: (entries: Loose[]) => Loose[];
  /** The last word on the manifest. */
  readonly head?: (head: ManifestHead) => ManifestHead;
  readonly span?: { first: number; last: number };
  /** The last word on the lines of a part. */
  readonly lines?: Partial<Record<Tier | "chain", (lines: string[]) => string[]>>;
  readonly recipients?: Partial<Record<Tier | "chain", string[]>>;
  readonly seed?: Uint8Array;
}

function hashThrough(entries: readonly Loose[], last: number): string {
  return entries.slice(0, last).reduce((before, { seq, at, by, entity, id, op, shared, local }) => {
    const head = { seq, at, by, entity, id, op, shared, local } as Parameters<typeof chainHash>[0];
    return chainHash({ ...head, before });
  }, "0".repeat(64));
}

function partsOf(office: TestOffice, entries: readonly Loose[], forgery: Forgery): PartSource[] {
  const { reader } = office.call.office;
  const recipients = readHeadquarters(reader)?.keys.recipients;
  if (recipients === undefined) throw new Error("the office has not joined");
  const linesOf = (tier: Tier | "chain"): string[] => {
    if (tier === "chain")
      return entries.map(({ at, by, entity, id, local, op, seq, shared }) =>
        canonicalJson({ at, by, entity, id, local, op, seq, shared }),
      );
    const mine = entries.filter((entry) => entry.tier === tier && entry.values !== null);
    const lines = mine.map(
      ({ salt, seq, values }) =>
        `{"salt":"${Buffer.from(salt).toString("hex")}","seq":${seq},"values":${values}}`,
    );
    const photos = new Set(
      mine.flatMap(({ values }) => /"photo_sha256":"(\w+)"/.exec(values ?? "")?.[1] ?? []),
    );
    const pictures = [...photos].flatMap((sha256) => {
      const jpeg = readPhoto(reader, sha256);
      return jpeg === undefined
        ? []
        : [`{"jpeg":"${Buffer.from(jpeg).toString("base64")}","sha256":"${sha256}"}`];
    });
    return [...lines, ...pictures];
  };
  const all = [...new Set(Tier.options.map((tier) => recipients[tier]))];
  return (["chain", ...Tier.options] as const).map((tier) => ({
    tier,
    recipients: forgery.recipients?.[tier] ?? (tier === "chain" ? all : [recipients[tier]]),
    lines: () => (forgery.lines?.[tier] ?? ((lines: string[]) => lines))(linesOf(tier)),
  }));
}

let made = 0;

/** A bundle of this office's journal with these changes. @returns its file */
export async function forge(office: TestOffice, forgery: Forgery = {}): Promise<string> {
  const { reader, code } = office.call.office;
  const whole = looseEntries(office);
  const entries = forgery.entries?.(whole) ?? whole;
  const span = forgery.span ?? { first: 1, last: entries.length };
  const seed = forgery.seed ?? readSigningSeed(reader);
  const to = readHeadquarters(reader);
  if (to === null) throw new Error("the office has not joined");
  const hqKey = Buffer.from(to.keys.signing.split(" ")[1] ?? "", "base64").subarray(-32);
  made += 1;
  const head: ManifestHead = {
    format: FORMAT,
    kind: "journal",
    from: { office: code, key: sshFingerprint(publicKeyOf(seed)) },
    to: { office: to.code, key: sshFingerprint(new Uint8Array(hqKey)) },
    number: 500 + made,
    epoch: 1,
    range: span,
    chain: { before: hashThrough(entries, span.first - 1), after: hashThrough(entries, span.last) },
    createdAt: office.clock.now(),
    schema: schemaVersion(),
    app: "by hand",
  };
  const file = join(makeFolder(), `${code}-${String(head.number).padStart(6, "0")}.danaya`);
  const carried = entries.slice(span.first - 1, span.last);
  const parts = partsOf(office, carried, forgery);
  const written = await writeBundleFile(file, forgery.head?.(head) ?? head, parts, seed, {
    breathe: async () => {},
  });
  if (!written.ok) throw new Error(written.refusal.code);
  return file;
}

export function filesOf(bundle: string): Unzipped {
  return unzipSync(new Uint8Array(readFileSync(bundle)));
}

/** The bundle with some of its files replaced, packed as the format wants it. */
export function repacked(bundle: string, changes: Record<string, Uint8Array>): string {
  return fileOf("repacked.danaya", zipped({ ...filesOf(bundle), ...changes }));
}

/** The bundle with another manifest text, signed by the office itself. */
export function resigned(office: TestOffice, bundle: string, change: (text: string) => string): string {
  const text = Buffer.from(change(Buffer.from(filesOf(bundle)["manifest.json"] ?? []).toString()));
  const signature = signSsh(readSigningSeed(office.call.office.reader), text, NAMESPACE);
  return repacked(bundle, { "manifest.json": text, "manifest.json.sig": Buffer.from(signature) });
}
