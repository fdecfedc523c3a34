import type { RefusalCode } from "../../contract/refusals.ts";
import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import { parseSshPublicKey, sshFingerprint } from "../../crypto/signing.ts";
import { readLastAnswerNumber } from "../../data/answers.ts";
import { schemaVersion } from "../../data/database.ts";
import type { Call } from "../call.ts";
import { type OpenBundle, openBundleFile, peekBundle } from "./bundleFile.ts";
import { hasFitRecipients } from "./joining.ts";
import { type Headquarters, ownSigningKey } from "./keys.ts";
import type { Invitation, Manifest } from "./manifest.ts";
import { formerKeyName } from "./renewing.ts";
import { pinnedKey } from "./syncState.ts";

/** What headquarters sent to this office among some files. */
export interface ChosenAnswers {
  /** Headquarters' new keys, each signed by the one before. */
  readonly renewals: readonly Invitation[];
  /** Receipts and snapshots in the order of their numbers, open. */
  readonly answers: readonly OpenBundle[];
  close(): void;
}

interface Found {
  readonly path: string;
  readonly manifest: Manifest;
}

/** What is told when there was nothing to take, the most telling first. */
const BY_WEIGHT: readonly RefusalCode[] = [
  "sync.newerFormat",
  "sync.badSignature",
  "sync.signerUnknown",
  "sync.olderAnswer",
  "sync.notForHere",
];

/** Why files were passed over. */
class PassedOver {
  readonly #refusals: Refusal[] = [];

  note(code: RefusalCode, values?: Record<string, string>): void {
    this.#refusals.push(refuse(code, values === undefined ? {} : { values }).refusal);
  }

  heaviest(): Result<never> {
    for (const code of BY_WEIGHT) {
      const refusal = this.#refusals.find((candidate) => candidate.code === code);
      if (refusal !== undefined) return { ok: false, refusal };
    }
    return refuse("sync.notAnAnswer");
  }
}

/** The bundles among the files, as they speak of themselves; a stick that is gone is refused. */
function peekAll(files: readonly string[], passed: PassedOver): Result<Found[]> {
  const found: Found[] = [];
  for (const path of new Set(files)) {
    const peeked = peekBundle(path);
    if (peeked.ok) found.push({ path, manifest: peeked.value });
    else if (peeked.refusal.code.startsWith("disk.")) return refuse(peeked.refusal.code, { field: "files" });
    else if (peeked.refusal.code === "sync.newerFormat") passed.note("sync.newerFormat");
  }
  return accept(found);
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);

/** The chain of renewals that begins at the pinned key: the old signs the new. */
function findRenewals(
  found: readonly Found[],
  pinned: Uint8Array,
  about: { office: string; headquarters: string },
): { renewals: Invitation[]; keys: Uint8Array[] } {
  const keys = [pinned];
  const renewals: Invitation[] = [];
  const invitations = found.flatMap(({ path, manifest }) => {
    const { kind, from, to } = manifest;
    if (kind !== "invitation" || to.office !== about.office || from.office !== about.headquarters) return [];
    const opened = openBundleFile(path);
    if (!opened.ok) return [];
    opened.value.close();
    const { signer, manifest: invitation } = opened.value;
    return invitation.kind === "invitation" && hasFitRecipients(invitation)
      ? [{ signer, manifest: invitation }]
      : [];
  });
  for (;;) {
    const present = keys.at(-1) ?? pinned;
    const next = invitations.flatMap(({ signer, manifest }) => {
      const key = parseSshPublicKey(manifest.keys.signing);
      const isNews = key !== null && !keys.some((known) => isSame(known, key));
      return isNews && isSame(signer, present) ? [{ key, manifest }] : [];
    })[0];
    if (next === undefined) return { renewals, keys };
    keys.push(next.key);
    renewals.push(next.manifest);
  }
}

/** Whether a file says to be a new answer to this office. Notes why it is passed over otherwise. */
function isNewAnswer(
  call: Call,
  { manifest }: Found,
  about: { headquarters: string; keyNames: readonly string[]; last: number; passed: PassedOver },
): boolean {
  const { kind, from, to, number } = manifest;
  if (kind !== "receipt" && kind !== "snapshot") return false;
  if (from.office === call.office.code) return false;
  if (from.office !== about.headquarters) about.passed.note("sync.signerUnknown", { office: from.office });
  else if (to.office !== call.office.code) about.passed.note("sync.notForHere", { office: to.office });
  else if (!about.keyNames.includes(to.key)) about.passed.note("sync.notForHere");
  else if (number <= about.last) about.passed.note("sync.olderAnswer");
  else return true;
  return false;
}

/** Opens an answer; null where it is passed over because somebody else signed it. */
function openAnswer(
  { path, manifest }: Found,
  keys: readonly Uint8Array[],
  passed: PassedOver,
): Result<OpenBundle | null> {
  const opened = openBundleFile(path);
  if (!opened.ok && opened.refusal.code === "sync.badSignature") {
    passed.note("sync.badSignature");
    return accept(null);
  }
  // It spoke of itself as a bundle: what is no bundle as a whole was damaged since.
  if (!opened.ok) return opened.refusal.code === "sync.notABundle" ? refuse("sync.partDamaged") : opened;
  if (!keys.some((key) => isSame(key, opened.value.signer))) {
    opened.value.close();
    passed.note("sync.signerUnknown", { office: manifest.from.office });
    return accept(null);
  }
  if (opened.value.manifest.schema <= schemaVersion()) return opened;
  opened.value.close();
  return refuse("sync.newerSchema");
}

/** Opens the answers in their order, each number once. Closes all of them when one is refused. */
function openAnswers(
  candidates: readonly Found[],
  keys: readonly Uint8Array[],
  passed: PassedOver,
): Result<OpenBundle[]> {
  const answers: OpenBundle[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.manifest.number - b.manifest.number)) {
    if (answers.at(-1)?.manifest.number === candidate.manifest.number) continue;
    const opened = openAnswer(candidate, keys, passed);
    if (!opened.ok) {
      for (const answer of answers) answer.close();
      return opened;
    }
    if (opened.value !== null) answers.push(opened.value);
  }
  return accept(answers);
}

/**
 * Headquarters' answers to this office among the files: signed by the key that is pinned, or by a newer one that the
 * pinned key vouches for in a file beside. Files of anybody else are passed over; where nothing is left, the answer
 * says why.
 */
export function chooseAnswers(
  call: Call,
  headquarters: Headquarters,
  files: readonly string[],
): Result<ChosenAnswers> {
  const { reader, code } = call.office;
  const passed = new PassedOver();
  const found = peekAll(files, passed);
  if (!found.ok) return found;
  const parties = { office: code, headquarters: headquarters.code };
  const { renewals, keys } = findRenewals(found.value, pinnedKey(headquarters), parties);
  const former = formerKeyName(reader);
  const keyNames = [sshFingerprint(ownSigningKey(reader)), ...(former === null ? [] : [former])];
  const last = readLastAnswerNumber(reader);
  const about = { headquarters: headquarters.code, keyNames, last, passed };
  const candidates = found.value.filter((candidate) => isNewAnswer(call, candidate, about));
  const answers = openAnswers(candidates, keys, passed);
  if (!answers.ok) return answers;
  if (answers.value.length === 0 && renewals.length === 0) return passed.heaviest();
  const close = () => {
    for (const answer of answers.value) answer.close();
  };
  return accept({ renewals, answers: answers.value, close });
}
