import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { WrittenAnswer } from "../../contract/headquarters.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { canonicalJson, sealValues } from "../../crypto/digests.ts";
import { parseSshPublicKey, publicKeyOf, sshFingerprint } from "../../crypto/signing.ts";
import { schemaVersion } from "../../data/database.ts";
import { insertAudit } from "../../data/journal.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import {
  type Branch,
  listBranches,
  listBranchKeys,
  readBranch,
  updateAnswer,
} from "../../data/national/branches.ts";
import { eachHeldHead, eachHeldValues, type HeldValues } from "../../data/national/entries.ts";
import { readPhoto } from "../../data/photos.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { writeWhole } from "../office/officeFiles.ts";
import { writeBundleFile } from "../sync/bundleWriting.ts";
import { readSigningSeed } from "../sync/keys.ts";
import { FORMAT, type ManifestHead } from "../sync/manifest.ts";
import { chainLines, entitiesOf, type PartSource, TIERS, tierLines } from "../sync/parts.ts";
import { type AnswerContent, contentFor } from "./answerContent.ts";
import { invitationFile } from "./invitations.ts";
import { readFormerSeeds } from "./ownKeys.ts";
import { requireNational } from "./require.ts";
import type { NationalStore } from "./store.ts";

interface Addressee {
  readonly branch: Branch;
  /** age recipient */
  readonly answers: string;
  /** fingerprint of the office's signing key */
  readonly key: string;
}

function addresseeOf(store: NationalStore, branch: Branch): Addressee | null {
  const current = listBranchKeys(store.reader, branch.code).find(({ state }) => state === "current");
  const key = current === undefined ? null : parseSshPublicKey(current.publicKey);
  return key === null || branch.answers === null
    ? null
    : { branch, answers: branch.answers, key: sshFingerprint(key) };
}

/** The rows as a little journal of their own, so that they are checked like an office's. */
function contentParts(call: Call, store: NationalStore, to: Addressee, content: AnswerContent): PartSource[] {
  const at = call.world.now();
  const numbered = content.rows.map((row, index) => {
    const values = canonicalJson(row.values);
    const salt = call.world.random(16);
    return {
      ...row,
      seq: index + 1,
      salt,
      values,
      id: String(row.values.id),
      shared: sealValues(salt, values),
    };
  });
  const heads = numbered.map(({ seq, entity, id, shared }) => ({
    seq,
    at,
    by: call.user.id,
    entity,
    id,
    op: "insert",
    shared,
    local: null,
  }));
  const photoOf = (sha256: string) => readPhoto(store.reader, sha256);
  const recipients = [to.answers];
  return [
    { tier: "chain", recipients, lines: () => chainLines(heads, () => {}) },
    ...TIERS.map((tier): PartSource => {
      const entries = numbered
        .filter((row) => row.tier === tier)
        .map(({ seq, entity, salt, values }) => ({ seq, entity, sharedSalt: salt, sharedValues: values }));
      return { tier, recipients, lines: () => tierLines(entries, photoOf, () => {}) };
    }),
  ];
}

function* sharedOf(entries: Iterable<HeldValues>) {
  for (const { seq, entity, salt, values } of entries)
    yield { seq, entity, sharedSalt: salt, sharedValues: values };
}

/** All that headquarters holds of an office, as the office itself would send it. */
function wholeParts(store: NationalStore, to: Addressee): PartSource[] {
  const chain = { office: to.branch.code, epoch: to.branch.epoch };
  const span = { first: 1, last: to.branch.headSeq };
  const recipients = [to.answers];
  const photoOf = (sha256: string) => readPhoto(store.reader, sha256);
  return [
    { tier: "chain", recipients, lines: () => chainLines(eachHeldHead(store.reader, chain, span), () => {}) },
    ...TIERS.map((tier): PartSource => {
      const about = { tier, entities: entitiesOf(tier), ...span };
      const lines = () => tierLines(sharedOf(eachHeldValues(store.reader, chain, about)), photoOf, () => {});
      return { tier, recipients, lines };
    }),
  ];
}

