import type { EnrolmentPreview, OfficeLine, ReceivedFile } from "../../contract/headquarters.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { isAgeRecipient } from "../../crypto/sealing.ts";
import { parseSshPublicKey, spokenFingerprint } from "../../crypto/signing.ts";
import { insertCardKey } from "../../data/cards.ts";
import { insertAudit } from "../../data/journal.ts";
import {
  type Branch,
  type BranchKey,
  listBranchKeys,
  pinKey,
  readBranch,
  updateKnownKey,
  updateRecovering,
} from "../../data/national/branches.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { type OpenBundle, openBundleBytes } from "../sync/bundleFile.ts";
import type { Manifest } from "../sync/manifest.ts";
import { lineOf } from "./offices.ts";
import { requireNational } from "./require.ts";
import { ownFingerprints } from "./senders.ts";
import type { NationalStore } from "./store.ts";

type Enrolment = Extract<Manifest, { kind: "enrolment" }>;

interface CheckedEnrolment {
  readonly manifest: Enrolment;
  readonly signer: Uint8Array;
  readonly branch: Branch;
  readonly keys: readonly BranchKey[];
}

/** An office's enrolment for this headquarters: keys that can be read, from an office that was invited. */
function checkEnrolment(call: Call, national: Reader, bundle: OpenBundle): Result<CheckedEnrolment> {
  const { manifest, signer } = bundle;
  if (manifest.kind !== "enrolment") return refuse("headquarters.notAnEnrolment");
  const office = manifest.from.office;
  const isForUs =
    manifest.to.office === call.office.code && ownFingerprints(call.office.reader).includes(manifest.to.key);
  if (!isForUs) return refuse("sync.notForHere", { values: { office: manifest.to.office } });
  const branch = readBranch(national, office);
  if (branch === undefined || office === call.office.code)
    return refuse("headquarters.notInvited", { values: { office } });
  const { signing, card, answers } = manifest.keys;
  const areKeys =
    parseSshPublicKey(signing) !== null && parseSshPublicKey(card) !== null && isAgeRecipient(answers);
  if (!areKeys) return refuse("headquarters.notAnEnrolment");
  return accept({ manifest, signer, branch, keys: listBranchKeys(national, office) });
}

function isKey(line: string, key: Uint8Array): boolean {
  return Buffer.from(parseSshPublicKey(line) ?? []).equals(key);
}

/** Whether the enrolment is signed by the key that it brings: it proves that the office holds it. */
function isOwnSigned({ manifest, signer }: CheckedEnrolment): boolean {
  return isKey(manifest.keys.signing, signer);
}

function currentKey({ keys }: CheckedEnrolment): BranchKey | undefined {
  return keys.find(({ state }) => state === "current");
}

/**
 * What an enrolment would change. A key that was pinned once never comes back by an enrolment: it was renewed or
 * revoked since.
 */
function kindOf(enrolment: CheckedEnrolment): Result<EnrolmentPreview["kind"] | "renewal"> {
  const office = enrolment.branch.code;
  const { signing } = enrolment.manifest.keys;
  const known = enrolment.keys.find(({ publicKey }) => publicKey === signing);
  if (known?.state === "current") return accept("again");
  if (known !== undefined) return refuse("headquarters.keyRevoked", { values: { office } });
  const current = currentKey(enrolment);
  if (current === undefined) {
    if (!isOwnSigned(enrolment)) return refuse("headquarters.keyUnknown", { values: { office } });
    return accept(enrolment.keys.length === 0 ? "first" : "newLaptop");
  }
  if (isKey(current.publicKey, enrolment.signer)) return accept("renewal");
  return refuse("headquarters.alreadyActive", { values: { office } });
}

function openEnrolment(call: Call, store: NationalStore, bytes: Uint8Array): Result<CheckedEnrolment> {
  const bundle = openBundleBytes(bytes);
  if (!bundle.ok) return bundle;
  try {
    return checkEnrolment(call, store.reader, bundle.value);
  } finally {
    bundle.value.close();
  }
}

function fingerprintOf(line: string): string {
  const key = parseSshPublicKey(line);
  if (key === null) throw new Error("a checked key cannot be read");
  return spokenFingerprint(key);
}

/** What an enrolment says, and the fingerprint to compare on the phone. Trusts nothing yet. */
export function previewEnrolment(
  call: Call,
  input: InputOf<"headquarters.previewEnrolment">,
): Result<EnrolmentPreview> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const enrolment = openEnrolment(call, national.value, input.bytes);
  if (!enrolment.ok) return enrolment;
  const kind = kindOf(enrolment.value);
  if (!kind.ok) return kind;
  const { manifest, branch } = enrolment.value;
  return accept({
    office: branch.code,
    name: branch.name,
    fingerprint: fingerprintOf(manifest.keys.signing),
    createdAt: manifest.createdAt,
    kind: kind.value === "renewal" ? "again" : kind.value,
  });
}

/** Pins the keys that an enrolment brings; the cards of its members are checked by its card key from now on. */
function pin(call: Call, store: NationalStore, enrolment: CheckedEnrolment, isNewLaptop: boolean): void {
  const { manifest, branch } = enrolment;
  store.write((door) => {
    pinKey(door, branch.code, manifest.keys, call.world.now());
    updateKnownKey(door, branch.code, manifest.to.key);
    if (isNewLaptop && branch.headSeq > 0) updateRecovering(door, branch.code, true);
    return accept(null);
  });
  call.office.write(call.user.id, call.world.now(), (door) => {
    insertCardKey(door, branch.code, manifest.keys.card);
    insertAudit(door, { id: call.world.newId(), action: "enrol", reference: branch.code });
    return accept(null);
  });
}

/** Pins an office's key after its fingerprint was read aloud and confirmed. The same enrolment again changes nothing. */
export function enrol(call: Call, input: InputOf<"headquarters.enrol">): Result<OfficeLine> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  const enrolment = openEnrolment(call, store, input.bytes);
  if (!enrolment.ok) return enrolment;
  const kind = kindOf(enrolment.value);
  if (!kind.ok) return kind;
  if (fingerprintOf(enrolment.value.manifest.keys.signing) !== input.fingerprint)
    return refuse("sync.fingerprintMismatch", { field: "fingerprint" });
  if (kind.value !== "again") pin(call, store, enrolment.value, kind.value === "newLaptop");
  return lineOf(call, store, enrolment.value.branch.code);
}

/** An enrolment on a stick: a key that the old one signed is taken, any other waits for the phone call. */
export function takeEnrolment(
  call: Call,
  store: NationalStore,
  name: string,
  bundle: OpenBundle,
): ReceivedFile {
  const line = {
    name,
    office: bundle.manifest.from.office,
    number: null,
    entries: 0,
    missing: null,
    refusal: null,
    sealedTiers: [],
  };
  const enrolment = checkEnrolment(call, store.reader, bundle);
  const kind = enrolment.ok ? kindOf(enrolment.value) : enrolment;
  if (!enrolment.ok || !kind.ok) {
    const { code } = kind.ok ? refuse("headquarters.notAnEnrolment").refusal : kind.refusal;
    return { ...line, outcome: "refused", refusal: { code, values: { office: line.office } } };
  }
  if (kind.value === "again") return { ...line, outcome: "alreadyReceived" };
  if (kind.value !== "renewal") return { ...line, outcome: "enrolmentToConfirm" };
  pin(call, store, enrolment.value, false);
  return { ...line, outcome: "keyRenewed" };
}
