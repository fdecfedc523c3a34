import { join } from "node:path";
import type { Tier } from "../../../src/contract/sync.ts";
import { canonicalJson, sealValues } from "../../../src/crypto/digests.ts";
import { recipientOf } from "../../../src/crypto/sealing.ts";
import { publicKeyOf, sshFingerprint, sshPublicKey } from "../../../src/crypto/signing.ts";
import { schemaVersion } from "../../../src/data/database.ts";
import { eachEntry, eachHead, readHashAt, readLastEntry } from "../../../src/data/journal.ts";
import { readLocal } from "../../../src/data/localState.ts";
import { readPhoto } from "../../../src/data/photos.ts";
import { ANSWER_TIERS, type AnswerEntity } from "../../../src/services/sync/answerRows.ts";
import { writeBundleFile } from "../../../src/services/sync/bundleWriting.ts";
import { ownSigningKey, readSigningSeed } from "../../../src/services/sync/keys.ts";
import { FORMAT, type ManifestHead } from "../../../src/services/sync/manifest.ts";
import {
  chainLines,
  entitiesOf,
  type PartSource,
  TIERS,
  tierLines,
} from "../../../src/services/sync/parts.ts";
import { makeFolder, type TestOffice } from "../../support/office.ts";

/*
 * Answers that the product's headquarters never writes: with rows, ranges, keys and seals of the test's choosing,
 * signed by headquarters' key all the same.
 */

export type Values = Readonly<Record<string, string | number | null>>;

export interface HandRow {
  readonly entity: string;
  readonly values: Values;
  /** Another part than the row's own. */
  readonly tier?: (typeof TIERS)[number];
  /** Values under a digest that is not theirs. */
  readonly forged?: boolean;
  /** Announced, and not there. */
  readonly missing?: boolean;
}

export interface Handmade {
  readonly number?: number;
  readonly head?: Partial<ManifestHead>;
  readonly rows?: readonly HandRow[];
  /** Another office's code than headquarters'. */
  readonly from?: string;
  readonly seed?: Uint8Array;
  /** age recipient that the parts are sealed to */
  readonly answers?: string;
}

export function headRow(
  hq: TestOffice,
  tiers: readonly string[] = ["identity", "finance", "programme"],
): HandRow {
  const key = sshPublicKey(ownSigningKey(hq.call.office.reader));
  return { entity: "answer", values: { id: "answer", tiers: JSON.stringify(tiers), key } };
}

/** What a receipt says of an office that agrees with headquarters up to this entry. */
export function heldUpTo(office: TestOffice, last: number): Pick<ManifestHead, "range" | "chain"> {
  const after = readHashAt(office.call.office.reader, last) ?? "0".repeat(64);
  return { range: { first: last === 0 ? 0 : 1, last }, chain: { before: "0".repeat(64), after } };
}

export function lastOf(office: TestOffice): number {
  return readLastEntry(office.call.office.reader)?.seq ?? 0;
}

function partsOf(hq: TestOffice, rows: readonly HandRow[], recipient: string): PartSource[] {
  const salt = Buffer.alloc(16, 7);
  const numbered = rows.map((row, index) => {
    const text = canonicalJson(row.values);
    const shared = sealValues(salt, row.forged === true ? `${text} ` : text);
    const tier = row.tier ?? ANSWER_TIERS[row.entity as AnswerEntity] ?? "programme";
    return { ...row, tier, seq: index + 1, text, shared };
  });
  const heads = numbered.map(({ entity, values, seq, shared }) => ({
    ...{ at: hq.clock.now(), by: hq.call.user.id, entity, id: String(values.id), local: null, op: "insert" },
    ...{ seq, shared },
  }));
  const lines = (tier: string) =>
    numbered
      .filter((row) => row.tier === tier && row.missing !== true)
      .map(({ seq, text }) => `{"salt":"${salt.toString("hex")}","seq":${seq},"values":${text}}`);
  return [
    { tier: "chain", recipients: [recipient], lines: () => chainLines(heads, () => {}) },
    ...TIERS.map((tier) => ({ tier, recipients: [recipient], lines: () => lines(tier) })),
  ];
}

interface Sent {
  readonly about: Handmade;
  readonly parts: (recipient: string) => PartSource[];
}

async function write(hq: TestOffice, office: TestOffice, { about, parts }: Sent): Promise<string> {
  const { reader, code } = office.call.office;
  const seed = about.seed ?? readSigningSeed(hq.call.office.reader);
  const { number = 1 } = about;
  const head = {
    format: FORMAT,
    kind: "receipt",
    from: { office: about.from ?? "BKO", key: sshFingerprint(publicKeyOf(seed)) },
    to: { office: code, key: sshFingerprint(ownSigningKey(reader)) },
    number,
    epoch: 1,
    ...heldUpTo(office, 0),
    createdAt: hq.clock.now(),
    schema: schemaVersion(),
    app: "by hand",
    ...about.head,
  } as ManifestHead;
  const path = join(makeFolder(), `BKO-KTL-${String(number).padStart(6, "0")}.danaya`);
  const recipient = about.answers ?? (await recipientOf(readLocal(reader, "ageIdentity") ?? ""));
  const written = await writeBundleFile(path, head, parts(recipient), seed, { breathe: async () => {} });
  if (!written.ok) throw new Error(written.refusal.code);
  return path;
}

/** Writes a receipt into a folder of its own. @returns its path */
export function handAnswer(hq: TestOffice, office: TestOffice, about: Handmade = {}): Promise<string> {
  const { rows = [headRow(hq)] } = about;
  return write(hq, office, { about, parts: (recipient) => partsOf(hq, rows, recipient) });
}

/** All of an office's journal for its new laptop, each part's lines changed. @returns its path */
export function handSnapshot(
  hq: TestOffice,
  laptop: TestOffice,
  about: {
    readonly lost: TestOffice;
    readonly change?: (tier: string, lines: string[]) => string[];
    readonly head?: Partial<ManifestHead>;
  },
): Promise<string> {
  const { reader } = about.lost.call.office;
  const span = { first: 1, last: lastOf(about.lost) };
  const { change = (_, lines) => lines } = about;
  const lines = (tier: Tier) =>
    tierLines(
      eachEntry(reader, span, entitiesOf(tier)),
      (sha256) => readPhoto(reader, sha256),
      () => {},
    );
  const parts = (recipient: string): PartSource[] => [
    {
      tier: "chain",
      recipients: [recipient],
      lines: () => change("chain", [...chainLines(eachHead(reader, span), () => {})]),
    },
    ...TIERS.map((tier) => ({ tier, recipients: [recipient], lines: () => change(tier, [...lines(tier)]) })),
  ];
  const head = {
    kind: "snapshot",
    ...heldUpTo(about.lost, span.last),
    ...about.head,
  } as Partial<ManifestHead>;
  return write(hq, laptop, { about: { head }, parts });
}