function headFor(call: Call, to: Addressee, kind: WrittenAnswer["kind"], number: number): ManifestHead {
  const { branch } = to;
  const isEmpty = branch.headSeq === 0;
  return {
    format: FORMAT,
    kind,
    from: { office: call.office.code, key: sshFingerprint(publicKeyOf(readSigningSeed(call.office.reader))) },
    to: { office: branch.code, key: to.key },
    number,
    epoch: branch.epoch,
    range: { first: isEmpty ? 0 : 1, last: branch.headSeq },
    chain: { before: CHAIN_START, after: isEmpty ? CHAIN_START : branch.headHash },
    createdAt: call.world.now(),
    schema: schemaVersion(),
    app: call.world.version,
  };
}

/** The next number whose file does not stand there yet: no answer overwrites another. */
function freeFile(call: Call, branch: Branch, folder: string): { number: number; file: string } {
  for (let number = branch.answerNumber + 1; ; number += 1) {
    const name = `${call.office.code}-${branch.code}-${String(number).padStart(6, "0")}.danaya`;
    const file = join(folder, name);
    if (!existsSync(file)) return { number, file };
  }
}

/** An office that still trusts an earlier key of headquarters gets the present one, signed by that earlier key. */
async function writeNewKey(
  call: Call,
  store: NationalStore,
  to: Addressee,
  folder: string,
): Promise<Result<null>> {
  const { knowsKey, code } = to.branch;
  const former = readFormerSeeds(call.office.reader).find(
    (seed) => sshFingerprint(publicKeyOf(seed)) === knowsKey,
  );
  if (former === undefined) return accept(null);
  const file = invitationFile(call, store, { office: code, seed: former });
  if (!file.ok) return file;
  const written = await onDisk("folder", () =>
    writeWhole(join(folder, `${call.office.code}-${code}-nouvelle-cle.danaya`), file.value.bytes),
  );
  return written.ok ? accept(null) : written;
}

async function writeAnswer(
  call: Call,
  store: NationalStore,
  to: Addressee,
  folder: string,
): Promise<Result<WrittenAnswer>> {
  const { branch } = to;
  if (branch.recovering && store.tiers.size < TIERS.length) return refuse("headquarters.tierNotHeld");
  const newKey = await writeNewKey(call, store, to, folder);
  if (!newKey.ok) return newKey;
  const kind = branch.recovering ? "snapshot" : "receipt";
  const content = contentFor(call, store, branch.code);
  const parts = kind === "snapshot" ? wholeParts(store, to) : contentParts(call, store, to, content);
  const { number, file } = freeFile(call, branch, folder);
  const seed = readSigningSeed(call.office.reader);
  const written = await writeBundleFile(file, headFor(call, to, kind, number), parts, seed, {
    breathe: call.breathe,
  });
  if (!written.ok) return written;
  store.write((door) => {
    const digest = kind === "snapshot" ? "" : content.digest;
    updateAnswer(door, branch.code, { number, seq: branch.headSeq, epoch: branch.epoch, digest });
    return accept(null);
  });
  const { bytes } = written.value;
  return accept({ office: branch.code, file, kind, number, bytes, acknowledged: branch.headSeq });
}

/**
 * Writes one answer for each of these offices, or for all that have a confirmed key: what headquarters has of it, the
 * offices and keys, transfers and suggestions; for a new laptop all that its office had.
 */
export async function answer(
  call: Call,
  input: InputOf<"headquarters.answer">,
): Promise<Result<WrittenAnswer[]>> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  const isThere = await onDisk("folder", () => statSync(input.folder).isDirectory());
  if (!isThere.ok) return isThere;
  if (!isThere.value) return refuse("disk.notFound", { field: "folder" });
  const branches =
    input.offices?.map((code) => readBranch(store.reader, code) ?? code) ?? listBranches(store.reader);
  const answers: WrittenAnswer[] = [];
  for (const [done, branch] of branches.entries()) {
    call.progress({ done, total: branches.length });
    if (typeof branch === "string")
      return refuse("headquarters.officeUnknown", { field: "offices", values: { office: branch } });
    const to = addresseeOf(store, branch);
    if (to === null) {
      if (input.offices === null) continue;
      return refuse("headquarters.officeUnknown", { field: "offices", values: { office: branch.code } });
    }
    const written = await writeAnswer(call, store, to, input.folder);
    if (!written.ok) return written;
    answers.push(written.value);
  }
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "answer", rows: answers.length })),
  );
  return accept(answers);
}
